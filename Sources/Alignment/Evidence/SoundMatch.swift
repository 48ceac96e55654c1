/// A Latin spelling, ready to be compared with many Persian ones by sound.
///
/// The least cost of rewriting the Latin letters as the Persian ones under `SoundTable`, by dynamic programming.
struct SoundMatch {
    private struct Edge {
        var length: Int
        var choice: SoundTable.Choice
    }
    private let edges: [[Edge]]
    private let deletion: [Float]
    private let mask: UInt32
    private let count: Int
    /// Consonants the word has, at least 1.
    private let consonants: Int

    /// - Parameter letters: lower-case plain letters.
    init?(_ letters: [UInt8]) {
        guard letters.count >= 2, letters.count <= 24, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
        count = letters.count
        var edges: [[Edge]] = []
        var deletion: [Float] = []
        var consonants = 0
        var mask: UInt32 = 0
        for start in letters.indices {
            var here: [Edge] = []
            for length in 1...4 where start + length <= letters.count {
                for choice in SoundTable.choices[Array(letters[start..<start + length])] ?? [] {
                    here.append(Edge(length: length, choice: choice))
                }
            }
            edges.append(here)
            let letter = letters[start]
            let isVowel = "aeiouyhw".utf8.contains(letter)
            deletion.append(isVowel ? 0.35 : 1)
            if !isVowel { consonants += start > 0 && letters[start - 1] == letter ? 0 : 1 }
            if let bit = "bdflmnr".utf8.firstIndex(of: letter) {
                mask |= 1 << UInt32("bdflmnr".utf8.distance(from: "bdflmnr".utf8.startIndex, to: bit))
            }
        }
        self.edges = edges
        self.deletion = deletion
        self.consonants = max(consonants, 1)
        self.mask = mask
    }

    /// A Persian word in the codes of `SoundTable`.
    struct Word {
        var codes: [UInt8]
        var mask: UInt32

        /// Nil when the word holds a letter that is not of the alphabet, or is too long to be one name.
        init?(_ word: String) {
            var codes: [UInt8] = []
            var mask: UInt32 = 0
            for scalar in word.unicodeScalars {
                guard let code = SoundTable.code[scalar] else { return nil }
                codes.append(code)
                mask |= Self.bits[Int(code)]
            }
            guard codes.count >= 2, codes.count <= 18 else { return nil }
            self.codes = codes
            self.mask = mask
        }

        /// Letters that only one Latin letter stands for, in the order of "bdflmnr".
        private static let bits: [UInt32] = {
            var bits = [UInt32](repeating: 0, count: SoundTable.alphabet.count + 1)
            for (bit, letter) in Array("بدفلمنر".unicodeScalars).enumerated() { bits[Int(SoundTable.code[letter]!)] = 1 << UInt32(bit) }
            return bits
        }()
    }

    /// How likely the word is this name by ear, 0...1; 0 as soon as it is not worth a look.
    func strength(of word: Word) -> Float {
        guard word.codes.count <= count + 3, word.codes.count * 3 >= count,
            (mask & ~word.mask).nonzeroBitCount + (word.mask & ~mask).nonzeroBitCount <= 1
        else { return 0 }
        let limit = 0.3 * Float(consonants) + 0.15
        let cost = self.cost(of: word.codes, limit: limit)
        guard cost < limit else { return 0 }
        // Two consonants agree by chance too often to say much.
        let certainty: Float = consonants >= 4 ? 1 : consonants == 3 ? 0.95 : consonants == 2 ? 0.85 : 0.5
        return certainty * (1 - 0.6 * cost / limit)
    }

    private func cost(of codes: [UInt8], limit: Float) -> Float {
        let width = codes.count + 1
        var costs = [Float](repeating: .infinity, count: (count + 1) * width)
        costs[0] = 0
        for at in 0...count {
            let row = at * width
            for here in 0..<width {
                let cost = costs[row + here]
                guard cost < limit else { continue }
                if here < codes.count {
                    let next = cost + SoundTable.extra[Int(codes[here])]
                    if next < costs[row + here + 1] { costs[row + here + 1] = next }
                }
                guard at < count else { continue }
                let dropped = cost + deletion[at]
                if dropped < costs[row + width + here] { costs[row + width + here] = dropped }
                edges: for edge in edges[at] {
                    let letters = edge.choice.letters
                    guard here + letters.count <= codes.count else { continue }
                    for offset in letters.indices where letters[offset] != codes[here + offset] { continue edges }
                    let target = row + edge.length * width + here + letters.count
                    let next = cost + edge.choice.cost
                    if next < costs[target] { costs[target] = next }
                }
            }
        }
        return costs[(count + 1) * width - 1]
    }
}
