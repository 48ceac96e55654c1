/// What a scalar is to the normalizer.
enum Kind: UInt8 {
    /// Anything the tables do not name: kept as it is.
    case unknown
    /// A letter of the Arabic script that joins the next one.
    case joining
    /// A letter of the Arabic script after which the line breaks off: ا د ذ ر ز ژ و ء …
    case final
    /// A letter of the Latin script.
    case latin
    /// A vowel mark or another mark over or under a letter of the Arabic script.
    case mark
    /// Madda and hamza as marks, which make one letter with some letters.
    case hamza
    /// A combining accent of other scripts.
    case accent
    /// The stroke that only lengthens: U+0640.
    case tatweel
    /// Characters that are nothing in print: bidi controls, byte-order marks.
    case control
    case space
    case newline
    /// The zero-width non-joiner, U+200C.
    case joiner
    /// The zero-width joiner, U+200D.
    case widthJoiner
    /// What old programs left where a joiner should be: soft hyphen, U+200B, U+009D.
    case brokenJoiner
    case digit
    case point
    case apostrophe
    case hyphen
    case punctuation
    /// A presentation form, or another compatibility character that hides letters.
    case form

    /// A letter of the Arabic script.
    var isPersian: Bool { self == .joining || self == .final }
    /// A letter of either script of names.
    var isLetter: Bool { self == .joining || self == .final || self == .latin }
    /// A letter of the Arabic script or what stands on one.
    var isPersianOrMark: Bool { isPersian || isMark }
    /// Shows nothing of itself, or nothing beside a Persian letter.
    var isSilent: Bool {
        switch self {
        case .control, .joiner, .widthJoiner, .brokenJoiner, .tatweel: true
        default: false
        }
    }
    /// Stands over or under a Persian letter.
    var isMark: Bool { self == .mark || self == .hamza }
}
