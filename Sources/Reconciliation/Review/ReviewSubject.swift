public import Entities

/// What a decision is about.
public enum ReviewSubject: Hashable, Sendable {
    /// Two entities: are they one?
    case pair(EntityPair)
    /// An entity and names: are they its names?
    case names(EntityID, [String])

    /// Two entities, in either order.
    public static func pair(_ a: EntityID, _ b: EntityID) -> ReviewSubject { .pair(EntityPair(a, b)) }

    /// The entities that it is about.
    public var entities: [EntityID] {
        switch self {
        case .pair(let pair): [pair.first, pair.second]
        case .names(let id, _): [id]
        }
    }
}
