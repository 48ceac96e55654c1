/// A Persian spelling and a Latin one, as the models see them, and how much they count.
struct SpellingPair: Sendable {
    var letters: [UInt8]
    var latin: [UInt8]
    var breaks: [Int]
    var weight: Float
}

extension ReadingAligner {
    /// An aligner whose costs are learnt from pairs, most of which should be right, by rounds of aligning and counting.
    static func trained(on pairs: [SpellingPair], rounds: Int = 4) -> ReadingAligner {
        var aligner = ReadingAligner()
        for _ in 0..<rounds {
            var counts = [Float](repeating: 0, count: aligner.costs.count)
            for pair in pairs {
                guard let path = aligner.path(pair.letters, pair.latin, breaks: pair.breaks) else { continue }
                var open = false
                for (index, tag) in path.tags.enumerated() {
                    if index % 2 == 0 {
                        let kind = aligner.set.tags[tag].kind
                        open = kind == .consonant || kind == .lam
                        counts[tag] += pair.weight
                    } else if open {
                        counts[tag] += pair.weight
                    }
                }
            }
            aligner = aligner.learnt(counts)
        }
        return aligner
    }

    /// An aligner learnt from the lines of the tables that are not held out.
    static func trained(on lines: [NameTableLine]) -> ReadingAligner {
        var pairs: [SpellingPair] = []
        for line in lines where !line.heldOut && !line.kind.isWord {
            for spelling in line.latin {
                let (latin, breaks) = LatinLetters.folded(spelling.latin)
                let letters = PersianLetters.codes(of: line.reading.persian)
                let weight = line.kind == .foreign ? 0.1 : Float(spelling.count).squareRoot()
                pairs.append(SpellingPair(letters: letters, latin: latin, breaks: breaks, weight: weight))
            }
        }
        return trained(on: pairs)
    }

    /// An aligner whose costs are the shares of `counts` among the tags of each letter, the table's order filling in for what is rare.
    func learnt(_ counts: [Float]) -> ReadingAligner {
        let prior = ReadingAligner().costs
        var costs = self.costs
        for group in set.ofLetter + [set.slots] {
            let trust: Float = 5
            let mass = group.reduce(0) { $0 + exponential(-prior[$1]) }
            let total = group.reduce(0) { $0 + counts[$1] }
            for tag in group {
                let share = (counts[tag] + trust * exponential(-prior[tag]) / mass) / (total + trust)
                costs[tag] = -logarithm(share)
            }
        }
        return ReadingAligner(costs: costs)
    }
}
