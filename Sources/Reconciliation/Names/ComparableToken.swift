/// One word of a name, made ready for comparison once and compared often.
struct ComparableToken: Sendable, Hashable {
    /// The job of a word in a name, as far as comparing goes.
    enum Role: UInt8, Sendable {
        case title, given, initial, particle, family, suffix, other
    }

    /// The word in its search form, for evidence and for equality.
    var text: [UInt8]
    /// Its spelling, cut into units.
    var letters: [UInt8]
    /// Where the word is Persian and known: the sounds of its readings, best first.
    var readings: [[UInt8]] = []
    /// Sound classes, for keys and for the rarity of the name.
    var skeleton: [UInt8] { didSet { sounds = SoundClass.set(of: skeleton) } }
    /// Which sound classes the word has, a bit each: words that share few cannot be near.
    private(set) var sounds: UInt32 = 0
    /// The Persian spellings that the lexicon knows it to stand for, ascending; for a Persian word, itself.
    var known: [KnownSpelling] = []
    /// How rare a name of this sound is: tenths of a nat.
    var rarity: UInt8 = 60
    /// Who bears it, where the lexicon knows.
    var gender: NameGender = .unknown
    var role: Role = .other
    /// What the word means, where organizations and places share it.
    var concept: NameWords.Concept?

    init(text: [UInt8], letters: [UInt8], skeleton: [UInt8]) {
        self.text = text
        self.letters = letters
        self.skeleton = skeleton
        sounds = SoundClass.set(of: skeleton)
    }

    var isPersian: Bool { letters.first.map(SpellingUnit.isPersian) ?? false }
    var isInitial: Bool { role == .initial }
}

/// A Persian spelling that a word is known to stand for.
struct KnownSpelling: Sendable, Hashable {
    /// A stable hash of the folded Persian spelling.
    var id: UInt32
    /// How much of the word's use is this name: hundredths.
    var share: UInt8
}

/// Who bears a given name.
struct NameGender: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let male = NameGender(rawValue: 1), female = NameGender(rawValue: 2)
    static let unknown: NameGender = []

    /// Both known, and nobody bears both.
    func contradicts(_ other: NameGender) -> Bool { !isEmpty && !other.isEmpty && isDisjoint(with: other) }
}
