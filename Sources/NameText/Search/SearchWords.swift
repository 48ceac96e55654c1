extension Folding {
    /// Joins words that belong together and takes compound given names apart, as `WordPlan` says.
    mutating func joinWords() {
        let plan = plan()
        var result: [UInt8] = []
        result.reserveCapacity(output.count + 16)
        for unit in plan.units {
            if !result.isEmpty { result.append(plan.tokens[unit.tokens.lowerBound].startsLine ? 0x0A : 0x20) }
            result += plan.searched(unit)
        }
        output = result
    }

    /// The words of the folded text, and what becomes of them.
    func plan() -> WordPlan {
        var tokens: [Token] = []
        tokens.reserveCapacity(8)
        var start = 0, hash = WordTable.emptyHash, hasDigit = false, startsLine = true
        for i in 0...output.count {
            let byte = i < output.count ? output[i] : 0x20
            if byte == 0x20 || byte == 0x0A {
                tokens.append(Token(folded: start..<i, source: start..<i, hash: hash, startsLine: startsLine, hasDigit: hasDigit))
                start = i + 1
                hash = WordTable.emptyHash
                hasDigit = false
                startsLine = byte == 0x0A
            } else {
                hash = WordTable.hash(hash, byte)
                if byte >= 0x30 && byte <= 0x39 { hasDigit = true }
            }
        }
        return WordPlan(tokens, in: output, words)
    }

    /// Makes one letter of three or more of a kind, where words were joined.
    static func foldEmphasis(_ word: inout [UInt8]) {
        var i = 0
        while i + 6 <= word.count {
            let letter = word[i..<i + 2]
            guard word[i] >= 0xD8, word[i] <= 0xDB, word[i + 2..<i + 4] == letter, word[i + 4..<i + 6] == letter else {
                i += 1
                continue
            }
            var end = i + 6
            while end + 2 <= word.count, word[end..<end + 2] == letter { end += 2 }
            word.removeSubrange(i + 2..<end)
        }
    }
}
