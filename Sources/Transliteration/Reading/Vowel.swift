extension Reading {
    /// A vowel and the way it is written. A diphthong is a vowel and a letter: `ow` is `o` and the glide, `ey` is `e` and ی.
    public enum Vowel: UInt8, Hashable, Sendable, CaseIterable {
        /// Short vowels, unwritten; at the start of a segment alef carries them.
        case a, e, o
        /// Long vowels with a letter of their own: ا (آ at the start of a segment), ی, و.
        case longA, longI, longU
        /// آ inside a segment, with the hamza that it holds: «قرآن».
        case madda
        /// A long a that is not written: «رحمن», «الله».
        case unwrittenA
        /// A long a written ی: «موسی», «مصطفی».
        case maksura
        /// Tanvin; the first is written اً, the others are marks only.
        case tanvinA, tanvinE, tanvinO
    }
}

extension Reading.Vowel {
    private static let signs = ["a", "e", "o", "ā", "ī", "ū", "ʾā", "â", "á", "ã", "ẽ", "õ"]

    /// The sign of this vowel in the notation.
    public var sign: String { Self.signs[Int(rawValue)] }

    /// Whether the vowel has no letter of its own inside a segment.
    public var isUnwritten: Bool {
        switch self {
        case .a, .e, .o, .unwrittenA, .tanvinE, .tanvinO: true
        case .longA, .longI, .longU, .madda, .maksura, .tanvinA: false
        }
    }

    /// The letter that writes a long vowel inside a segment.
    var letter: Unicode.Scalar {
        switch self {
        case .longI, .maksura: "ی"
        case .longU: "و"
        case .madda: "آ"
        case .a, .e, .o, .longA, .unwrittenA, .tanvinA, .tanvinE, .tanvinO: "ا"
        }
    }
}
