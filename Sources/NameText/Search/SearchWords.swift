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
}
