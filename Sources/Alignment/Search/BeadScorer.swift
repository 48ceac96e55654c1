internal import Glibc

/// The log-likelihood ratio of a bead: its sentences correspond, against standing side by side by accident.
final class BeadScorer {
    let englishCount: Int
    let persianCount: Int
    private let persianGivenEnglish: Correspondence
    private let englishGivenPersian: Correspondence
    private let englishQuotes: [Quotation]
    private let persianQuotes: [Quotation]
    private let englishLengths: [Int]
    private let persianLengths: [Int]
    /// Persian length over English length, as this pair of articles has it.
    private(set) var ratio: Float
    private var meanPersianLength: Float
    private let prior: BeadPrior

    init(_ english: TermedArticle, _ persian: TermedArticle, links: Links, words: [WordLexicon], prior: BeadPrior) {
        englishCount = english.sentences.count
        persianCount = persian.sentences.count
        var forward: [[(term: Int, strength: Float)]] = Array(repeating: [], count: english.terms.count)
        var backward: [[(term: Int, strength: Float)]] = Array(repeating: [], count: persian.terms.count)
        var rates = (english: [Float](repeating: 0, count: english.terms.count), persian: [Float](repeating: 0, count: persian.terms.count))
        for link in links.all {
            forward[link.english].append((link.persian, link.strength))
            backward[link.persian].append((link.english, link.strength))
            let rate = Self.hitRate(link.kind)
            rates.english[link.english] = max(rates.english[link.english], rate)
            rates.persian[link.persian] = max(rates.persian[link.persian], rate)
        }
        // A figure or a word of the lexicon that the other side nowhere has speaks for a sentence of its own.
        for (index, term) in english.terms.enumerated() where rates.english[index] == 0 && !term.isStop {
            rates.english[index] = Self.unmetRate(
                term, known: words.contains { lexicon in term.keys.contains { !lexicon.translations(of: $0).isEmpty } })
        }
        for (index, term) in persian.terms.enumerated() where rates.persian[index] == 0 && !term.isStop {
            rates.persian[index] = Self.unmetRate(
                term, known: words.contains { lexicon in term.keys.contains { lexicon.persian($0) != nil } })
        }
        englishGivenPersian = Correspondence(of: english, in: persian, links: forward, expected: rates.english)
        persianGivenEnglish = Correspondence(of: persian, in: english, links: backward, expected: rates.persian)
        englishLengths = english.lengths
        englishQuotes = english.quotes
        persianQuotes = persian.quotes
        persianLengths = persian.lengths
        let total = (english: Float(english.lengths.reduce(0, +)), persian: Float(persian.lengths.reduce(0, +)))
        // The documents' own ratio is trusted the more the longer they are: sections dropped from one side bend it.
        ratio = expf(min(0.25, max(-0.25, logf(max(total.persian, 1) / max(total.english, 1) / Self.usualRatio) * 0.5))) * Self.usualRatio
        meanPersianLength = total.persian / Float(max(persianCount, 1))
        self.prior = prior
    }

    static let usualRatio: Float = 0.92

    private static func hitRate(_ kind: Links.Kind) -> Float {
        switch kind {
        case .word: 0.5
        case .sound, .name: 0.7
        case .number: 0.8
        case .date: 0.7
        case .same: 0.85
        }
    }

    private static func unmetRate(_ term: Term, known: Bool) -> Float {
        switch term.kind {
        case .word: known ? 0.3 : 0
        case .number: term.isWeak ? 0.3 : 0.6
        case .date: 0.4
        }
    }

    /// Takes the ratio from beads that are sure already.
    func adoptRatio(english: Int, persian: Int) {
        guard english > 200, persian > 200 else { return }
        ratio = Float(persian) / Float(english)
    }

    /// What words say of every pair of one sentence of each side, a row for each English one.
    func pairs() -> [Float] {
        var pairs = [Float](repeating: 0, count: englishCount * persianCount)
        englishGivenPersian.add(to: &pairs, mineIsRow: true)
        persianGivenEnglish.add(to: &pairs, mineIsRow: false)
        for index in pairs.indices { pairs[index] *= prior.anchorWeight }
        return pairs
    }

    func anchors(_ english: Range<Int>, _ persian: Range<Int>) -> Float {
        let sum = persianGivenEnglish.evidence(of: persian, in: english) + englishGivenPersian.evidence(of: english, in: persian)
        return prior.anchorWeight * sum
    }

    /// A quotation that one side goes on with and the other does not; one that only one side has.
    func quotations(_ english: Range<Int>, _ persian: Range<Int>) -> Float {
        let starts = englishQuotes[english.lowerBound].opensBefore == persianQuotes[persian.lowerBound].opensBefore
        let ends = englishQuotes[english.upperBound - 1].opensAfter == persianQuotes[persian.upperBound - 1].opensAfter
        let here = englishQuotes[english].contains(where: \.isThere), there = persianQuotes[persian].contains(where: \.isThere)
        return (starts ? 0 : prior.brokenQuotation) + (ends ? 0 : prior.brokenQuotation)
            + (here != there ? prior.lostQuotation : here ? prior.sharedQuotation : 0)
    }

    func length(_ english: Range<Int>, _ persian: Range<Int>) -> Float {
        var source = 0, target = 0
        for index in english { source += englishLengths[index] }
        for index in persian { target += persianLengths[index] }
        guard source > 0, target > 0 else { return -4 }
        let expected = ratio * Float(source)
        let off = logf(Float(target) / expected)
        let spread = sqrtf(0.035 + 3 / Float(source))
        let chanceOff = logf(Float(target) / (meanPersianLength * Float(persian.count)))
        let chanceSpread: Float = 0.6
        let aligned = -0.5 * (off / spread) * (off / spread) - logf(spread)
        let accident = -0.5 * (chanceOff / chanceSpread) * (chanceOff / chanceSpread) - logf(chanceSpread)
        return prior.lengthWeight * max(-6, min(2, aligned - accident))
    }

    /// The prior's log-probability of a shape.
    func cost(_ shape: Int) -> Float { prior.cost[shape] }

    /// What leaving all sentences of a shape alone would score.
    func apart(_ shape: Int) -> Float {
        let kind = BeadShape.all[shape]
        return Float(kind.english) * prior.cost[0] + Float(kind.persian) * prior.cost[1]
    }
}
