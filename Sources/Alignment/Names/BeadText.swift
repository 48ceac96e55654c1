/// One article as names are looked for in it: its bytes, terms and tokens.
struct TokenizedArticle {
    let bytes: [UInt8]
    let terms: [Term]
    let sentences: [[TermToken]]

    init(_ article: Article, _ terms: TermedArticle) {
        bytes = Array(article.text.utf8)
        self.terms = terms.terms
        sentences = terms.sentences
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// One side of a bead: its tokens, and which of them have found their counterpart.
struct BeadText {
    let article: TokenizedArticle
    let tokens: [TermToken]
    private(set) var isUsed: [Bool]

    init(_ article: TokenizedArticle, sentences: [Int]) {
        self.article = article
        tokens = sentences.flatMap { article.sentences[$0] }
        isUsed = [Bool](repeating: false, count: tokens.count)
    }

    var indices: Range<Int> { tokens.indices }

    func term(_ index: Int) -> Term { article.terms[tokens[index].term] }
    func word(_ index: Int) -> Word? { tokens.indices.contains(index) ? term(index).form : nil }

    /// Where some tokens stand in the article.
    func span(_ range: Range<Int>) -> Range<Int> {
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    }
    func text(_ range: Range<Int>) -> String { article.text(span(range)) }

    /// What stands between a token and the one before it.
    func gap(before index: Int) -> ArraySlice<UInt8> {
        let (start, end) = (tokens[index - 1].range.upperBound, tokens[index].range.lowerBound)
        return article.bytes[start..<max(start, end)]
    }

    func isFree(_ range: Range<Int>) -> Bool { !isUsed[range].contains(true) }

    mutating func use(_ range: Range<Int>) {
        for index in range { isUsed[index] = true }
    }
}
