internal import Glibc

/// What the words of one side say about where its sentences belong on the other.
///
/// For every term that could be met on the other side there are two hypotheses: the sentences correspond, and then the term is met
/// with its kind's hit rate; or they do not, and then it is met only as often as any sentence there would meet it. The log of the
/// ratio is the evidence, for a hit as for a miss. So a name that every sentence holds says nothing and one that two hold says much.
struct Correspondence {
    /// Terms of each sentence that could be met, each once, by their row in `met`.
    private(set) var terms: [[Int]]
    /// Strength, 0...255, with which a row's term is met in a sentence of the other side.
    private var met: [UInt8]
    /// Whether a row's term is met anywhere.
    private var isMet: [Bool] = []
    private let others: Int
    private var hitRate: [Float] = []
    /// The chance of meeting a row's term in 1, 2, 3, 4 unrelated sentences.
    private var chance: [Float] = []
    /// What missing it weighs, then.
    private var miss: [Float] = []

    /// - Parameters:
    ///   - side: the side whose terms are looked for.
    ///   - links: for each of its terms, the terms of the other side that may correspond.
    ///   - expected: how likely a term is met when the sentences correspond; 0 for terms that no evidence could find.
    init(of side: TermedArticle, in other: TermedArticle, links: [[(term: Int, strength: Float)]], expected: [Float]) {
        others = other.sentences.count
        var presence: [[Int]] = Array(repeating: [], count: other.terms.count)
        for (index, sentence) in other.sentences.enumerated() {
            for token in sentence where presence[token.term].last != index { presence[token.term].append(index) }
        }
        var rowOf = [Int](repeating: -1, count: side.terms.count)
        var rows = 0
        for term in side.terms.indices where expected[term] > 0 {
            rowOf[term] = rows
            rows += 1
        }
        met = [UInt8](repeating: 0, count: rows * others)
        for term in side.terms.indices where rowOf[term] >= 0 {
            let row = rowOf[term] * others
            for link in links[term] {
                let strength = UInt8(max(0, min(255, link.strength * 255)))
                for sentence in presence[link.term] where met[row + sentence] < strength { met[row + sentence] = strength }
            }
            var sum: Float = 0, best: Float = 0
            for sentence in 0..<others {
                let strength = Float(met[row + sentence]) / 255
                sum += strength
                best = max(best, strength)
            }
            isMet.append(best > 0)
            // One of the meetings is likely the right one; the rest are chance, with a prior of a few sentences of ordinary prose.
            let alone =
                (max(0, sum - Self.ownShare * best) + Self.priorSentences * Self.priorChance)
                / (max(Float(others) - 1, 0) + Self.priorSentences)
            let expectation = expected[term]
            hitRate.append(expectation)
            for span in 1...BeadShape.largest {
                let chance = min(0.9, 1 - powf(1 - min(alone, 0.9), Float(span)))
                self.chance.append(chance)
                miss.append(min(0, logf((1 - expectation) / (1 - min(chance, 0.95 * expectation)))))
            }
        }
        terms = side.sentences.map { sentence in
            var seen: Set<Int> = []
            return sentence.compactMap { token in
                let row = rowOf[token.term]
                return row >= 0 && seen.insert(row).inserted ? row : nil
            }
        }
    }

    static let ownShare: Float = 0.7
    static let priorSentences: Float = 4
    static let priorChance: Float = 0.03

    /// The evidence of sentences `mine` for belonging to sentences `theirs`.
    func evidence(of mine: Range<Int>, in theirs: Range<Int>) -> Float {
        var sum: Float = 0
        for sentence in mine {
            for row in terms[sentence] {
                if mine.count > 1, seenBefore(row, sentence, from: mine.lowerBound) { continue }
                var strength: UInt8 = 0
                let start = row * others
                if isMet[row] {
                    for other in theirs { strength = max(strength, met[start + other]) }
                }
                let at = row * BeadShape.largest + theirs.count - 1
                sum += strength == 0 ? miss[at] : weight(of: strength, row, span: theirs.count)
            }
        }
        return sum
    }

    /// Adds to every pair of one sentence of either side what this side's terms say about it.
    ///
    /// - Parameter mineIsRow: whether `pairs` has a row for each sentence of this side, or a column.
    /// - Complexity: the pairs, and the meetings of terms, each once.
    func add(to pairs: inout [Float], mineIsRow: Bool) {
        var base = [Float](repeating: 0, count: terms.count)
        var sentences: [[Int]] = Array(repeating: [], count: hitRate.count)
        for (mine, rows) in terms.enumerated() {
            for row in rows {
                base[mine] += miss[row * BeadShape.largest]
                sentences[row].append(mine)
            }
        }
        for (mine, sum) in base.enumerated() where sum != 0 {
            if mineIsRow {
                for at in mine * others..<(mine + 1) * others { pairs[at] += sum }
            } else {
                for at in stride(from: mine, to: pairs.count, by: terms.count) { pairs[at] += sum }
            }
        }
        for row in hitRate.indices where isMet[row] && !sentences[row].isEmpty {
            for other in 0..<others {
                let strength = met[row * others + other]
                guard strength > 0 else { continue }
                let gain = weight(of: strength, row, span: 1) - miss[row * BeadShape.largest]
                for mine in sentences[row] { pairs[mineIsRow ? mine * others + other : other * terms.count + mine] += gain }
            }
        }
    }

    /// The evidence of meeting a row's term with some strength in `span` sentences of the other side.
    private func weight(of strength: UInt8, _ row: Int, span: Int) -> Float {
        let at = row * BeadShape.largest + span - 1
        let s = Float(strength) / 255
        return max(miss[at], logf(s * hitRate[row] / chance[at] + (1 - s)))
    }

    private func seenBefore(_ row: Int, _ sentence: Int, from start: Int) -> Bool {
        for earlier in start..<sentence where terms[earlier].contains(row) { return true }
        return false
    }
}
