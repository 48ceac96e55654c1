internal import Lexicon

/// Words of the dictionary, read where they lie.
struct TokenMemory {
    private let index: NameIndex

    init(_ index: NameIndex) { self.index = index }

    /// What the words' runs of bytes lie in.
    var bytes: Bytes { index.tokens.content }

    /// A word of the dictionary, without its role in any name.
    func token(_ number: UInt32) -> ComparableToken {
        TokenRecord.read(index.tokens.content, at: index.tokens.range(Int(number)).lowerBound)
    }

    /// An alias as it was prepared when the dictionary was compiled.
    func name(_ entry: NameIndex.Entry, _ words: NameWords) -> ComparableName {
        var name = ComparableName(kind: entry.kind, family: entry.family, number: entry.number, acronym: entry.acronym, bytes: bytes)
        name.tokens.reserveCapacity(entry.count)
        for place in 0..<entry.count {
            var token = token(entry.token(place))
            token.role = entry.role(place)
            if entry.kind != .person { token.concept = words.concept(of: bytes[token.text].array) }
            name.tokens.append(token)
        }
        return name
    }
}
