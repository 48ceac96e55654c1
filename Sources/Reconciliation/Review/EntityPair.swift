public import Entities

/// Two entities, in no order.
public struct EntityPair: Hashable, Sendable {
    /// The one whose id comes first.
    public let first: EntityID
    /// The other one.
    public let second: EntityID

    /// Two entities, in either order.
    public init(_ a: EntityID, _ b: EntityID) {
        (first, second) = a < b ? (a, b) : (b, a)
    }
}
