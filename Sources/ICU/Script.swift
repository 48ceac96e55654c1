internal import CICU

/// A writing system, as Unicode assigns it to scalars (UAX 24).
public struct Script: Hashable, Sendable, CustomStringConvertible {
    /// ICU's number of the script.
    let value: Int32

    /// The script of a scalar.
    public init(of scalar: Unicode.Scalar) { value = cicu_script(scalar.value) }

    /// The script with a four-letter ISO 15924 code such as "Arab"; nil when ICU does not know it.
    public init?(code: String) {
        value = cicu_script_named(code)
        if value < 0 { return nil }
    }

    private init(_ known: String) { value = cicu_script_named(known) }

    /// The four-letter ISO 15924 code, such as "Latn".
    public var code: String { String(cString: cicu_script_code(value)) }

    /// Same as `code`.
    public var description: String { code }

    /// Letters such as A and é.
    public static let latin = Script("Latn")
    /// Letters such as ب and ی.
    public static let arabic = Script("Arab")
    /// Letters such as Ж.
    public static let cyrillic = Script("Cyrl")
    /// Letters such as Ω.
    public static let greek = Script("Grek")
    /// Letters such as א.
    public static let hebrew = Script("Hebr")
    /// Letters such as Ա.
    public static let armenian = Script("Armn")
    /// Punctuation, digits and what else several scripts share.
    public static let common = Script("Zyyy")
    /// Marks that take the script of the letter before them.
    public static let inherited = Script("Zinh")
}

/// The general category of a scalar, as far as names need it.
public enum Category: Sendable {
    /// A letter.
    case letter
    /// A combining mark.
    case mark
    /// A digit or another number.
    case number
    /// Punctuation.
    case punctuation
    /// A sign such as + or €, emoji among them.
    case symbol
    /// A space or line separator.
    case separator
    /// A control, format character, surrogate, private or unassigned scalar.
    case other

    /// The category of a scalar in the system's ICU.
    public init(of scalar: Unicode.Scalar) {
        // The numbers are those of ICU's UCharCategory, which are stable.
        switch cicu_category(scalar.value) {
        case 1...5: self = .letter
        case 6...8: self = .mark
        case 9...11: self = .number
        case 12...14: self = .separator
        case 19...23, 28, 29: self = .punctuation
        case 24...27: self = .symbol
        default: self = .other
        }
    }
}
