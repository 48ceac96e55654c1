/// Bead scores, each computed once.
final class AnchorCache {
    private var anchors: [Float]
    private let width: Int

    init(_ scorer: BeadScorer) {
        width = scorer.persianCount
        anchors = [Float](repeating: .nan, count: scorer.englishCount * scorer.persianCount * BeadShape.all.count)
    }

    func score(_ i: Int, _ j: Int, _ shape: Int, by scorer: BeadScorer) -> Float {
        guard shape >= BeadShape.oneSided else { return scorer.cost(shape) }
        let kind = BeadShape.all[shape]
        if kind.isCrossed {
            return scorer.cost(shape) + score(i, j + 1, BeadShape.oneToOne, by: scorer) + score(i + 1, j, BeadShape.oneToOne, by: scorer)
        }
        let english = i..<i + kind.english, persian = j..<j + kind.persian
        let at = (i * width + j) * BeadShape.all.count + shape
        if anchors[at].isNaN { anchors[at] = scorer.anchors(english, persian) }
        return scorer.cost(shape) + scorer.length(english, persian) + anchors[at]
    }
}
