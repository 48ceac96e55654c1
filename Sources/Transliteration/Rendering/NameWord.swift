public import NameText

/// A word of a name on its way into another script: what it is, its job, and what stood before it.
public struct NameWord: Hashable, Sendable {
    /// What a word is made of.
    public enum Content: Hashable, Sendable {
        /// A reading of one or more words.
        case reading(Reading)
        /// Text that is no name: a number, an initial, Latin in a Persian name.
        case text(String)

        /// The reading, where there is one.
        var reading: Reading? {
            if case .reading(let reading) = self { reading } else { nil }
        }
    }

    /// What the word is made of.
    public var content: Content
    /// Its job in the name; it decides how parts are joined and which letters are capitals.
    public var kind: Name.Part.Kind
    /// What stands before it: a space, or punctuation with its spaces.
    public var separator: String

    /// A word of a name.
    public init(_ content: Content, as kind: Name.Part.Kind = .other, after separator: String = " ") {
        self.content = content
        self.kind = kind
        self.separator = separator
    }

    /// A word of a name by its reading.
    public init(_ reading: Reading, as kind: Name.Part.Kind = .other, after separator: String = " ") {
        self.init(.reading(reading), as: kind, after: separator)
    }
}
