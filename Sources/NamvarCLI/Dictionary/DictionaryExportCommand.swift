import ArgumentParser
import Entities
import Lexicon
import Namvar

/// `namvar dictionary export`
struct DictionaryExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write dictionaries in the formats of other programs.",
        discussion: """
            Formats: \(ExchangeFormat.allCases.filter(\.isWritten).map(\.rawValue).joined(separator: ", ")), sqlite.
            What a format has no place for is said; nothing is dropped silently.

            Examples:
              namvar dictionary export people.jsonl --to ftm --output people.ftm.json
              namvar dictionary export people.jsonl places.jsonl --to table | cut -f1,3
              namvar dictionary export ours.namvar --to sqlite --output names.sqlite
              sqlite3 names.sqlite "SELECT entity FROM name JOIN search ON search.rowid = name.rowid WHERE search MATCH 'جهرمی'"
            """)

    @Argument(help: "Dictionaries in text form or compiled.", completion: .file()) var files: [String]
    @Option(help: ArgumentHelp("The format.", valueName: "format")) var to: String
    @Option(name: [.short, .long], help: "Where to write; standard output unless given.", completion: .file()) var output: String?

    func run() throws {
        let log = ProblemLog(showsWarnings: false)
        let dictionary = try EntityCollection(reading: files, log.report)
        if to == "sqlite" {
            guard let output, output != "-" else { throw Failure(.usage, "a database is a file: give --output") }
            try SQLiteDictionary(path: output).write(dictionary, normalizer: try Workbench.shipped().normalizer)
            return try log.finish()
        }
        let format = try exchangeFormat(to, \.isWritten, "--to")
        let report = { (problem: ExchangeProblem) in complain(problem.description) }
        if let output {
            var file = try FileWriter(output)
            try format.write(dictionary, report: report) { try file.append($0.utf8) }
            try file.commit()
        } else {
            var standard = Output()
            try format.write(dictionary, report: report) { try standard.write(Array($0.utf8)) }
            try standard.flush()
        }
        try log.finish()
    }
}

/// The format of a name, if it can be used so.
func exchangeFormat(_ name: String, _ isUsable: (ExchangeFormat) -> Bool, _ option: String) throws -> ExchangeFormat {
    if let format = ExchangeFormat(rawValue: name), isUsable(format) { return format }
    let known = ExchangeFormat.allCases.filter(isUsable).map(\.rawValue).joined(separator: ", ")
    throw Failure(.usage, "\(option) \(name): no such format; there are \(known), sqlite")
}
