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
        var name = ComparableName(kind: entry.kind, family: entry.family, acronym: entry.acronym, bytes: bytes)
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

/// How the words of a query met the dictionary's words so far: many candidates share their words.
struct MeetingMemory {
    private let query: ComparableName
    private let costs: SpellingCosts
    private var meetings: [UInt32: [TokenMeeting]] = [:]

    init(_ query: ComparableName, _ costs: SpellingCosts) {
        self.query = query
        self.costs = costs
    }

    /// How each word of the query met one of the dictionary's; an initial and a word of one letter are told apart by role.
    private mutating func meetings(_ entry: NameIndex.Entry, _ place: Int, _ memory: TokenMemory) -> [TokenMeeting] {
        let key = entry.token(place) << 1 | (entry.role(place) == .initial ? 1 : 0)
        if let known = meetings[key] { return known }
        var token = memory.token(entry.token(place))
        token.role = entry.role(place)
        let met = query.tokens.map { costs.meeting($0, query.bytes, token, memory.bytes) }
        meetings[key] = met
        return met
    }

    /// What the words give at best, whatever their order: an upper bound that sorts candidates before they are aligned.
    mutating func worth(_ entry: NameIndex.Entry, _ memory: TokenMemory) -> Int {
        // Where the numbers of words differ, two of one side may be joined on the other, which is seen only by aligning.
        var best = [16 of Int](repeating: 0), worth = entry.count == query.tokens.count ? 0 : 50
        for place in 0..<min(entry.count, 16) {
            let met = meetings(entry, place, memory)
            var own = 0
            for (index, meeting) in met.enumerated() where !meeting.isApart {
                let value = PartAligner.worth(meeting, query.tokens[index].rarity)
                best[index] = max(best[index], value)
                own = max(own, value)
            }
            worth += own - (own > 0 ? 0 : 4)
        }
        for index in query.tokens.indices { worth += best[index] - (best[index] > 0 ? 0 : 4) }
        return worth
    }

    /// All meetings of a query's words with an alias's.
    mutating func all(_ entry: NameIndex.Entry, _ memory: TokenMemory) -> MeetingTable {
        var table = MeetingTable()
        for place in 0..<entry.count {
            let met = meetings(entry, place, memory)
            for index in met.indices { table[index, place] = met[index] }
        }
        return table
    }
}
