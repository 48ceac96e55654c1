/// A name as a value: its parts in order, from which the text can be put together again.
public struct Name: Sendable, Hashable {
    /// A run of words with one job in a name.
    public struct Part: Sendable, Hashable {
        /// The jobs that a part of a name can have.
        public enum Kind: String, Sendable, CaseIterable {
            /// What a person is or was made: دکتر, Ayatollah, Brigadier General.
            case title
            /// What is said out of respect or descent: سید, حاج, Mr.
            case honorific
            /// A given name; a compound given name is one part.
            case given
            /// A small word between: بن, ol, van.
            case particle
            /// The family name, all its words.
            case family
            /// What follows a name: Jr., (ره), شهید.
            case suffix
            /// A letter for a name: M., م.
            case initial
            /// Anything else.
            case other
        }

        /// The job of the part.
        public let kind: Kind
        /// The part as it was written, without the space around it.
        public let text: String
        /// Where it stands in the name's text, in UTF-8 offsets.
        public let range: Range<Int>
    }

    /// The name as it was given.
    public let text: String
    /// Its parts in order; with what stands between them they make up `text`.
    public let parts: [Part]

    /// Reads the parts of a name in either script.
    public init(_ text: String, _ vocabulary: Vocabulary) {
        self.text = text
        self.parts = text.isEmpty ? [] : [Part(kind: .other, text: text, range: 0..<text.utf8.count)]
    }

    /// The texts of the parts of one kind, in order.
    public func texts(_ kind: Part.Kind) -> [String] {
        parts.lazy.filter { $0.kind == kind }.map(\.text)
    }

    /// Titles and honorifics, in order.
    public var titles: [String] { parts.lazy.filter { $0.kind == .title || $0.kind == .honorific }.map(\.text) }
    /// The given names, in order; initials are not among them.
    public var given: [String] { texts(.given) }
    /// The family name with its particles, or nil when none is seen.
    public var family: String? {
        let words = parts.filter { $0.kind == .family || $0.kind == .particle }.map(\.text)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
