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

    /// The text as it came; every offset refers to it.
    public let text: String
    /// The language that the text is held to be in.
    public let language: Language
    /// The sentences in order; `Bead` names them by their index here.
    public let sentences: [Sentence]
    /// The day on which it was published, when the page says so outside the story; dates without a year are read from it.
    public var date: CalendarDay?

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
