import ArgumentParser
import Entities
import Lexicon

/// `namvar dictionary import`
struct DictionaryImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make a dictionary in text form from files of other programs.",
        discussion: """
            Formats: \(ExchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")), sqlite.
            What cannot be carried over is said with its line, and the rest goes through;
            the status is then 65. Files that end in .gz or .bz2 are unpacked on the way,
            by the system's gzip and bzip2.

            Examples:
              namvar dictionary import sdn.csv alt.csv --from ofac --output ofac.jsonl
              namvar dictionary import latest-all.json.bz2 --from wikidata --needed fa --output wikidata.jsonl
              namvar dictionary import aliases.tsv --from table --output ours.jsonl
            """)

    @Argument(help: "Files of the format.", completion: .file()) var files: [String]
    @Option(help: ArgumentHelp("The format.", valueName: "format")) var from: String
    @Option(name: [.short, .long], help: "Where to write the text form; standard output unless given.", completion: .file()) var output:
        String?
    @Option(help: "The languages to take names of, with commas between; wikidata and geonames only.") var languages: String?
    @Option(help: "The languages that an item must have a name in; wikidata only.") var needed: String?

    func run() throws {
        let format = from == "sqlite" ? nil : try exchangeFormat(from, { _ in true }, "--from")
        let selection = ExchangeFormat.Selection(languages: languages.map(list), needed: needed.map(list) ?? [])
        var problems = 0
        func report(_ problem: ExchangeProblem) {
            problems += 1
            if problems <= 1000 { complain(problem.description) }
        }
        func read(_ each: (EntityLine) throws -> Void) throws {
            if let format { return try format.read(files, selection, report: report, each: each) }
            for file in files { try SQLiteDictionary(path: file).read(report, each: each) }
        }
        var json = JSONWriter()
        func bytes(of line: EntityLine) -> [UInt8] {
            json.removeAll()
            line.write(to: &json)
            return json.bytes + [UInt8(ascii: "\n")]
        }
        if let output {
            var file = try FileWriter(output)
            try read { try file.append(bytes(of: $0)) }
            try file.commit()
        } else {
            var standard = Output()
            try read { try standard.write(bytes(of: $0)) }
            try standard.flush()
        }
        if problems > 0 { throw Failure(.badData, "\(counted(problems, "problem")); the rest is written") }
    }

    private func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
}
