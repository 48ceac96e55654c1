internal import Lexicon

/// Words with a job in names: what is left out of people's names, what makes a family name another one, and the
/// words that organizations and places share, whatever their language.
struct NameWords: Sendable {
    /// The job of a word in people's names.
    enum PersonRole: UInt32, Sendable {
        case lead = 1, honorific, suffix
        case first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth
        case eleventh, twelfth, thirteenth, fourteenth, fifteenth, sixteenth

        /// Which of the name somebody is; the elder is the first.
        var number: UInt8? { rawValue >= PersonRole.first.rawValue ? UInt8(rawValue - PersonRole.first.rawValue + 1) : nil }

        init?(label: String) {
            let labels = [
                "lead", "honorific", "suffix", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
                "tenth",
                "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
            ]
            guard let index = labels.firstIndex(of: label) else { return nil }
            self.init(rawValue: UInt32(index + 1))
        }
    }

    /// How much a shared word says about an organization or a place.
    enum WordKind: UInt32, Sendable, CaseIterable {
        case head = 1, generic, topic, place, legal, function, genericPlace, direction, name, number
        init?(label: String) {
            let labels = ["head", "generic", "topic", "place", "legal", "function", "generic-place", "direction", "name", "number"]
            guard let index = labels.firstIndex(of: label) else { return nil }
            self = Self.allCases[index]
        }
    }

    /// A word that has the same meaning in several languages.
    struct Concept: Sendable, Hashable {
        var number: UInt32
        var kind: WordKind
        /// Whether the word is Persian, in either script: its place in a name is another than the English word's.
        var isPersian = false
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
        if let number = Self.number(word) { return number }
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
        return Concept(number: value >> 5, kind: kind, isPersian: value & 16 != 0)
    }

    /// A number in digits, also one with an English ending: 8200, 15th.
    private static func number(_ word: [UInt8]) -> Concept? {
        guard let first = word.first, first >= 0x30, first <= 0x39 else { return nil }
        let digits = word.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard digits.count < 8, word.count - digits.count <= 2 else { return nil }
        return concept(ofNumber: digits.reduce(0) { 10 * $0 + UInt32($1 - 0x30) })
    }

    private static func concept(ofNumber value: UInt32) -> Concept { Concept(number: numbers | value, kind: .number) }

    /// Where the numbers of concepts that are numbers begin.
    private static let numbers: UInt32 = 1 << 25

    /// Compiles `parts.tsv` and `words.tsv` of a folder.
    static func compile(folder: String, into archive: inout ArchiveBuilder) throws(TableError) {
        var parts = KeyTableBuilder(), words = KeyTableBuilder()
        let partsPath = folder + "/parts.tsv", wordsPath = folder + "/words.tsv"
        for row in try TableFile(path: partsPath, columns: ["role", "persian", "latin"], optional: ["source"]).rows {
            guard let role = PersonRole(label: row[0]) else {
                throw .cell(
                    file: partsPath, line: row.line, column: "role", found: row[0], expected: "lead, honorific, suffix, first, second, …")
            }
            for word in row[1].split(separator: "|") + row[2].split(separator: "|") { parts.insert(FoldedWord.key(word), role.rawValue) }
        }
        let table = try TableFile(path: wordsPath, columns: ["concept", "kind", "latin", "persian"], optional: ["source"])
        for (number, row) in table.rows.enumerated() {
            guard let kind = WordKind(label: row[1]) else {
                throw .cell(
                    file: wordsPath, line: row.line, column: "kind", found: row[1], expected: "head, generic, topic, place, name, legal, …")
            }
            let concept = kind == .number ? UInt32(row[0]).map { Self.concept(ofNumber: $0).number } : UInt32(number + 1)
            guard let concept else {
                throw .cell(file: wordsPath, line: row.line, column: "concept", found: row[0], expected: "digits, for a number")
            }
            let persian = row[3].split(separator: "|").map { FoldedWord.key($0) },
                skeletons = Set(persian.map { SoundClass.skeleton(of: $0) })
            for (place, word) in row[2].split(separator: "|").map({ FoldedWord.key($0) }).enumerated() {
                // The first word is English, unless it is both: bank, بانک.
                let isPersian = place > 0 && skeletons.contains(SoundClass.skeleton(of: word))
                words.insert(word, concept << 5 | (isPersian ? 16 : 0) | kind.rawValue)
            }
            for word in persian { words.insert(word, concept << 5 | 16 | kind.rawValue) }
        }
        archive.add(partsSection, parts.bytes())
        archive.add(wordsSection, words.bytes())
    }
}
