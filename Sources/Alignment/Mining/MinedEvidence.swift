internal import Entities

/// Where two articles name the same thing.
public struct MinedEvidence: Hashable, Sendable {
    /// The English article, as it was called.
    public var english: String
    /// The Persian article.
    public var persian: String
    /// The bead's sentences on either side, from 0.
    public var englishSentences: [Int]
    /// The bead's sentences on the Persian side.
    public var persianSentences: [Int]
    /// How sure the bead and the link in it are, 0...1.
    public var score: Double

    /// As it stands beside a name in the dictionary's text form.
    var json: JSON {
        .object([
            "english": .string(english), "persian": .string(persian), "englishSentences": .array(englishSentences.map { .number($0) }),
            "persianSentences": .array(persianSentences.map { .number($0) }), "score": .number(score.threeDigits),
        ])
    }
}

extension [MinedEvidence] {
    /// How sure all of it makes a name: mentions in one pair of articles are one witness, pairs of articles are as many.
    var confidence: Double {
        var witnesses: [String: Double] = [:]
        for evidence in self { witnesses[evidence.english + "\t" + evidence.persian, default: 0].raise(to: evidence.score) }
        return 1 - witnesses.values.sorted().reduce(1) { $0 * (1 - $1) }
    }

    /// From how many pairs of articles it is.
    var pairCount: Int { Set(map { $0.english + "\t" + $0.persian }).count }

    /// The best of it, a few from different articles first.
    var shown: [MinedEvidence] {
        var seen: Set<String> = [], first: [MinedEvidence] = [], rest: [MinedEvidence] = []
        for evidence in self {
            if seen.insert(evidence.english + "\t" + evidence.persian).inserted { first.append(evidence) } else { rest.append(evidence) }
        }
        return Array((first + rest).prefix(5))
    }
}

extension Double {
    fileprivate mutating func raise(to other: Double) { self = Swift.max(self, other) }
}

/// Something in the articles that cannot all be true.
public struct MinedContradiction: Hashable, Sendable, CustomStringConvertible {
    /// The spelling that two things claim.
    public var name: String
    /// What it stands for, and how often: the counterpart in the other language, or an entity.
    public var claims: [Claim]

    /// One of the things that a spelling stands for.
    public struct Claim: Hashable, Sendable {
        /// The counterpart in the other language, or the entity's id.
        public var text: String
        /// Mentions that say so; 0 for what the dictionary says.
        public var count: Int
    }

    /// In words.
    public var description: String {
        let sides = claims.map { $0.count == 0 ? "\($0.text) in the dictionary" : "\($0.text) (\($0.count) ×)" }
        return "\"\(name)\" stands for " + sides.joined(separator: " and for ")
    }
}
