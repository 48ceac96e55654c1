/// Entities that are changed in front of dictionaries that stay as they are: each is taken over whole, with what is added to it.
struct EntityChanges {
    private let bases: [EntityDictionary]
    private(set) var entities: [Entity] = []
    private var indices: [EntityID: Int] = [:]
    private var removed: Set<EntityID> = []

    init(to bases: [EntityDictionary]) { self.bases = bases }

    /// Whether an id is an entity here or in a dictionary behind.
    func has(_ id: EntityID) -> Bool { indices[current(id)] != nil || known(id) != nil }

    /// The id that the entity behind an id has now: a dictionary behind may have merged it into another.
    func current(_ id: EntityID) -> EntityID { indices[id] != nil ? id : known(id)?.id ?? id }

    private func known(_ id: EntityID) -> Entity? {
        if removed.contains(id) { return nil }
        return bases.first { $0.settles(id) }?.entity(id)
    }

    /// Adds an entity, or what is new of one to what was known of it.
    mutating func add(_ entity: Entity) { change(entity.id, known(entity.id).map { $0.adding(entity) } ?? entity) { $0.adding(entity) } }

    mutating func remove(_ id: EntityID) { removed.insert(id) }

    /// Gives the names of an id that was merged away to the entity that took it in.
    mutating func redirect(_ from: EntityID, _ to: EntityID) {
        let gone = indices[from].map { entities[$0] } ?? known(from)
        guard var taker = indices[current(to)].map({ entities[$0] }) ?? known(to) else { return }
        if let gone, gone.id != taker.id { taker = taker.adding(Entity(id: taker.id, names: gone.names, sources: gone.sources)) }
        change(taker.id, taker) { _ in taker }
    }

    private mutating func change(_ id: EntityID, _ first: Entity, _ next: (Entity) -> Entity) {
        if let index = indices[first.id] {
            entities[index] = next(entities[index])
        } else {
            indices[first.id] = entities.count
            entities.append(first)
        }
    }
}

extension Entity {
    /// The entity with another line's names, properties and sources added; what the other one states of a property counts.
    fileprivate func adding(_ other: Entity) -> Entity {
        var result = self
        for var alias in other.names {
            if let index = names.firstIndex(where: { $0.text == alias.text }) {
                result.names[index] = alias.adding(to: names[index])
                continue
            }
            // The label stays as it was.
            if alias.role == .preferred, label(in: alias.script) != nil { alias.role = .alias }
            result.names.append(alias)
        }
        if other.type != .unstated { result.type = other.type }
        result.refs.merge(other.refs) { $1 }
        for member in other.properties.members { result.properties[member.key] = member.value }
        for member in other.fields.members { result.fields[member.key] = member.value }
        result.sources += other.sources.filter { !sources.contains($0) }
        return result
    }
}

extension Alias {
    /// The same spelling once more: its count and sources come to those known.
    fileprivate func adding(to known: Alias) -> Alias {
        var result = known
        result.count += count
        result.sources += sources.filter { !known.sources.contains($0) }
        return result
    }
}
