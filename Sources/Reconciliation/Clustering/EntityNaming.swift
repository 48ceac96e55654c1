internal import Entities
internal import Lexicon

/// Gives the groups of a build their ids, the same ones as long as may be.
///
/// An id that was given, decided about or had in an earlier dictionary stays. Other ids follow from the sound of most of the group's mentions, which
/// further mentions seldom change: the consonants of a name, not one of its spellings.
struct EntityNaming {
    private let spellings: [Spelling]
    private let index: SpellingIndex
    private let earlier: EarlierIDs
    private let decided: DecidedSpellings
    private var taken: Set<EntityID> = []
    private var idOfGroup: [EntityID] = []

    init(_ spellings: [Spelling], _ index: SpellingIndex, _ earlier: EarlierIDs, _ decided: DecidedSpellings) {
        self.spellings = spellings
        self.index = index
        self.earlier = earlier
        self.decided = decided
    }

    /// The ids of the groups, in their order.
    mutating func names(of groups: [[Int]]) -> [EntityID] {
        let counts = groups.map { $0.reduce(0) { $0 + spellings[$1].count } }
        // Groups that are met most choose first, so that a newcomer takes no id away.
        let order = groups.indices.sorted { a, b in
            (counts[b], groups[b].count, groups[a][0]) < (counts[a], groups[a].count, groups[b][0])
        }
        var ids = [EntityID?](repeating: nil, count: groups.count)
        for group in order {
            if let id = settled(groups[group]).first(where: { !taken.contains($0) }) {
                taken.insert(id)
                ids[group] = id
            }
        }
        for group in order where ids[group] == nil { ids[group] = made(of: groups[group]) }
        idOfGroup = ids.map { $0! }
        return idOfGroup
    }

    /// Ids that the group has a right to, the best first.
    private func settled(_ group: [Int]) -> [EntityID] {
        var ids = [decided.stayingID(of: group)].compactMap(\.self)
        ids += Set(group.compactMap { spellings[$0].id }).sorted().map { EntityID($0) }
        var votes: [EntityID: Int] = [:]
        for member in group { for id in earlier.ids(of: spellings[member]) { votes[id, default: 0] += spellings[member].count } }
        ids += votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return ids + Set(group.flatMap { decided.ids[$0] ?? [] }).sorted()
    }

    private mutating func made(of group: [Int]) -> EntityID {
        var votes: [[UInt8]: Int] = [:]
        for member in group { votes[index.skeleton(member), default: 0] += spellings[member].count }
        let sound = votes.max { a, b in a.value != b.value ? a.value < b.value : b.key.lexicographicallyPrecedes(a.key) }?.key ?? []
        // Namesakes by sound: a number more for each.
        for number in 0... {
            let id = EntityID.made(of: [String(decoding: sound, as: UTF8.self)] + (number == 0 ? [] : ["\(number)"]))
            if taken.insert(id).inserted { return id }
        }
        preconditionFailure("numbers do not end")
    }

    /// Ids that are no entity's any more, each with the entity that has most of what was its.
    func redirects(_ groups: [[Int]]) -> [EntityID: EntityID] {
        var votes: [EntityID: [EntityID: Int]] = [:]
        for (group, id) in zip(groups, idOfGroup) {
            for member in group {
                let own = spellings[member].id.map { [EntityID($0)] } ?? earlier.ids(of: spellings[member]) + (decided.ids[member] ?? [])
                for old in own where !taken.contains(old) { votes[old, default: [:]][id, default: 0] += spellings[member].count }
            }
        }
        var redirects = votes.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
        // What the earlier dictionary had merged stays merged.
        for (from, to) in earlier.redirects where !taken.contains(from) {
            let end = earlier.resolved(to)
            if taken.contains(end) { redirects[from] = end } else if let next = redirects[end] { redirects[from] = next }
        }
        return redirects
    }
}
