internal import Lexicon

/// How the words of a query met the dictionary's words so far: many candidates share their words.
struct MeetingMemory {
    private let query: ComparableName
    private let costs: SpellingCosts
    private let source: TokenMemory
    /// An open hash table of the words met: which word, and its place among them.
    private var words = [UInt32](repeating: .max, count: size)
    private var places = [UInt16](repeating: 0, count: size)
    /// The words met, one after another.
    private var tokens: [ComparableToken] = []
    /// For each of them a meeting a word of the query.
    private var meetings: [TokenMeeting] = []

    /// A power of two, well above the words that the names of one search have.
    private static let size = 2048

    init(_ query: ComparableName, _ index: NameIndex, _ costs: SpellingCosts) {
        self.query = query
        self.costs = costs
        source = TokenMemory(index)
        tokens.reserveCapacity(64)
        meetings.reserveCapacity(64 * query.tokens.count)
    }

    /// A word's place among the words met; an initial and a word of one letter are told apart by role.
    private mutating func place(_ entry: NameIndex.Entry, _ place: Int) -> Int {
        let number = entry.token(place), role = entry.role(place)
        let word = number << 1 | (role == .initial ? 1 : 0)
        var slot = Int((word &* 0x9E37_79B1) &>> 21)
        while words[slot] != .max {
            if words[slot] == word { return Int(places[slot]) }
            slot = (slot + 1) & (Self.size - 1)
        }
        words[slot] = word
        places[slot] = UInt16(tokens.count)
        var token = source.token(number)
        token.role = role
        for own in query.tokens { meetings.append(costs.meeting(own, query.bytes, token, source.bytes)) }
        tokens.append(token)
        return tokens.count - 1
    }

    /// What the words give at best, whatever their order: an upper bound that sorts candidates before they are aligned.
    mutating func worth(_ entry: NameIndex.Entry) -> Int {
        // Where the numbers of words differ, two of one side may be joined on the other, which is seen only by aligning.
        let count = query.tokens.count
        var best = [8 of Int](repeating: 0), worth = entry.count == count ? 0 : 50
        for place in 0..<min(entry.count, PartAlignment.longest) {
            let start = self.place(entry, place) * count
            var own = 0
            for index in 0..<count where !meetings[start + index].isApart {
                let value = PartAligner.worth(meetings[start + index], query.tokens[index].rarity)
                best[index] = max(best[index], value)
                own = max(own, value)
            }
            worth += own - (own > 0 ? 0 : 4)
        }
        for index in 0..<count { worth += best[index] - (best[index] > 0 ? 0 : 4) }
        return worth
    }

    /// All meetings of a query's words with a name's.
    mutating func all(_ entry: NameIndex.Entry) -> MeetingTable {
        var table = MeetingTable()
        for place in 0..<entry.count {
            let start = self.place(entry, place) * query.tokens.count
            for index in query.tokens.indices { table[index, place] = meetings[start + index] }
        }
        return table
    }

    /// A person's name of the dictionary, made of words that were met.
    mutating func name(_ entry: NameIndex.Entry) -> ComparableName {
        var name = ComparableName(kind: entry.kind, family: entry.family, number: entry.number, bytes: source.bytes)
        name.tokens.reserveCapacity(entry.count)
        for place in 0..<entry.count {
            var token = tokens[self.place(entry, place)]
            token.role = entry.role(place)
            name.tokens.append(token)
        }
        return name
    }
}
