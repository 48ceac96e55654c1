public import Entities
internal import Lexicon

/// A dictionary brought to what people decided: what is the same is joined, what is different parted, and what was taken back is as before.
public struct Settlement: Sendable {
    /// Something that was done to the dictionary.
    public enum Change: Hashable, Sendable {
        /// The one was joined to the other, and redirects there.
        case joined(EntityID, into: EntityID)
        /// It was joined before, and is by itself again.
        case separated(EntityID, from: EntityID)
        /// A name more.
        case named(EntityID, String)
        /// A name less.
        case unnamed(EntityID, String)
        /// Names that were one entity's are another one's.
        case parted(EntityID, from: EntityID)
    }

    /// A decision that could not be followed, and why.
    public struct Obstacle: Hashable, Sendable {
        /// The decision.
        public var decision: ReviewDecision
        /// Why.
        public var reason: Reason

        /// What stands in the way.
        public enum Reason: Hashable, Sendable {
            /// Others, together with this, would join two that somebody said are different.
            case contradicted
            /// The two were made one elsewhere, and the dictionary no longer says what was whose.
            case mergedElsewhere
            /// No name would be left.
            case lastName
        }
    }

    /// The dictionary as it is now.
    public private(set) var dictionary: EntityCollection
    /// What was done.
    public private(set) var changes: [Change] = []
    /// What could not be done.
    public private(set) var obstacles: [Obstacle] = []

    private var entities: [EntityID: Entity]
    private var redirects: [EntityID: EntityID]
    /// How things stood: a pair that is joined as it was is no change.
    private var before: [EntityID: EntityID] = [:]

    /// Brings a dictionary to what is decided. Decisions about entities that it has not got wait for another one.
    public init(_ dictionary: EntityCollection, by history: DecisionHistory) {
        self.init(UnjoinedDictionary(dictionary), by: history)
    }

    /// The same for a dictionary that was taken apart already.
    public init(_ unjoined: UnjoinedDictionary, by history: DecisionHistory) {
        dictionary = unjoined.dictionary
        before = unjoined.joined
        entities = dictionary.byID
        redirects = dictionary.redirects
        let decisions = unjoined.decisions.filter { !history.knows($0.subject) } + history.decisions
        restoreNames(history)
        for decision in decisions where decision.b == nil { settleNames(decision) }
        join(decisions)
        dictionary.entities = entities.values.sorted { $0.id < $1.id }
        dictionary.redirects = redirects
    }

    private func resolved(_ id: EntityID) -> EntityID {
        var id = id, steps = 0
        while entities[id] == nil, let next = redirects[id], steps < 100 { (id, steps) = (next, steps + 1) }
        return id
    }

    private mutating func join(_ decisions: [ReviewDecision]) {
        var groups = DecidedGroups<EntityID>()
        for decision in decisions where decision.verdict == .different {
            guard let b = decision.b else { continue }
            let pair = (resolved(decision.a), resolved(b))
            if pair.0 == pair.1 {
                obstacles.append(Obstacle(decision: decision, reason: .mergedElsewhere))
            } else {
                groups.part(pair.0, pair.1)
            }
        }
        var joining: [EntityID: ReviewDecision] = [:], order: [EntityID] = []
        for decision in decisions where decision.verdict == .same {
            guard let b = decision.b else { continue }
            let a = resolved(decision.a), other = resolved(b)
            guard a != other, entities[a] != nil, entities[other] != nil else { continue }
            let loser = groups.first(of: other)
            guard groups.first(of: a) != loser else { continue }
            guard groups.join(a, other) else {
                obstacles.append(Obstacle(decision: decision, reason: .contradicted))
                continue
            }
            joining[loser] = decision
            order.append(loser)
        }
        for id in order {
            let target = groups.first(of: id)
            guard let entity = entities.removeValue(forKey: id), let decision = joining[id] else { continue }
            entities[target]?.join(entity, by: decision.object)
            redirects[id] = target
            if before.removeValue(forKey: id) != target { changes.append(.joined(id, into: target)) }
        }
        for (id, target) in before.sorted(by: { $0.key < $1.key }) { changes.append(.separated(id, from: target)) }
    }
}

// MARK: - Names

extension Settlement {
    /// Of a name: the decision that gave it. Of an entity: the decision that parted it, whose `a` it was parted from.
    static let decided = "decidedBy"

    /// Takes back names that were given and entities that were parted by decisions that no longer hold.
    private mutating func restoreNames(_ history: DecisionHistory) {
        func holds(_ object: JSONObject?, _ verdict: ReviewDecision.Verdict) -> Bool {
            guard let object, let decision = try? ReviewDecision(object), history.knows(decision.subject) else { return true }
            return history.decision(on: decision.subject)?.verdict == verdict
        }
        for id in entities.keys.sorted() {
            let given = entities[id]!.names.filter { !holds($0.properties[Self.decided]?.object, .same) }
            for alias in given where entities[id]!.names.count > 1 {
                entities[id]!.names.removeAll { $0.text.utf8.elementsEqual(alias.text.utf8) }
                changes.append(.unnamed(id, alias.text))
            }
            let parting = entities[id]!.fields[Self.decided]?.object
            guard !holds(parting, .different), let origin = parting?["a"]?.string.map({ resolved(EntityID($0)) }), origin != id,
                entities[origin] != nil, let entity = entities.removeValue(forKey: id)
            else { continue }
            for alias in entity.names { add(alias, to: origin) }
            redirects[id] = origin
            changes.append(.joined(id, into: origin))
        }
    }

    private mutating func add(_ alias: Alias, to id: EntityID) {
        guard let entity = entities[id], !entity.names.contains(where: { $0.text.utf8.elementsEqual(alias.text.utf8) }) else { return }
        var alias = alias
        let isTaken = entity.names.contains { $0.role == .preferred && $0.script == alias.script }
        if alias.role == .preferred, isTaken { alias.role = .alias }
        entities[id]!.names.append(alias)
        changes.append(.named(id, alias.text))
    }

    private mutating func settleNames(_ decision: ReviewDecision) {
        let id = resolved(decision.a)
        guard let entity = entities[id] else { return }
        switch decision.verdict {
        case .same:
            for name in decision.names {
                var alias = Alias(name, sources: ["review"])
                alias.properties[Self.decided] = .object(decision.object)
                add(alias, to: id)
            }
        case .different:
            let texts = Set(decision.names.map { Array($0.utf8) })
            let going = entity.names.filter { texts.contains(Array($0.text.utf8)) }
            guard !going.isEmpty else { return }
            guard going.count < entity.names.count else { return obstacles.append(Obstacle(decision: decision, reason: .lastName)) }
            entities[id]!.names.removeAll { going.contains($0) }
            let own = EntityID.made(of: [decision.a.rawValue] + decision.names)
            if entities[own] == nil {
                entities[own] = Entity(id: own, type: entity.type, names: [], sources: entity.sources)
                entities[own]!.fields[Self.decided] = .object(decision.object)
                redirects[own] = nil
            }
            for var alias in going {
                // The first of a script is what the parted one is called.
                let isFirst = !entities[own]!.names.contains { $0.script == alias.script && $0.role == .preferred }
                if alias.role == .alias, isFirst { alias.role = .preferred }
                add(alias, to: own)
            }
            changes.append(.parted(own, from: id))
        case .unsure, .undo: break
        }
    }
}
