internal import Entities
internal import Lexicon

extension Reconciler {
    /// The answer where the name stands so in the dictionaries and no other candidate is asked for: found by one look-up.
    ///
    /// A bare word or a weak alias is left to the search, and so is a query with other properties.
    func byExactName(_ query: Query, _ searchForm: [UInt8]) -> Reconciliation? {
        guard query.isByNameAlone else { return nil }
        var found: [(dictionary: Int, entity: Int, alias: Int)] = []
        let enough = max(query.limit, 2)
        for (place, source) in dictionaries.enumerated() where found.count < enough {
            for alias in source.dictionary.aliases(spelled: searchForm) {
                let alias = Int(alias), entity = source.dictionary.entity(ofAlias: alias)
                guard isWanted(entity, query.type, source.dictionary), !isKnown(entity, place, found) else { continue }
                guard source.dictionary.role(ofAlias: alias) != .weak, source.index.isWhole(source.index.name(ofAlias: alias)) else {
                    return nil
                }
                found.append((place, entity, alias))
                if found.count == enough { break }
            }
        }
        guard let first = found.first, found.count >= query.limit else { return nil }
        let index = dictionaries[first.dictionary].index
        let isTelling = found.count == 1 && index.saysEnough(index.name(ofAlias: first.alias))
        return Reconciliation(
            decision: isTelling ? .match : .review, candidates: found.prefix(query.limit).map { exactCandidate($0, query) })
    }

    /// Whether an entity was found already by another of its aliases, or is not for this dictionary to give.
    private func isKnown(_ entity: Int, _ place: Int, _ found: [(dictionary: Int, entity: Int, alias: Int)]) -> Bool {
        found.contains { $0.dictionary == place && $0.entity == entity } || isSettledBefore(entity, place)
    }

    private func exactCandidate(_ found: (dictionary: Int, entity: Int, alias: Int), _ query: Query) -> Reconciliation.Candidate {
        let dictionary = dictionaries[found.dictionary].dictionary, text = dictionary.text(ofAlias: found.alias).string
        return .init(
            id: dictionary.id(at: found.entity), name: dictionary.label(at: found.entity), type: dictionary.type(at: found.entity),
            alias: text, score: 0.99,
            evidence: query.isExplained ? [Evidence(part: "name", rule: "exact", detail: text, weight: 5)] : [])
    }
}
