/// Cuts text into words by the rules of Unicode (UAX 29), as ICU has them for a language.
public struct WordBreaker: Sendable {
    private let language: Language

    /// A breaker for one language.
    public init(_ language: Language) { self.language = language }

    /// Where the words and numbers of a text stand, as UTF-8 offsets; spaces and punctuation are left out.
    ///
    /// A joiner (U+200C) stays inside its word.
    /// - Complexity: linear.
    public func words(in text: String) throws(ICUError) -> [Range<Int>] {
        var text = text
        var result: Result<[Range<Int>], ICUError> = .success([])
        text.withUTF8 { utf8 in
            result = Result { () throws(ICUError) in
                let (offsets, kinds) = try boundaries(.word, language, in: utf8)
                var start = 0
                var words: [Range<Int>] = []
                for (end, kind) in zip(offsets, kinds) {
                    if kind != BoundaryKind.other.rawValue { words.append(start..<Int(end)) }
                    start = Int(end)
                }
                return words
            }
        }
        return try result.get()
    }
}
