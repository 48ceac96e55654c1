extension Folding {
    /// Joins words that belong together and takes compound given names apart, as `WordPlan` says.
    mutating func joinWords() {
        let (tokens, plan) = plan()
        var result: [UInt8] = []
        result.reserveCapacity(output.count + 16)
        for (i, token) in tokens.enumerated() {
            switch plan.joints[i] {
            case .pair: continue
            case .joined: break
            case .apart: if i > 0 { result.append(token.startsLine ? 0x0A : 0x20) }
            }
            result += searched(i, tokens, plan)
        }
        output = result
    }

    /// What search writes for a word, or for the pair that begins with it.
    func searched(_ i: Int, _ tokens: [Token], _ plan: WordPlan) -> ArraySlice<UInt8> {
        guard let entry = plan.spellings[i] else { return output[tokens[i].folded] }
        let isJoined = plan.joints[i] != .apart || i + 1 < tokens.count && plan.joints[i + 1] != .apart && plan.joints[i + 1] != .pair
        // A compound with a suffix is one word: «محمدرضازاده».
        if isJoined && words.word(entry).contains(.parted) { return output[tokens[i].folded] }
        let searched = words.searched(entry)
        return searched.isEmpty ? output[tokens[i].folded] : searched
    }

    /// The words of the folded text, and what becomes of them.
    func plan() -> ([Token], WordPlan) {
        var tokens: [Token] = []
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
        return (tokens, WordPlan(tokens, in: output, words))
    }
}
