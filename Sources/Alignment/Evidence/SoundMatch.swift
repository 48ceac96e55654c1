/// A Latin spelling, ready to be compared with many Persian ones by sound.
///
/// The least cost of rewriting the Latin letters as the Persian ones under `SoundTable`, by dynamic programming.
struct SoundMatch {
    private struct Edge {
        var length: Int
        var first: UInt8
        var second: UInt8
        var third: UInt8
        var fourth: UInt8
        var count: Int
        var cost: Float
    }
    /// Edges in order of the letter they start from; `starts` says where each letter's begin.
    private var edges: [Edge] = []
    private var starts: [Int] = []
    private var deletion: [Float] = []
    private var mask: UInt32 = 0
    /// Bit by code: Persian letters with which a spelling may begin.
    private var beginnings: UInt64 = 0
    private let count: Int
    /// Consonants the word has, at least 1.
    private var consonants = 0

    /// - Parameter letters: lower-case plain letters.
    init?(_ letters: [UInt8]) {
        guard letters.count >= 2, letters.count <= 24, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
        count = letters.count
        for start in letters.indices {
            starts.append(edges.count)
            for length in 1...SoundTable.longest where start + length <= letters.count {
                for choice in SoundTable.choices(letters[start..<start + length]) {
                    let codes = choice.letters + [0, 0, 0, 0]
                    edges.append(
                        Edge(
                            length: length, first: codes[0], second: codes[1], third: codes[2], fourth: codes[3],
                            count: choice.letters.count, cost: choice.cost))
                }
            }
            let letter = letters[start]
            let isVowel = "aeiouyhw".utf8.contains(letter)
            deletion.append(isVowel ? 0.35 : 1)
            if !isVowel { consonants += start > 0 && letters[start - 1] == letter ? 0 : 1 }
            if let bit = Self.plainLetters.firstIndex(of: letter) { mask |= 1 << UInt32(bit) }
        }
        starts.append(edges.count)
        consonants = max(consonants, 1)
        beginnings = beginnings(from: 0, depth: 0)
    }

    /// Latin letters for which there is one Persian letter only.
    private static let plainLetters = Array("bdflmnr".utf8)

    private func beginnings(from at: Int, depth: Int) -> UInt64 {
        guard at < count, depth < 3 else { return .max }
        var codes: UInt64 = 0
        for edge in edges[starts[at]..<starts[at + 1]] {
            codes |= edge.count == 0 ? beginnings(from: at + edge.length, depth: depth + 1) : 1 << UInt64(edge.first)
        }
        return codes
    }

    /// A Persian word in the codes of `SoundTable`.
    struct Spelling {
        var codes: [UInt8]
        var mask: UInt32

        /// Nil when the word holds a letter that is not of the alphabet, or is too long to be one name.
        init?(_ word: Word) {
            var codes: [UInt8] = []
            var mask: UInt32 = 0
            for scalar in word.text.unicodeScalars {
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
    func strength(of word: Spelling) -> Float {
        guard beginnings & (1 << UInt64(word.codes[0])) != 0, word.codes.count <= count + 3, word.codes.count * 3 >= count,
            (mask & ~word.mask).nonzeroBitCount + (word.mask & ~mask).nonzeroBitCount <= 1
        else { return 0 }
        let limit = 0.3 * Float(consonants) + 0.15
        let cost = self.cost(of: word.codes, limit: limit)
        guard cost < limit else { return 0 }
        // Two consonants agree by chance too often to say much.
        let certainty: Float = consonants >= 4 ? 1 : consonants == 3 ? 0.95 : consonants == 2 ? 0.85 : 0.5
        return certainty * (1 - 0.6 * cost / limit)
    }

    /// How alike two words sound that stand where each other's counterpart would stand: what is unlikely anywhere is likely there.
    func closeness(to word: Spelling) -> Float {
        let limit = 0.55 * Float(consonants) + 0.4
        let cost = self.cost(of: word.codes, limit: limit)
        return cost < limit ? 1 - cost / limit : 0
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
                for at in starts[at]..<starts[at + 1] {
                    let edge = edges[at]
                    guard here + edge.count <= codes.count, edge.count == 0 || codes[here] == edge.first,
                        edge.count < 2 || codes[here + 1] == edge.second, edge.count < 3 || codes[here + 2] == edge.third,
                        edge.count < 4 || codes[here + 3] == edge.fourth
                    else { continue }
                    let target = row + edge.length * width + here + edge.count
                    let next = cost + edge.cost
                    if next < costs[target] { costs[target] = next }
                }
            }
        }
        return costs[(count + 1) * width - 1]
    }
}
