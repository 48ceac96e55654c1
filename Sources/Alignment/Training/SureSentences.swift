/// Sentences of many pairs of articles that surely correspond, to learn words from: those that the articles at hand use and no lexicon has.
public struct SureSentences: Sendable {
    private var pairs: [(english: String, persian: String)] = []

    /// None yet.
    public init() {}

    /// How many pairs of sentences there are.
    public var count: Int { pairs.count }

    /// Whether there are enough of them to learn words that hold.
    public var areMany: Bool { pairs.count >= Self.many }

    /// Adds what is sure in an alignment.
    public mutating func add(_ alignment: ArticleAlignment) {
        for bead in alignment.beads where bead.isTwoSided && bead.score >= Self.sure && pairs.count < Self.most {
            func text(_ article: Article, _ sentences: [Int]) -> String {
                sentences.map { article.sentences[$0].text }.joined(separator: " ")
            }
            pairs.append((text(alignment.english, bead.english), text(alignment.persian, bead.persian)))
        }
    }

    /// The words of these sentences that translate each other; nil when there are none.
    func lexicon() -> WordLexicon? {
        let learnt = LexiconTrainer([("these articles", pairs)]).pairs(least: Self.leastCount, keepsNames: true)
        let known = learnt.filter { $0.weight >= Self.leastWeight }
        return try? WordLexicon.of(known.map { ($0.english, $0.persian, Float($0.weight.squareRoot())) })
    }

    private static let sure = 0.9
    private static let many = 100
    /// Memory grows with the distinct pairs of words that share a sentence; so many sentences are enough to learn from.
    private static let most = 20_000
    private static let leastCount = 1.5
    private static let leastWeight = 0.2
}

extension Aligner {
    /// The same aligner, with the words that sure sentences teach added to its lexicon.
    public func learning(from sentences: SureSentences) -> Aligner {
        var aligner = self
        aligner.learnt = sentences.lexicon()
        return aligner
    }
}

extension ArticleAlignment {
    /// Whether some of its beads might be another with more words known.
    public var isUnsure: Bool { beads.contains { $0.isTwoSided && $0.score < 0.85 } }
}
