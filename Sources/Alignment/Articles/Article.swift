public import ICU

/// One side of an article pair: its text and where its sentences are.
public struct Article: Hashable, Sendable {
    /// A sentence of the article.
    public struct Sentence: Hashable, Sendable {
        /// Where it stands in `Article.text`, in UTF-8 bytes.
        public let range: Range<Int>
        /// Its text.
        public let text: String
    }

    /// The text as it came, or without its markup; ranges refer to it, and `origin` leads from there to the file.
    public let text: String
    /// The language that the text is held to be in.
    public let language: Language
    /// The sentences in order; `Bead` names them by their index here.
    public let sentences: [Sentence]
    /// The day on which it was published, when the page says so outside the story; dates without a year are read from it.
    public var date: CalendarDay?
    /// Where the text stands in the file that it was read from, when that had markup.
    public var origin = SourceMap.identity

    /// An article of which every line is a sentence.
    ///
    /// An empty line in the middle stays as an empty sentence, so that line numbers mean what they say.
    public init(lines text: String, language: Language) {
        var ranges: [Range<Int>] = []
        var start = 0, offset = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") {
                ranges.append(start..<offset)
                start = offset + 1
            }
            offset += 1
        }
        if start < offset { ranges.append(start..<offset) }
        self.init(text: text, language: language, sentences: ranges)
    }

    /// An article of which the sentences are already known, by their UTF-8 offsets in the text.
    public init(text: String, language: Language, sentences: [Range<Int>]) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        self.language = language
        let bytes = Array(text.utf8)
        self.sentences = sentences.map { range in
            Sentence(range: range, text: String(decoding: bytes[range], as: UTF8.self))
        }
    }
}

extension Article {
    /// The language that most of its letters are of, whatever it is held to be; nil when it has none, or as many of both.
    public var writtenLanguage: Language? { Letters.language(of: self) }
}

extension Letters {
    /// The language that most letters of an article are of; nil when it has none, or as many of both.
    static func language(of article: Article) -> Language? { language(of: article.sentences.lazy.prefix(200).map(\.text)) }

    /// The language that most letters of a text are of; nil when it has none, or as many of both.
    static func language(of text: String) -> Language? { language(of: CollectionOfOne(text)) }

    private static func language(of texts: some Sequence<String>) -> Language? {
        var (latin, arabic) = (0, 0)
        for text in texts {
            for scalar in text.unicodeScalars.prefix(20_000) {
                if isLatin(scalar) { latin += 1 } else if isArabicScript(scalar) { arabic += 1 }
            }
        }
        return latin > 3 * arabic ? .english : arabic > 3 * latin ? .persian : nil
    }
}
