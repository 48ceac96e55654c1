internal import Glibc
internal import Lexicon

/// Finds, in one dictionary's index, the aliases that may be a query's name, and scores the likeliest.
struct CandidateSearch {
    /// An alias and how likely it is the query's name.
    struct Hit {
        var alias: Int
        var score: Double
    }

    let index: NameIndex
    let comparer: NameComparer
    /// The query prepared by its own kind.
    let query: ComparableName
    let text: String
    /// Aliases whose search form is the query's: in any case among the candidates.
    let exact: [UInt32]

    /// Postings of one key beyond these are not read: so common a key tells little.
    static let mostPostings = 400
    /// Aliases whose words are compared.
    static let mostScored = 60
    /// People's names aligned in full.
    static let mostAligned = 30

    init(_ text: String, _ query: ComparableName, _ index: NameIndex, _ comparer: NameComparer, exact: [UInt32] = []) {
        self.index = index
        self.exact = exact
        self.comparer = comparer
        self.query = query
        self.text = text
    }

    /// Aliases with a chance, likeliest first.
    func hits() -> [Hit] {
        var prepared: [ComparableName.Kind: ComparableName] = [query.kind: query]
        let memory = TokenMemory(index)
        var meetings = MeetingMemory(query, comparer.costs)
        var hits: [Hit] = []
        var people: [(alias: Int, entry: NameIndex.Entry, worth: Int)] = []
        for alias in gather() {
            let entry = index.entry(alias)
            guard entry.count > 0 else { continue }
            if entry.kind == .person, query.kind == .person {
                people.append((alias, entry, meetings.worth(entry, memory)))
                continue
            }
            let own = prepared[entry.kind] ?? comparer.preparer.prepare(text, kind: entry.kind)
            prepared[entry.kind] = own
            if !own.isEmpty { add(alias, comparer.score(own, memory.name(entry, comparer.words)), to: &hits) }
        }
        people.sort { ($1.worth, $0.alias) < ($0.worth, $1.alias) }
        for person in people.prefix(Self.mostAligned) {
            let name = memory.name(person.entry, comparer.words)
            let aligner = PartAligner(comparer.costs, query, name, meetings: meetings.all(person.entry, memory))
            add(person.alias, PersonComparison(query, name, aligner.best(), comparer).probability, to: &hits)
        }
        return hits.sorted { ($1.score, $0.alias) < ($0.score, $1.alias) }
    }

    /// Below this nothing is worth a person's look.
    private static let least = 1e-7

    private func add(_ alias: Int, _ score: Double, to hits: inout [Hit]) {
        if score > Self.least { hits.append(Hit(alias: alias, score: score)) }
    }

    /// The aliases that share the rarest keys with the query.
    func nearest(_ most: Int) -> [Int] { Array(gather().prefix(most)) }

    /// Aliases that share keys with the query, those with the rarest shared keys first.
    private func gather() -> [Int] {
        var weights: [UInt32: Float] = [:]
        func look(_ key: [UInt8], _ factor: Float) {
            let postings = index.keys[key]
            guard !postings.isEmpty else { return }
            let weight = factor * max(0.5, 14 - log2(Float(postings.count)))
            for posting in postings.prefix(Self.mostPostings) { weights[posting, default: 0] += weight }
        }
        SearchKeys.all(of: query) { look($0, $0[0] == SearchKeys.word ? 0.6 : 1) }
        if query.kind == .person, query.tokens.contains(where: { comparer.words.exactConcept(of: query.textBytes($0)) != nil }) {
            // «بسیج» may be a name or an organization.
            SearchKeys.all(of: comparer.preparer.prepare(text, kind: .organization)) { look($0, $0[0] == SearchKeys.word ? 0.6 : 1) }
        }
        lookNear(look)
        for alias in exact { weights[alias, default: 0] += 1000 }
        var ranked = weights.map { (alias: $0.key, weight: $0.value) }
        ranked.sort { ($1.weight, $0.alias) < ($0.weight, $1.alias) }
        return ranked.prefix(Self.mostScored).map { Int($0.alias) }
    }

    /// Keys with one word taken for another one slip away.
    private func lookNear(_ look: ([UInt8], Float) -> Void) {
        var key: [UInt8] = []
        let tokens = query.tokens.filter { !$0.isInitial && $0.role != .particle && $0.concept == nil }
        for (place, token) in tokens.enumerated() {
            let near = index.neighbours(of: query.skeleton(token), most: 60)
            for other in near {
                SearchKeys.word(other, into: &key)
                if tokens.count == 1 {
                    look(key, 0.4)
                    look([SearchKeys.joined] + other, 0.8)
                }
                for (index, partner) in tokens.enumerated() where index != place {
                    SearchKeys.pair(other, SearchKeys.searchSkeleton(partner, query), into: &key)
                    look(key, 0.7)
                }
            }
        }
        if query.tokens.count > 1, query.kind == .person {
            var skeletons: [[UInt8]] = []
            SearchKeys.neighbourhood(SearchKeys.runTogether(tokens.map(query.skeleton))) { skeletons.append($0) }
            for skeleton in skeletons { look([SearchKeys.joined] + skeleton, 0.8) }
        }
    }
}
