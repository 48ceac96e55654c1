internal import Lexicon

/// The tables of `Dictionaries/text` as definitions by folded spelling.
struct VocabularyTables {
    private(set) var words: [String: WordTable.Definition] = [:]
    private(set) var titles: [String: WordTable.Definition] = [:]
    private(set) var abbreviations: [String] = []

    init(folder: String) throws(TableError) {
        let text = folder + "/text/"
        try readFunctionWords(try TableFile(path: text + "function-words.tsv", columns: ["word", "kind", "source"]))
        try readAffixes(try TableFile(path: text + "affixes.tsv", columns: ["affix", "kind", "joint", "source"]))
        try readTitles(try TableFile(path: text + "titles.tsv", columns: ["text", "kind", "field", "source"]))
        try readAbbreviations(try TableFile(path: text + "abbreviations.tsv", columns: ["text", "language", "kind", "source"]))
        let given = try TableFile(path: text + "given.tsv", columns: ["name", "latin", "source"])
        readGiven(given)
        readFamilies(try TableFile(path: text + "families.tsv", columns: ["parts", "written", "reach", "source"]))
        try readCompounds(try TableFile(path: text + "compounds.tsv", columns: ["parts", "written", "kind", "source"]), given)
    }

    private mutating func add(_ word: Word, to text: String) {
        words[Folding.folded(text), default: .init()].word.insert(word)
    }

    private mutating func readFunctionWords(_ file: TableFile) throws(TableError) {
        let kinds: [String: Word] = ["function": .function, "auxiliary": [.function, .auxiliary], "particle": .particle]
        for row in file.rows { add(try look(row[1], in: kinds, file, row, "kind"), to: row[0]) }
    }

    private mutating func readAffixes(_ file: TableFile) throws(TableError) {
        let kinds: [String: Word] = [
            "suffix": .suffix, "participle": [.suffix, .participle], "prefix": .prefix, "he-ending": .heEnding, "plural": .plural,
            "verb-prefix": .verbPrefix,
        ]
        for row in file.rows {
            let joint = try look(row[2], in: ["joiner": [], "solid": Word.solid], file, row, "joint")
            add(try look(row[1], in: kinds, file, row, "kind").union(joint), to: row[0])
        }
    }

    private mutating func readTitles(_ file: TableFile) throws(TableError) {
        let kinds: [String: Word] = ["title": .title, "honorific": .honorific, "after": .after]
        for row in file.rows {
            let kind = try look(row[1], in: kinds, file, row, "kind")
            let key = Folding.folded(row[0])
            titles[key, default: .init()].word.insert(kind)
            // «آیت الله» is typed as often as «آیت‌الله».
            let spaced = String(row[0].unicodeScalars.map { $0 == "\u{200C}" ? " " : Character($0) })
            titles[Folding.folded(spaced), default: .init()].word.insert(kind)
            // «شیخ زاده» and «سلطان پور» are names; «دکتر زاده» is none.
            if !key.contains(" "), ["academic", "courtesy", "political"].contains(row[2]) {
                words[key, default: .init()].word.insert(kind)
            }
        }
    }

    private mutating func readAbbreviations(_ file: TableFile) throws(TableError) {
        for row in file.rows {
            if try look(row[2], in: ["acronym": true, "stop": false], file, row, "kind") {
                add(.acronym, to: row[0])
            } else {
                abbreviations.append(row[1] + "\t" + row[0])
            }
        }
    }

    private mutating func readGiven(_ file: TableFile) {
        for row in file.rows {
            add(.given, to: row[0])
            for latin in row[1].split(separator: "|") { add(.given, to: String(latin)) }
        }
    }

    private mutating func readFamilies(_ file: TableFile) {
        for row in file.rows { addPair(row[0], written: row[1], row[2] == "any" ? .pair : .namePair) }
    }

    private mutating func readCompounds(_ file: TableFile, _ given: TableFile) throws(TableError) {
        var latin: [String: [Substring]] = [:]
        for row in given.rows { latin[Folding.folded(row[0]), default: []] += row[1].split(separator: "|") }
        let kinds: [String: Word?] = ["given": nil, "word": .pair, "name": .namePair]
        for row in file.rows {
            if let reach = try look(row[2], in: kinds, file, row, "kind") {
                addPair(row[0], written: row[1], reach)
                continue
            }
            addParted(solid: row[1], parts: row[0])
            let parts = row[0].split(separator: " ").map { latin[Folding.folded(String($0))] ?? [] }
            guard parts.count == 2 else { continue }
            for first in parts[0] {
                for second in parts[1] { addParted(solid: String(first + second), parts: first + " " + second) }
            }
        }
    }

    /// A compound given name: search takes it apart, display writes it solid.
    private mutating func addParted(solid: String, parts: String) {
        let key = Folding.folded(solid)
        words[key, default: .init()].word.formUnion([.parted, .given])
        words[key]!.searched = Folding.folded(parts)
        // Latin keeps the spelling it has.
        if !solid.utf8.allSatisfy({ $0 < 0x80 }) {
            words[key]!.written = solid
            words[key]!.word.insert(.spelled)
        }
    }

    /// Two words that are written as one, also where they were typed without space or joiner.
    private mutating func addPair(_ parts: String, written: String, _ reach: Word) {
        let key = Folding.folded(parts), solid = Folding.folded(written)
        let first = String(key.prefix { $0 != " " })
        let participle = words[String(key.drop { $0 != " " }.dropFirst())]?.word.intersection(.participle) ?? []
        words[first, default: .init()].word.insert(.startsPair)
        let second = String(key.drop { $0 != " " }.dropFirst())
        if words[first]!.word.isDisjoint(with: .planned) {
            // Search looks for pairs where it meets the flagged word: «ابو» is rare, «علی» is not.
            let common: WordTable.Definition? = words[second], other = words[first]!.word
            let isCommon =
                common.map { !$0.word.isDisjoint(with: [.function, .particle]) || $0.word.contains(.given) && !other.contains(.given) }
                ?? false
            words[isCommon ? first : second, default: .init()].word.insert(.halfPair)
        }
        let letters = key.replacing(" ", with: "")
        for (key, word) in [(key, reach.union(participle)), (solid, .spelled), (letters, .spelled)] {
            guard words[key]?.word.contains(.parted) != true else { continue }
            words[key, default: .init()].word.formUnion(word.union(words[solid]?.word.intersection(.prefix) ?? []))
            words[key]!.written = written
            words[key]!.searched = solid
            if !key.contains(" "), key != solid { words[key]!.word.insert(.respelled) }
        }
    }

    private func look<Value>(_ cell: String, in values: [String: Value], _ file: TableFile, _ row: TableFile.Row, _ column: String)
        throws(TableError) -> Value
    {
        guard let value = values[cell] else {
            throw .cell(
                file: file.path, line: row.line, column: column, found: cell, expected: values.keys.sorted().joined(separator: " or "))
        }
        return value
    }
}
