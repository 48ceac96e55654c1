public import ICU

/// Somebody or something with a name: its stable id, its spellings, and what else is known of it.
public struct Entity: Hashable, Sendable, Identifiable {
    /// Stays when labels change.
    public var id: EntityID
    /// What sort of thing it is.
    public var type: EntityType
    /// Its spellings, in the order of the text form.
    public var names: [Alias]
    /// Its ids elsewhere: `wikidata`, `geonames`. Only what a source gave.
    public var refs: [String: String]
    /// What else is known: `birthYear`, `gender`, `role`, `country`, and whatever else stands there.
    public var properties: JSONObject
    /// Where the entity was found; a name may have further sources of its own.
    public var sources: [String]
    /// Members of the text form that this program does not know, kept as they came.
    public var fields: JSONObject

    /// An entity.
    public init(
        id: EntityID, type: EntityType = .unstated, names: [Alias], refs: [String: String] = [:], properties: JSONObject = [:],
        sources: [String] = [], fields: JSONObject = [:]
    ) {
        self.id = id
        self.type = type
        self.names = names
        self.refs = refs
        self.properties = properties
        self.sources = sources
        self.fields = fields
    }

    /// The name to print in a script, or nil when it has none there.
    public func label(in script: Script) -> String? {
        (names.first { $0.script == script && $0.role == .preferred } ?? names.first { $0.script == script })?.text
    }

    /// The name to print where any script will do: the Latin one first.
    public var label: String {
        label(in: .latin) ?? (names.first { $0.role == .preferred } ?? names.first)?.text ?? id.rawValue
    }
}

extension Entity {
    /// The year of birth, where it is stated as a number or as a date that begins with one.
    public var birthYear: Int? { year("birthYear") ?? year("birthDate") }
    /// The year of death, likewise.
    public var deathYear: Int? { year("deathYear") ?? year("deathDate") }
    /// `male` or `female`, or what else is stated.
    public var gender: String? { stated("gender")?.string }
    /// What the entity does or did: "minister".
    public var roles: [String] { stated("role").map { $0.array?.compactMap(\.string) ?? [$0.string].compactMap(\.self) } ?? [] }
    /// Two letters of ISO 3166, or what else is stated.
    public var country: String? { stated("country")?.string }

    /// A property, wherever the line has it: among its properties or beside them.
    public func stated(_ property: String) -> JSON? { properties[property] ?? fields[property] }

    /// What is stated under a name, as texts: a property, one or several, or an id elsewhere.
    public func values(of name: String) -> [String] {
        switch stated(name) {
        case .array(let elements)?: elements.compactMap { element in element.string ?? (element.double == nil ? nil : element.text) }
        case .string(let text)?, .number(let text)?: [text]
        default: refs[name].map { [$0] } ?? []
        }
    }

    private func year(_ key: String) -> Int? {
        guard let value = stated(key) else { return nil }
        return value.int ?? value.string.flatMap { Int($0.prefix { $0.isNumber }) }
    }
}
