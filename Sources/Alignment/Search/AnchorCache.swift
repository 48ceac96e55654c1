/// Bead scores; what the words of a bead say is computed once.
final class AnchorCache {
    private(set) var scorer: BeadScorer
    private var anchors: [Float]
    private let width: Int

    init(_ scorer: BeadScorer) {
        self.scorer = scorer
        width = scorer.persianCount
        anchors = [Float](repeating: .nan, count: scorer.englishCount * scorer.persianCount * BeadShape.all.count)
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
        let at = (i * width + j) * BeadShape.all.count + shape
        if anchors[at].isNaN { anchors[at] = scorer.anchors(english, persian) }
        return scorer.cost(shape) + scorer.length(english, persian) + anchors[at]
    }
}
