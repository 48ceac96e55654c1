public import ICU

/// Cuts running text into an article's sentences, as a person would give it: copied from a page, with its date line and credits.
public struct ArticleReader: Sendable {
    private let breakers: [Language: SentenceBreaker]

    /// - Parameter abbreviations: for each language, words after whose full stop a sentence goes on.
    public init(abbreviations: [Language: [String]]) {
        var breakers: [Language: SentenceBreaker] = [:]
        for language in Language.allCases { breakers[language] = SentenceBreaker(language, abbreviations: abbreviations[language] ?? []) }
        self.breakers = breakers
    }

    /// The article in a text; a line break ends a sentence unless the text is wrapped at a fixed width.
    ///
    /// What belongs to the page and not to the story is no sentence: lines that hold a date, a credit or an address alone, embedded
    /// posts' signatures. Their dates count as the article's own.
    /// - Throws: `ICUError` when the system's ICU has no sentence rules.
    public func article(_ text: String, language: Language) throws(ICUError) -> Article {
        var text = text
        text.makeContiguousUTF8()
        let furniture = PageFurniture(Array(text.utf8))
        guard let breaker = breakers[language] else { preconditionFailure("no breaker for \(language)") }
        let ranges = try breaker.sentences(in: String(decoding: furniture.masked, as: UTF8.self))
        var article = Article(text: text, language: language, sentences: ranges)
        article.date = furniture.date
        return article
    }
}
