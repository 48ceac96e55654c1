/// Whether a short word is made of the beginnings of a longer name's words, in order.
///
/// IRNA takes the first letters of Islamic Republic News Agency, SAIRAN more of some words and nothing of others.
enum Acronym {
    /// How well the letters are accounted for, from 0 (not at all) to 1: first letters of all words that count.
    static func fit(_ short: [UInt8], _ words: [[UInt8]], skippable: [Bool]) -> Double {
        guard short.count > 1, words.count > 1, let first = words.first?.first, first == short[0] else { return 0 }
        // best[i]: most words used for the first i letters after the words so far; the fewer skipped, the better.
        var best = [Double](repeating: -100, count: short.count + 1)
        best[0] = 0
        for (number, word) in words.enumerated() {
            var next = best.map { $0 - (skippable[number] ? 0.1 : 1) }
            for start in 0..<short.count where best[start] > -50 {
                var length = 0
                while length < word.count, start + length < short.count, word[length] == short[start + length] {
                    length += 1
                    // Each letter beyond the first of a word makes chance likelier.
                    next[start + length] = max(next[start + length], best[start] + 1 - 0.15 * Double(length - 1))
                }
            }
            best = next
        }
        let needed = max(2, Double(words.count - skippable.count { $0 }))
        return max(0, min(1, best[short.count] / needed))
    }
}
