/// Bead scores; what the words of a bead say is computed once.
final class AnchorCache {
    private let scorer: BeadScorer
    /// What words say of pairs of single sentences, a row for each English one.
    let pairs: [Float]
    private let width: Int
    private var anchors: [Float] = []
    private var starts: [Int] = []
    private var band: [ClosedRange<Int>] = []

    init(_ scorer: BeadScorer) {
        self.scorer = scorer
        width = scorer.persianCount
        pairs = scorer.pairs()
    }

    /// Keeps what is computed for cells of a band; cells outside are computed each time.
    func keep(_ band: [ClosedRange<Int>]) {
        self.band = band
        starts = [0]
        for range in band { starts.append(starts[starts.count - 1] + range.count) }
        anchors = [Float](repeating: .nan, count: starts[starts.count - 1] * BeadShape.all.count)
    }

    /// Takes the ratio of lengths from beads that are sure already.
    func adoptRatio(english: Int, persian: Int) { scorer.adoptRatio(english: english, persian: persian) }

    /// The score of a bead whose first sentences are `i` and `j`; one-sided beads cost what leaving a sentence alone does.
    func score(_ i: Int, _ j: Int, _ shape: Int) -> Float {
        guard shape >= BeadShape.oneSided else { return scorer.cost(shape) }
        let kind = BeadShape.all[shape]
        if kind.isCrossed {
            return scorer.cost(shape) + score(i, j + 1, BeadShape.oneToOne) + score(i + 1, j, BeadShape.oneToOne)
        }
        let english = i..<i + kind.english, persian = j..<j + kind.persian
        return scorer.cost(shape) + scorer.length(english, persian) + scorer.quotations(english, persian)
            + anchors(i, j, shape, english, persian)
    }

    /// What leaving the sentences of a shape alone scores less.
    func gain(_ i: Int, _ j: Int, _ shape: Int) -> Float { score(i, j, shape) - scorer.apart(shape) }

    private func anchors(_ i: Int, _ j: Int, _ shape: Int, _ english: Range<Int>, _ persian: Range<Int>) -> Float {
        if shape == BeadShape.oneToOne { return pairs[i * width + j] }
        guard i < band.count, band[i].contains(j) else { return scorer.anchors(english, persian) }
        let at = (starts[i] + j - band[i].lowerBound) * BeadShape.all.count + shape
        if anchors[at].isNaN { anchors[at] = scorer.anchors(english, persian) }
        return anchors[at]
    }

    /// Whether some pair of two runs might correspond.
    func isPromising(_ english: Range<Int>, _ persian: Range<Int>) -> Bool {
        for i in english {
            for j in persian where pairs[i * width + j] > 0 { return true }
        }
        return false
    }
}
