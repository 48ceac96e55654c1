public import Entities
internal import Glibc
public import Lexicon
internal import NameText

/// Finds the entities behind names, in one dictionary or several. Safe to share between threads.
public struct Reconciler: Sendable {
    /// How names are compared, and from which score on they match.
    public var comparer: NameComparer
    let dictionaries: [(dictionary: EntityDictionary, index: NameIndex)]

    /// A reconciler over dictionaries compiled by `DictionaryCompiler`; what the first that knows an id says of it counts, also
    /// that it was merged into another one or removed. A dictionary that was compiled with another lexicon than the comparer's is refused.
    public init(_ dictionaries: [EntityDictionary], comparer: NameComparer) throws(ArchiveError) {
        self.comparer = comparer
        var opened: [(EntityDictionary, NameIndex)] = []
        for dictionary in dictionaries {
            opened.append((dictionary, try NameIndex(dictionary.archive)))
            try comparer.preparer.knowledge.stamp.check(dictionary.archive)
        }
        self.dictionaries = opened
    }

    /// The entities whose names may be the query's, and what it comes to.
    public func reconcile(_ query: Query) -> Reconciliation {
        var searchForm: [UInt8] = []
        comparer.preparer.normalizer.normalize(Array(query.name.utf8), for: .search, into: &searchForm)
        if let answer = byExactName(query, searchForm) { return answer }
        let prepared = comparer.prepare(query.name, as: query.type)
        guard !prepared.isEmpty else { return Reconciliation(decision: .none, candidates: []) }
        var found: [Found] = []
        for place in dictionaries.indices { found += candidates(query, prepared, searchForm, place) }
        // Who bears the very name comes before who bears a like one.
        let match = comparer.thresholds.match
        found.sort { a, b in
            let first = a.isExact && a.score >= match ? 0 : 1, second = b.isExact && b.score >= match ? 0 : 1
            return (first, b.score, b.isExact ? 1 : 0, a.dictionary, a.entity) < (
                second, a.score, a.isExact ? 1 : 0, b.dictionary, b.entity
            )
        }
        let decision = decide(prepared, found)
        return Reconciliation(decision: decision, candidates: found.prefix(query.limit).map { candidate($0, query) })
    }

    /// The entities of one dictionary that have the names found in it, each by its likeliest one.
    private func candidates(_ query: Query, _ prepared: ComparableName, _ searchForm: [UInt8], _ place: Int) -> [Found] {
        let (dictionary, index) = dictionaries[place]
        let exact = dictionary.aliases(spelled: searchForm).prefix(Self.mostNamesakes).map(Int.init)
        // The query's very name counts whichever of an entity's names is found first.
        let namesakes = Set(exact.filter { dictionary.role(ofAlias: $0) != .weak }.map(dictionary.entity(ofAlias:)))
        let exactNames = Set(exact.map(index.name(ofAlias:))).sorted()
        var found: [Found] = [], known: Set<Int> = []
        var search = CandidateSearch(query.name, prepared, index, comparer, exact: Array(exactNames.prefix(Self.mostExactNames)))
        search.isThorough = query.isThorough
        for hit in search.hits() {
            func take(_ alias: Int, isExact: Bool) {
                let entity = dictionary.entity(ofAlias: alias)
                guard isWanted(entity, query.type, dictionary), !isFamilyAlone(alias, of: dictionary, prepared),
                    known.insert(entity).inserted, !isSettledBefore(entity, place)
                else { return }
                let isNamesake = namesakes.contains(entity)
                let score = isNamesake ? max(hit.score, NameComparer.sameSpelling) : hit.score
                var one = Found(dictionary: place, entity: entity, alias: alias, score: score, isExact: isExact || isNamesake)
                weigh(query, dictionary, &one)
                found.append(one)
            }
            // Names come likeliest first, and of one name's bearers those that are spelled like the query.
            if exactNames.contains(hit.name) {
                for alias in exact where index.name(ofAlias: alias) == hit.name { take(alias, isExact: true) }
            }
            let enough = query.isByNameAlone ? query.limit + 8 : Self.mostNamesakes
            let before = found.count
            // What is less likely than as many as are wanted changes neither them nor what they come to, unless it bears the very name.
            if query.isByNameAlone, before >= enough, hit.score < found[query.limit].score, namesakes.isSubset(of: known) { break }
            for alias in index.aliases(ofName: hit.name).prefix(Self.mostNamesakes) where found.count - before < enough {
                take(Int(alias), isExact: false)
            }
        }
        return found
    }

    /// Whether a name is its bearer's bare family name, which says nothing for somebody whose given name is asked for too.
    private func isFamilyAlone(_ alias: Int, of dictionary: EntityDictionary, _ query: ComparableName) -> Bool {
        query.kind == .person && query.tokens.count > 1 && dictionary.role(ofAlias: alias) == .weak
            && !dictionary.text(ofAlias: alias).array.contains(0x20)
    }

    /// The entities whose names a query is compared with, whatever their score: what the search has found, right or wrong.
    public func gathered(_ query: Query) -> [EntityID] {
        let prepared = comparer.prepare(query.name, as: query.type)
        var found: Set<EntityID> = []
        for (dictionary, index) in dictionaries where !prepared.isEmpty {
            var search = CandidateSearch(query.name, prepared, index, comparer)
            _ = search.hits()
            for name in search.compared {
                for alias in index.aliases(ofName: name) { found.insert(dictionary.id(at: dictionary.entity(ofAlias: Int(alias)))) }
            }
        }
        return found.sorted()
    }

    /// Bearers of one name beyond these are not looked at.
    private static let mostNamesakes = 2000
    /// Prepared names of one spelling: normalization lets few meet.
    private static let mostExactNames = 20

    /// Whether a dictionary in front of an entity's says what becomes of its id.
    func isSettledBefore(_ entity: Int, _ place: Int) -> Bool {
        guard place > 0 else { return false }
        let id = dictionaries[place].dictionary.id(at: entity)
        return dictionaries[..<place].contains { $0.dictionary.settles(id) }
    }

    func isWanted(_ entity: Int, _ type: EntityType?, _ dictionary: EntityDictionary) -> Bool {
        guard let type else { return true }
        let own = dictionary.type(at: entity)
        return own == type || own == .unstated
    }

    /// An entity that was found, while it is weighed against the others.
    private struct Found {
        var dictionary: Int
        var entity: Int
        var alias: Int
        var score: Double
        var isExact: Bool
        /// What the query's other properties say.
        var properties: [Evidence] = []
        var isDecidedByProperties = false
    }

    /// What else is known of the two decides between namesakes, and speaks against a candidate.
    private func weigh(_ query: Query, _ dictionary: EntityDictionary, _ found: inout Found) {
        func note(_ part: String, _ asked: String, _ known: String, same: Bool) {
            found.properties.append(
                Evidence(part: part, rule: same ? "same-property" : "other-property", detail: "\(asked) = \(known)", weight: same ? 2 : -4))
            if same { found.isDecidedByProperties = true } else { found.score *= 0.2 }
        }
        if let year = query.birthYear, let known = dictionary.birthYear(at: found.entity) {
            // Persian and Gregorian years of birth are often a year apart.
            note("birthYear", "\(year)", "\(known)", same: abs(year - known) <= 1)
            if abs(year - known) == 1 { found.score *= 0.99 }
        }
        guard !query.properties.isEmpty else { return }
        let entity = dictionary.entity(at: found.entity)
        for (key, asked) in query.properties.sorted(by: { $0.key < $1.key }) {
            let normalizer = comparer.preparer.normalizer, wanted = normalizer.normalized(asked, for: .search),
                known = entity.values(of: key)
            if let same = known.first(where: { normalizer.normalized($0, for: .search) == wanted || isOtherScript($0, asked) }) {
                note(key, asked, same, same: true)
            } else if known.count == 1 {
                // Of several roles none need be the one asked for.
                note(key, asked, known[0], same: false)
            }
        }
    }

    /// Whether two values are one name in two scripts: Shiraz and شیراز.
    private func isOtherScript(_ known: String, _ asked: String) -> Bool {
        func isLatin(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0xD0 } }
        return isLatin(known) != isLatin(asked) && comparer.compare(known, asked).decision == .match
    }

    private func decide(_ query: ComparableName, _ found: [Found]) -> Reconciliation.Decision {
        guard let best = found.first else { return .none }
        switch comparer.thresholds.decision(best.score) {
        case .different: return .none
        case .review: return .review
        case .match: break
        }
        // Properties that two namesakes share tell neither from the other.
        let isOnly = !found.dropFirst().contains { $0.isDecidedByProperties && $0.score >= best.score }
        if best.isDecidedByProperties { return isOnly ? .match : .review }
        // A bare surname or a nickname is its bearer's, and others' too.
        if dictionaries[best.dictionary].dictionary.role(ofAlias: best.alias) == .weak { return .review }
        if query.isCommon { return .review }
        // A person's name alone is not yet the firm that is called so: Omid, and Omid Insurance.
        if !best.isExact, query.tokens.count == 1, query.tokens[0].isKnown,
            dictionaries[best.dictionary].dictionary.type(at: best.entity) == .organization
        {
            return .review
        }
        // A namesake, or one whose name is nearly as likely, is for a person to tell apart.
        let rivals = found.dropFirst().contains { rival in
            Self.odds(rival.score) > Self.odds(best.score) - 1.5 && rival.score > 0.5 && !(best.isExact && !rival.isExact)
        }
        return rivals ? .review : .match
    }

    private static func odds(_ score: Double) -> Double {
        let score = min(max(score, 1e-6), 1 - 1e-6)
        return log(score / (1 - score))
    }

    private func candidate(_ found: Found, _ query: Query) -> Reconciliation.Candidate {
        let (dictionary, index) = dictionaries[found.dictionary]
        let alias = dictionary.text(ofAlias: found.alias).string
        var evidence = found.properties
        if query.isExplained {
            let kind = index.entry(index.name(ofAlias: found.alias)).kind, preparer = comparer.preparer
            evidence = comparer.compare(preparer.prepare(query.name, kind: kind), preparer.prepare(alias, kind: kind)).evidence + evidence
        }
        return .init(
            id: dictionary.id(at: found.entity), name: dictionary.label(at: found.entity), type: dictionary.type(at: found.entity),
            alias: alias, score: found.score, evidence: evidence)
    }
}
