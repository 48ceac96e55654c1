internal import Entities

/// What people decided, put down to the spellings of a build: by given ids, by the ids of an earlier dictionary, by names.
struct DecidedSpellings {
    /// Spellings that a decision says are one, the first one's id being the one that stays.
    private var joins: [(a: [Int], b: [Int], decision: ReviewDecision)] = []
    private var partings: [(a: [Int], b: [Int])] = []
    /// Ids that decisions give to spellings: what was decided about keeps its id.
    private(set) var ids: [Int: [EntityID]] = [:]

    /// - Parameter spellings: in the order by which groups number them.
    init(_ decisions: [ReviewDecision], _ spellings: [Spelling], _ earlier: EarlierIDs) {
        guard !decisions.isEmpty else { return }
        var wanted: Set<EntityID> = [], texts: Set<String.UTF8ViewCopy> = []
        for decision in decisions {
            for id in decision.subject.entities { wanted.formUnion([id, earlier.resolved(id)]) }
            for text in decision.names + [decision.labels.a, decision.labels.b].compactMap(\.self) { texts.insert(.init(text)) }
        }
        var given: [EntityID: [Int]] = [:], kept: [EntityID: [Int]] = [:], named: [String.UTF8ViewCopy: [Int]] = [:]
        for (index, spelling) in spellings.enumerated() {
            if let id = spelling.id.map({ EntityID($0) }) {
                if wanted.contains(id) { given[id, default: []].append(index) }
                continue
            }
            for id in earlier.ids(of: spelling) where wanted.contains(id) { kept[id, default: []].append(index) }
            let text = String.UTF8ViewCopy(spelling.text)
            if texts.contains(text) { named[text, default: []].append(index) }
        }
        func found(_ id: EntityID, _ label: String?) -> [Int] {
            if let found = given[id] ?? kept[id] ?? kept[earlier.resolved(id)] { return found }
            return label.flatMap { named[.init($0)] } ?? []
        }
        for decision in decisions {
            let a = found(decision.a, decision.labels.a)
            let b = decision.b.map { found($0, decision.labels.b) } ?? decision.names.flatMap { named[.init($0)] ?? [] }
            for index in a { ids[index, default: []].append(decision.a) }
            if let id = decision.b { for index in b { ids[index, default: []].append(id) } }
            guard !a.isEmpty, !b.isEmpty else { continue }
            switch decision.verdict {
            case .same: joins.append((a, b, decision))
            case .different:
                // A spelling of both says nothing.
                let shared = Set(a).intersection(b)
                partings.append((a.filter { !shared.contains($0) }, b.filter { !shared.contains($0) }))
            case .unsure, .undo: break
            }
        }
    }

    /// Joins and parts; answers the decisions that could not be followed.
    func apply(to groups: inout SpellingGroups) -> [Settlement.Obstacle] {
        for (number, parting) in partings.enumerated() {
            for index in parting.a { groups.part(index, side: 0, ofDecision: number) }
            for index in parting.b { groups.part(index, side: 1, ofDecision: number) }
        }
        var obstacles: [Settlement.Obstacle] = []
        for (a, b, decision) in joins {
            if !groups.joinDecided(a[0], b[0]) { obstacles.append(.init(decision: decision, reason: .contradicted)) }
        }
        return obstacles
    }

    /// The id that stays where a decision made one of two.
    func stayingID(of group: [Int]) -> EntityID? {
        guard !joins.isEmpty else { return nil }
        let members = Set(group)
        return joins.first { members.contains($0.a[0]) && members.contains($0.b[0]) }?.decision.a
    }
}
