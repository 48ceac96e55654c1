internal import ICU
public import NameText

/// Reads a line of a dictionary's text form, and says what in it a person should look at.
///
/// `text` alone is enough in a name, and a name may be the bare text; what is missing is inferred (script from the letters, role from the
/// order) or left out. Members that are not known are kept among the properties.
public struct EntityParser: Sendable {
    /// No name of anything is longer.
    public static let nameLimit = 500
    /// No entity needs a longer line; it has most likely lost its line breaks.
    public static let lineLimit = 4 << 20

    /// What is wrong with a name that no dictionary takes, or nil where it may stand in one.
    public static func refusal(ofName text: String) -> EntityProblem.Kind? { NameCheck.refusal(of: text) }

    private let vocabulary: Vocabulary?

    /// A parser; with a vocabulary it also finds names that hold only titles.
    public init(_ vocabulary: Vocabulary? = nil) {
        self.vocabulary = vocabulary
    }

    /// The line's content, or nil when the line must be left out; every problem goes to `report`.
    public func line(_ bytes: [UInt8], at place: EntityProblem.Place, _ report: (EntityProblem) -> Void) -> EntityLine? {
        func problem(_ kind: EntityProblem.Kind) { report(EntityProblem(kind, at: place)) }
        guard bytes.count <= Self.lineLimit else {
            problem(.lineTooLong(bytes: bytes.count, limit: Self.lineLimit))
            return nil
        }
        do throws(JSONError) {
            guard case .object(let object) = try JSON(bytes) else {
                problem(.notAnObject(found: try JSON(bytes).kind))
                return nil
            }
            return line(object, problem)
        } catch {
            problem(String(validating: bytes, as: UTF8.self) == nil ? .notUTF8 : .json(error))
            return nil
        }
    }

    /// The same for an object that has been read already.
    func line(_ object: JSONObject, _ problem: (EntityProblem.Kind) -> Void) -> EntityLine? {
        var members = object.members
        if let key = object.doubledKey {
            problem(.doubleMember(key))
            return nil
        }
        func take(_ key: String) -> JSON? {
            members.firstIndex { $0.key == key }.map { members.remove(at: $0).value }
        }
        guard let id = id(take("id"), problem) else { return nil }
        if let target = take("redirect") {
            guard let target = self.id(target, problem) else { return nil }
            return .redirect(from: id, to: target)
        }
        if case .bool(true)? = take("removed") { return .removed(id) }
        let type = type(take("type"), problem)
        let names = names(take("names"), type, problem)
        guard !names.isEmpty else {
            problem(.noNames)
            return nil
        }
        let refs = refs(take("refs"), problem)
        let properties = take("properties"), sources = take("sources")
        var entity = Entity(id: id, type: type, names: names, refs: refs)
        entity.sources = AliasParser.strings(sources, "sources", problem)
        if let properties {
            if let object = properties.object {
                entity.properties = object
            } else {
                problem(.wrongKind(member: "properties", expected: "an object", found: properties.kind))
            }
        }
        entity.fields = JSONObject(members)
        return .entity(entity)
    }

    private func id(_ value: JSON?, _ problem: (EntityProblem.Kind) -> Void) -> EntityID? {
        let text: String
        switch value {
        case .string(let string): text = string
        case .number(let number): text = number
        case nil:
            problem(.missingID)
            return nil
        case let other?:
            problem(.wrongKind(member: "id", expected: "a text", found: other.kind))
            return nil
        }
        let isUsable =
            !text.isEmpty && text.utf8.count <= Self.nameLimit && text.utf8.first != 0x20 && text.utf8.last != 0x20
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        if !isUsable { problem(.unusableID(text)) }
        return isUsable ? EntityID(text) : nil
    }

    private func type(_ value: JSON?, _ problem: (EntityProblem.Kind) -> Void) -> EntityType {
        guard let value else { return .unstated }
        guard let text = value.string else {
            problem(.wrongKind(member: "type", expected: "a text", found: value.kind))
            return .unstated
        }
        let type = EntityType(text)
        if case .other(let text) = type { problem(.unknownType(text)) }
        return type
    }

    private func refs(_ value: JSON?, _ problem: (EntityProblem.Kind) -> Void) -> [String: String] {
        guard let value else { return [:] }
        guard let object = value.object else {
            problem(.wrongKind(member: "refs", expected: "an object", found: value.kind))
            return [:]
        }
        if let key = object.doubledKey {
            problem(.doubleMember("refs.\(key)"))
            return [:]
        }
        var refs: [String: String] = [:]
        for member in object.members {
            switch member.value {
            case .string(let text), .number(let text): refs[member.key] = text
            default: problem(.wrongKind(member: "refs.\(member.key)", expected: "a text", found: member.value.kind))
            }
        }
        return refs
    }

    private func names(_ value: JSON?, _ type: EntityType, _ problem: (EntityProblem.Kind) -> Void) -> [Alias] {
        guard let value else { return [] }
        guard let elements = value.array else {
            problem(.wrongKind(member: "names", expected: "a list", found: value.kind))
            return []
        }
        var names: [Alias] = [], stated: [(Script, Alias.Role?)] = [], seen: Set<[UInt8]> = []
        let check = NameCheck(vocabulary, type)
        for element in elements {
            guard let (alias, role) = AliasParser.alias(element, problem) else { continue }
            guard check.admits(alias.text, problem) else { continue }
            guard seen.insert(Array(alias.text.utf8)).inserted else {
                problem(.doubleName(alias.text))
                continue
            }
            names.append(alias)
            stated.append((alias.script, role))
        }
        for (index, role) in Alias.inferredRoles(stated: stated).enumerated() { names[index].role = role }
        reportSeveralPreferred(names, problem)
        return names
    }

    private func reportSeveralPreferred(_ names: [Alias], _ problem: (EntityProblem.Kind) -> Void) {
        let preferred = names.filter { $0.role == .preferred }
        // One a script and language: «بغداد» may be preferred in Persian and in Arabic.
        let groups = Dictionary(grouping: preferred) { [$0.script.code, $0.language ?? ""] }.filter { $0.value.count > 1 }
        for (key, names) in groups.sorted(by: { $0.key.joined() < $1.key.joined() }) {
            problem(.severalPreferred(script: key[0], texts: names.map(\.text)))
        }
    }
}
