internal import ICU

/// Learns which words translate each other from sentences that do.
///
/// Two IBM-1 models, one a direction, with a preference for words that stand at like places, trained to agree: after two rounds
/// apart, a pair of words is counted by the product of what both models think of it (Liang, Taskar and Klein, "Alignment by
/// Agreement", NAACL 2006). Deterministic: no random start, sums in a fixed order.
public struct LexiconTrainer {
    /// A learnt pair.
    public struct Pair: Sendable {
        /// An English word, without its endings where the texts show it without.
        public var english: String
        /// A Persian word, likewise.
        public var persian: String
        /// How often the two stood for each other, as expected by the model.
        public var count: Double
        /// The share of the English word's uses that this Persian word stands for, and the other way round.
        public var persianGivenEnglish: Double
        /// The share of the Persian word's uses that this English word stands for.
        public var englishGivenPersian: Double

        /// The names of the corpora that show it.
        public var sources: [String]

        /// One figure for both shares: their geometric mean.
        public var weight: Double { (persianGivenEnglish * englishGivenPersian).squareRoot() }
    }

    private var english: [[Int32]] = []
    private var persian: [[Int32]] = []
    private let englishWords: WordForms
    private let persianWords: WordForms
    private let names: [String]
    private var corpusOf: [Int] = []

    /// Sentences that translate each other, and the name of where they are from.
    public typealias Corpus = (name: String, pairs: [(english: String, persian: String)])

    /// A trainer that has read its corpora.
    public init(_ corpora: [Corpus]) {
        let sentences = corpora.enumerated().flatMap { index, corpus in
            corpus.pairs.map { pair in
                (
                    corpus: index,
                    english: Article(text: pair.english, language: .english, sentences: [0..<pair.english.utf8.count]),
                    persian: Article(text: pair.persian, language: .persian, sentences: [0..<pair.persian.utf8.count])
                )
            }
        }
        let terms = sentences.map { (TermReader.terms(of: $0.english), TermReader.terms(of: $0.persian)) }
        names = corpora.map(\.name)
        englishWords = WordForms(zip(sentences.map(\.english), terms.map(\.0)))
        persianWords = WordForms(zip(sentences.map(\.persian), terms.map(\.1)))
        for (sentence, (source, target)) in zip(sentences, terms) {
            let (e, f) = (englishWords.numbers(of: source), persianWords.numbers(of: target))
            if !e.isEmpty, !f.isEmpty, e.count <= 80, f.count <= 80 {
                english.append(e)
                persian.append(f)
                corpusOf.append(sentence.corpus)
            }
        }
    }

    /// The pairs that were counted at least `least` times.
    /// - Complexity: rounds times the products of the sentences' lengths.
    /// - Parameter keepsNames: whether names that are seldom used are kept; a lexicon is better off without them.
    public func pairs(rounds: Int = 7, least: Double = 1.5, keepsNames: Bool = false) -> [Pair] {
        var table = PairCounts(
            english, persian, corpusOf, words: (english: englishWords.words.count, persian: persianWords.words.count))
        for round in 0..<rounds { table.update(agreeing: round >= 2) }
        return table.pairs(least: least).filter { keepsNames || !englishWords.isRareName($0.english) }.map { pair in
            Pair(
                english: englishWords.spelling(of: pair.english), persian: persianWords.spelling(of: pair.persian), count: pair.count,
                persianGivenEnglish: pair.forward, englishGivenPersian: pair.backward,
                sources: names.indices.filter { pair.corpora & (1 << UInt8($0)) != 0 }.map { names[$0] })
        }.sorted { ($0.english, $0.persian) < ($1.english, $1.persian) }
    }
}

/// The words of one side of a corpus, each under the form that most of its inflections share.
private struct WordForms {
    private(set) var words: [Word] = []
    private var number: [Word: Int32] = [:]
    private var counts: [Word: Int] = [:]
    private var spellings: [Word: [String: Int]] = [:]
    private var uses: [Word: Int] = [:]
    private var capitals: [Word: (capitals: Int, lowers: Int)] = [:]

    init(_ corpus: Zip2Sequence<[Article], [TermedArticle]>) {
        for (_, article) in corpus {
            for term in article.terms where term.kind == .word && !term.isStop {
                for key in term.keys { counts[key, default: 0] += term.count }
            }
        }
        for (text, article) in corpus {
            for term in article.terms where Self.isWord(term, in: article) {
                let form = form(of: term)
                uses[form, default: 0] += term.count
                capitals[form, default: (0, 0)].capitals += term.capitals
                capitals[form, default: (0, 0)].lowers += term.lowers
            }
            guard article.language == .persian else { continue }
            let bytes = Array(text.text.utf8)
            for token in article.sentences[0] where Self.isWord(article.terms[token.term], in: article) {
                let written = String(decoding: bytes[token.range], as: UTF8.self)
                spellings[article.terms[token.term].form, default: [:]][written, default: 0] += 1
            }
        }
        words = uses.filter { $0.value > 1 }.keys.sorted()
        for (index, word) in words.enumerated() { number[word] = Int32(index) }
    }

    /// A word as the texts most often write it; its folded form when they never write it bare.
    func spelling(of number: Int) -> String {
        let word = words[number]
        guard let written = spellings[word]?.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return word.text }
        let kept = written.unicodeScalars.filter {
            $0 == Letters.joiner || !Letters.isInvisible($0) && !Letters.isPersianMark($0) && $0 != "ـ"
        }
        // Old and Arabic letters of the texts are not what an editor would write.
        return Word(kept.map { $0 == "ي" ? "ی" : $0 == "ك" ? "ک" : $0 } as [Unicode.Scalar]).text
    }

    func numbers(of article: TermedArticle) -> [Int32] {
        article.sentences[0].compactMap { token in
            let term = article.terms[token.term]
            return Self.isWord(term, in: article) ? number[form(of: term)] : nil
        }
    }

    private static func isWord(_ term: Term, in article: TermedArticle) -> Bool {
        term.kind == .word && !term.isStop && !joints.contains(term.form) && !term.keys.isEmpty
            && term.isLatin == (article.language == .english) && term.value == 0
            && !(term.form.bytes.first.map { $0 < 0x3A } ?? true)
    }

    /// Words that translate nothing by themselves, beside those that carry no evidence anyway.
    private static let joints: Set<Word> = [
        "after", "against", "along", "already", "thereof", "therein", "therefore", "wherefore", "toward", "towards", "upon", "within",
        "among",
        "amongst", "according", "yourselves", "ourselves", "thyself", "whosoever", "whatsoever", "saith", "shalt", "alas", "lo", "yea",
    ]

    /// Whether the texts write it with a capital always, and not often: "Abishur". Such names are found by sound, and fill a lexicon with
    /// what no article holds.
    func isRareName(_ number: Int) -> Bool {
        guard let seen = capitals[words[number]] else { return false }
        return seen.lowers == 0 && seen.capitals > 0 && uses[words[number]] ?? 0 < Self.often
    }

    private static let often = 30

    /// The most used of a word's keys; a shorter form must be twice as common as the written one to stand for it.
    private func form(of term: Term) -> Word {
        var best = term.keys[0], count = counts[best] ?? 0
        for key in term.keys.dropFirst() where (counts[key] ?? 0) >= 2 * count && (counts[key] ?? 0) > 2 {
            best = key
            count = counts[key] ?? 0
        }
        return best
    }
}

/// Expected counts of pairs of words that share a sentence.
private struct PairCounts {
    private let english: [[Int32]]
    private let persian: [[Int32]]
    private let corpusOf: [Int]
    /// Place in `counts` of every pair of tokens, sentence by sentence, English first.
    private var places: [Int32] = []
    private var sides: [(english: Int32, persian: Int32)] = []
    /// How many words either side has.
    private let words: (english: Int, persian: Int)
    private var forward: [Float]
    private var backward: [Float]

    init(_ english: [[Int32]], _ persian: [[Int32]], _ corpusOf: [Int], words: (english: Int, persian: Int)) {
        self.words = words
        self.english = english
        self.persian = persian
        self.corpusOf = corpusOf
        var place: [UInt64: Int32] = [:]
        for (e, f) in zip(english, persian) {
            for source in e {
                for target in f {
                    let key = UInt64(source) << 32 | UInt64(target)
                    if let known = place[key] {
                        places.append(known)
                    } else {
                        place[key] = Int32(sides.count)
                        places.append(Int32(sides.count))
                        sides.append((source, target))
                    }
                }
            }
        }
        forward = [Float](repeating: 1, count: sides.count)
        backward = forward
        corpora = [UInt8](repeating: 0, count: sides.count)
        normalize(counts: forward, backward)
    }

    /// One round of expectation and maximization.
    mutating func update(agreeing: Bool) {
        var counts = (forward: [Float](repeating: 0, count: sides.count), backward: [Float](repeating: 0, count: sides.count))
        var start = 0
        var near: [Float] = [], toPersian: [Float] = [], toEnglish: [Float] = []
        corpora = [UInt8](repeating: 0, count: sides.count)
        for (sentence, (e, f)) in zip(english, persian).enumerated() {
            let (n, m) = (e.count, f.count)
            near.removeAll(keepingCapacity: true)
            for i in 0..<n {
                for j in 0..<m {
                    let off = abs((Float(i) + 0.5) / Float(n) - (Float(j) + 0.5) / Float(m))
                    near.append(1 / (1 + 3 * off))
                }
            }
            toPersian = [Float](repeating: Self.none, count: m)
            toEnglish = [Float](repeating: Self.none, count: n)
            for i in 0..<n {
                for j in 0..<m {
                    let place = Int(places[start + i * m + j])
                    toPersian[j] += forward[place] * near[i * m + j]
                    toEnglish[i] += backward[place] * near[i * m + j]
                }
            }
            for i in 0..<n {
                for j in 0..<m {
                    let place = Int(places[start + i * m + j])
                    let a = forward[place] * near[i * m + j] / toPersian[j]
                    let b = backward[place] * near[i * m + j] / toEnglish[i]
                    if a * b > 0.25 { corpora[place] |= 1 << UInt8(corpusOf[sentence] & 7) }
                    counts.forward[place] += agreeing ? a * b : a
                    counts.backward[place] += agreeing ? a * b : b
                }
            }
            start += n * m
        }
        last = counts.forward
        normalize(counts: counts.forward, counts.backward)
    }

    /// A word that translates nothing on the other side.
    private static let none: Float = 0.01
    private var last: [Float] = []
    /// For each pair, the corpora in which it once was more likely than not.
    private var corpora: [UInt8]

    private mutating func normalize(counts: [Float], _ back: [Float]) {
        var sums = (english: [Float](repeating: 0, count: words.english), persian: [Float](repeating: 0, count: words.persian))
        for (place, side) in sides.enumerated() {
            sums.english[Int(side.english)] += counts[place]
            sums.persian[Int(side.persian)] += back[place]
        }
        // A little is withheld from every word, so that what was seen once is not certain.
        for (place, side) in sides.enumerated() {
            forward[place] = counts[place] / (sums.english[Int(side.english)] + 0.5)
            backward[place] = back[place] / (sums.persian[Int(side.persian)] + 0.5)
        }
    }

    func pairs(least: Double) -> [(english: Int, persian: Int, count: Double, forward: Double, backward: Double, corpora: UInt8)] {
        sides.indices.compactMap { place in
            guard Double(last[place]) >= least else { return nil }
            return (
                Int(sides[place].english), Int(sides[place].persian), Double(last[place]), Double(forward[place]), Double(backward[place]),
                corpora[place]
            )
        }
    }
}
