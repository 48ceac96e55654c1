internal import Lexicon

/// Counts sequences of symbols and smooths them by the method of Kneser and Ney, interpolated, with one heavy discount.
///
/// Rows bear weights; a count below one is discounted by the same share as a count of one.
struct NGramTrainer {
    let order: Int
    let discount: Float
    /// Nodes of the tree of n-grams: the path from the root is the n-gram, oldest symbol first.
    private var children: [UInt64: Int] = [:]
    private var count: [Float] = [0]
    private var parent = [-1]
    private var symbol = [-1]
    private var depth = [0]

    init(order: Int, discount: Float) {
        self.order = order
        self.discount = discount
    }

    private static let start = 4095

    private static func key(_ node: Int, _ symbol: Int) -> UInt64 { UInt64(node) << 16 | UInt64(symbol) }

    private mutating func child(_ node: Int, _ symbol: Int) -> Int {
        if let child = children[Self.key(node, symbol)] { return child }
        let child = count.count
        children[Self.key(node, symbol)] = child
        count.append(0)
        parent.append(node)
        self.symbol.append(symbol)
        depth.append(depth[node] + 1)
        return child
    }

    /// Adds a sequence of symbols, numbered from 1; the trainer adds start and end.
    mutating func add(_ symbols: [Int], weight: Float) {
        let sequence = [Self.start] + symbols + [NGramModel.end]
        for first in sequence.indices {
            var node = 0
            for next in first..<min(sequence.count, first + order) {
                node = child(node, sequence[next])
                // Only n-grams of full order, or at the start, are counted as seen; the others follow by continuation.
                if next - first == order - 1 || first == 0 { count[node] += weight }
            }
        }
    }

    private func beginsAtStart(_ node: Int) -> Bool {
        var node = node
        while parent[node] > 0 { node = parent[node] }
        return symbol[node] == Self.start
    }

    /// The smoothed model; n-grams below the full order are counted by how many different symbols they follow.
    ///
    /// - Parameter pruning: an n-gram that nothing follows is left out when backing off gives its logarithm within this.
    func bytes(pruning: Float) -> [UInt8] {
        var count = self.count
        var suffix = [Int](repeating: 0, count: count.count)
        let byDepth = count.indices.sorted { (depth[$0], $0) < (depth[$1], $1) }
        for node in byDepth where depth[node] > 1 { suffix[node] = children[Self.key(suffix[parent[node]], symbol[node])] ?? 0 }
        for node in byDepth.reversed() where depth[node] > 1 {
            let shorter = suffix[node]
            if !beginsAtStart(shorter) { count[shorter] += 1 }
        }
        var total = [Float](repeating: 0, count: count.count)
        var reserved = total
        for node in count.indices.dropFirst() where symbol[node] != Self.start {
            total[parent[node]] += count[node]
            reserved[parent[node]] += discount * min(count[node], 1)
        }
        let vocabulary = byDepth.filter { depth[$0] == 1 && symbol[$0] != Self.start }.count
        let uniform = 1 / Float(vocabulary + 1)
        var probability = [Float](repeating: uniform, count: count.count)
        var lower = probability
        for node in byDepth where depth[node] > 0 && symbol[node] != Self.start {
            let context = parent[node]
            guard total[context] > 0 else { continue }
            lower[node] = reserved[context] / total[context] * (depth[node] == 1 ? uniform : probability[suffix[node]])
            probability[node] = max(0, count[node] - discount * min(count[node], 1)) / total[context] + lower[node]
        }
        // Longest first: what is left without followers may go too.
        var kept = [Bool](repeating: true, count: count.count)
        var followers = [Int](repeating: 0, count: count.count)
        for node in count.indices.dropFirst() { followers[parent[node]] += 1 }
        for node in byDepth.reversed() where depth[node] > 2 && followers[node] == 0 {
            if logarithm(probability[node] / lower[node]) < pruning {
                kept[node] = false
                followers[parent[node]] -= 1
            }
        }
        return pack(kept, followers, byDepth, suffix, probability, total, reserved, uniform)
    }

    private func pack(
        _ kept: [Bool], _ followers: [Int], _ byDepth: [Int], _ suffix: [Int], _ probability: [Float], _ total: [Float],
        _ reserved: [Float],
        _ uniform: Float
    ) -> [UInt8] {
        // States are the n-grams that something follows; the empty one is first.
        var state = [Int](repeating: -1, count: kept.count)
        var states: [Int] = []
        for node in byDepth where node == 0 || kept[node] && followers[node] > 0 {
            state[node] = states.count
            states.append(node)
        }
        func longest(_ node: Int) -> Int {
            var node = node
            while state[node] < 0 { node = suffix[node] }
            return state[node]
        }
        var laidOut = states.map { node in
            NGramModel.State(
                suffix: node == 0 ? 0 : longest(suffix[node]), backoff: total[node] > 0 ? -logarithm(reserved[node] / total[node]) : 0,
                transitions: [])
        }
        for node in byDepth where node != 0 && kept[node] && symbol[node] != Self.start {
            laidOut[state[parent[node]]].transitions.append((symbol[node], logarithm(probability[node]), longest(node)))
        }
        return NGramModel.bytes(laidOut, start: longest(children[Self.key(0, Self.start)] ?? 0), unknown: logarithm(uniform))
    }
}
