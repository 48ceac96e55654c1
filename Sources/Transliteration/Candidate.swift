/// One way to write a name in the other script.
public struct Candidate: Sendable {
    /// How it is written.
    public var text: String
    /// The probability that this is how it is written.
    public var score: Double
    /// The reading behind it, when one is known.
    public var reading: Reading?
    /// Where the reading came from.
    public var origin: Origin

    /// Where a reading came from.
    public enum Origin: String, Sendable {
        /// A lexicon entry.
        case lexicon
        /// A compound of known parts.
        case compound
        /// The model.
        case model
        /// Nothing to read: digits, punctuation, the script asked for already.
        case copied
    }
}

/// One reading of one part of a name, from either script.
public struct ReadCandidate: Sendable {
    /// How it is written and heard.
    public var reading: Reading
    /// The probability that this is the reading.
    public var probability: Double
    /// Where it came from.
    public var origin: Candidate.Origin
}

/// The script to write in.
public enum TargetScript: String, Sendable, CaseIterable {
    case latin, persian
}

/// What may be used to read a name.
public enum Knowledge: Sendable {
    /// The lexicon first, then the models.
    case lexiconAndModel
    /// The models alone, as if no whole name had ever been seen.
    case modelOnly
}

/// How to transliterate.
public struct TransliterationOptions: Sendable {
    /// The most candidates to give.
    public var limit: Int
    /// What may be used.
    public var knowledge: Knowledge

    /// One candidate, by all that is known.
    public init(limit: Int = 1, knowledge: Knowledge = .lexiconAndModel) {
        self.limit = limit
        self.knowledge = knowledge
    }
}
