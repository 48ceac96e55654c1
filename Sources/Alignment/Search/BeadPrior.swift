/// How common each shape of bead is in news that editors adapt, and how the kinds of evidence are weighed against each other.
struct BeadPrior {
    /// Log-probabilities, in the order of `BeadShape.all`.
    var cost: [Float]
    var anchorWeight: Float = 0.45
    var lengthWeight: Float = 0.8
    /// What a break of the order costs, beside the log of the number of places where the block could stand.
    var jump: Float = 3

    static let news = BeadPrior(cost: [-2.2, -2.2, -0.4, -2.8, -2.8, -6, -4.2, -4.2, -5.5, -5.5, -4])
}
