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
    /// The words that it is made of.
    public var words: [Word]

    /// A word as it was given, and its reading where one is known.
    public struct Word: Sendable {
        /// As it was given.
        public var given: String
        /// How it is written and heard.
        public var reading: Reading?
        /// Punctuation that stood before and after it.
        var before = ""
        var after = ""
    }

    init(text: String, score: Double, reading: Reading?, origin: Origin, words: [Word] = []) {
        self.text = text
        self.score = score
        self.reading = reading
        self.origin = origin
        self.words = words
    }

    init(word: String, text: String, score: Double, reading: Reading?, origin: Origin) {
        self.init(text: text, score: score, reading: reading, origin: origin, words: [Word(given: word, reading: reading)])
    }

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

        /// The origin of a name of two words: the less certain of theirs.
        static func weaker(_ a: Origin, _ b: Origin) -> Origin {
            let order: [Origin] = [.copied, .lexicon, .compound, .model]
            return (order.firstIndex(of: a) ?? 0) < (order.firstIndex(of: b) ?? 0) ? b : a
        }
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
    /// The scheme to romanize by; without one, the spelling of the English-language press.
    public var scheme: Scheme?

    /// One candidate, by all that is known.
    public init(limit: Int = 1, knowledge: Knowledge = .lexiconAndModel, scheme: Scheme? = nil) {
        self.limit = limit
        self.knowledge = knowledge
        self.scheme = scheme
    }
}
