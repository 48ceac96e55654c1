/// What may be chosen after what: the grammar of a beam search.
protocol ChoiceGrammar {
    /// The state at the start; small numbers that only the grammar understands.
    var start: UInt8 { get }
    /// Whether a hypothesis in `state` has this decision to make; it passes by it if not.
    func isOpen(_ state: UInt8, _ decision: Lattice.Decision) -> Bool
    /// The state after choosing `symbol`; `nil` where it cannot stand.
    func after(_ state: UInt8, _ symbol: Int, _ decision: Lattice.Decision) -> UInt8?
    /// Whether a word may end in `state`.
    func mayEnd(_ state: UInt8) -> Bool
}

/// Finds the best ways through a lattice under an n-gram model, hypothesis by hypothesis in flat arrays that are used again from word to word.
struct BeamSearch: Sendable {
    /// How many hypotheses go on from a decision, and how far behind the best they may fall.
    struct Bounds {
        var width: Int
        var threshold: Float

        /// What is enough to find the best way alone.
        var forTheBest: Bounds { Bounds(width: min(width, 8), threshold: 0.75 * threshold) }
    }

    /// A way through the whole lattice: where it ends, and its score.
    struct End {
        var hypothesis: Int
        var score: Float
    }

    private struct Hypothesis {
        var score: Float
        var state: UInt32
        /// The hypothesis that this one goes on from.
        var back: Int32
        var symbol: UInt16
        var shape: UInt8
    }

    private var arena: [Hypothesis] = []
    /// The hypotheses of the decision at hand, best first.
    private var next: [Hypothesis] = []
    /// The ways found, best first.
    private(set) var ends: [End] = []

    /// Fills `ends` with the best ways through `lattice`.
    @inline(__always)
    mutating func search(_ lattice: borrowing Lattice, _ ngrams: NGramModel, weight: Float, _ grammar: some ChoiceGrammar, _ bounds: Bounds)
    {
        arena.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        arena.append(Hypothesis(score: 0, state: ngrams.start, back: -1, symbol: 0, shape: grammar.start))
        var beam = 0..<1
        for index in lattice.decisions.indices {
            let decision = lattice.decisions[index]
            next.removeAll(keepingCapacity: true)
            var most = -Float.infinity
            for choice in 0..<decision.count { most = max(most, lattice.scores[decision.scores &+ choice]) }
            var floor = -Float.infinity
            for index in beam {
                let from = arena[index]
                guard grammar.isOpen(from.shape, decision) else {
                    floor = max(floor, from.score - bounds.threshold)
                    keep(from, bounds.width)
                    continue
                }
                if from.score + most < floor { continue }
                for choice in 0..<decision.count {
                    let reached = from.score + lattice.scores[decision.scores &+ choice]
                    // N-grams only take away: what is below now stays below.
                    if reached < floor { continue }
                    let symbol = decision.first &+ choice
                    guard let shape = grammar.after(from.shape, symbol, decision) else { continue }
                    let (score, state) = ngrams.step(from.state, symbol)
                    let total = reached + weight * score
                    if total < floor { continue }
                    floor = max(floor, total - bounds.threshold)
                    keep(
                        Hypothesis(
                            score: total, state: state, back: Int32(truncatingIfNeeded: index),
                            symbol: UInt16(truncatingIfNeeded: symbol), shape: shape),
                        bounds.width)
                }
            }
            let first = arena.count
            for hypothesis in next {
                if hypothesis.score < floor { break }
                arena.append(hypothesis)
            }
            beam = first..<arena.count
        }
        for index in beam where grammar.mayEnd(arena[index].shape) {
            let score = arena[index].score + weight * ngrams.step(arena[index].state, NGramModel.end).score
            var place = ends.count
            while place > 0 && ends[place &- 1].score < score { place &-= 1 }
            ends.insert(End(hypothesis: index, score: score), at: place)
        }
    }

    /// Puts a hypothesis among the best of its decision.
    @inline(__always)
    private mutating func keep(_ hypothesis: Hypothesis, _ width: Int) {
        var place = next.count
        if place < width {
            next.append(hypothesis)
        } else if next[place &- 1].score < hypothesis.score {
            place &-= 1
        } else {
            return
        }
        while place > 0 && next[place &- 1].score < hypothesis.score {
            next[place] = next[place &- 1]
            place &-= 1
        }
        next[place] = hypothesis
    }

    /// The symbols chosen on the way to `end`, first to last, in `symbols`.
    func symbols(to end: End, into symbols: inout [UInt16]) {
        symbols.removeAll(keepingCapacity: true)
        var at = end.hypothesis
        while at > 0 {
            symbols.append(arena[at].symbol)
            at = Int(arena[at].back)
        }
        symbols.reverse()
    }
}
