internal import Lexicon

/// One word of a name, made ready for comparison once and compared often.
///
/// A token holds what is small and says where the rest lies: a run of bytes of its name or, for a word of a compiled dictionary, of
/// the dictionary's file, so that nothing is copied, and nothing counted, to compare two. In that run stand, one after another, the units of
/// spelling, the sound classes, the text, the known names (five bytes each) and the readings (a count, then units).
struct ComparableToken: Sendable, Hashable {
    /// The job of a word in a name, as far as comparing goes.
    enum Role: UInt8, Sendable {
        case title, given, initial, particle, family, suffix, other
    }

    /// Where the word's run of bytes begins.
    var start: UInt32 = 0
    /// How many units of spelling.
    var letterCount: UInt8 = 0
    /// How many sound classes.
    var skeletonCount: UInt8 = 0
    /// How many bytes of text.
    var textCount: UInt8 = 0
    /// How many Persian spellings the lexicon knows it to stand for; for a Persian word, itself.
    var knownCount: UInt8 = 0
    /// Where the word is Persian and known: how many readings.
    var readingCount: UInt8 = 0
    /// How rare a name of this sound is: tenths of a nat.
    var rarity: UInt8 = 60
    /// Which sound classes the word has, a bit each: words that share few cannot be near.
    var sounds: UInt32 = 0
    /// Whether it is written in Persian letters.
    var isPersian = false
    /// Whether it is often left out before another given name: Mohammad, Ali.
    var isLead = false
    /// Who bears it, where the lexicon knows.
    var gender: NameGender = .unknown
    var role: Role = .other
    /// What the word means, where organizations and places share it.
    var concept: NameWords.Concept?

    /// Whether the names that it stands for are the reading models', not the lexicon's.
    var isRead = false

    var isInitial: Bool { role == .initial }
    /// Whether the lexicon has the word.
    var isKnown: Bool { knownCount > 0 && !isRead }

    /// Its spelling, cut into units.
    var letters: Range<Int> { run(0, letterCount) }
    /// Sound classes, for keys and for the rarity of the name.
    var skeleton: Range<Int> { run(Int(letterCount), skeletonCount) }
    /// The word in its search form, for evidence and for equality.
    var text: Range<Int> { run(Int(letterCount) &+ Int(skeletonCount), textCount) }
    /// The Persian spellings that it is known to stand for, ascending.
    var known: KnownNames { KnownNames(start: text.upperBound, count: Int(knownCount)) }
    /// Where the first reading's count of units lies.
    var readings: Int { text.upperBound &+ KnownNames.width &* Int(knownCount) }

    /// Where the run of bytes ends.
    func end(_ bytes: Bytes) -> Int {
        var end = readings
        for _ in 0..<readingCount { end += 1 + Int(bytes[end]) }
        return end
    }

    @inline(__always)
    private func run(_ offset: Int, _ count: UInt8) -> Range<Int> {
        let start = Int(self.start) &+ offset
        return start..<start &+ Int(count)
    }
}

/// Persian spellings that a word is known to stand for, where they lie: the number of the name and how much of the word's use it is,
/// with a mark where another name, which sounds otherwise, is more of it.
struct KnownNames: Sendable, Hashable {
    /// Bytes that one takes: the number, little-endian, and the share in hundredths.
    static let width = 5

    var start: Int
    var count: Int

    @inline(__always)
    func number(_ index: Int, _ bytes: Bytes) -> UInt32 { bytes.u32(at: start &+ Self.width &* index) }
    @inline(__always)
    func share(_ index: Int, _ bytes: Bytes) -> Int { Int(bytes[start &+ Self.width &* index &+ 4] & ~Self.lesser) }

    /// Set in a share's byte where a name that sounds otherwise has more of the word's use.
    static let lesser: UInt8 = 128

    /// How much of both words' use is the same name, in hundredths.
    func overlap(_ bytes: Bytes, _ other: KnownNames, _ otherBytes: Bytes) -> Int {
        var shared = 0, i = 0, j = 0
        while i < count, j < other.count {
            let mine = number(i, bytes), its = other.number(j, otherBytes)
            if mine == its { shared += min(share(i, bytes), other.share(j, otherBytes)) }
            if mine <= its { i += 1 }
            if its <= mine { j += 1 }
        }
        return shared
    }

    /// How much of the word's use is one name, in hundredths, and whether a name that sounds otherwise has more of it.
    func share(ofName name: UInt32, _ bytes: Bytes) -> (share: Int, isLesser: Bool) {
        for index in 0..<count where number(index, bytes) == name {
            return (share(index, bytes), bytes[start &+ Self.width &* index &+ 4] & Self.lesser != 0)
        }
        return (0, false)
    }
}

/// Who bears a given name.
struct NameGender: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let male = NameGender(rawValue: 1), female = NameGender(rawValue: 2)
    static let unknown: NameGender = []

    /// Both known, and nobody bears both.
    func contradicts(_ other: NameGender) -> Bool { !isEmpty && !other.isEmpty && isDisjoint(with: other) }
}
