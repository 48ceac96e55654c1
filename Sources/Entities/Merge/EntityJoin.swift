/// Joining entities so that they can be parted again: what was joined stays with the entity as it was.
extension Entity {
    private enum Member {
        /// Entities that were joined to this one, each an object as its line was, with two members more.
        static let joined = "joined"
        /// Who decided it.
        static let by = "joinedBy"
        /// Members of the whole that came with it.
        static let gave = "gave"
        /// Of a name: the entity that it came with.
        static let from = "joinedFrom"
    }

    /// An entity that was joined to another one, and the decision that joined it.
    public struct Joined: Hashable, Sendable {
        /// As it was.
        public var entity: Entity
        /// The decision's object.
        public var decision: JSONObject
    }

    /// Takes in another entity: its names, and of its ids elsewhere and properties what this one lacks. Names that both have add their counts.
    public mutating func join(_ other: Entity, by decision: JSONObject) {
        var gave: [JSON] = []
        for alias in other.names {
            if let index = names.firstIndex(where: { $0.text.utf8.elementsEqual(alias.text.utf8) }) {
                names[index].count += alias.count
                names[index].sources += alias.sources.filter { !names[index].sources.contains($0) }
                continue
            }
            var alias = alias
            let isTaken = names.contains { $0.role == .preferred && $0.script == alias.script && $0.language == alias.language }
            if alias.role == .preferred, isTaken { alias.role = .alias }
            alias.properties[Member.from] = .string(other.id.rawValue)
            names.append(alias)
        }
        for (key, value) in other.refs.sorted(by: { $0.key < $1.key }) where refs[key] == nil {
            refs[key] = value
            gave.append(.string("refs." + key))
        }
        for member in other.properties.members where properties[member.key] == nil {
            properties[member.key] = member.value
            gave.append(.string(member.key))
        }
        if type == .unstated { type = other.type }
        sources += other.sources.filter { !sources.contains($0) }
        var line = EntityLine.entity(other).object
        line[Member.gave] = gave.isEmpty ? nil : .array(gave)
        line[Member.by] = .object(decision)
        fields[Member.joined] = .array((fields[Member.joined]?.array ?? []) + [.object(line)])
    }

    /// What was joined to the entity, in order.
    public var joined: [Joined] { snapshots.map { Joined(entity: $0.entity, decision: $0.decision) } }

    /// Gives back what was joined: the entity is then as it was before, and so are those that it took in.
    public mutating func unjoin() -> [Joined] {
        let parts = snapshots
        for part in parts.reversed() {
            names.removeAll { $0.properties[Member.from]?.string == part.entity.id.rawValue }
            for alias in part.entity.names {
                guard let index = names.firstIndex(where: { $0.text.utf8.elementsEqual(alias.text.utf8) }) else { continue }
                names[index].count = max(1, names[index].count - alias.count)
            }
            for key in part.gave {
                if key.hasPrefix("refs.") { refs[String(key.dropFirst(5))] = nil } else { properties[key] = nil }
            }
        }
        fields[Member.joined] = nil
        return parts.map { Joined(entity: $0.entity, decision: $0.decision) }
    }

    private var snapshots: [(entity: Entity, decision: JSONObject, gave: [String])] {
        let parser = EntityParser(nil)
        return (fields[Member.joined]?.array ?? []).compactMap { value in
            guard var object = value.object, let decision = object[Member.by]?.object else { return nil }
            let gave = object[Member.gave]?.array?.compactMap(\.string) ?? []
            (object[Member.by], object[Member.gave]) = (nil, nil)
            guard case .entity(let entity)? = parser.line(object, { _ in }) else { return nil }
            return (entity, decision, gave)
        }
    }

    /// The entity that a name came with when it was joined to this one.
    public func origin(of alias: Alias) -> EntityID? { alias.properties[Member.from]?.string.map { EntityID($0) } }
}
