internal import ICU

/// What a dictionary holds, in numbers.
public struct EntityStatistics: Hashable, Sendable {
    /// How many entities.
    public private(set) var entities = 0
    /// How many spellings.
    public private(set) var aliases = 0
    /// How many merged ids.
    public private(set) var redirects = 0
    /// How many removed ids.
    public private(set) var removed = 0
    /// Entities by type, as the text form writes it.
    public private(set) var types: [String: Int] = [:]
    /// Spellings by script, as its ISO 15924 code.
    public private(set) var scripts: [String: Int] = [:]
    /// Spellings by role.
    public private(set) var roles: [String: Int] = [:]
    /// Spellings by source; one with several counts for each.
    public private(set) var sources: [String: Int] = [:]
    /// Entities by ids elsewhere.
    public private(set) var refs: [String: Int] = [:]
    /// Entities by the properties that they state.
    public private(set) var properties: [String: Int] = [:]
    /// Entities by their number of spellings; 10 stands for more as well.
    public private(set) var spellings: [Int: Int] = [:]
    /// Entities with a name in Latin and one in Arabic letters.
    public private(set) var inBothScripts = 0

    /// The numbers of no dictionary.
    public init() {}

    /// The numbers of a dictionary.
    public init(_ dictionary: EntityCollection) {
        for entity in dictionary.entities { add(entity) }
        redirects = dictionary.redirects.count
        removed = dictionary.removed.count
    }

    /// The numbers of a compiled dictionary.
    public init(_ dictionary: EntityDictionary) {
        for index in 0..<dictionary.count { add(dictionary.entity(at: index)) }
        redirects = dictionary.redirects.count
        removed = dictionary.removed.count
    }

    /// Counts an entity.
    public mutating func add(_ entity: Entity) {
        entities += 1
        aliases += entity.names.count
        types[entity.type.text, default: 0] += 1
        for alias in entity.names {
            scripts[alias.script.code, default: 0] += 1
            roles[alias.role.rawValue, default: 0] += 1
            let stated = Set(alias.sources.isEmpty ? entity.sources : alias.sources)
            for source in stated { sources[source, default: 0] += 1 }
            if stated.isEmpty { sources["", default: 0] += 1 }
        }
        for key in entity.refs.keys { refs[key, default: 0] += 1 }
        for member in entity.properties.members + entity.fields.members { properties[member.key, default: 0] += 1 }
        spellings[min(entity.names.count, 10), default: 0] += 1
        let seen = Set(entity.names.map(\.script))
        if seen.contains(.latin), seen.contains(.arabic) { inBothScripts += 1 }
    }
}
