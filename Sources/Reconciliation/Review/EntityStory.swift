public import Entities

/// How an entity's names came together.
public struct EntityStory: Sendable {
    /// A name, and what links it to the others.
    public struct Name: Sendable {
        /// The name.
        public var alias: Alias
        /// Another name of the entity that it is likest to.
        public var nearest: Nearest?
        /// Where it was found; where the name does not say, where its entity was.
        public var sources: [String]
        /// The entity that it came with, where that was joined to this one.
        public var origin: EntityID?
        /// The decision that gave it to the entity.
        public var decision: ReviewDecision?
    }

    /// How a name compares with another one.
    public struct Nearest: Sendable {
        /// The other name.
        public var text: String
        /// The probability that they are the same.
        public var score: Double
        /// Why.
        public var evidence: [Evidence]
    }

    /// The entity.
    public let entity: Entity
    /// The id that was asked for; another one where that was merged into the entity.
    public let asked: EntityID
    /// Its names, in order.
    public let names: [Name]
    /// Entities that a decision joined to it.
    public let joined: [(entity: Entity, decision: ReviewDecision?)]
    /// Ids that lead to it.
    public let redirects: [EntityID]
    /// What was decided about it and about what was joined to it, oldest first; what was taken back too.
    public let entries: [DecisionHistory.Entry]

    /// The story of an entity.
    public init(_ entity: Entity, asked: EntityID, redirects: [EntityID], history: DecisionHistory, comparer: NameComparer) {
        self.entity = entity
        self.asked = asked
        self.redirects = redirects
        let parts = entity.joined
        joined = parts.map { ($0.entity, try? ReviewDecision($0.decision)) }
        let prepared = entity.names.map { comparer.prepare($0.text, as: entity.type) }
        names = entity.names.enumerated().map { index, alias in
            // Each name hangs on the one before it that is likest.
            let best = prepared[..<index].indices.map { (index: $0, score: comparer.score(prepared[$0], prepared[index])) }
                .max { ($0.score, $1.index) < ($1.score, $0.index) }
            let nearest = best.map {
                Nearest(
                    text: entity.names[$0.index].text, score: $0.score,
                    evidence: comparer.compare(prepared[$0.index], prepared[index]).evidence)
            }
            let origin = entity.origin(of: alias), bearer = parts.first { $0.entity.id == origin }?.entity ?? entity
            return Name(
                alias: alias, nearest: nearest, sources: alias.sources.isEmpty ? bearer.sources : alias.sources, origin: origin,
                decision: alias.properties[Settlement.decided]?.object.flatMap { try? ReviewDecision($0) })
        }
        let ids = Set([entity.id, asked] + redirects + joined.map(\.entity.id))
        entries = history.entries.filter { !ids.isDisjoint(with: $0.decision.subject.entities) }
    }
}
