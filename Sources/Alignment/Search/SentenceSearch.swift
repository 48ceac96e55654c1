internal import Glibc

/// The whole search for the beads of two articles.
struct SentenceSearch {
    private let english: TermedArticle
    private let persian: TermedArticle
    private let scorer: BeadScorer
    private let prior: BeadPrior

    init(_ english: TermedArticle, _ persian: TermedArticle, links: Links, words: [WordLexicon], prior: BeadPrior = .news) {
        self.english = english
        self.persian = persian
        self.prior = prior
        scorer = BeadScorer(english, persian, links: links, words: words, prior: prior)
    }

    /// All beads, two-sided and one-sided, in English order.
    func beads() -> [Bead] {
        guard scorer.englishCount > 0, scorer.persianCount > 0 else { return ordered([]) }
        let cache = AnchorCache(scorer)
        let search = search(by: cache)
        cache.keep(search.band)
        var path = search.beads(shapes: BeadShape.all.indices, cache.score)
        adoptRatio(of: path, in: cache)
        path = search.beads(shapes: BeadShape.all.indices, cache.score)
        var found = path.filter { $0.shape >= BeadShape.oneSided }.flatMap(uncrossed)
        for index in found.indices { found[index].score = cache.gain(found[index].english, found[index].persian, found[index].shape) }
        var used = (
            english: [Bool](repeating: false, count: scorer.englishCount), persian: [Bool](repeating: false, count: scorer.persianCount)
        )
        for bead in found {
            for index in bead.englishRange { used.english[index] = true }
            for index in bead.persianRange { used.persian[index] = true }
        }
        let moved = MovedBlocks(
            jump: prior.jump + logf(Float(min(scorer.englishCount, scorer.persianCount))),
            gain: cache.gain, isPromising: cache.isPromising)
        found += moved.beads(english: &used.english, persian: &used.persian).flatMap(uncrossed)
        return ordered(isAccident(found) ? [] : found)
    }

    /// Whether all that was found is what any two articles of the same kind share: a few common words, a number, a country.
    private func isAccident(_ found: [FoundBead]) -> Bool {
        let sure = found.count { $0.score > 6 }
        let mean = found.reduce(0) { $0 + $1.score } / Float(max(found.count, 1))
        return sure * 6 < min(scorer.englishCount, scorer.persianCount) && mean < 4.5
    }

    /// The two beads of a crossing, or the bead itself.
    private func uncrossed(_ bead: FoundBead) -> [FoundBead] {
        guard BeadShape.all[bead.shape].isCrossed else { return [bead] }
        let half = bead.score / 2
        return [(0, 1), (1, 0)].map { i, j in
            FoundBead(english: bead.english + i, persian: bead.persian + j, shape: BeadShape.oneToOne, score: half)
        }
    }

    /// Articles are searched whole; of what is as long as a book, the neighbourhood of a first path by single sentences.
    private func search(by cache: AnchorCache) -> MonotoneSearch {
        let (rows, columns) = (scorer.englishCount, scorer.persianCount)
        let whole = MonotoneSearch(english: rows, persian: columns)
        guard rows * columns > Self.wholeLimit else { return whole }
        var path = [Int](repeating: 0, count: rows + 1)
        for bead in whole.beads(shapes: 0...BeadShape.oneToOne, cache.score) {
            for i in bead.english..<bead.englishRange.upperBound { path[i] = bead.persian }
        }
        path[rows] = columns
        return MonotoneSearch(around: path, persian: columns, margin: Self.margin)
    }

    private static let wholeLimit = 20_000
    private static let margin = 10

    private func adoptRatio(of path: [FoundBead], in cache: AnchorCache) {
        var sure = (english: 0, persian: 0)
        for bead in path where bead.shape >= BeadShape.oneSided && bead.score > 1 {
            for index in bead.englishRange { sure.english += english.lengths[index] }
            for index in bead.persianRange { sure.persian += persian.lengths[index] }
        }
        cache.adoptRatio(english: sure.english, persian: sure.persian)
    }

    /// Beads in English order; a Persian sentence that stands alone comes after the bead that holds the one before it.
    private func ordered(_ found: [FoundBead]) -> [Bead] {
        var persianBead = [Int?](repeating: nil, count: scorer.persianCount)
        var englishBead = [Int?](repeating: nil, count: scorer.englishCount)
        for (index, bead) in found.enumerated() {
            for sentence in bead.englishRange { englishBead[sentence] = index }
            for sentence in bead.persianRange { persianBead[sentence] = index }
        }
        var result: [Bead] = []
        func addAlone(after persian: Int) {
            var next = persian + 1
            while next < scorer.persianCount, persianBead[next] == nil {
                result.append(Bead(english: [], persian: [next], score: 1))
                next += 1
            }
        }
        addAlone(after: -1)
        /// Whether the sentences around a bead are in beads themselves, so that none of them can be what it lacks.
        func isTight(_ bead: FoundBead) -> Bool {
            func isAlone(_ beads: [Int?], _ index: Int) -> Bool { beads.indices.contains(index) && beads[index] == nil }
            return ![bead.english - 1, bead.englishRange.upperBound].contains { isAlone(englishBead, $0) }
                && ![bead.persian - 1, bead.persianRange.upperBound].contains { isAlone(persianBead, $0) }
        }
        var sentence = 0
        while sentence < scorer.englishCount {
            if let index = englishBead[sentence] {
                let bead = found[index]
                result.append(
                    Bead(
                        english: Array(bead.englishRange), persian: Array(bead.persianRange),
                        score: confidence(bead, isTight: isTight(bead))))
                addAlone(after: bead.persianRange.upperBound - 1)
                sentence = bead.englishRange.upperBound
            } else {
                result.append(Bead(english: [sentence], persian: [], score: 1))
                sentence += 1
            }
        }
        return result
    }

    /// The share of beads of such a gain that are exactly right; counted on adapted articles that no prior was fitted to.
    ///
    /// Much evidence says that two sentences belong together, not that no third one does: a sentence that was left alone right beside
    /// them is what a bead most often lacks. Nearly all mistakes are of that kind.
    private func confidence(_ bead: FoundBead, isTight: Bool) -> Double {
        let curve: (highest: Float, slope: Float, middle: Float) = isTight ? (0.997, 0.7, -0.5) : (0.95, 0.5, 2.2)
        return Double(curve.highest / (1 + expf(-curve.slope * (bead.score - curve.middle))))
    }
}
