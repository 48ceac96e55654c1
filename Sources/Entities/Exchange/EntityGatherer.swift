internal import ICU

/// Puts together entities whose names come one by one, in the order in which they are first met.
struct EntityGatherer {
    private var entities: [Entity] = []
    private var indices: [EntityID: Int] = [:]
    private var stated: [[Bool]] = []
    private var position = 0
    private(set) var lastID: EntityID?

    /// Goes on with an entity, new or met before.
    mutating func begin(_ id: EntityID, type: EntityType) {
        if let index = indices[id] {
            position = index
            if entities[index].type == .unstated { entities[index].type = type }
        } else {
            position = entities.count
            indices[id] = position
            entities.append(Entity(id: id, type: type, names: []))
            stated.append([])
        }
        lastID = id
    }

    /// Whether an entity has a name so far.
    func hasName(_ id: EntityID) -> Bool { indices[id].map { !entities[$0].names.isEmpty } ?? false }

    /// The entity that was begun last.
    var current: Entity {
        get { entities[position] }
        set { entities[position] = newValue }
    }

    /// Adds a name to the current entity; the same spelling again counts on, and what is said of it is kept beside what was said before.
    mutating func add(_ alias: Alias, statesRole: Bool) {
        let utf8 = Array(alias.text.utf8)
        if let index = entities[position].names.firstIndex(where: { Array($0.text.utf8) == utf8 }) {
            let isBetter = statesRole && (!stated[position][index] || alias.role.rank < entities[position].names[index].role.rank)
            entities[position].names[index].meet(alias, isBetter: isBetter)
            stated[position][index] = stated[position][index] || statesRole
            return
        }
        entities[position].names.append(alias)
        stated[position].append(statesRole)
    }

    /// The entities that have a name, with the roles that were not stated inferred as in the text form.
    var collection: EntityCollection {
        var result = EntityCollection()
        for (entity, stated) in zip(entities, stated) where !entity.names.isEmpty {
            var entity = entity
            let roles = Alias.inferredRoles(stated: zip(entity.names, stated).map { ($0.0.script, $0.1 ? $0.0.role : nil) })
            for (index, role) in roles.enumerated() { entity.names[index].role = role }
            result.entities.append(entity)
        }
        return result
    }
}

extension Alias {
    /// Takes in what is said of the same spelling elsewhere; what says something else becomes a list. Languages stand in `languages`.
    fileprivate mutating func meet(_ other: Alias, isBetter: Bool) {
        count += other.count
        sources += other.sources.filter { !sources.contains($0) }
        if let met = other.language, met != language {
            if let language {
                if properties["languages"] == nil { properties["languages"] = .array([.string(language)]) }
                properties.add(.string(met), to: "languages")
            }
            if isBetter || language == nil { language = met }
        }
        if isBetter { role = other.role }
        for member in other.properties.members {
            guard let known = properties[member.key] else {
                properties[member.key] = member.value
                continue
            }
            if known != member.value { properties.add(member.value, to: member.key) }
        }
    }
}

extension Alias.Role {
    /// Of two parts that one spelling plays the lower one tells more.
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self)! }
}
