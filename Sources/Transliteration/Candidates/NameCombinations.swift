/// The likeliest ways to combine the choices of a name's words, in arrays that are used again.
struct NameCombinations: Sendable {
    private struct Step: Sendable {
        var score: Double
        var origin: Candidate.Origin
        var previous: Int
        var choice: Int
    }

    private var steps: [Step] = []
    private var next: [Step] = []
    /// The choice of each word in the combination at hand.
    private(set) var choices: [Int] = []
    /// The combinations of all words, best first.
    private(set) var ends: Range<Int> = 0..<0

    /// Combines the choices of `pieces`, going on with the best `limit` from word to word.
    mutating func combine(_ pieces: ArraySlice<WordChoices>, limit: Int) {
        steps.removeAll(keepingCapacity: true)
        steps.append(Step(score: 1, origin: .copied, previous: -1, choice: 0))
        ends = 0..<1
        for piece in pieces.indices {
            next.removeAll(keepingCapacity: true)
            let origin = pieces[piece].origin
            for previous in ends {
                let from = steps[previous]
                let weaker = piece == pieces.startIndex ? origin : Candidate.Origin.weaker(from.origin, origin)
                for choice in pieces[piece].choices.indices {
                    let score = from.score * pieces[piece].choices[choice].score
                    keep(Step(score: score, origin: weaker, previous: previous, choice: choice), limit)
                }
            }
            ends = steps.count..<steps.count + next.count
            steps += next
        }
    }

    private mutating func keep(_ step: Step, _ limit: Int) {
        var place = next.count
        if place < limit {
            next.append(step)
        } else if let last = next.last, last.score < step.score {
            place -= 1
        } else {
            return
        }
        while place > 0 && next[place - 1].score < step.score {
            next[place] = next[place - 1]
            place -= 1
        }
        next[place] = step
    }

    /// The score and origin of a combination; `choices` are then its words'.
    mutating func follow(_ end: Int) -> (score: Double, origin: Candidate.Origin) {
        choices.removeAll(keepingCapacity: true)
        var at = end
        while at > 0 {
            choices.append(steps[at].choice)
            at = steps[at].previous
        }
        choices.reverse()
        return (steps[end].score, steps[end].origin)
    }
}
