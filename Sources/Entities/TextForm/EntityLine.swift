internal import ICU

/// What one line of a dictionary's text form holds.
public enum EntityLine: Hashable, Sendable {
    /// An entity.
    case entity(Entity)
    /// An id that was merged into another one: `{"id":"old","redirect":"new"}`.
    case redirect(from: EntityID, to: EntityID)
    /// An id that is no entity any more, also where a dictionary behind this one has it: `{"id":"old","removed":true}`.
    case removed(EntityID)

    /// The id that the line is about.
    public var id: EntityID {
        switch self {
        case .entity(let entity): entity.id
        case .redirect(let from, _): from
        case .removed(let id): id
        }
    }

    /// The line, without its end: members in the order id, type, names, refs, properties, sources, then the others as they came.
    public var json: String {
        var json = JSONWriter()
        write(to: &json)
        return json.text
    }

    /// Writes the line's object.
    public func write(to json: inout JSONWriter) {
        switch self {
        case .entity(let entity): json.object { entity.write(to: &$0) }
        case .redirect(let from, let to):
            json.object {
                $0.member("id", from.rawValue)
                $0.member("redirect", to.rawValue)
            }
        case .removed(let id):
            json.object {
                $0.member("id", id.rawValue)
                $0.member("removed", true)
            }
        }
    }
}

extension Entity {
    /// Writes the members of the entity's object; what would be inferred when it is read is left out.
    public func write(to json: inout JSONWriter) {
        json.member("id", id.rawValue)
        if type != .unstated { json.member("type", type.text) }
        let inferred = Alias.inferredRoles(stated: names.map { ($0.script, $0.role == .alias ? nil : $0.role) })
        json.member("names", array: zip(names, inferred)) { json, pair in
            json.object { pair.0.write(to: &$0, inferred: pair.1) }
        }
        if !refs.isEmpty {
            json.member("refs", object: { $0.refs(refs) })
        }
        if !properties.isEmpty { json.member("properties", object: { $0.members(of: properties) }) }
        if !sources.isEmpty { json.member("sources", sources) }
        json.members(of: fields)
    }
}

extension Alias {
    fileprivate func write(to json: inout JSONWriter, inferred: Role) {
        json.member("text", text)
        // An unknown role or script was kept among the properties.
        if properties["role"] == nil, role != .alias || inferred != .alias { json.member("role", role.rawValue) }
        if properties["script"] == nil, script != .init(mostOf: text) { json.member("script", script.code) }
        if let language { json.member("language", language) }
        if !sources.isEmpty { json.member("sources", sources) }
        if count != 1 { json.member("count", count) }
        json.members(of: properties)
    }
}

extension EntityLine {
    /// The line's members.
    var object: JSONObject { (try? JSON(json).object) ?? [:] }
}
