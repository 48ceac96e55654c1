/// What an element is to the words it stands in.
enum ElementKind: UInt8, Sendable {
    case word, given, prefix, suffix, pattern
    case place

    /// The kind by its name in the table of elements.
    init(code: String) {
        switch code {
        case "given", "compound-arabic": self = .given
        // A family name that is nothing but the name of a place is a whole name, and is not looked up.
        case "place", "nisba": self = .place
        case "prefix": self = .prefix
        case "suffix": self = .suffix
        case let code where code.hasPrefix("pattern"): self = .pattern
        default: self = .word
        }
    }

    /// What it costs to use an element of `length` letters in a composition.
    func cost(_ length: Int) -> Float {
        switch self {
        case .suffix: length == 1 ? 1 : 1.2
        case .prefix: 1.5
        case .given, .place: length < 3 ? 4 : 2
        case .word, .pattern: length < 3 ? 4 : 2.2
        }
    }
}
