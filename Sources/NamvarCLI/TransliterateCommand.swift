public import ArgumentParser
import Entities
import Lexicon
import Namvar
public import Transliteration

/// `namvar transliterate`
struct TransliterateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transliterate",
        abstract: "Write names in the other script.",
        discussion: """
            The score is the probability that the name is written so. Vowel marks in the input are obeyed.

            Examples:
              namvar transliterate --to latin "محمدجواد آذری جهرمی"
              namvar transliterate --to latin --scheme ala-lc "زین‌العابدین رهنما"
              namvar transliterate --to latin --scheme all جهرمی
              namvar transliterate --to persian --candidates 5 Jahromi
              namvar transliterate --to latin --explain زرین‌کلک
            """)

    @Option(help: ArgumentHelp("The script to write in.", valueName: "latin|persian"))
    var to: TargetScript

    @Option(help: ArgumentHelp("The romanization scheme, or `all` for a table.", valueName: "ID"))
    var scheme: String?

    @Option(help: ArgumentHelp("A scheme of your own: a file of rules.", valueName: "FILE"))
    var schemeFile: String?

    @Option(help: "The most candidates to give.")
    var candidates = 1

    @Flag(help: "Read every name by the model, as if never seen.")
    var noLexicon = false

    @Option(help: ArgumentHelp("Models of your own, from `namvar model train`; the lexicon is then not asked.", valueName: "FILE"))
    var model: String?

    @Flag(help: "Show the reading, where it came from, the runners-up and what decided.")
    var explain = false

    @OptionGroup var batch: Batch

    @Argument(help: "Names; without any, the lines of standard input.")
    var names: [String] = []

    func validate() throws {
        if candidates < 1 { throw ValidationError("--candidates \(candidates): give 1 or more") }
        if scheme != nil && schemeFile != nil { throw ValidationError("give --scheme or --scheme-file, not both") }
        if to == .persian && (scheme != nil || schemeFile != nil) { throw ValidationError("schemes are for --to latin") }
    }

    func run() throws {
        let workbench = try Workbench.shipped()
        let transliterator =
            if let model { try Transliterator(lexicon: workbench.lexicon, models: Archive.open(model)) } else {
                try workbench.transliterator
            }
        var options = TransliterationOptions(limit: candidates, knowledge: noLexicon || model != nil ? .modelOnly : .lexiconAndModel)
        if scheme == "all" { return try table(transliterator, workbench, options) }
        options.scheme = try chosenScheme(workbench)
        var found = transliterator.batch(to: to, options)
        try batch.answer(names) { name in
            if explain {
                let explanation = transliterator.explanation(of: name, to: to, options)
                return TransliterationAnswer(
                    input: name, candidates: Array(explanation.candidates.prefix(candidates)), explanation: explanation)
            }
            found.removeAll()
            found.append(name)
            let candidates = found.candidates(of: 0).map { batch.format == .text ? found.unread($0) : found[$0] }
            return TransliterationAnswer(input: name, candidates: candidates, explanation: nil)
        }
    }

    /// `nil` for the everyday spelling.
    private func chosenScheme(_ workbench: Workbench) throws -> Scheme? {
        if let schemeFile { return try Scheme(file: schemeFile) }
        guard let scheme, scheme != Scheme.ID.practical.rawValue else { return nil }
        let schemes = try workbench.schemes
        guard let found = try schemes.scheme(Scheme.ID(rawValue: scheme)) else {
            let known = schemes.ids.map(\.rawValue).sorted().joined(separator: ", ")
            throw ValidationError("unknown scheme \"\(scheme)\"; known are \(known)")
        }
        return found
    }

    private func table(_ transliterator: Transliterator, _ workbench: Workbench, _ options: TransliterationOptions) throws {
        let schemes = try workbench.schemes
        try batch.answer(names) { name in
            var rows: [(scheme: String, text: String)] = []
            for id in schemes.ids {
                var options = options
                options.limit = 1
                options.scheme = id == .practical ? nil : try schemes.scheme(id)
                rows.append((id.rawValue, transliterator.candidates(for: name, to: to, options).first?.text ?? ""))
            }
            return SchemeTable(input: name, rows: rows)
        }
    }
}

extension TargetScript: ExpressibleByArgument {}

/// The candidates for one name.
private struct TransliterationAnswer: Answer {
    let input: String
    let candidates: [Candidate]
    let explanation: Explanation?

    func write(to json: inout JSONWriter) {
        json.member("input", input)
        json.key("candidates")
        json.array(candidates) { json, candidate in
            json.object {
                $0.member("text", candidate.text)
                $0.member("score", (candidate.score * 10_000).rounded() / 10_000)
                if let reading = candidate.reading { $0.member("reading", reading.notation) }
                if explanation != nil { $0.member("origin", candidate.origin.rawValue) }
            }
        }
        if let explanation {
            explanation.write(to: &json)
        }
    }

    func text(on terminal: Terminal) -> String {
        explanation?.text(for: input, on: terminal) ?? candidates.map { terminal.isolated($0.text) }.joined(separator: "\n")
    }
}

/// One name by every scheme.
private struct SchemeTable: Answer {
    let input: String
    let rows: [(scheme: String, text: String)]

    func write(to json: inout JSONWriter) {
        json.member("input", input)
        json.key("schemes")
        json.object { json in
            for row in rows { json.member(row.scheme, row.text) }
        }
    }

    func text(on terminal: Terminal) -> String {
        let width = rows.map(\.scheme.count).max() ?? 0
        return rows.map { row in row.scheme + String(repeating: " ", count: width - row.scheme.count + 2) + row.text }.joined(
            separator: "\n")
    }
}
