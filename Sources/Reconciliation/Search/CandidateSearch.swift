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
    private static let farBehind = 160
    /// A name with less than this share of what the best one has in common with the query is compared only where nothing likely is found.
    private static let telling: Float = 0.7
    /// The same where the query is one word, which names of several words have too.
    private static let tellingAlone: Float = 0.3
    /// From this score on a name is likely the query's, so that only names that have as much in common with it are compared.
    private static let likely = 0.85

    /// A name that is not looked for: the query's own, where a dictionary's names are looked up among themselves.
    var leftOut: Int?
    /// Whether names one slip away are looked for also where a likely one is found.
    var isThorough = false
    /// The names that were compared, right or wrong.
    private(set) var compared: [Int] = []

    private var prepared: [ComparableName.Kind: ComparableName]
    private var meetings: MeetingMemory
    private var found: [Hit] = []
    private var mostWorth = Int.min

    init(_ text: String, _ query: ComparableName, _ index: NameIndex, _ comparer: NameComparer, exact: [Int] = []) {
        self.index = index
        self.exact = exact
        self.comparer = comparer
        self.query = query
        self.text = text
        prepared = [query.kind: query]
        meetings = MeetingMemory(query, index, comparer.costs)
    }

    /// Names with a chance, likeliest first.
    mutating func hits() -> [Hit] {
        var gathering = Gathering(index.keys)
        let isOneWord = query.tokens.count == 1
        look(&gathering) { $0 != SearchKeys.word || isOneWord }
        let telling = gathering.best(Self.mostScored, atLeast: isOneWord ? Self.tellingAlone : Self.telling)
        compare(exact + telling.filter { !exact.contains($0) })
        if isThorough || found.isEmpty || found[0].score < Self.likely {
            if !isOneWord { look(&gathering) { $0 == SearchKeys.word } }
            lookNear(&gathering)
            compare(gathering.best(Self.mostScored - telling.count).filter { !exact.contains($0) })
        }
        lookAgain()
        return found
    }

    /// Compares names and puts them in their order among the others.
    private mutating func compare(_ names: [Int]) {
        var people: [(name: Int, worth: Int)] = []
        for name in names where name != leftOut {
            let entry = index.entry(name)
            guard entry.count > 0 else { continue }
            compared.append(name)
            if entry.kind == .person, query.kind == .person {
                people.append((name, meetings.worth(entry)))
                continue
            }
            let own = prepared[entry.kind] ?? comparer.preparer.prepare(text, kind: entry.kind)
            prepared[entry.kind] = own
            if !own.isEmpty { add(name, comparer.score(own, TokenMemory(index).name(entry, comparer.words))) }
        }
        people.sort { ($1.worth, $0.name) < ($0.worth, $1.name) }
        mostWorth = max(mostWorth, people.first?.worth ?? .min)
        for person in people.prefix(Self.mostAligned) where person.worth >= mostWorth - Self.farBehind {
            let entry = index.entry(person.name), name = meetings.name(entry)
            let aligner = PartAligner(comparer.costs, query, name, meetings: meetings.all(entry))
            add(person.name, PersonComparison(query, name, aligner.best(), comparer).probability)
        }
        found.sort { ($1.score, $0.name) < ($0.score, $1.name) }
    }

    /// Where the likeliest is not sure, the first few people's unknown words are read.
    private mutating func lookAgain() {
        guard query.kind == .person, let best = found.first?.score, best < Self.sure, let own = comparer.read(query) else { return }
        for place in found.indices.prefix(Self.mostRead) {
            let entry = index.entry(found[place].name)
            guard entry.kind == .person, NameComparer.doubt.contains(found[place].score) else { continue }
            guard let other = comparer.read(TokenMemory(index).name(entry, comparer.words)) else { continue }
            found[place].score = max(found[place].score, comparer.score(own, other))
        }
        found.sort { ($1.score, $0.name) < ($0.score, $1.name) }
    }

    /// From this score on nothing is read.
    private static let sure = 0.6
    /// Names whose words are read.
    private static let mostRead = 5

    /// Below this nothing is worth a person's look.
    private static let least = 1e-7

    private mutating func add(_ name: Int, _ score: Double) {
        if score > Self.least { found.append(Hit(name: name, score: score)) }
    }

    /// The names that share the rarest keys with the query, before anything is compared.
    func nearest(_ most: Int) -> [Int] {
        var gathering = Gathering(index.keys)
        look(&gathering) { _ in true }
        lookNear(&gathering)
        return gathering.best(most)
    }

    /// Looks under the query's own keys of some sorts.
    private func look(_ gathering: inout Gathering, _ isWanted: (UInt8) -> Bool) {
        func look(_ name: ComparableName) {
            SearchKeys.all(of: name) { if isWanted($0[0]) { gathering.look($0, $0[0] == SearchKeys.word ? 0.6 : 1) } }
        }
        look(query)
        if query.kind == .person, query.tokens.contains(where: { comparer.words.exactConcept(of: query.textBytes($0)) != nil }) {
            // «بسیج» may be a name or an organization.
            look(comparer.preparer.prepare(text, kind: .organization))
        }
    }

    /// Keys with one word taken for another one slip away.
    private func lookNear(_ gathering: inout Gathering) {
        let tokens = query.tokens.filter { !$0.isInitial && $0.role != .particle && $0.concept == nil }
        let skeletons = tokens.map { SearchKeys.sounds($0, query) }, partners = tokens.map { SearchKeys.searchSkeleton($0, query) }
        let meanings = query.tokens.filter { $0.concept != nil && $0.concept?.kind != .legal }.map { SearchKeys.searchSkeleton($0, query) }
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
                    if query.tokens.count == 1 { gathering.look(key, 0.8) }
                }
                for partner in tokens.indices where partner != place {
                    SearchKeys.pair(other, partners[partner], into: &key)
                    gathering.look(key, 0.7)
                }
                for meaning in meanings {
                    SearchKeys.pair(other, meaning, into: &key)
                    gathering.look(key, 0.5)
                }
            }
        }
        let spoken = SearchKeys.spoken(query).map { SearchKeys.sounds($0, query) }
        SearchKeys.neighbourhood(SearchKeys.runTogether(spoken)) { skeleton in
            SearchKeys.word(skeleton, into: &key)
            key[0] = SearchKeys.joined
            gathering.look(key, 0.8)
        }
    }

    /// Words of the dictionary that one word is taken for.
    private static let mostNear = 60
}
