public import ICU

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

    /// The script of most of its letters; `.common` when it has none.
    public let script: Script

    /// Reads the parts of a name in either script.
    ///
    /// Titles and honorifics come from the vocabulary; what is given and what is family follows from the order, from known given
    /// names and from a comma. It is a reading of one name as such, not a search in a dictionary of persons.
    public init(_ text: String, _ vocabulary: Vocabulary) {
        self.text = text
        parts = NameReader(text, vocabulary).parts
        let letters = text.unicodeScalars.lazy.map { ScalarTable.shared[$0.value].kind }
        let persian = letters.count { $0.isPersian }, latin = letters.count { $0 == .latin }
        if persian == 0 && latin == 0 {
            script = text.unicodeScalars.first { $0.properties.isAlphabetic }.map { Script(of: $0) } ?? .common
        } else {
            script = persian >= latin ? .arabic : .latin
        }
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
