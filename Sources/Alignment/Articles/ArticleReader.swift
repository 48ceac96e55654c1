public import ICU

/// Cuts a file into an article's sentences, as a person would give it: copied or saved from a page, with its date line and credits.
public struct ArticleReader: Sendable {
    private let breakers: [Language: SentenceBreaker]

    /// - Parameter abbreviations: for each language, words after whose full stop a sentence goes on.
    public init(abbreviations: [Language: [String]]) {
        var breakers: [Language: SentenceBreaker] = [:]
        for language in Language.allCases { breakers[language] = SentenceBreaker(language, abbreviations: abbreviations[language] ?? []) }
        self.breakers = breakers
    }

    /// The article in a file of any form; of a file that holds both sides, the one in the language.
    ///
    /// - Parameters:
    ///   - form: how the file is to be read; by its content and name unless given.
    ///   - path: what it is called, for messages.
    /// - Throws: `ArticleError`, or `ICUError` when the system's ICU has no sentence rules.
    public func article(_ bytes: [UInt8], path: String, form: ArticleForm? = nil, language: Language) throws -> Article {
        let bytes = try ArticleText.utf8(bytes, path: path)
        let read: (text: MappedText, date: CalendarDay?)
        switch form ?? ArticleForm(path: path, content: bytes) {
        case .text: return try article(String(decoding: bytes, as: UTF8.self), language: language)
        case .tmx, .xliff:
            let both = try BilingualText(bytes, path: path)
            return language == .english ? both.english : both.persian
        case .html:
            let story = HTMLStory(bytes)
            read = (story.text, story.date)
        case .markdown:
            let markdown = MarkdownText(bytes)
            read = (markdown.text, markdown.date)
        }
        var article = try article(read.text.text, language: language)
        article.origin = read.text.map
        article.date = read.date ?? article.date
        return article
    }

    /// The article of a file of which every line is a sentence.
    public static func lines(_ bytes: [UInt8], path: String, language: Language) throws(ArticleError) -> Article {
        Article(lines: String(decoding: try ArticleText.utf8(bytes, path: path), as: UTF8.self), language: language)
    }

    /// Both sides of a file that holds both, with its pairs; nil when it is of another form.
    public static func bilingual(_ bytes: [UInt8], path: String, form: ArticleForm? = nil) throws(ArticleError) -> BilingualText? {
        let bytes = try ArticleText.utf8(bytes, path: path)
        guard (form ?? ArticleForm(path: path, content: bytes)).isBilingual else { return nil }
        return try BilingualText(bytes, path: path)
    }

    /// The article in a text; a line break ends a sentence unless the text is wrapped at a fixed width.
    ///
    /// What belongs to the page and not to the story is no sentence: lines that hold a date, a credit or an address alone, embedded
    /// posts' signatures. Their dates count as the article's own. Sentences are cut by the rules of the language that the letters show.
    /// - Throws: `ICUError` when the system's ICU has no sentence rules.
    public func article(_ text: String, language: Language) throws(ICUError) -> Article {
        var text = text
        text.makeContiguousUTF8()
        let furniture = PageFurniture(Array(text.utf8))
        guard let breaker = breakers[Letters.language(of: text) ?? language] else { preconditionFailure("no breaker for \(language)") }
        let ranges = try breaker.sentences(in: String(decoding: furniture.masked, as: UTF8.self))
        var article = Article(text: text, language: language, sentences: ranges)
        article.date = furniture.date
        return article
    }
}
