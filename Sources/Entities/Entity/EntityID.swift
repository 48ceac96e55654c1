/// The name of an entity for programs. It does not change when labels do.
public struct EntityID: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As it stands in the text form.
    public var rawValue: String

    /// An id as it stands in the text form.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// An id as it stands in the text form.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// An id as it stands in the text form.
    public init(stringLiteral value: String) {
        rawValue = value
    }

    /// As it stands in the text form.
    public var description: String { rawValue }

    /// Order of UTF-8 bytes, the same everywhere.
    public static func < (a: EntityID, b: EntityID) -> Bool { a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8) }
}
