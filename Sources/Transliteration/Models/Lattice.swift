/// The decisions that the reading of one word asks for, in order, and for each how likely every choice is before what was chosen before counts.
///
/// This is where models meet: each may add to the scores, which are logarithms; the beam then adds the n-grams' part. The arrays are used again
/// from word to word.
struct Lattice: Sendable {
    /// One thing to decide.
    struct Decision: Sendable {
        /// What is decided.
        enum Kind: UInt8 {
            /// What a Persian letter stands for.
            case letter = 1
            /// The vowel after a Persian letter.
            case slot
            /// What a Latin letter writes.
            case latin
        }

        /// The letter that it is about.
        var place: Int
        /// What is decided.
        var kind: Kind
        /// The choices, as symbols of the n-gram model: `first` and the ones after it.
        var first: Int
        var count: Int
        /// Where the scores of the choices start.
        var scores: Int
    }

    private(set) var decisions: [Decision] = []
    /// The scores of every choice of every decision.
    var scores: [Float] = []

    mutating func removeAll() {
        decisions.removeAll(keepingCapacity: true)
        scores.removeAll(keepingCapacity: true)
    }

    /// Adds a decision about the letter at `place`, every choice of which is equally likely so far.
    mutating func append(_ kind: Decision.Kind, at place: Int, _ symbols: Range<Int>) {
        decisions.append(Decision(place: place, kind: kind, first: symbols.lowerBound, count: symbols.count, scores: scores.count))
        for _ in symbols { scores.append(0) }
    }

    /// Makes the scores of a decision logarithms of probabilities.
    @inline(__always)
    mutating func normalize(_ decision: Decision) {
        let range = decision.scores..<decision.scores &+ decision.count
        var most = -Float.infinity
        for index in range { most = max(most, scores[index]) }
        var sum: Float = 0
        for index in range { sum += exponential(scores[index] - most) }
        let log = most + logarithm(sum)
        for index in range { scores[index] -= log }
    }
}
