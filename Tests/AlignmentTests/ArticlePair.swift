import Alignment
import ICU
import TestSupport
import Testing

/// A pair of articles of `Cases/articles` with what is right about it.
struct ArticlePair {
    let name: String
    let english: Article
    let persian: Article
    /// Two-sided beads, as `[0]:[1, 2]`.
    let beads: Set<String>
    let names: [Pair: String]
    /// Right when linked, no loss when not.
    let also: Set<Pair>

    /// Two spellings, without regard to capitals: `HERAT` of a date line is Herat.
    struct Pair: Hashable {
        var english: String
        var persian: String

        init(_ english: String, _ persian: String) {
            self.english = english.lowercased()
            self.persian = persian
        }

        /// Whether a figure stands on one side at least; number words on both are neither right nor wrong.
        var hasFigure: Bool { (english + persian).unicodeScalars.contains { $0.properties.numericType == .decimal } }
    }

    init(_ name: String) throws {
        func found(_ ending: String) -> String? {
            contents(ofFile: "\(checkout)/Tests/AlignmentTests/Cases/articles/\(name)\(ending)")
        }
        func text(_ ending: String) throws -> String { try #require(found(ending), "no \(name)\(ending)") }
        func rows(_ text: String) -> [[String]] {
            text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
        }
        self.name = name
        english = Article(lines: try text(".en.txt"), language: .english)
        persian = Article(lines: try text(".fa.txt"), language: .persian)
        beads = Set(try text(".gold").split(separator: "\n").map(String.init).filter { !$0.hasPrefix("[]") && !$0.hasSuffix("[]") })
        names = Dictionary(rows(try text(".names.tsv")).map { (Pair($0[0], $0[1]), $0[2]) }) { first, _ in first }
        also = Set(rows(found(".also.tsv") ?? "").map { Pair($0[0], $0[1]) })
    }
}

/// What was found, what of it is right, and what there was to find.
struct Tally {
    var right = 0
    var found = 0
    var wanted = 0

    mutating func add(_ found: Set<some Hashable>, right: Int, wanted: Int) {
        self.right += right
        self.found += found.count
        self.wanted += wanted
    }

    var precision: Double { Double(right) / Double(max(found, 1)) }
    var recall: Double { Double(right) / Double(max(wanted, 1)) }
    var f1: Double { 2 * Double(right) / Double(max(found + wanted, 1)) }
}

/// How well some pairs are aligned: beads exactly right, names and dates with both spellings exactly right.
struct ArticleScore {
    var beads = Tally()
    var names = Tally()
    /// Names that were found, and those of them that are said to be what they are.
    var kinds = Tally()

    init(_ pairs: [ArticlePair], _ aligner: Aligner) {
        for pair in pairs {
            let alignment = aligner.align(pair.english, pair.persian)
            let found = Set(alignment.beads.filter(\.isTwoSided).map { "\($0.english):\($0.persian)" })
            beads.add(found, right: found.intersection(pair.beads).count, wanted: pair.beads.count)
            var kindOf: [ArticlePair.Pair: String] = [:]
            for link in alignment.beads.flatMap(\.names) {
                let spellings = ArticlePair.Pair(link.english.text, link.persian.text)
                if pair.names[spellings] == nil, pair.also.contains(spellings) || link.kind == .number && !spellings.hasFigure { continue }
                kindOf[spellings] = kindOf[spellings] ?? link.kind.rawValue
            }
            let right = kindOf.filter { pair.names[$0.key] != nil }
            names.add(Set(kindOf.keys), right: right.count, wanted: pair.names.count)
            kinds.add(Set(right.keys), right: right.count { pair.names[$0.key] == $0.value }, wanted: right.count)
        }
    }
}
