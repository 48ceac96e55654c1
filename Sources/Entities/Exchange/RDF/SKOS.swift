internal import ICU

/// A dictionary as SKOS concepts, and back.
///
/// Preferred names are `prefLabel`, aliases and former names `altLabel`, weak names and misspellings `hiddenLabel`; ids elsewhere that have an
/// IRI are `exactMatch`. A name in Arabic letters whose language is not stated is marked `fa`, others `und` with their script. What SKOS
/// cannot hold stands as JSON in `namvar:entity`.
enum SKOS {
    private static let skos = Vocabularies.skos, terms = Vocabularies.terms
    private static let entityPrefix = Vocabularies.own + "entity:"
    private static let details = Vocabularies.own + "entity"
    private static let matches = [("wikidata", "http://www.wikidata.org/entity/", ""), ("geonames", "https://sws.geonames.org/", "/")]
    private static let labels: [(predicate: String, roles: [Alias.Role])] = [
        (skos + "prefLabel", [.preferred]), (skos + "altLabel", [.alias, .historical]), (skos + "hiddenLabel", [.weak, .misspelling]),
    ]

    /// What is said of an id that is no entity any more.
    private static let deprecated = Vocabularies.owl + "deprecated"
    private static let yes = Triple.Object.literal("true", language: nil, datatype: Vocabularies.xsd + "boolean")

    // MARK: Writing

    /// The triples of a dictionary, those of one concept together.
    static func concepts(of dictionary: EntityCollection) -> [[Triple]] {
        dictionary.entities.map(concept)
            + dictionary.redirects.sorted { $0.key < $1.key }.map { from, to in
                [
                    Triple(subject: iri(from), predicate: terms + "identifier", object: text(from.rawValue)),
                    Triple(subject: iri(from), predicate: terms + "isReplacedBy", object: .iri(iri(to))),
                ]
            }
            + dictionary.removed.sorted().map { id in
                [
                    Triple(subject: iri(id), predicate: terms + "identifier", object: text(id.rawValue)),
                    Triple(subject: iri(id), predicate: deprecated, object: yes),
                ]
            }
    }

    private static func concept(_ entity: Entity) -> [Triple] {
        let subject = iri(entity.id)
        var triples: [Triple] = []
        func say(_ predicate: String, _ object: Triple.Object) {
            triples.append(Triple(subject: subject, predicate: predicate, object: object))
        }
        say(Vocabularies.rdf + "type", .iri(skos + "Concept"))
        say(terms + "identifier", text(entity.id.rawValue))
        if entity.type != .unstated { say(terms + "type", text(entity.type.text)) }
        var taken: Set<String> = []
        for (predicate, roles) in labels {
            for alias in entity.names where roles.contains(alias.role) {
                let language = tag(of: alias)
                // A concept has one preferred label a language.
                let isSecond = alias.role == .preferred && !taken.insert(language).inserted
                say(isSecond ? skos + "altLabel" : predicate, .literal(alias.text, language: language, datatype: nil))
            }
        }
        for (key, prefix, suffix) in matches { if let ref = entity.refs[key] { say(skos + "exactMatch", .iri(prefix + ref + suffix)) } }
        for source in entity.sources { say(terms + "source", text(source)) }
        for (predicate, values) in entity.fields["rdf"]?.object?.members.map({ ($0.key, $0.value) }) ?? [] {
            for value in values.array ?? [] { if let object = RDFJSON.object(value) { say(predicate, object) } }
        }
        var own = EntityLine.entity(entity).object
        for key in ["id", "type", "sources", "rdf"] { own[key] = nil }
        say(details, .literal(JSON.object(own).text, language: nil, datatype: Vocabularies.rdf + "JSON"))
        return triples
    }

    private static func text(_ text: String) -> Triple.Object { .literal(text, language: nil, datatype: nil) }

    private static func tag(of alias: Alias) -> String {
        alias.language ?? (alias.script == .arabic ? "fa" : alias.script == .common ? "und" : "und-\(alias.script.code)")
    }

    private static func iri(_ id: EntityID) -> String {
        if id.rawValue.hasPrefix("http://") || id.rawValue.hasPrefix("https://") { return id.rawValue }
        let escaped = id.rawValue.utf8.reduce(into: "") { result, byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                byte < 0x80 && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._~:".unicodeScalars.contains(scalar))
            result += isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return entityPrefix + escaped
    }

    // MARK: Reading

    /// The dictionary in a graph: every subject with a label, and every one that is replaced by another.
    static func dictionary(in graph: [Triple]) -> EntityCollection {
        var order: [String] = [], bySubject: [String: [Triple]] = [:]
        for triple in graph {
            if bySubject[triple.subject] == nil { order.append(triple.subject) }
            bySubject[triple.subject, default: []].append(triple)
        }
        let ids = Dictionary(uniqueKeysWithValues: order.map { ($0, id(of: $0, bySubject[$0]!)) })
        var result = EntityCollection()
        for subject in order {
            let triples = bySubject[subject]!
            if case .iri(let target)? = triples.first(where: { $0.predicate == terms + "isReplacedBy" })?.object {
                result.redirects[ids[subject]!] = ids[target] ?? id(of: target, [])
            } else if let entity = entity(ids[subject]!, triples) {
                result.entities.append(entity)
            } else if triples.contains(where: { $0.predicate == deprecated && $0.object == yes }) {
                result.removed.insert(ids[subject]!)
            }
        }
        return result
    }

    private static func id(of subject: String, _ triples: [Triple]) -> EntityID {
        for triple in triples where triple.predicate == terms + "identifier" {
            if case .literal(let text, _, _) = triple.object { return EntityID(text) }
        }
        return EntityID(subject)
    }

    private static func entity(_ id: EntityID, _ triples: [Triple]) -> Entity? {
        var own: JSONObject = [:], entity = Entity(id: id, names: []), others: [JSONObject.Member] = []
        for triple in triples where triple.predicate == details {
            if case .literal(let text, _, _) = triple.object, let object = try? JSON(text).object { own = object }
        }
        own["id"] = .string(id.rawValue)
        if case .entity(let known)? = EntityParser().line(own, { _ in }) { entity = known }
        let known = Dictionary(entity.names.map { (Array($0.text.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        let order = entity.names.map { Array($0.text.utf8) }
        var names: [[UInt8]: Alias] = [:], found: [[UInt8]] = []
        for triple in triples {
            switch (triple.predicate, triple.object) {
            case (terms + "type", .literal(let text, _, _)): entity.type = EntityType(text)
            case (terms + "source", .literal(let text, _, _)): entity.sources.append(text)
            case (skos + "exactMatch", .iri(let iri)) where ref(iri) != nil: entity.refs[ref(iri)!.0] = ref(iri)!.1
            case (Vocabularies.rdf + "type", .iri(skos + "Concept")), (terms + "identifier", _), (details, _): break
            case (let predicate, .literal(let text, let language, _)) where labels.contains { $0.predicate == predicate }:
                let key = Array(text.utf8)
                if names[key] == nil { found.append(key) }
                names[key] = known[key] ?? alias(text, language, labels.first { $0.predicate == predicate }!.roles[0])
            default:
                let value = RDFJSON.json(triple.object)
                if let index = others.firstIndex(where: { $0.key == triple.predicate }) {
                    others[index].value = .array((others[index].value.array ?? []) + [value])
                } else {
                    others.append(JSONObject.Member(triple.predicate, .array([value])))
                }
            }
        }
        entity.names = order.compactMap { names[$0] } + found.filter { known[$0] == nil }.compactMap { names[$0] }
        if !others.isEmpty { entity.fields["rdf"] = .object(JSONObject(others)) }
        return entity.names.isEmpty ? nil : entity
    }

    private static func alias(_ text: String, _ language: String?, _ role: Alias.Role) -> Alias {
        var alias = Alias(text, role: role)
        if let language, language != "und", language != "und-\(alias.script.code)" { alias.language = language }
        return alias
    }

    private static func ref(_ iri: String) -> (String, String)? {
        for (key, prefix, suffix) in matches where iri.hasPrefix(prefix) && iri.hasSuffix(suffix) {
            return (key, String(iri.dropFirst(prefix.count).dropLast(suffix.count)))
        }
        return nil
    }
}
