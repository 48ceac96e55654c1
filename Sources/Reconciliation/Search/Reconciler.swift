public import Entities
internal import Glibc
public import Lexicon
internal import NameText

/// Finds the entities behind names, in one dictionary or several. Safe to share between threads.
public struct Reconciler: Sendable {
    /// How names are compared, and from which score on they match.
    public var comparer: NameComparer
    private let dictionaries: [(dictionary: EntityDictionary, index: NameIndex)]

    /// A reconciler over dictionaries compiled by `DictionaryCompiler`; where two have an entity of the same id, the first one's counts.
    public init(_ dictionaries: [EntityDictionary], comparer: NameComparer) throws(ArchiveError) {
        self.comparer = comparer
        var opened: [(EntityDictionary, NameIndex)] = []
        for dictionary in dictionaries { opened.append((dictionary, try NameIndex(dictionary.archive))) }
        self.dictionaries = opened
    }

    /// The entities whose names may be the query's, and what it comes to.
    public func reconcile(_ query: Query) -> Reconciliation {
        let searchForm = Array(comparer.preparer.normalizer.normalized(query.name, for: .search).utf8)
        if query.limit == 1, let exact = onlyExact(query, searchForm) { return exact }
        let prepared = comparer.prepare(query.name, as: query.type)
        guard !prepared.isEmpty else { return Reconciliation(decision: .none, candidates: []) }
        var found: [Found] = [], seen: Set<EntityID> = []
        for (place, source) in dictionaries.enumerated() {
            var best: [Int: CandidateSearch.Hit] = [:]
            let exact = source.dictionary.aliases(spelled: searchForm).map { $0 }
            for hit in CandidateSearch(query.name, prepared, source.index, comparer, exact: exact).hits() {
                let entity = source.dictionary.entity(ofAlias: hit.alias)
                if hit.score > best[entity]?.score ?? 0 { best[entity] = hit }
            }
            var ids: [EntityID] = []
            for (entity, hit) in best.sorted(by: { $0.key < $1.key }) {
                let type = source.dictionary.type(at: entity)
                if let wanted = query.type, type != wanted, type != .unstated { continue }
                let id = source.dictionary.id(at: entity)
                if seen.contains(id) { continue }
                ids.append(id)
                let isExact = exact.contains(UInt32(hit.alias))
                var one = Found(dictionary: place, entity: entity, alias: hit.alias, score: hit.score, isExact: isExact)
                weigh(query, source.dictionary, &one)
                found.append(one)
            }
            seen.formUnion(ids)
        }
        found.sort { ($1.score, $1.isExact ? 1 : 0, $0.dictionary, $0.entity) < ($0.score, $0.isExact ? 1 : 0, $1.dictionary, $1.entity) }
        let decision = decide(prepared, found)
        return Reconciliation(decision: decision, candidates: found.prefix(query.limit).map { candidate($0, query) })
    }

    /// The one entity that has exactly this name, where no other has it and the name says enough.
    private func onlyExact(_ query: Query, _ key: [UInt8]) -> Reconciliation? {
        guard query.birthYear == nil, query.properties.isEmpty else { return nil }
        var only: (EntityDictionary, entity: Int, alias: Int)?
        for source in dictionaries {
            for alias in source.dictionary.aliases(spelled: key) {
                let entity = source.dictionary.entity(ofAlias: Int(alias))
                if let wanted = query.type, source.dictionary.type(at: entity) != wanted { continue }
                if let known = only, known.0 !== source.dictionary || known.entity != entity { return nil }
                if source.dictionary.role(ofAlias: Int(alias)) == .weak || !source.index.saysEnough(Int(alias)) { return nil }
                only = (source.dictionary, entity, Int(alias))
            }
        }
        guard let (dictionary, number, alias) = only else { return nil }
        let entity = dictionary.entity(at: number), text = dictionary.text(ofAlias: alias).string
        let evidence = Evidence(part: "name", rule: "exact", detail: text, weight: 5)
        return Reconciliation(
            decision: .match,
            candidates: [.init(id: entity.id, name: entity.label, type: entity.type, alias: text, score: 0.99, evidence: [evidence])])
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
        }
        guard !query.properties.isEmpty else { return }
        let entity = dictionary.entity(at: found.entity)
        for (key, asked) in query.properties.sorted(by: { $0.key < $1.key }) {
            let normalizer = comparer.preparer.normalizer, wanted = normalizer.normalized(asked, for: .search),
                known = entity.values(of: key)
            if let same = known.first(where: { normalizer.normalized($0, for: .search) == wanted }) {
                note(key, asked, same, same: true)
            } else if known.count == 1 {
                // Of several roles none need be the one asked for.
                note(key, asked, known[0], same: false)
            }
        }
    }

    private func decide(_ query: ComparableName, _ found: [Found]) -> Reconciliation.Decision {
        guard let best = found.first else { return .none }
        switch comparer.thresholds.decision(best.score) {
        case .different: return .none
        case .review: return .review
        case .match: break
        }
        if best.isDecidedByProperties { return .match }
        // A bare surname or a nickname is its bearer's, and others' too.
        if dictionaries[best.dictionary].dictionary.role(ofAlias: best.alias) == .weak { return .review }
        if query.isCommon { return .review }
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
        let dictionary = dictionaries[found.dictionary].dictionary
        let entity = dictionary.entity(at: found.entity)
        let alias = dictionary.text(ofAlias: found.alias).string
        let kind = dictionaries[found.dictionary].index.entry(found.alias).kind
        let comparison = comparer.compare(comparer.preparer.prepare(query.name, kind: kind), comparer.preparer.prepare(alias, kind: kind))
        return .init(
            id: entity.id, name: entity.label, type: entity.type, alias: alias, score: found.score,
            evidence: comparison.evidence + found.properties)
    }
}
