/// The marks that one letter of vowelled Persian bears.
struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let fathatan = Marks(rawValue: 1 << 0)
    static let dammatan = Marks(rawValue: 1 << 1)
    static let kasratan = Marks(rawValue: 1 << 2)
    static let fatha = Marks(rawValue: 1 << 3)
    static let damma = Marks(rawValue: 1 << 4)
    static let kasra = Marks(rawValue: 1 << 5)
    static let shadda = Marks(rawValue: 1 << 6)
    static let sukun = Marks(rawValue: 1 << 7)
    static let dagger = Marks(rawValue: 1 << 8)
    static let plain = Marks(rawValue: 1 << 9)
    static let longI = Marks(rawValue: 1 << 10)
    static let longU = Marks(rawValue: 1 << 11)
    static let silent = Marks(rawValue: 1 << 12)
    static let sounded = Marks(rawValue: 1 << 13)
    static let glide = Marks(rawValue: 1 << 14)
    static let hamza = Marks(rawValue: 1 << 15)

    /// The marks that say which vowel follows a letter.
    static let vowels: Marks = [.fathatan, .dammatan, .kasratan, .fatha, .damma, .kasra, .dagger]

    /// Every mark, in the canonical order in which a letter bears them.
    private static let table: [(mark: Marks, scalar: Unicode.Scalar)] = [
        (.fathatan, "\u{64B}"),
        (.dammatan, "\u{64C}"),
        (.kasratan, "\u{64D}"),
        (.fatha, "\u{64E}"),
        (.damma, "\u{64F}"),
        (.kasra, "\u{650}"),
        (.shadda, "\u{651}"),
        (.sukun, "\u{652}"),
        (.dagger, "\u{670}"),  // alef above: a long a that is not written
        (.longI, "\u{656}"),  // alef below: ی is ī, right after another vowel
        (.longU, "\u{657}"),  // inverted damma: و is ū, right after another vowel
        (.silent, "\u{6DF}"),  // small circle: written, not heard
        (.sounded, "\u{6E1}"),  // head of khah: و is v, where a sukun would make it the glide of ow
        (.glide, "\u{65A}"),  // small v: و is the glide w, elsewhere than in ow
        (.hamza, "\u{654}"),
        (.plain, "\u{34F}"),  // grapheme joiner: a kasra at a word's end that is no ezafe
    ]

    /// The mark of a scalar, or nil when it is none.
    init?(_ scalar: Unicode.Scalar) {
        guard let found = Self.table.first(where: { $0.scalar == scalar }) else { return nil }
        self = found.mark
    }

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Appends the marks to the letter before.
    func append(to text: inout String.UnicodeScalarView) {
        for (mark, scalar) in Self.table where contains(mark) { text.append(scalar) }
    }
}

extension Marks {
    /// The mark that a letter bears for a vowel without a letter of its own.
    init(_ vowel: Reading.Vowel) {
        self =
            switch vowel {
            case .a: .fatha
            case .e: .kasra
            case .o: .damma
            case .unwrittenA: .dagger
            case .tanvinA: .fathatan
            case .tanvinE: .kasratan
            case .tanvinO: .dammatan
            case .longA, .longI, .longU, .madda, .maksura: []
            }
    }
}
