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

    /// The entity that was begun last.
    var current: Entity {
        get { entities[position] }
        set { entities[position] = newValue }
    }

    /// Adds a name to the current entity; the same spelling again counts on.
    mutating func add(_ alias: Alias, statesRole: Bool) {
        let utf8 = Array(alias.text.utf8)
        if let index = entities[position].names.firstIndex(where: { Array($0.text.utf8) == utf8 }) {
            entities[position].names[index].count += alias.count
            entities[position].names[index].sources += alias.sources.filter { !entities[position].names[index].sources.contains($0) }
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
