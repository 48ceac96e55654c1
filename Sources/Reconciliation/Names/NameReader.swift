internal import Lexicon
internal import Transliteration

extension NamePreparer {
    /// The most Persian spellings that are taken for a word which the lexicon lacks.
    private static let mostReadings = 4

    /// A name whose unknown words stand for what the reading models make of them, each with its share.
    ///
    /// Reading costs a hundred times what comparing does, so only names that letters leave in doubt are read.
    func read(_ name: ComparableName, by reader: Transliterator) -> ComparableName {
        guard name.tokens.contains(where: Self.isReadable) else { return name }
        // A dictionary's name lies among all of its words: only its own come along.
        var read = name, bytes: [UInt8] = []
        for place in name.tokens.indices {
            let token = name.tokens[place]
            guard Self.isReadable(token) else {
                read.tokens[place] = token.moved(from: name.bytes, into: &bytes)
                continue
            }
            var shares: [UInt32: Double] = [:]
            if token.isPersian {
                shares[NameKnowledge.number(ofUnknown: name.textBytes(token))] = 1
            } else {
                for candidate in reader.readings(of: name.text(token), limit: Self.mostReadings) {
                    let spelling = FoldedWord.key(Array(candidate.reading.persian.utf8))
                    shares[knowledge.number(of: spelling), default: 0] += candidate.probability
                }
            }
            read.tokens[place] = token.standing(for: shares, name.bytes, into: &bytes)
        }
        for place in name.titles.indices { read.titles[place] = name.titles[place].moved(from: name.bytes, into: &bytes) }
        read.bytes = Bytes(bytes)
        return read
    }

    /// Whether the reading models are asked for a word: the lexicon lacks it.
    private static func isReadable(_ token: ComparableToken) -> Bool { !token.isKnown && !token.isInitial && token.letterCount > 2 }
}

extension ComparableToken {
    /// The word with its run of bytes at the end of others.
    fileprivate func moved(from source: Bytes, into bytes: inout [UInt8]) -> ComparableToken {
        var token = self
        token.start = UInt32(bytes.count)
        bytes += source[letters.lowerBound..<end(source)].array
        return token
    }

    /// The word standing for names that it was read as, with its run of bytes at the end of others.
    fileprivate func standing(for shares: [UInt32: Double], _ source: Bytes, into bytes: inout [UInt8]) -> ComparableToken {
        var token = self
        token.start = UInt32(bytes.count)
        bytes += source[letters.lowerBound..<text.upperBound].array
        token.isRead = true
        token.knownCount = 0
        for (number, share) in shares.sorted(by: { $0.key < $1.key }) where share >= 0.02 {
            bytes.append(littleEndian: number)
            bytes.append(UInt8(min(100, max(1, (100 * share).rounded()))))
            token.knownCount += 1
        }
        // An unknown Persian word has no readings, and what is read no longer needs them.
        token.readingCount = 0
        return token
    }
}
