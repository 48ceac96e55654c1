internal import NameText

/// A way to write readings in Latin letters: ICU rules for the letters, and a style for how parts are joined.
public struct Scheme: Sendable {
    /// The id of the scheme.
    public let id: ID
    /// How words and parts are joined.
    public let style: SchemeStyle
    /// The scheme's own name: the first comment line of its file.
    public let title: String
    let letters: SchemeLetters
    private let known = SchemeWords()

    /// The scheme of a rule file's text.
    ///
    /// - Parameter file: the name used in errors.
    /// - Throws: `SchemeError` with the line of the mistake.
    public init(_ id: ID, rules: String, file: String) throws(SchemeError) {
        self.id = id
        style = try SchemeStyle(rules: rules, file: file)
        let firstLine = rules.prefix { $0 != "\n" }
        title = firstLine.hasPrefix("# ") ? String(firstLine.dropFirst(2)) : id.rawValue
        letters = try SchemeLetters(rules: rules, file: file)
    }

    /// The reading in Latin, in lower case, its parts joined as in a name of no particular role.
    public func romanized(_ reading: Reading) -> String {
        reading.joinedWords.map { latin($0, as: .other, capitals: false) }.joined(separator: style.space)
    }

    /// One word in Latin.
    func latin(_ word: Reading, as kind: Name.Part.Kind, capitals: Bool) -> String {
        known.latin(SchemeWords.Key(word: word, kind: kind, hasCapitals: capitals)) {
            WordJoining(rendered(word), as: kind, by: self).pieces.reduce(into: "") { text, piece in
                text += capitals && piece.startsName ? Self.capitalized(piece.text) : piece.text
            }
        }
    }

    /// The segments of one word with their Latin letters.
    func rendered(_ word: Reading) -> [RenderedSegment] {
        let segments = Segment.segments(of: word)
        let texts = letters.latin(of: segments)
        // Rules that rewrite boundaries have joined the word themselves.
        guard texts.count == segments.count else {
            return [RenderedSegment(segment: Segment(ezafe: segments.last?.ezafe), text: texts.joined())]
        }
        return zip(segments, texts).map { RenderedSegment(segment: $0, text: $1) }
    }
}

/// A segment with its Latin letters.
struct RenderedSegment: Sendable {
    var segment: Segment
    var text: String
}
