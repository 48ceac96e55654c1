internal import Lexicon

/// Which parts of what a network works out are left out while it learns, so that none relies on another.
struct NetworkDropout: Sendable {
    /// The share that is left out.
    let rate: Float
    /// What each number is multiplied by: 0 where it is left out, a little more than 1 where it is kept.
    private(set) var input: [Lanes] = []
    private(set) var output: [Lanes] = []

    init(rate: Float) { self.rate = rate }

    /// Draws anew what is kept.
    mutating func draw(_ count: Int, _ shape: NetworkShape, using random: inout SplitMix) {
        Self.draw(&input, count * shape.input, rate, &random)
        Self.draw(&output, count * shape.output, rate, &random)
    }

    private static func draw(_ lanes: inout [Lanes], _ count: Int, _ rate: Float, _ random: inout SplitMix) {
        lanes.removeAll(keepingCapacity: true)
        let threshold = UInt64(rate * 65536), share = 1 / (1 - rate)
        for _ in 0..<count {
            var lane = Lanes.zero
            for quarter in 0..<NetworkShape.lane / 4 {
                let bits = random.next()
                for index in 0..<4 { lane[4 * quarter + index] = (bits >> UInt64(16 * index)) & 0xFFFF < threshold ? 0 : share }
            }
            lanes.append(lane)
        }
    }
}
