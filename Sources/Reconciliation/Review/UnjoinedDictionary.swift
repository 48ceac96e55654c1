public import Entities

/// A dictionary in which everything that decisions had joined stands apart again, with those decisions.
///
/// So dictionaries are merged: what each side had joined must not hide what the other side learnt about the parts.
public struct UnjoinedDictionary: Sendable {
    /// The entities, each by itself.
    public var dictionary: EntityCollection
    /// What had joined them, oldest first.
    public var decisions: [ReviewDecision] = []
    /// What was joined, and to what.
    public var joined: [EntityID: EntityID] = [:]

    /// Takes a dictionary apart.
    public init(_ dictionary: EntityCollection) {
        self.dictionary = dictionary
        var known = Set(dictionary.entities.map(\.id)), parts: [Entity] = []
        for index in dictionary.entities.indices {
            for part in self.dictionary.entities[index].unjoin() where known.insert(part.entity.id).inserted {
                parts.append(part.entity)
                self.dictionary.redirects[part.entity.id] = nil
                joined[part.entity.id] = dictionary.entities[index].id
                if let decision = try? ReviewDecision(part.decision) { decisions.append(decision) }
            }
        }
        self.dictionary.entities += parts
        decisions.sort { ($0.when, $0.a) < ($1.when, $1.a) }
    }

    /// Parts again what the dictionary merged although somebody decided that it is different, as it stood in an older one.
    public mutating func restore(_ history: DecisionHistory, from base: EntityCollection) {
        let old = base.byID
        for decision in history.decisions where decision.verdict == .different {
            guard let b = decision.b else { continue }
            for (lost, kept) in [(decision.a, b), (b, decision.a)] {
                guard let entity = old[lost], dictionary.redirects[lost] == kept else { continue }
                let own = Set((old[kept]?.names ?? []).map { Array($0.text.utf8) })
                let going = Set(entity.names.map { Array($0.text.utf8) }).subtracting(own)
                if let index = dictionary.entities.firstIndex(where: { $0.id == kept }) {
                    dictionary.entities[index].names.removeAll { going.contains(Array($0.text.utf8)) }
                }
                dictionary.redirects[lost] = nil
                dictionary.entities.append(entity)
            }
        }
    }

    /// Two sides and what they come from, merged; what either had joined is for a `Settlement` to join again.
    public init(
        base: UnjoinedDictionary, ours: UnjoinedDictionary, theirs: UnjoinedDictionary, preferring side: EntityMerge.Side,
        conflicts: inout [MergeConflict]
    ) {
        let merge = EntityMerge(base: base.dictionary, ours: ours.dictionary, theirs: theirs.dictionary, preferring: side)
        conflicts = merge.conflicts
        dictionary = merge.result
        joined = ours.joined
        decisions = (ours.decisions + theirs.decisions.filter { !ours.decisions.contains($0) }).sorted { $0.when < $1.when }
    }
}
