public import Lexicon

extension WordLexicon {
    /// The tables of `Dictionaries/words`, and what a pair without a figure of its own weighs in each.
    static let tables: [(file: String, weight: Float, isName: Bool)] = [
        ("news.tsv", 0.85, false), ("learnt.tsv", 0.6, false), ("locale.tsv", 0.9, true),
    ]

    /// Compiles `words/*.tsv` of a dictionary folder.
    ///
    /// Columns: english, persian, weight (may be empty), source. A pair of several words is a pair of each with each, weighing less.
    public static func compile(folder: String, into builder: inout ArchiveBuilder) throws(TableError) {
        var pairs = PairTable()
        for (file, weight, isName) in tables {
            let table = try TableFile(path: "\(folder)/words/\(file)", columns: ["english", "persian", "weight", "source"])
            for row in table.rows {
                pairs.add(
                    english: row[0], persian: row[1], weight: Float(row[2]).map { $0.squareRoot() } ?? weight,
                    // Languages are also what one calls a people's things: "French" is no name.
                    isName: isName && row[3].hasSuffix("countries"))
            }
        }
        pairs.write(into: &builder)
    }

    /// A lexicon of a few pairs, for tests and for words learnt while aligning.
    static func of(_ pairs: [(english: String, persian: String, weight: Float)]) throws -> WordLexicon {
        var table = PairTable()
        for pair in pairs { table.add(english: pair.english, persian: pair.persian, weight: pair.weight, isName: false) }
        var builder = ArchiveBuilder()
        table.write(into: &builder)
        return try WordLexicon(try Archive(bytes: builder.bytes()))
    }
}

/// Pairs by word, while a lexicon is being compiled.
struct PairTable {
    private struct Pair: Hashable { var english: Word, persian: Word }
    private var weights: [Pair: (weight: Float, isName: Bool)] = [:]
    private var count = 0

    mutating func add(english: String, persian: String, weight: Float, isName: Bool) {
        count += 1
        let isSingle = !english.contains(" ")
        let sources = Self.words(english) { word in
            let folded = Word(EnglishForms.fold(Array(word.unicodeScalars)))
            // A function word that stands alone in a table is meant as an acronym: "us", "who", "it".
            guard StopWords.english.contains(folded) else { return folded }
            return isSingle ? EnglishForms.acronym(folded) : nil
        }
        let targets = Self.words(persian) { word in
            let keys = PersianForms.keys(of: PersianForms.parts(of: Array(word.unicodeScalars)))
            return keys.isEmpty || keys.prefix(2).contains(where: { StopWords.persian.contains($0) }) ? nil : keys[0]
        }
        guard !sources.isEmpty, !targets.isEmpty else { return }
        // One word for several is each of them by halves; several for several, hardly.
        let pairs = Float(sources.count * targets.count)
        let share =
            weight / (sources.count > 1 && targets.count > 1 ? pairs.squareRoot() * pairs.squareRoot().squareRoot() : pairs.squareRoot())
        for source in sources {
            for target in targets {
                let pair = Pair(english: source, persian: target)
                let old = weights[pair] ?? (0, false)
                weights[pair] = (max(old.weight, share), old.isName || isName)
            }
        }
    }

    private static func words(_ text: String, _ fold: (Substring) -> Word?) -> [Word] {
        let all = text.split(whereSeparator: { $0 == " " || $0 == "-" })
        let folded = all.compactMap(fold).filter { !$0.isEmpty }
        return folded
    }

    func write(into builder: inout ArchiveBuilder) {
        var english = KeyTableBuilder(), persian = KeyTableBuilder()
        var numbers: [Word: UInt32] = [:]
        for word in Set(weights.keys.map(\.persian)).sorted() {
            numbers[word] = UInt32(numbers.count)
            persian.insert(word.bytes, numbers[word]!)
        }
        for (pair, value) in weights.sorted(by: { ($0.key.english, $0.key.persian) < ($1.key.english, $1.key.persian) }) {
            let strength = UInt32(max(0, min(255, value.weight * 255)))
            english.insert(pair.english.bytes, numbers[pair.persian]! << 9 | (value.isName ? 0x100 : 0) | strength)
        }
        builder.add("words.english", english.bytes())
        builder.add("words.persian", persian.bytes())
        builder.add("words.count", withUnsafeBytes(of: UInt32(count).littleEndian) { Array($0) })
    }
}
