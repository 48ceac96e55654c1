internal import Entities
internal import ICU
internal import Lexicon

/// All spellings of a build, prepared and filed as the names of a compiled dictionary are, so that each can be looked up among all.
struct SpellingIndex {
    private let index: NameIndex
    private let comparer: NameComparer
    private let spellings: [Spelling]
    /// What each spelling says of its bearer's gender.
    let genders: [NameGender]
    /// How much each spelling is worth as a label, more being better: full names, without titles.
    let fullness: [UInt8]

    init(_ spellings: [Spelling], _ comparer: NameComparer) throws {
        var builder = NameIndexBuilder(), genders: [NameGender] = [], fullness: [UInt8] = []
        for spelling in spellings {
            let name = comparer.prepare(spelling.text, as: spelling.type)
            builder.add(name)
            genders.append(name.family > 0 ? name.tokens[0].gender : .unknown)
            let hasInitials = name.tokens.contains(where: \.isInitial)
            fullness.append((name.kind != .person || name.family > 0 && !hasInitials ? 2 : 0) + (name.titles.isEmpty ? 1 : 0))
        }
        var archive = ArchiveBuilder()
        builder.finish(into: &archive)
        index = try NameIndex(try Archive(bytes: archive.bytes()))
        self.comparer = comparer
        self.spellings = spellings
        self.genders = genders
        self.fullness = fullness
    }

    /// Pairs of spellings that are the same name with at least this probability, the surest first. `progress` hears how many were looked up.
    func edges(from threshold: Double, progress: (Int) -> Void) -> [SpellingGroups.Edge] {
        var edges: [SpellingGroups.Edge] = [], done: Set<Int> = []
        func add(_ a: Int, _ b: Int, _ score: Double) {
            if a != b { edges.append(.init(left: Int32(min(a, b)), right: Int32(max(a, b)), score: Float(score))) }
        }
        for number in spellings.indices {
            progress(number + 1)
            // Spellings whose words are the same share one prepared name: they are looked up once, and each hangs on the first.
            let own = index.name(ofAlias: number)
            let name = comparer.prepare(spellings[number].text, as: spellings[number].type)
            guard !name.isEmpty, done.insert(own).inserted else { continue }
            let all = index.aliases(ofName: own).map(Int.init)
            for (place, other) in all.enumerated() {
                for alias in all[max(0, place - Self.mostNamesakes)..<place] { add(alias, other, Self.sameWords) }
            }
            var search = CandidateSearch(spellings[number].text, name, index, comparer)
            search.leftOut = own
            search.isThorough = true
            for hit in search.hits() where hit.score >= threshold {
                for other in index.aliases(ofName: hit.name).prefix(Self.mostNamesakes).map(Int.init) {
                    for alias in all.prefix(Self.mostNamesakes) { add(alias, other, hit.score) }
                }
            }
        }
        // Of pairs as sure, those that are met most: a name without a year of birth goes to the namesake who is met most.
        func count(_ edge: SpellingGroups.Edge) -> Int { spellings[Int(edge.left)].count + spellings[Int(edge.right)].count }
        return edges.sorted { a, b in
            if a.score != b.score { return a.score > b.score }
            let counts = (count(a), count(b))
            return counts.0 != counts.1 ? counts.0 > counts.1 : (a.left, a.right) < (b.left, b.right)
        }
    }

    /// Whether the full names of two groups, the most frequent of each, may all be one name: an "A. Karimi" must not join Ali with Amir.
    /// Where names that are not alike were decided to be one's, one that is alike is enough.
    func agree(_ a: [Int], _ b: [Int], isMixed: Bool) -> Bool {
        if a.count == 1, b.count == 1 { return true }
        let memory = TokenMemory(index)
        func names(_ group: [Int]) -> [ComparableName] {
            let full = group.filter { fullness[$0] >= 2 }
            let most = full.count > 4 ? Array(full.sorted { (spellings[$1].count, $0) < (spellings[$0].count, $1) }.prefix(4)) : full
            return most.map { memory.name(index.entry(index.name(ofAlias: $0)), comparer.words) }
        }
        func mayBeOne(_ a: ComparableName, _ b: ComparableName) -> Bool {
            a.kind != .person || b.kind != .person || comparer.score(a, b) >= Self.leastWithinGroup
        }
        let ours = names(a), others = names(b)
        if isMixed { return ours.isEmpty || others.isEmpty || ours.contains { name in others.contains { mayBeOne(name, $0) } } }
        return ours.allSatisfy { name in others.allSatisfy { mayBeOne(name, $0) } }
    }

    /// Full names of one entity need not be sure to be the same, as a third name may show it; but they are not surely different.
    static let leastWithinGroup = 0.05

    /// The sound classes of all words of a spelling run together: what most spellings of a name share.
    func skeleton(_ number: Int) -> [UInt8] {
        let name = TokenMemory(index).name(index.entry(index.name(ofAlias: number)), comparer.words)
        return [name.kind.rawValue] + SearchKeys.runTogether(name.tokens.filter { $0.role != .particle }.map(name.skeleton))
    }

    func kind(_ number: Int) -> ComparableName.Kind { index.entry(index.name(ofAlias: number)).kind }

    /// Spellings of the same words that are told apart by ids or years; each is held against so many, those most like it in what is said beside.
    private static let mostNamesakes = 64
    /// The probability that the same words are the same name.
    private static let sameWords = 0.995
}
