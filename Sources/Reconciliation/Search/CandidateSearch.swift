internal import Lexicon

/// Finds, in one dictionary's index, the names that may be a query's, and scores the likeliest.
///
/// What a search needs to remember lives and ends with it, so searches in several threads at once are the same as one after another.
struct CandidateSearch {
    /// A prepared name of the dictionary and how likely it is the query's.
    struct Hit {
        var name: Int
        var score: Double
    }

    let index: NameIndex
    let comparer: NameComparer
    /// The query prepared by its own kind.
    let query: ComparableName
    let text: String
    /// Names of aliases whose search form is the query's: in any case among the candidates.
    let exact: [Int]

    /// Names whose words are compared.
    static let mostScored = 60
    /// People's names aligned in full.
    static let mostAligned = 30
    /// A name whose words give so much less than another's, in tenths of a nat, is not aligned: it is seldom made up for by words that
    /// one side joins.
    var farBehind = 160
    /// A name that is not looked for: the query's own, where a dictionary's names are looked up among themselves. Beside it every other
    /// name is far behind.
    var leftOut: Int?

    init(_ text: String, _ query: ComparableName, _ index: NameIndex, _ comparer: NameComparer, exact: [Int] = []) {
        self.index = index
        self.exact = exact
        self.comparer = comparer
        self.query = query
        self.text = text
    }

    /// Names with a chance, likeliest first.
    func hits() -> [Hit] {
        var prepared: [ComparableName.Kind: ComparableName] = [query.kind: query]
        let memory = TokenMemory(index)
        var meetings = MeetingMemory(query, comparer.costs)
        var hits: [Hit] = []
        var people: [(name: Int, entry: NameIndex.Entry, worth: Int)] = []
        for name in nearest(Self.mostScored) where name != leftOut {
            let entry = index.entry(name)
            guard entry.count > 0 else { continue }
            if entry.kind == .person, query.kind == .person {
                people.append((name, entry, meetings.worth(entry, memory)))
                continue
            }
            let own = prepared[entry.kind] ?? comparer.preparer.prepare(text, kind: entry.kind)
            prepared[entry.kind] = own
            if !own.isEmpty { add(name, comparer.score(own, memory.name(entry, comparer.words)), to: &hits) }
        }
        people.sort { ($1.worth, $0.name) < ($0.worth, $1.name) }
        let least = (people.first?.worth ?? 0) - farBehind
        for person in people.prefix(Self.mostAligned) where person.worth >= least {
            let name = memory.name(person.entry, comparer.words)
            let aligner = PartAligner(comparer.costs, query, name, meetings: meetings.all(person.entry, memory))
            add(person.name, PersonComparison(query, name, aligner.best(), comparer).probability, to: &hits)
        }
        hits.sort { ($1.score, $0.name) < ($0.score, $1.name) }
        lookAgain(&hits, memory)
        return hits
    }

    /// Where the likeliest is not sure, the first few people's unknown words are read.
    private func lookAgain(_ hits: inout [Hit], _ memory: TokenMemory) {
        guard query.kind == .person, let best = hits.first?.score, best < Self.sure, let own = comparer.read(query) else { return }
        for place in hits.indices.prefix(Self.mostRead) {
            let entry = index.entry(hits[place].name)
            guard entry.kind == .person else { continue }
            guard NameComparer.doubt.contains(hits[place].score), let other = comparer.read(memory.name(entry, comparer.words)) else {
                continue
            }
            hits[place].score = max(hits[place].score, comparer.score(own, other))
        }
        hits.sort { ($1.score, $0.name) < ($0.score, $1.name) }
    }

    /// From this score on nothing is read.
    private static let sure = 0.6
    /// Names whose words are read.
    private static let mostRead = 5

    /// Below this nothing is worth a person's look.
    private static let least = 1e-7

    private func add(_ name: Int, _ score: Double, to hits: inout [Hit]) {
        if score > Self.least { hits.append(Hit(name: name, score: score)) }
    }

    /// The names that share the rarest keys with the query.
    func nearest(_ most: Int) -> [Int] {
        var gathering = Gathering(index.keys)
        look(query, &gathering)
        if query.kind == .person, query.tokens.contains(where: { comparer.words.exactConcept(of: query.textBytes($0)) != nil }) {
            // «بسیج» may be a name or an organization.
            look(comparer.preparer.prepare(text, kind: .organization), &gathering)
        }
        lookNear(&gathering)
        for name in exact { gathering.take(name) }
        return gathering.best(most)
    }

    private func look(_ name: ComparableName, _ gathering: inout Gathering) {
        SearchKeys.all(of: name) { gathering.look($0, $0[0] == SearchKeys.word ? 0.6 : 1) }
    }

    /// Keys with one word taken for another one slip away.
    private func lookNear(_ gathering: inout Gathering) {
        let tokens = query.tokens.filter { !$0.isInitial && $0.role != .particle && $0.concept == nil }
        let skeletons = tokens.map(query.skeleton), partners = tokens.map { SearchKeys.searchSkeleton($0, query) }
        var key: [UInt8] = [], near: [UInt32] = [], other: [UInt8] = []
        for place in tokens.indices {
            index.neighbours(of: skeletons[place], most: Self.mostNear, into: &near)
            for number in near {
                other.removeAll(keepingCapacity: true)
                for at in index.skeletons.range(Int(number)) { other.append(index.skeletons.content[at]) }
                if tokens.count == 1 {
                    SearchKeys.word(other, into: &key)
                    gathering.look(key, 0.4)
                    key[0] = SearchKeys.joined
                    gathering.look(key, 0.8)
                }
                for partner in tokens.indices where partner != place {
                    SearchKeys.pair(other, partners[partner], into: &key)
                    gathering.look(key, 0.7)
                }
            }
        }
        if query.tokens.count > 1, query.kind == .person {
            SearchKeys.neighbourhood(SearchKeys.runTogether(skeletons)) { skeleton in
                SearchKeys.word(skeleton, into: &key)
                key[0] = SearchKeys.joined
                gathering.look(key, 0.8)
            }
        }
    }

    /// Words of the dictionary that one word is taken for.
    private static let mostNear = 60
}
