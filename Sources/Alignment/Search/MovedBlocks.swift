internal import Glibc

/// Finds beads out of order: editors move a paragraph up, or swap two sentences.
///
/// A monotone path leaves both halves of a moved block alone. Among what it leaves, the chain of beads that gains most over leaving
/// its sentences alone is taken, as long as it gains more than a break of the order costs; then the next.
struct MovedBlocks {
    let jump: Float
    /// The score of a two-sided bead less what its sentences would score alone.
    let gain: (Int, Int, Int) -> Float
    /// Whether a pair of runs is worth a search.
    let isPromising: (Range<Int>, Range<Int>) -> Bool

    /// Beads of moved blocks among sentences that `used` does not hold.
    func beads(english: inout [Bool], persian: inout [Bool]) -> [FoundBead] {
        var found: [FoundBead] = []
        var chains: [(gain: Float, beads: [FoundBead])] = []
        for run in runs(english) {
            for other in runs(persian) where isPromising(run, other) {
                let chain = bestChain(run, other)
                if chain.gain > jump { chains.append(chain) }
            }
        }
        while let best = chains.indices.max(by: { chains[$0].gain < chains[$1].gain }), chains[best].gain > jump {
            let chain = chains.remove(at: best)
            // A better chain may have taken its place meanwhile; what is left of the runs is searched again.
            if chain.beads.contains(where: { bead in
                bead.englishRange.contains { english[$0] } || bead.persianRange.contains { persian[$0] }
            }) {
                continue
            }
            found += chain.beads
            for bead in chain.beads {
                for index in bead.englishRange { english[index] = true }
                for index in bead.persianRange { persian[index] = true }
            }
            let touched = chain.beads
            let englishRuns = runs(english), persianRuns = runs(persian)
            let low = touched.map(\.english).min()!, high = touched.map(\.englishRange.upperBound).max()!
            let lowPersian = touched.map(\.persian).min()!, highPersian = touched.map(\.persianRange.upperBound).max()!
            for run in englishRuns {
                for other in persianRuns
                where (run.upperBound == low || run.lowerBound == high || other.upperBound == lowPersian || other.lowerBound == highPersian)
                    && isPromising(run, other)
                {
                    let next = bestChain(run, other)
                    if next.gain > jump { chains.append(next) }
                }
            }
        }
        return found
    }

    private func runs(_ used: [Bool]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for index in 0...used.count {
            if index < used.count, !used[index] {
                if start == nil { start = index }
            } else if let begun = start {
                runs.append(begun..<index)
                start = nil
            }
        }
        return runs
    }

    /// The best chain of beads within two runs, and what it gains.
    private func bestChain(_ english: Range<Int>, _ persian: Range<Int>) -> (gain: Float, beads: [FoundBead]) {
        let width = persian.count + 1
        var best = [Float](repeating: 0, count: (english.count + 1) * width)
        var from = [UInt8](repeating: .max, count: best.count)
        var top = (gain: Float(0), cell: 0)
        for i in 0...english.count {
            for j in 0...persian.count {
                let here = best[i * width + j]
                for (shape, size) in BeadShape.all.enumerated() where i + size.english <= english.count && j + size.persian <= persian.count
                {
                    let target = (i + size.english) * width + j + size.persian
                    let next = here + (shape < BeadShape.oneSided ? 0 : gain(english.lowerBound + i, persian.lowerBound + j, shape))
                    if next > best[target] {
                        best[target] = next
                        from[target] = UInt8(shape)
                        if next > top.gain { top = (next, target) }
                    }
                }
            }
        }
        var beads: [FoundBead] = []
        var cell = top.cell
        while from[cell] != .max {
            let shape = Int(from[cell]), size = BeadShape.all[shape]
            let source = cell - size.english * width - size.persian
            if shape >= BeadShape.oneSided {
                beads.append(
                    FoundBead(
                        english: english.lowerBound + source / width, persian: persian.lowerBound + source % width, shape: shape,
                        score: best[cell] - best[source]))
            }
            cell = source
        }
        return (top.gain, beads.reversed())
    }
}
