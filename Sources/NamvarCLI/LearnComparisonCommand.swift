import ArgumentParser
import Lexicon
import Reconciliation

/// Learns the tables by which names are compared; for those who maintain `Dictionaries/`.
struct LearnComparisonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn-comparison",
        abstract: "Learn the tables by which names are compared from the names in a folder of dictionaries.",
        discussion: """
            Writes FOLDER/reconciliation/spelling.tsv.

            Example:
              namvar learn-comparison Dictionaries
            """,
        shouldDisplay: false)

    @Argument(help: "The folder of dictionaries.")
    var folder: String

    func run() throws {
        let table = try ComparisonTables.learntSpelling(folder: folder)
        try writeFile(Array(table.utf8), to: folder + "/reconciliation/spelling.tsv")
    }
}
