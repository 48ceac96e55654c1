/// How a name is written in Persian and how it sounds, letter by letter: the pivot of which every spelling is a rendering.
///
/// Its text form, one line of scholarly Latin such as `moḥammad javād āẕarī jahromī`, is described in `docs/reading.md`.
/// From a reading follow the exact Persian spelling, the vowelled spelling, and every romanization.
public struct Reading: Hashable, Sendable {
    /// The letters, vowels and boundaries, in the order in which they are read.
    public let units: [Unit]

    /// One sign of a reading.
    public enum Unit: Hashable, Sendable {
        case consonant(Letter)
        /// One letter that sounds twice: it bears tashdid.
        case doubled(Letter)
        /// A letter that is written and not heard.
        case silent(Letter)
        case vowel(Vowel)
        case boundary(Boundary)
        case ezafe(Ezafe)
    }

    /// What parts two segments of a name. A segment's first vowel is carried by alef.
    public enum Boundary: UInt8, Hashable, Sendable, CaseIterable {
        /// A space.
        case space
        /// The joiner U+200C: «احمدی‌نژاد».
        case joiner
        /// Nothing is written: «محمدرضا».
        case solid
        /// The Arabic article ال, its lam heard: `ol=qāsem`.
        case article
        /// The Arabic article ال, its lam heard as the letter that follows: `od=dīn`.
        case assimilatedArticle
    }

    /// The link at a word's end, by what is written.
    public enum Ezafe: UInt8, Hashable, Sendable, CaseIterable {
        /// Nothing: «شهر ری».
        case unwritten
        /// ی, solid after a vowel, with joiner after silent he: «دریای خزر», «خانه‌ی ما».
        case ye
        /// Hamza above silent he: «خانهٔ ما».
        case hamza
    }

    /// The reading of these units.
    ///
    /// - Throws: `ReadingError` when they are in an order that Persian cannot write; its offset counts units.
    public init(units: [Unit]) throws(ReadingError) {
        try Self.check(units)
        self.units = units
    }

    /// For units that are known to be in order.
    init(checked units: [Unit]) {
        self.units = units
    }

    /// The words of the reading: what stands between spaces.
    public var words: [Reading] {
        units.split(separator: .boundary(.space)).map { Reading(checked: Array($0)) }
    }

    /// Hashes the units as one number, which is several times faster than one by one.
    public func hash(into hasher: inout Hasher) {
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        for unit in units { sum = (sum ^ UInt64(unit.code)) &* 0x100_0000_01b3 }
        hasher.combine(sum)
    }
}

extension Reading: CustomStringConvertible {
    /// The notation.
    public var description: String { notation }
}

extension Reading.Unit {
    /// A number for each unit, below 256 and the same in every version: what compiled dictionaries store.
    public var code: UInt8 {
        switch self {
        case .consonant(let letter): letter.rawValue
        case .doubled(let letter): 40 + letter.rawValue
        case .silent(let letter): 80 + letter.rawValue
        case .vowel(let vowel): 120 + vowel.rawValue
        case .boundary(let boundary): 140 + boundary.rawValue
        case .ezafe(let ezafe): 150 + ezafe.rawValue
        }
    }

    /// The unit of a number, or nil when no unit has it.
    public init?(code: UInt8) {
        switch code {
        case ..<40: guard let letter = Reading.Letter(rawValue: code) else { return nil }; self = .consonant(letter)
        case ..<80: guard let letter = Reading.Letter(rawValue: code - 40) else { return nil }; self = .doubled(letter)
        case ..<120: guard let letter = Reading.Letter(rawValue: code - 80) else { return nil }; self = .silent(letter)
        case ..<140: guard let vowel = Reading.Vowel(rawValue: code - 120) else { return nil }; self = .vowel(vowel)
        case ..<150: guard let boundary = Reading.Boundary(rawValue: code - 140) else { return nil }; self = .boundary(boundary)
        default: guard let ezafe = Reading.Ezafe(rawValue: code - 150) else { return nil }; self = .ezafe(ezafe)
        }
    }

    /// The letter of the unit, where it is one.
    public var letter: Reading.Letter? {
        switch self {
        case .consonant(let letter), .doubled(let letter), .silent(let letter): letter
        case .vowel, .boundary, .ezafe: nil
        }
    }

    /// Whether a segment starts after this unit.
    var endsSegment: Bool {
        if case .boundary = self { true } else { false }
    }

    /// Whether this is a letter that is not heard.
    var isSilent: Bool {
        if case .silent = self { true } else { false }
    }
}
