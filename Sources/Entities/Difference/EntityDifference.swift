internal import ICU

/// What differs between two states of a dictionary.
public enum EntityDifference: Hashable, Sendable {
    /// An entity that only the new one has.
    case added(Entity)
    /// An entity that only the old one has.
    case removed(Entity)
    /// An entity of the old one whose id leads to another one in the new one.
    case merged(Entity, into: EntityID)
    /// An id that leads elsewhere than before, or nowhere, or is new.
    case redirected(EntityID, from: EntityID?, to: EntityID?)
    /// An id that the new one takes out, of dictionaries behind it too.
    case takenOut(EntityID)
    /// An id that only the old one took out so.
    case noLongerTakenOut(EntityID)
    /// An entity of both, and what changed of it.
    case changed(Entity, [FieldChange])

    /// The differences from `old` to `new`, by id.
    public static func between(_ old: EntityCollection, _ new: EntityCollection) -> [EntityDifference] {
        let before = old.byID, after = new.byID
        let ids = Set(before.keys).union(after.keys).union(old.redirects.keys).union(new.redirects.keys)
            .union(old.removed).union(new.removed)
        return ids.sorted().flatMap { id -> [EntityDifference] in
            var found: [EntityDifference] = []
            switch (before[id], after[id]) {
            case (let entity?, nil):
                if let target = new.redirects[id] { return [.merged(entity, into: target)] }
                found.append(.removed(entity))
            case (nil, let entity?): found.append(.added(entity))
            case (let entity?, let changed?):
                let changes = FieldChange.between(entity, changed)
                if !changes.isEmpty { found.append(.changed(changed, changes)) }
            case (nil, nil): break
            }
            if old.redirects[id] != new.redirects[id] {
                found.append(.redirected(id, from: old.redirects[id], to: new.redirects[id]))
            }
            if old.removed.contains(id) != new.removed.contains(id) {
                found.append(new.removed.contains(id) ? .takenOut(id) : .noLongerTakenOut(id))
            }
            return found
        }
    }
}

/// One thing that changed of an entity.
public enum FieldChange: Hashable, Sendable {
    /// Its type.
    case type(from: EntityType, to: EntityType)
    /// A spelling more.
    case nameAdded(Alias)
    /// A spelling less.
    case nameRemoved(Alias)
    /// Something about a spelling: role, language, sources, count, or a property.
    case name(text: String, member: String, from: JSON?, to: JSON?)
    /// The spellings stand in another order.
    case order
    /// An id elsewhere.
    case ref(String, from: String?, to: String?)
    /// A property.
    case property(String, from: JSON?, to: JSON?)

    /// The changes from one state of an entity to another.
    public static func between(_ old: Entity, _ new: Entity) -> [FieldChange] {
        var changes: [FieldChange] = []
        if old.type != new.type { changes.append(.type(from: old.type, to: new.type)) }
        changes += names(old.names, new.names)
        for key in Set(old.refs.keys).union(new.refs.keys).sorted() where old.refs[key] != new.refs[key] {
            changes.append(.ref(key, from: old.refs[key], to: new.refs[key]))
        }
        if old.sources != new.sources {
            changes.append(.property("sources", from: .array(old.sources.map(JSON.string)), to: .array(new.sources.map(JSON.string))))
        }
        for (key, from, to) in old.properties.changes(to: new.properties) + old.fields.changes(to: new.fields) {
            changes.append(.property(key, from: from, to: to))
        }
        return changes
    }

    private static func names(_ old: [Alias], _ new: [Alias]) -> [FieldChange] {
        var changes: [FieldChange] = []
        // Spellings are compared as bytes: to String, a precomposed letter and its parts are the same.
        let before = Dictionary(old.map { (Array($0.text.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { (Array($0.text.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        for alias in old where after[Array(alias.text.utf8)] == nil { changes.append(.nameRemoved(alias)) }
        for alias in new {
            guard let previous = before[Array(alias.text.utf8)] else {
                changes.append(.nameAdded(alias))
                continue
            }
            for (member, from, to) in previous.members.changes(to: alias.members) {
                changes.append(.name(text: alias.text, member: member, from: from, to: to))
            }
        }
        let common = { (names: [Alias], others: [[UInt8]: Alias]) in names.map { Array($0.text.utf8) }.filter { others[$0] != nil } }
        if common(old, after) != common(new, before) { changes.append(.order) }
        return changes
    }
}

extension JSONObject {
    /// The members that differ, in byte order of their keys.
    func changes(to new: JSONObject) -> [(key: String, from: JSON?, to: JSON?)] {
        let keys = Set(members.map(\.key)).union(new.members.map(\.key))
        return keys.sorted().compactMap { key in self[key] == new[key] ? nil : (key, self[key], new[key]) }
    }
}

extension Alias {
    /// Everything but the text, as members of the text form, nothing left out but what is not there.
    var members: JSONObject {
        var members = properties
        if members["role"] == nil { members["role"] = .string(role.rawValue) }
        if members["script"] == nil { members["script"] = .string(script.code) }
        if let language { members["language"] = .string(language) }
        if !sources.isEmpty { members["sources"] = .array(sources.map(JSON.string)) }
        if count != 1 { members["count"] = .number(count) }
        return members
    }
}
