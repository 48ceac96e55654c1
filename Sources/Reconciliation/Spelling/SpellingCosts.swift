/// What it costs to take one spelling for another: a table of units and pairs of units that meet in attested
/// spellings of the same name. Costs are tenths of a nat; 0 is the usual habit.
///
/// Latin meets Latin, Persian letters or sounds meet Latin, and Persian letters meet Persian letters, in one table.
struct SpellingCosts: Sendable, Equatable {
    /// `left << 7 | right`; unit 0, or `gap` within one script, is a letter written on the other side only.
    var single = [UInt8](repeating: SpellingCosts.highest, count: SpellingUnit.count * SpellingUnit.count)
    /// The number of a pair of units that meets one unit, from 1; 0 for pairs that never do.
    var pairs = [UInt8](repeating: 0, count: SpellingUnit.count * SpellingUnit.count)
    /// `number of the pair << 7 | unit`.
    var joined: [UInt8] = [UInt8](repeating: SpellingCosts.highest, count: SpellingUnit.count)

    /// What an unattested meeting costs.
    static let highest: UInt8 = 70
    /// What two neighbours in the wrong order cost: a slip of the hand, not a habit.
    static let transposition: UInt16 = 45

    init() {
        for unit in 0..<SpellingUnit.count { single[unit << 7 | unit] = 0 }
    }

    /// Sets the cost of one unit, or none, against one unit, or none, in both directions.
    mutating func set(_ cost: UInt8, _ left: UInt8, _ right: UInt8) {
        single[Int(left) << 7 | Int(right)] = cost
        single[Int(right) << 7 | Int(left)] = cost
    }

    /// Sets the cost of two units against one, in both directions. At most 255 different pairs are kept.
    mutating func set(_ cost: UInt8, pair: (UInt8, UInt8), _ other: UInt8) {
        let slot = Int(pair.0) << 7 | Int(pair.1)
        if pairs[slot] == 0 {
            let number = joined.count / SpellingUnit.count
            guard number < 256 else { return }
            pairs[slot] = UInt8(number)
            joined += [UInt8](repeating: Self.highest, count: SpellingUnit.count)
        }
        joined[Int(pairs[slot]) << 7 | Int(other)] = cost
    }

    @inline(__always)
    func cost(_ left: UInt8, _ right: UInt8) -> UInt16 { UInt16(single[Int(left) << 7 | Int(right)]) }

    @inline(__always)
    func pairNumber(_ first: UInt8, _ second: UInt8) -> UInt8 { pairs[Int(first) << 7 | Int(second)] }

    @inline(__always)
    func cost(pairNumber: UInt8, _ other: UInt8) -> UInt16 { UInt16(joined[Int(pairNumber) << 7 | Int(other)]) }
}
