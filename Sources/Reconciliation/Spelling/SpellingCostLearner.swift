import Glibc

/// Learns `SpellingCosts` from attested spellings of the same name, by expectation and maximization over all alignments of
/// their units (a joint model as in Bisani and Ney, 2008, with at most two units on a side).
struct SpellingCostLearner {
    /// Two spellings of one name and how much the pair counts.
    struct Pair: Sendable {
        var left: [UInt8]
        var right: [UInt8]
        var weight: Double
    }

    /// One step of an alignment: up to two units on one side, and one or none on the other.
    private struct Step: Hashable {
        var first: UInt8, second: UInt8, other: UInt8
    }

    private var single = [Double](repeating: 0, count: SpellingUnit.count * SpellingUnit.count)
    private var joined: [Step: Double] = [:]

    /// Learns from pairs; a pair that fits badly, as where the source put two names in one row, loses its weight.
    mutating func learn(_ pairs: [Pair], rounds: Int = 8) {
        start(pairs)
        for round in 0..<rounds {
            var counts = SpellingCostLearner()
            for pair in pairs where !pair.left.isEmpty && !pair.right.isEmpty && pair.left.count < 30 && pair.right.count < 30 {
                expect(pair, into: &counts, skeptical: round > 1)
            }
            counts.normalize()
            self = counts
        }
    }

    /// Units that are the same sound by table start likelier than the rest, so that the first round finds the diagonal.
    private mutating func start(_ pairs: [Pair]) {
        var left = [Double](repeating: 0, count: SpellingUnit.count), right = left
        for pair in pairs {
            for unit in pair.left { left[Int(unit)] += 1 }
            for unit in pair.right { right[Int(unit)] += 1 }
        }
        let total = max(1, left.reduce(0, +))
        for x in 1..<SpellingUnit.count {
            single[x << 7] = left[x] / total * 0.1
            single[x] = right[x] / total * 0.1
            for y in 1..<SpellingUnit.count where left[x] > 0 && right[y] > 0 {
                let near = SoundClass.of(UInt8(x)) == SoundClass.of(UInt8(y))
                single[x << 7 | y] = left[x] / total * right[y] / total * (near ? 20 : 0.2)
            }
        }
    }

    private mutating func normalize() {
        let total = single.reduce(0, +) + joined.values.reduce(0, +)
        for index in single.indices { single[index] = single[index] / total + 1e-9 }
        for step in joined.keys { joined[step]! /= total }
    }

    /// Forward and backward sums over the alignments of a pair; adds each step's expected count.
    private func expect(_ pair: Pair, into counts: inout SpellingCostLearner, skeptical: Bool) {
        let left = pair.left, right = pair.right
        let rows = left.count + 1, columns = right.count + 1
        var forward = [Double](repeating: 0, count: rows * columns), backward = forward
        forward[0] = 1
        backward[rows * columns - 1] = 1
        func steps(_ i: Int, _ j: Int, _ visit: (_ toI: Int, _ toJ: Int, _ step: Step, _ probability: Double) -> Void) {
            if i < left.count { visit(i + 1, j, Step(first: left[i], second: 0, other: 0), single[Int(left[i]) << 7]) }
            if j < right.count { visit(i, j + 1, Step(first: 0, second: 0, other: right[j]), single[Int(right[j])]) }
            guard i < left.count, j < right.count else { return }
            visit(i + 1, j + 1, Step(first: left[i], second: 0, other: right[j]), single[Int(left[i]) << 7 | Int(right[j])])
            if i + 1 < left.count, Self.mayJoin(left[i], left[i + 1], right[j]) {
                let step = Step(first: left[i], second: left[i + 1], other: right[j])
                visit(i + 2, j + 1, step, joined[step] ?? 1e-6)
            }
            if j + 1 < right.count, Self.mayJoin(right[j], right[j + 1], left[i]) {
                let step = Step(first: right[j], second: right[j + 1], other: left[i])
                visit(i + 1, j + 2, step, joined[step] ?? 1e-6)
            }
        }
        for i in 0..<rows {
            for j in 0..<columns {
                let here = forward[i * columns + j]
                if here > 0 { steps(i, j) { i, j, _, p in forward[i * columns + j] += here * p } }
            }
        }
        for i in (0..<rows).reversed() {
            for j in (0..<columns).reversed() {
                var sum = backward[i * columns + j]
                steps(i, j) { i, j, _, p in sum += p * backward[i * columns + j] }
                backward[i * columns + j] = sum
            }
        }
        let whole = forward[rows * columns - 1]
        guard whole > 0 else { return }
        // A unit of a rightly paired name costs 2 to 4 nats in this joint model, one of a wrongly paired name 6 and more.
        if skeptical, -log(whole) / Double(max(left.count, right.count)) > 5 { return }
        for i in 0..<rows {
            for j in 0..<columns {
                let here = forward[i * columns + j] / whole * pair.weight
                guard here > 0 else { continue }
                steps(i, j) { i, j, step, p in
                    let count = here * p * backward[i * columns + j]
                    if step.second == 0 {
                        counts.single[Int(step.first) << 7 | Int(step.other)] += count
                    } else {
                        counts.joined[step, default: 0] += count
                    }
                }
            }
        }
    }

    private static func mayJoin(_ first: UInt8, _ second: UInt8, _ other: UInt8) -> Bool {
        let vocalic = SpellingUnit.isVocalic(first)
        return vocalic == SpellingUnit.isVocalic(second) && vocalic == SpellingUnit.isVocalic(other)
    }

    /// Steps with their costs, the lowest of how unusual they are for either side: the table that ships.
    func table(least: Double = 2e-6) -> [(left: [UInt8], right: [UInt8], cost: UInt8)] {
        var bestLeft = [Double](repeating: 0, count: SpellingUnit.count), bestRight = bestLeft
        for x in 0..<SpellingUnit.count {
            for y in 0..<SpellingUnit.count where x + y > 0 {
                let p = single[x << 7 | y]
                bestLeft[x] = max(bestLeft[x], p)
                bestRight[y] = max(bestRight[y], p)
            }
        }
        var rows: [(left: [UInt8], right: [UInt8], cost: UInt8)] = []
        func cost(_ p: Double, _ usual: Double) -> UInt8 {
            UInt8(max(0, min(Double(SpellingCosts.highest), (-10 * log(p / usual)).rounded())))
        }
        for x in 0..<SpellingUnit.count {
            for y in 0..<SpellingUnit.count where x + y > 0 && single[x << 7 | y] > least {
                let usual = x == 0 ? bestRight[y] : y == 0 ? bestLeft[x] : min(bestLeft[x], bestRight[y])
                rows.append((x == 0 ? [] : [UInt8(x)], y == 0 ? [] : [UInt8(y)], cost(single[x << 7 | y], usual)))
            }
        }
        for (step, p) in joined.sorted(by: { ($0.key.first, $0.key.second, $0.key.other) < ($1.key.first, $1.key.second, $1.key.other) })
        where p > 5 * least {
            let usual = [step.first, step.second, step.other].map { max(bestLeft[Int($0)], bestRight[Int($0)]) }
            rows.append(([step.first, step.second], [step.other], cost(p, usual.min()!)))
        }
        return rows
    }
}
