public import Entities

/// A name as it was met somewhere, and what was said beside it.
public struct Mention: Sendable, Hashable {
    /// The name.
    public var name: String
    /// An id that was given: mentions with one id are one entity, mentions with two are not.
    public var id: String?
    /// What the name is of, where it is said.
    public var type: EntityType?
    /// The bearer's year of birth; two that are more than a year apart are two people.
    public var birthYear: Int?
    /// The bearer's gender, `m` or `f`, where it is said.
    public var gender: String?
    /// The language of the text it was met in.
    public var language: String?
    /// Where it was met.
    public var source: String?
    /// How often.
    public var count: Int

    /// A mention.
    public init(
        _ name: String, id: String? = nil, type: EntityType? = nil, birthYear: Int? = nil, gender: String? = nil, language: String? = nil,
        source: String? = nil, count: Int = 1
    ) {
        self.name = name
        self.id = id
        self.type = type
        self.birthYear = birthYear
        self.gender = gender
        self.language = language
        self.source = source
        self.count = count
    }
}
