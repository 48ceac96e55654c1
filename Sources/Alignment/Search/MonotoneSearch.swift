/// A bead as the search finds it: where it starts on each side and its shape.
struct FoundBead: Hashable {
    var english: Int
    var persian: Int
    var shape: Int
    var score: Float

    var englishRange: Range<Int> { english..<english + BeadShape.all[shape].english }
    var persianRange: Range<Int> { persian..<persian + BeadShape.all[shape].persian }
}

/// The best row of beads in which neither side goes back, by dynamic programming inside a band.
struct MonotoneSearch {
    /// For each English position, the Persian positions that the path may pass.
    var band: [ClosedRange<Int>]

    /// No limits: every cell.
    init(english: Int, persian: Int) { band = Array(repeating: 0...persian, count: english + 1) }

    /// Only cells within `margin` of a path given as one Persian position for each English one.
    init(around path: [Int], persian: Int, margin: Int) {
        band = path.indices.map { index in
            let low = path[max(0, index - margin)], high = path[min(path.count - 1, index + margin)]
            return max(0, low - margin)...min(persian, high + margin)
        }
    }

    /// The beads of the best path from the first cell to the last.
    /// - Parameters:
    ///   - shapes: indices in `BeadShape.all`.
    ///   - score: of a bead by its start and shape; minus infinity forbids it.
    /// - Complexity: the band's cells times the shapes.
    func beads(shapes: some Sequence<Int>, _ score: (Int, Int, Int) -> Float) -> [FoundBead] {
        let rows = band.count
        var offsets = [0]
        for range in band { offsets.append(offsets[offsets.count - 1] + range.count) }
        var best = [Float](repeating: -.infinity, count: offsets[rows])
        var from = [UInt8](repeating: .max, count: offsets[rows])
        func cell(_ i: Int, _ j: Int) -> Int? {
            guard i < rows, band[i].contains(j) else { return nil }
            return offsets[i] + j - band[i].lowerBound
        }
        let sizes = shapes.map { (shape: $0, english: BeadShape.all[$0].english, persian: BeadShape.all[$0].persian) }
        guard let origin = cell(0, 0) else { return [] }
        best[origin] = 0
        for i in 0..<rows {
            for j in band[i] {
                let here = best[offsets[i] + j - band[i].lowerBound]
                guard here > -.infinity else { continue }
                for (shape, english, persian) in sizes {
                    guard let target = cell(i + english, j + persian) else { continue }
                    let next = here + score(i, j, shape)
                    if next > best[target] {
                        best[target] = next
                        from[target] = UInt8(shape)
                    }
                }
            }
        }
        var beads: [FoundBead] = []
        var i = rows - 1, j = band[rows - 1].upperBound
        while i > 0 || j > 0, let at = cell(i, j), from[at] != .max {
            let shape = Int(from[at]), size = BeadShape.all[shape]
            i -= size.english
            j -= size.persian
            beads.append(FoundBead(english: i, persian: j, shape: shape, score: best[at] - (cell(i, j).map { best[$0] } ?? 0)))
        }
        return beads.reversed()
    }
}
