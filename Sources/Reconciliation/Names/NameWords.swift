internal import Lexicon

/// Words with a job in names: what is left out of people's names, what makes a family name another one, and the
/// words that organizations and places share, whatever their language.
struct NameWords: Sendable {
    /// The job of a word in people's names.
    enum PersonRole: UInt32, Sendable {
        case lead = 1, honorific, suffix
        init?(label: String) {
            switch label {
            case "lead": self = .lead
            case "honorific": self = .honorific
            case "suffix": self = .suffix
            default: return nil
            }
        }
    }

    /// How much a shared word says about an organization or a place.
    enum WordKind: UInt32, Sendable, CaseIterable {
        case head = 1, generic, topic, place, legal, function, genericPlace, direction
        init?(label: String) {
            let labels = ["head", "generic", "topic", "place", "legal", "function", "generic-place", "direction"]
            guard let index = labels.firstIndex(of: label) else { return nil }
            self = Self.allCases[index]
        }
    }

    /// A word that has the same meaning in several languages.
    struct Concept: Sendable, Hashable {
        var number: UInt32
        var kind: WordKind
    }

    private let parts: KeyTable
    private let words: KeyTable

    static let partsSection = "reconciliation.parts"
    static let wordsSection = "reconciliation.concepts"

    init(_ archive: Archive) throws(ArchiveError) {
        parts = KeyTable(try archive.required(Self.partsSection))
        words = KeyTable(try archive.required(Self.wordsSection))
    }

    func role(of word: [UInt8]) -> PersonRole? { parts[FoldedWord.key(word)].first.flatMap(PersonRole.init(rawValue:)) }

    /// The length of an honorific that a word begins with, the longest; nil for none.
    func honorificPrefix(of word: [UInt8]) -> Int? {
        (3...8).reversed().first { $0 < word.count && role(of: Array(word[..<$0])) == .honorific }
    }

    /// The meaning of a word, also of one that ends in a plural or an ezafe.
    func concept(of word: [UInt8]) -> Concept? {
        let word = FoldedWord.key(word)
        if let concept = exactConcept(of: word) { return concept }
        for ending in Self.endings where word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending) {
            if let concept = exactConcept(of: Array(word.dropLast(ending.count))), concept.kind != .function, concept.kind != .legal {
                return concept
            }
        }
        return nil
    }

    /// Longest first: «های» must win over «ی».
    private static let endings = ["های", "ها", "ی", "eh", "ye", "ha", "s", "e", "i"].map { Array($0.utf8) }

    /// The meaning of a word as it stands.
    func exactConcept(of word: [UInt8]) -> Concept? {
        guard let value = words[word].first, let kind = WordKind(rawValue: value & 15) else { return nil }
        return Concept(number: value >> 4, kind: kind)
    }

    /// Compiles `parts.tsv` and `words.tsv` of a folder.
    static func compile(folder: String, into archive: inout ArchiveBuilder) throws(TableError) {
        var parts = KeyTableBuilder(), words = KeyTableBuilder()
        let partsPath = folder + "/parts.tsv", wordsPath = folder + "/words.tsv"
        for row in try TableFile(path: partsPath, columns: ["role", "persian", "latin"], optional: ["source"]).rows {
            guard let role = PersonRole(label: row[0]) else {
                throw .cell(file: partsPath, line: row.line, column: "role", found: row[0], expected: "lead, honorific or suffix")
            }
            for word in row[1].split(separator: "|") + row[2].split(separator: "|") { parts.insert(FoldedWord.key(word), role.rawValue) }
        }
        let table = try TableFile(path: wordsPath, columns: ["concept", "kind", "latin", "persian"], optional: ["source"])
        for (number, row) in table.rows.enumerated() {
            guard let kind = WordKind(label: row[1]) else {
                throw .cell(
                    file: wordsPath, line: row.line, column: "kind", found: row[1], expected: "head, generic, topic, place, legal, …")
            }
            for word in row[2].split(separator: "|") + row[3].split(separator: "|") {
                words.insert(FoldedWord.key(word), UInt32(number + 1) << 4 | kind.rawValue)
            }
        }
        archive.add(partsSection, parts.bytes())
        archive.add(wordsSection, words.bytes())
    }
}
