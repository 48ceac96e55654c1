/// Moves a network's parameters down the slope by the method of Adam (Kingma and Ba, 2015): each parameter at a rate of its own.
struct NetworkOptimizer {
    private var first: [Lanes]
    private var second: [Lanes]
    private var step = 0

    /// How fast the means of the slopes and of their squares forget.
    private static let firstDecay: Float = 0.9
    private static let secondDecay: Float = 0.99

    init(_ shape: NetworkShape) {
        first = [Lanes](repeating: .zero, count: shape.count)
        second = first
    }

    /// One step. The slopes are those of a loss that weighs `total`; where they are longer than 1 together they are shortened.
    mutating func update(_ network: inout LetterNetwork, _ gradient: borrowing NetworkGradient, rate: Float, total: Float) {
        step += 1
        var norm: Float = 0
        for slope in gradient.parameters { norm += (slope * slope).sum() }
        let scale = 1 / max(total, 1e-6)
        let shortened = scale / max(1, norm.squareRoot() * scale)
        let firstShare = 1 - Self.power(Self.firstDecay, step), secondShare = 1 - Self.power(Self.secondDecay, step)
        for index in gradient.parameters.indices {
            let slope = gradient.parameters[index] * shortened
            first[index] += (1 - Self.firstDecay) * (slope - first[index])
            second[index] += (1 - Self.secondDecay) * (slope * slope - second[index])
            let size = (second[index] / secondShare).squareRoot() + 1e-8
            network.parameters[index] -= rate / firstShare * first[index] / size
        }
    }

    private static func power(_ base: Float, _ exponent: Int) -> Float { exponential(Float(exponent) * logarithm(base)) }
}
