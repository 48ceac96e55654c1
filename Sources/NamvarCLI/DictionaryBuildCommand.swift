import ArgumentParser
import Entities
import Lexicon
import Namvar
import Reconciliation

/// `namvar dictionary build`
struct DictionaryBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make a dictionary of bare mentions: which spellings are one name, and which entity each mention is of.",
        discussion: """
            Mentions: .txt (a name a line), .tsv or .csv (a header; column name and, where present, id, type, language, source, count), .jsonl.

            Examples:
              namvar dictionary build mentions.txt --output people.jsonl
              namvar dictionary build march.tsv april.tsv --keep people.jsonl --output people.jsonl --assignments who.tsv
            """)

    @Argument(help: ArgumentHelp("Files of mentions.", valueName: "mentions")) var files: [String]
    @Option(help: ArgumentHelp("The dictionary to write, in text form.", valueName: "file.jsonl")) var output: String
    @Option(help: ArgumentHelp("Where to write which entity each mention is of.", valueName: "file.tsv")) var assignments: String?
    @Option(help: ArgumentHelp("A dictionary built earlier, whose entities keep their ids.", valueName: "file.jsonl")) var keep: String?
    @Option(help: "The score from which on two spellings are joined.") var threshold: Double?

    func run() throws {
        let workbench = try Workbench.shipped()
        var clusterer = MentionClusterer(try workbench.comparer)
        if let threshold { clusterer.threshold = threshold }
        var problems = 0
        if let keep {
            var file = EntityFile([keep])
            while let (line, _) = try file.next({ complain("\($0)") }) { if case .entity(let entity) = line { clusterer.keep(entity) } }
        }
        func report(_ problem: MentionFile.Problem) {
            problems += 1
            complain(problem.description)
        }
        for path in files { try MentionFile(path).forEach({ mention, _ in clusterer.add(mention) }, report: report) }
        let (entities, entityOfSpelling) = try clusterer.entities()
        var writer = try FileWriter(output)
        for entity in entities { try writer.append(Array(EntityLine.entity(entity).json.utf8) + [UInt8(ascii: "\n")]) }
        try writer.commit()
        if let assignments { try assign(&clusterer, entities, entityOfSpelling, assignments) }
        if problems > 0 { throw Failure(.badData, "\(problems) lines had no mention; \(entities.count) entities written") }
    }

    /// The mentions again, each with its entity: only spellings are kept in memory.
    private func assign(_ clusterer: inout MentionClusterer, _ entities: [Entity], _ entityOfSpelling: [Int], _ path: String) throws {
        var writer = try FileWriter(path)
        try writer.append(Array("line\tmention\tentity\n".utf8))
        for file in files {
            try MentionFile(file).forEach(
                { mention, line in
                    let entity = entities[entityOfSpelling[clusterer.add(mention)]]
                    let text = mention.name.replacing("\t", with: " ")
                    try writer.append(Array("\(line)\t\(text)\t\(entity.id)\n".utf8))
                }, report: { _ in })
        }
        try writer.commit()
    }
}
