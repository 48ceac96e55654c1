internal import Glibc
internal import ICU

/// Aligns an English article with a Persian one that tells the same story: sentences first, then the names inside them.
public struct Aligner: Sendable {
    private let words: WordLexicon?

    /// An aligner.
    /// - Parameter words: the word lexicon; without it names, numbers, dates and length are all there is.
    public init(words: WordLexicon?) {
        self.words = words
    }

    /// What corresponds in two articles.
    ///
    /// Never fails: what is odd about the input is said in `ArticleAlignment.remarks`.
    /// - Complexity: the product of the numbers of sentences, with a small factor; memory likewise.
    public func align(_ english: Article, _ persian: Article, _ options: AlignmentOptions = AlignmentOptions()) -> ArticleAlignment {
        let (e, p) = (TermReader.terms(of: english), TermReader.terms(of: persian))
        let anchor = persian.sentences.isEmpty ? e.datedDays.first : e.datedDays.first ?? p.datedDays.first
        let links = Links(e, p, words: words, useWords: options.knowledge == .everything, anchor: anchor)
        let found = SentenceSearch(e, p, links: links, words: options.knowledge == .everything ? words : nil).beads()
        return ArticleAlignment(english: english, persian: persian, beads: found)
    }
}
