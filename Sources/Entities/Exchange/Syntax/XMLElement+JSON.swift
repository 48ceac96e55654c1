extension XMLElement {
    /// All that the element says: its text alone, or an object of its attributes, children and text; nil when it says nothing.
    var json: JSON? {
        var object = members(but: [])
        if object.isEmpty { return trimmed.isEmpty ? nil : .string(trimmed) }
        if !trimmed.isEmpty { object["text"] = .string(trimmed) }
        return .object(object)
    }

    /// What its attributes and children say, but for those of these names: to be kept where they have no place of their own.
    ///
    /// A child that is a bare text stands as it is, others as a list, and a list in a list (`addressList`) is one.
    func members(but placed: Set<String>) -> JSONObject {
        var members = JSONObject()
        for (key, value) in attributes.sorted(by: { $0.key < $1.key }) where !value.isEmpty && !placed.contains(key) {
            members[key] = .string(value)
        }
        for child in children where !placed.contains(child.name) {
            let isList = child.name.hasSuffix("List") && child.attributes.isEmpty
            let values = isList ? child.children.compactMap(\.json) : [child.json].compactMap(\.self)
            guard let first = values.first else { continue }
            switch members[child.name] {
            case nil: members[child.name] = values.count == 1 && first.string != nil && !isList ? first : .array(values)
            case .array(let known)?: members[child.name] = .array(known + values)
            case let known?: members[child.name] = .array([known] + values)
            }
        }
        return members
    }
}

extension JSONObject {
    /// Takes in members that it has not got.
    mutating func add(_ others: JSONObject) {
        for member in others.members where self[member.key] == nil { self[member.key] = member.value }
    }

    /// Adds a value to the list of a name, unless it is there.
    mutating func add(_ value: JSON, to key: String) {
        let known = self[key].map { $0.array ?? [$0] } ?? []
        if !known.contains(value) { self[key] = .array(known + [value]) }
    }
}
