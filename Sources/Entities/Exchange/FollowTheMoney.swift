internal import ICU
internal import Lexicon

/// FollowTheMoney entities, a JSON object a line, as the `followthemoney` package and OpenSanctions read and write them.
///
/// What the format has no property for (roles beyond its own, counts, sources, languages) stands in a member `namvar`, which other programs
/// carry along; when such a line is read again, FollowTheMoney's own properties say which names there are, and `namvar` what is known of them.
enum FollowTheMoney {
    private static let schemas: [(type: EntityType, schema: String)] = [
        (.person, "Person"), (.organization, "Organization"), (.place, "Territory"), (.unstated, "LegalEntity"),
    ]
    private static let organizations: Set = ["Organization", "Company", "PublicBody", "LegalEntity"]
    private static let names: [(property: String, roles: [Alias.Role])] = [
        ("name", [.preferred]), ("alias", [.alias, .misspelling]), ("weakAlias", [.weak]), ("previousName", [.historical]),
    ]

    // MARK: Writing

    static func write(_ dictionary: EntityCollection, _ report: (ExchangeProblem) -> Void, _ put: (String) throws -> Void) throws {
        var left: [String: Int] = [:], merged = mergedIDs(of: dictionary), rest = dictionary
        for entity in dictionary.entities {
            guard let schema = entity.fields["schema"]?.string ?? schemas.first(where: { $0.type == entity.type })?.schema else {
                left[entity.type.text, default: 0] += 1
                continue
            }
            let own = merged.removeValue(forKey: entity.id) ?? []
            for id in own { rest.redirects[id] = nil }
            try put(line(entity, schema, own) + "\n")
        }
        for (type, count) in left.sorted(by: { $0.key < $1.key }) {
            report(ExchangeProblem(.noPlace(for: "entities of type \(type)", count: count), file: "FollowTheMoney"))
        }
        rest.reportMergedAndRemoved("FollowTheMoney", report)
    }

    /// The member of an entity with the ids that were merged into it.
    private static let referents = "referents"

    /// The ids that lead to each entity, directly or not.
    private static func mergedIDs(of dictionary: EntityCollection) -> [EntityID: [EntityID]] {
        var merged: [EntityID: [EntityID]] = [:]
        for (from, to) in dictionary.redirects.sorted(by: { $0.key < $1.key }) {
            var end = to, steps = 0
            while let next = dictionary.redirects[end], steps < 100 { (end, steps) = (next, steps + 1) }
            merged[end, default: []].append(from)
        }
        return merged
    }

    private static func line(_ entity: Entity, _ schema: String, _ merged: [EntityID]) -> String {
        var properties = entity.fields["ftm"]?.object ?? [:]
        for (property, roles) in names {
            let texts = entity.names.filter { roles.contains($0.role) }.map { JSON.string($0.text) }
            if !texts.isEmpty { properties[property] = .array(texts) }
        }
        // A caption is taken from the names.
        if properties["name"] == nil { properties["name"] = .array([.string(entity.label)]) }
        for (property, value) in facts(of: entity, schema) where properties[property] == nil {
            properties[property] = .array([.string(value)])
        }
        var own = EntityLine.entity(entity).object
        for key in ["id", "type"] { own[key] = nil }
        var line: JSONObject = ["id": .string(entity.id.rawValue), "schema": .string(schema), "properties": .object(properties)]
        for member in entity.fields.members where !["schema", "ftm"].contains(member.key) {
            line[member.key] = member.value
            own[member.key] = nil
        }
        if !merged.isEmpty { line[referents] = .array(merged.map { .string($0.rawValue) }) }
        own["schema"] = nil
        own["ftm"] = nil
        line["namvar"] = .object(own)
        return JSON.object(line).text
    }

    private static func facts(of entity: Entity, _ schema: String) -> [(String, String)] {
        var facts: [(String, String?)] = [
            ("wikidataId", entity.refs["wikidata"]), ("country", entity.country.flatMap { $0.utf8.count == 2 ? $0.lowercased() : nil }),
        ]
        if schema == "Person" {
            facts += [
                ("birthDate", date(entity.birthYear)), ("deathDate", date(entity.deathYear)),
                ("gender", entity.gender.flatMap { ["male", "female", "other"].contains($0) ? $0 : nil }),
            ]
        }
        return facts.compactMap { key, value in value.map { (key, $0) } }
    }

    /// A year as a date; those before 1000 are none to the format's own reader.
    private static func date(_ year: Int?) -> String? { year.flatMap { (1000...9999).contains($0) ? String($0) : nil } }

    // MARK: Reading

    static func read(_ path: String, _ report: (ExchangeProblem) -> Void, each: (EntityLine) throws -> Void) throws {
        var lines = try LineReader(path)
        var left: [String: Int] = [:], redirected: Set<EntityID> = []
        while let line = try lines.next() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            guard let object = try? JSON(Array(line)).object, let id = object["id"]?.string, let schema = object["schema"]?.string,
                let properties = object["properties"]?.object
            else {
                report(ExchangeProblem(.malformed(expected: "an object with id, schema and properties"), file: path, line: lines.line))
                continue
            }
            if let entity = entity(EntityID(id), schema, properties, object) {
                try each(.entity(entity))
                for merged in object[referents]?.array?.compactMap(\.string).map({ EntityID($0) }) ?? []
                where merged != entity.id && redirected.insert(merged).inserted {
                    try each(.redirect(from: merged, to: entity.id))
                }
            } else {
                left[schema, default: 0] += 1
            }
        }
        for (schema, count) in left.sorted(by: { $0.key < $1.key }) {
            report(ExchangeProblem(.noPlace(for: "records of schema \(schema), without names", count: count), file: path))
        }
    }

    private static func entity(_ id: EntityID, _ schema: String, _ properties: JSONObject, _ object: JSONObject) -> Entity? {
        var own = object["namvar"]?.object ?? [:]
        own["id"] = .string(id.rawValue)
        var known: Entity?
        if case .entity(let entity)? = EntityParser().line(own, { _ in }) { known = entity }
        var entity = Entity(id: id, type: type(schema), names: [], refs: known?.refs ?? [:])
        var seen: Set<[UInt8]> = []
        for (property, roles) in names {
            for text in properties[property]?.array?.compactMap(\.string) ?? [] {
                let utf8 = Array(text.utf8)
                let ours = known?.names.first { Array($0.text.utf8) == utf8 } ?? known?.names.first { key($0.text) == key(text) }
                var alias = ours ?? Alias(text, role: roles[0])
                guard seen.insert(Array(alias.text.utf8)).inserted else { continue }
                // A name that was moved to another property there plays that part now; one of no part of its own stays.
                if !roles.contains(alias.role), !(property == "name" && known?.names.contains { $0.role == .preferred } == false) {
                    alias.role = roles[0]
                }
                entity.names.append(alias)
            }
        }
        guard !entity.names.isEmpty else { return nil }
        if let known { entity.names = inOrder(of: known, entity.names) }
        demoteFurtherPreferred(&entity)
        entity.properties = known?.properties ?? [:]
        entity.sources = known?.sources ?? []
        entity.fields = known?.fields ?? [:]
        if let item = properties["wikidataId"]?.array?.first?.string { entity.refs["wikidata"] = item }
        keep(schema, properties, object, in: &entity)
        return entity
    }

    /// FollowTheMoney takes the joiner out of names that it cleans: such a name is still ours.
    private static func key(_ text: String) -> [UInt8] {
        Array(text.unicodeScalars.lazy.filter { $0 != "\u{200C}" }.map(String.init).joined().utf8)
    }

    private static func type(_ schema: String) -> EntityType {
        schemas.first { $0.schema == schema }?.type ?? (organizations.contains(schema) ? .organization : .unstated)
    }

    private static func inOrder(of known: Entity, _ names: [Alias]) -> [Alias] {
        let order = Dictionary(known.names.enumerated().map { (Array($1.text.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        return names.enumerated().sorted { a, b in
            let places = (order[Array(a.element.text.utf8)] ?? .max, order[Array(b.element.text.utf8)] ?? .max)
            return places.0 != places.1 ? places.0 < places.1 : a.offset < b.offset
        }.map(\.element)
    }

    /// The format allows several names; here one a script is preferred.
    private static func demoteFurtherPreferred(_ entity: inout Entity) {
        var taken: Set<[String]> = []
        for (index, alias) in entity.names.enumerated() where alias.role == .preferred {
            if !taken.insert([alias.script.code, alias.language ?? ""]).inserted { entity.names[index].role = .alias }
        }
    }

    /// What the line says beyond names: to be written back as it came, and understood where it can be.
    private static func keep(_ schema: String, _ properties: JSONObject, _ object: JSONObject, in entity: inout Entity) {
        if schemas.first(where: { $0.type == entity.type })?.schema != schema { entity.fields["schema"] = .string(schema) }
        for (property, name) in [("birthDate", "birthDate"), ("deathDate", "deathDate"), ("gender", "gender"), ("country", "country")] {
            guard entity.stated(name) == nil, entity.stated(name.replacing("Date", with: "Year")) == nil else { continue }
            guard let value = properties[property]?.array?.first?.string else { continue }
            entity.properties[name] = .string(name == "country" ? value.uppercased() : value)
        }
        let written = Set(names.map(\.property) + facts(of: entity, schema).map(\.0))
        let others = properties.members.filter { member in
            !written.contains(member.key) || (!names.contains { $0.property == member.key } && (member.value.array?.count ?? 0) > 1)
        }
        entity.fields["ftm"] = others.isEmpty ? nil : .object(JSONObject(others))
        for member in object.members where !["id", "schema", "properties", "namvar", referents].contains(member.key) {
            entity.fields[member.key] = member.value
        }
    }
}
