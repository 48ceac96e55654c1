internal import Lexicon
internal import Transliteration

extension NamePreparer {
    /// The most Persian spellings that are taken for a word which the lexicon lacks.
    private static let mostReadings = 4

    /// A name whose unknown words stand for what the reading models make of them, each with its share.
    ///
    /// Reading costs a hundred times what comparing does, so only names that letters leave in doubt are read.
    func read(_ name: ComparableName, by reader: Transliterator) -> ComparableName {
        guard name.tokens.contains(where: { !$0.isKnown && !$0.isInitial && $0.letterCount > 2 }) else { return name }
        var name = name, bytes = name.bytes.array
        for place in name.tokens.indices {
            let token = name.tokens[place]
            guard !token.isKnown, !token.isInitial, token.letterCount > 2 else { continue }
            var shares: [UInt32: Double] = [:]
            if token.isPersian {
                shares[NameKnowledge.number(ofUnknown: name.textBytes(token))] = 1
            } else {
                for candidate in reader.readings(of: name.text(token), limit: Self.mostReadings) {
                    let spelling = FoldedWord.key(Array(candidate.reading.persian.utf8))
                    shares[knowledge.number(of: spelling), default: 0] += candidate.probability
                }
            }
            name.tokens[place] = token.standing(for: shares, into: &bytes)
        }
        name.bytes = Bytes(bytes)
        return name
    }
}

extension ComparableToken {
    /// The word standing for names that it was read as; its run of bytes moves to the end.
    fileprivate func standing(for shares: [UInt32: Double], into bytes: inout [UInt8]) -> ComparableToken {
        var token = self
        let run = Array(bytes[letters.lowerBound..<text.upperBound])
        token.start = UInt32(bytes.count)
        bytes += run
        token.isRead = true
        token.knownCount = 0
        for (number, share) in shares.sorted(by: { $0.key < $1.key }) where share >= 0.02 {
            bytes.append(littleEndian: number)
            bytes.append(UInt8(min(100, max(1, (100 * share).rounded()))))
            token.knownCount += 1
        }
        return token
    }
}
