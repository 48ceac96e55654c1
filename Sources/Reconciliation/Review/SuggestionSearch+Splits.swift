internal import Entities

extension SuggestionSearch {
    /// Groups of full names that are one person's and have nothing to do with that person's other names; the least alike first.
    public func splits(progress: (Int) -> Void = { _ in }) -> [ReviewSuggestion] {
        var found: [ReviewSuggestion] = []
        for index in 0..<dictionary.count {
            progress(index + 1)
            guard [.person, .unstated].contains(dictionary.type(at: index)) else { continue }
            found += splits(of: dictionary.entity(at: index))
        }
        return found.sorted { ($0.score, $0.labels.a ?? "") < ($1.score, $1.labels.a ?? "") }
    }

    private func splits(of entity: Entity) -> [ReviewSuggestion] {
        let comparer = reconciler.comparer
        let full = entity.names.filter { [.preferred, .alias, .misspelling].contains($0.role) }.compactMap { alias in
            let name = comparer.prepare(alias.text, as: entity.type)
            return name.kind == .person && name.family > 0 ? (alias: alias, name: name) : nil
        }
        guard full.count > 1 else { return [] }
        var groups: [[Int]] = []
        for index in full.indices {
            // Whatever may be the same name belongs together.
            let scores = full[..<index].map { comparer.score(full[index].name, $0.name) }
            let near = groups.indices.filter { group in groups[group].contains { scores[$0] >= comparer.thresholds.different } }
            let joined = near.flatMap { groups[$0] } + [index]
            groups = groups.indices.filter { !near.contains($0) }.map { groups[$0] } + [joined]
        }
        guard groups.count > 1 else { return [] }
        // The group with the most mentions keeps the entity; of two, the one with the name that stands first.
        groups.sort { ($1.reduce(0) { $0 + full[$1].alias.count }, $0.min()!) < ($0.reduce(0) { $0 + full[$1].alias.count }, $1.min()!) }
        let kept = groups[0]
        // A king with his number, a master with his town: names that have a word in common are one person's.
        func words(_ group: [Int]) -> Set<[UInt8]> { Set(group.flatMap { full[$0].name.tokens.map(full[$0].name.skeleton) }) }
        let own = words(kept), apart = groups.dropFirst().filter { own.isDisjoint(with: words($0)) }
        var others: [(group: [Int], words: Set<[UInt8]>)] = []
        for group in apart {
            let met = words(group), near = others.filter { !$0.words.isDisjoint(with: met) }
            others.removeAll { !$0.words.isDisjoint(with: met) }
            others.append((near.flatMap(\.group) + group, near.reduce(met) { $0.union($1.words) }))
        }
        return others.map(\.group).map { group in
            var nearest = (score: -1.0, own: group[0], other: kept[0])
            for own in group {
                for other in kept {
                    let score = comparer.score(full[own].name, full[other].name)
                    if score > nearest.score { nearest = (score, own, other) }
                }
            }
            let comparison = comparer.compare(full[nearest.own].name, full[nearest.other].name)
            return ReviewSuggestion(
                kind: .split,
                subject: .names(entity.id, group.map { full[$0].alias.text }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }),
                labels: .init(a: full[nearest.other].alias.text), score: comparison.score, evidence: comparison.evidence)
        }
    }
}
