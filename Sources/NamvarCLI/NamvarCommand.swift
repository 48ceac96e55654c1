import ArgumentParser
import Glibc

/// The program.
struct NamvarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "namvar",
        abstract: "The workbench for Persian names.",
        discussion: """
            Without operands a command reads standard input, one item a line, and answers one line each.

            Examples:
              namvar normalize "محمدجواد آذري جهرمي"
              namvar transliterate --to latin "محمدجواد آذری جهرمی"
              namvar reconcile Jahromy
              namvar align article.en.txt article.fa.txt
            """,
        version: "0.1.0",
        subcommands: [
            CompareCommand.self,
            ReconcileCommand.self,
            AlignCommand.self,
            DictionaryCommand.self,
            LearnComparisonCommand.self,
            ModelCommand.self,
            NormalizeCommand.self,
            TransliterateCommand.self,
        ])
}

@main
enum Program {
    static func main() {
        // A file that may not grow any more is then an error of write(), which every command tells, and not the end of the program.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try NamvarCommand.parseAsRoot()
            do {
                try command.run()
            } catch let failure as Failure {
                throw failure
            } catch  where !isArgumentError(error) {
                throw Failure(.of(error), "\(error)")
            }
        } catch let failure as Failure {
            if let message = failure.message { complain(message) }
            exit(failure.status.rawValue)
        } catch {
            NamvarCommand.exit(withError: error)
        }
    }

    /// Errors that the argument parser prints better than we do.
    private static func isArgumentError(_ error: any Error) -> Bool {
        error is ValidationError || error is ExitCode || error is CleanExit
            || NamvarCommand.exitCode(for: error) != .failure
    }
}
