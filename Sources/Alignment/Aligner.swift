internal import ICU

/// Aligns an English article with a Persian one that tells the same story: sentences first, then the names inside them.
public struct Aligner: Sendable {
    let words: WordLexicon?
    let gazetteer: Gazetteer?
    /// Words that the articles at hand have taught.
    var learnt: WordLexicon?

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
        switch (Letters.language(of: english), Letters.language(of: persian)) {
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
        let useWords = options.knowledge == .everything
        let links = Links(
            e, p, words: words, useWords: useWords, learnt: learnt, anchor: Links.Anchor(written: english.date ?? persian.date, e, p))
        let search = SentenceSearch(e, p, links: links, words: (useWords ? [words, learnt] : [learnt]).compactMap { $0 })
        var beads = search.beads()
        guard beads.contains(where: \.isTwoSided) else { return apart(english, persian, .nothingInCommon) }
        if options.linksNames { linkNames(&beads, english, e, persian, p, links) }
        return ArticleAlignment(english: english, persian: persian, beads: beads)
    }

    private func linkNames(
        _ beads: inout [Bead], _ english: Article, _ e: TermedArticle, _ persian: Article, _ p: TermedArticle, _ links: Links
    ) {
        let sides = (TokenizedArticle(english, e), TokenizedArticle(persian, p))
        let linker = NameLinker(sides.0, sides.1, links: links, gazetteer: gazetteer) { term in
            words.map { lexicon in term.keys.contains { key in lexicon.translations(of: key).contains { !$0.isName } } } ?? false
        }
        let found = beads.map { $0.isTwoSided ? linker.names(english: $0.english, persian: $0.persian) : [] }
        for (bead, names) in ArticleNames.links(found, english: sides.0, persian: sides.1, gazetteer: gazetteer).enumerated() {
            beads[bead].names = names
        }
    }

    /// The names of pairs that are known already, such as those of a translation memory.
    ///
    /// Units are taken together in passages of some length, so that a surname finds the person whom a unit before it has introduced.
    public func names(in both: BilingualText) -> ArticleAlignment {
        var beads = both.beads
        for start in stride(from: 0, to: beads.count, by: Self.passage) {
            let range = start..<min(start + Self.passage, beads.count)
            guard let english = both.english.passage(of: beads[range].flatMap(\.english)),
                let persian = both.persian.passage(of: beads[range].flatMap(\.persian))
            else { continue }
            var part = beads[range].map { bead in
                Bead(english: bead.english.map { $0 - english.first }, persian: bead.persian.map { $0 - persian.first }, score: bead.score)
            }
            let (e, p) = (TermReader.terms(of: english.article), TermReader.terms(of: persian.article))
            let links = Links(e, p, words: words, useWords: true, anchor: Links.Anchor(written: nil, e, p))
            linkNames(&part, english.article, e, persian.article, p, links)
            for (index, bead) in part.enumerated() {
                beads[start + index].names = bead.names.map { link in
                    var link = link
                    link.english.range = link.english.range.shifted(by: english.offset)
                    link.persian.range = link.persian.range.shifted(by: persian.offset)
                    // Groups are told apart across passages.
                    if link.group > 0 { link.group += start * 100 }
                    return link
                }
            }
        }
        return ArticleAlignment(english: both.english, persian: both.persian, beads: beads)
    }

    private static let passage = 60

    /// Every sentence by itself.
    private func apart(_ english: Article, _ persian: Article, _ remark: ArticleAlignment.Remark) -> ArticleAlignment {
        ArticleAlignment(
            english: english, persian: persian,
            beads: english.sentences.indices.map { Bead(english: [$0], persian: [], score: 1) }
                + persian.sentences.indices.map { Bead(english: [], persian: [$0], score: 1) }, remarks: [remark])
    }
}

extension Article {
    /// Neighbouring sentences as an article of their own; nil when there is none.
    fileprivate func passage(of indices: [Int]) -> (article: Article, first: Int, offset: Int)? {
        guard let first = indices.first, let last = indices.last else { return nil }
        let start = sentences[first].range.lowerBound
        let text = sentences[first...last].map(\.text).joined(separator: "\n")
        // A memory's segments stand one line each, so that offsets only move.
        return (
            Article(text: text, language: language, sentences: sentences[first...last].map { $0.range.shifted(by: -start) }), first, start
        )
    }

    /// The same sentences, held to be of a language.
    fileprivate func held(_ language: Language) -> Article {
        var article = Article(text: text, language: language, sentences: sentences.map(\.range))
        article.date = date
        article.origin = origin
        return article
    }
}

extension Range<Int> {
    fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
