extension SpellingCosts {
    /// The least cost, in tenths of a nat, of taking one word's spelling for the other's, or `limit` when it is that much or more.
    ///
    /// - Parameter heard: whether the right side is the sounds of a known reading.
    /// - Complexity: the product of the two lengths.
    func distance(_ left: UnitRun, _ right: UnitRun, limit: UInt16 = 400, heard: Bool = false) -> UInt16 {
        let rows = left.count, columns = right.count
        if left.isSame(as: right) { return 0 }
        guard rows > 0, columns > 0 else { return limit }
        let gap =
            heard ? SpellingUnit.unheard : SpellingUnit.isPersian(left[0]) == SpellingUnit.isPersian(right[0]) ? SpellingUnit.gap : 0
        let unreachable = limit &+ 1000
        var before = [41 of UInt16](repeating: unreachable)
        var above = [41 of UInt16](repeating: unreachable)
        var row = [41 of UInt16](repeating: unreachable)
        above[0] = 0
        for column in 1...columns { above[column] = above[column - 1] &+ cost(gap, right[column - 1]) }
        var leastAbove: UInt16 = 0
        for line in 1...rows {
            let unit = left[line - 1]
            let dropped = cost(unit, gap)
            let pair = line > 1 ? pairNumber(left[line - 2], unit) : 0
            row[0] = above[0] &+ dropped
            var least = row[0]
            for column in 1...columns {
                let other = right[column - 1]
                var best = above[column - 1] &+ cost(unit, other)
                best = min(best, above[column] &+ dropped)
                best = min(best, row[column - 1] &+ cost(gap, other))
                if pair != 0 { best = min(best, before[column - 1] &+ cost(pairNumber: pair, other)) }
                if column > 1 {
                    let last = right[column - 2]
                    let otherPair = pairNumber(last, other)
                    if otherPair != 0 { best = min(best, above[column - 2] &+ cost(pairNumber: otherPair, unit)) }
                    if line > 1, last == unit, other == left[line - 2] { best = min(best, before[column - 2] &+ Self.transposition) }
                }
                row[column] = best
                least = min(least, best)
            }
            // A join may step over one row, so both must be lost before giving up.
            if least >= limit, leastAbove >= limit { return limit }
            leastAbove = least
            swap(&before, &above)
            swap(&above, &row)
        }
        return min(above[columns], limit)
    }
}
