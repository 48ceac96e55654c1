internal import ICU

/// Aligns an English article with a Persian one that tells the same story: sentences first, then the names inside them.
public struct Aligner: Sendable {
    private let words: WordLexicon?
    private let gazetteer: Gazetteer?

    /// An aligner.
    /// - Parameters:
    ///   - words: the word lexicon; without it names, numbers, dates and length are all there is.
    ///   - gazetteer: the dictionaries whose entities names are linked to.
    public init(words: WordLexicon?, gazetteer: Gazetteer? = nil) {
        self.words = words
        self.gazetteer = gazetteer
    }

    /// What corresponds in two articles.
    ///
    /// Never fails: what is odd about the input is said in `ArticleAlignment.remarks`.
    /// - Complexity: the product of the numbers of sentences, with a small factor; memory likewise.
    public func align(_ english: Article, _ persian: Article, _ options: AlignmentOptions = AlignmentOptions()) -> ArticleAlignment {
        if english.sentences.isEmpty || persian.sentences.isEmpty {
            return apart(english, persian, .emptySide)
        }
        switch (Self.script(of: english), Self.script(of: persian)) {
        case (.persian, .english):
            var alignment = alignChecked(persian.held(.english), english.held(.persian), options)
            alignment.remarks.insert(.swapped, at: 0)
            return alignment
        case (.english, .english): return apart(english, persian, .sameLanguage(.english))
        case (.persian, .persian): return apart(english, persian, .sameLanguage(.persian))
        default: return alignChecked(english, persian, options)
        }
    }

    private func alignChecked(_ english: Article, _ persian: Article, _ options: AlignmentOptions) -> ArticleAlignment {
        let (e, p) = (TermReader.terms(of: english), TermReader.terms(of: persian))
        let anchor = english.date ?? persian.date ?? e.datedDays.first ?? p.datedDays.first
        let useWords = options.knowledge == .everything
        let links = Links(e, p, words: words, useWords: useWords, anchor: anchor)
        let search = SentenceSearch(e, p, links: links, words: useWords ? words : nil)
        var beads = search.beads()
        guard beads.contains(where: \.isTwoSided) else { return apart(english, persian, .nothingInCommon) }
        if options.linksNames { linkNames(&beads, english, e, persian, p, links) }
        return ArticleAlignment(english: english, persian: persian, beads: beads)
    }

    private func linkNames(
        _ beads: inout [Bead], _ english: Article, _ e: TermedArticle, _ persian: Article, _ p: TermedArticle, _ links: Links
    ) {
        let sides = (NameLinker.Side(english, e), NameLinker.Side(persian, p))
        let linker = NameLinker(sides.0, sides.1, links: links, gazetteer: gazetteer) { term in
            words.map { lexicon in term.keys.contains { key in lexicon.translations(of: key).contains { !$0.isName } } } ?? false
        }
        let found = beads.map { $0.isTwoSided ? linker.names(english: $0.english, persian: $0.persian) : [] }
        for (bead, names) in ArticleNames.links(found, english: sides.0, persian: sides.1, gazetteer: gazetteer).enumerated() {
            beads[bead].names = names
        }
    }

    /// Every sentence by itself.
    private func apart(_ english: Article, _ persian: Article, _ remark: ArticleAlignment.Remark) -> ArticleAlignment {
        ArticleAlignment(
            english: english, persian: persian,
            beads: english.sentences.indices.map { Bead(english: [$0], persian: [], score: 1) }
                + persian.sentences.indices.map { Bead(english: [], persian: [$0], score: 1) }, remarks: [remark])
    }

    /// The language that most letters of an article are of; nil when it has none, or as many of both.
    private static func script(of article: Article) -> Language? {
        var (latin, arabic) = (0, 0)
        for sentence in article.sentences.prefix(200) {
            for scalar in sentence.text.unicodeScalars {
                if Letters.isLatin(scalar) { latin += 1 } else if Letters.isArabicScript(scalar) { arabic += 1 }
            }
        }
        return latin > 3 * arabic ? .english : arabic > 3 * latin ? .persian : nil
    }
}

extension Article {
    /// The same sentences, held to be of a language.
    fileprivate func held(_ language: Language) -> Article {
        var article = Article(text: text, language: language, sentences: sentences.map(\.range))
        article.date = date
        return article
    }
}
