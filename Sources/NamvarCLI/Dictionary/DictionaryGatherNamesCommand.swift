import ArgumentParser
import Namvar

/// `namvar dictionary gather-names`
struct DictionaryGatherNamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gather-names", abstract: "Make the shipped entities of names from the lexicon's tables and from lists.",
        discussion: """
            Writes entities/names.jsonl and, with --people, entities/full-names.jsonl. A
            row of a list whose scripts do not agree is left out.

            Example:
              namvar dictionary gather-names Dictionaries --items name-groups.tsv --people full-names.tsv
            """, shouldDisplay: false)

    @Argument(help: "The folder Dictionaries.", completion: .directory) var folder: String
    @Option(help: "Wikidata's items for names: columns wikidata, persian, latin.", completion: .file()) var items: String?
    @Option(help: "Full names: columns persian, latin.", completion: .file()) var people: String?

    func run() throws {
        let counts = try ShippedDictionaries.gatherNames(folder, groups: items, people: people, by: try Workbench.shipped())
        try say("\(counted(counts.single, "name")), \(counts.withItem) with their item; \(counted(counts.full, "full name"))")
    }
}
