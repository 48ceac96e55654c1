internal import ICU
internal import Lexicon

/// TermBase eXchange (ISO 30042:2019, dialect TBX-Basic, style DCA): a concept an entity, a term a name.
///
/// The administrative status says the role: preferred, admitted, deprecated (a misspelling); a former name is superseded. What else is known
/// of the entity stands as JSON in a note, after `namvar:`.
enum TBX {
    private static let statuses: [(role: Alias.Role, status: String)] = [
        (.preferred, "preferredTerm-admn-sts"), (.alias, "admittedTerm-admn-sts"), (.historical, "supersededTerm-admn-sts"),
        (.misspelling, "deprecatedTerm-admn-sts"), (.weak, "admittedTerm-admn-sts"),
    ]
    private static let note = "namvar:"

    static func write(_ dictionary: EntityCollection, _ report: (ExchangeProblem) -> Void, _ put: (String) throws -> Void) throws {
        try put(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
            <tbxHeader><fileDesc><sourceDesc><p>Names, written by Namvar.</p></sourceDesc></fileDesc></tbxHeader>
            <text><body>

            """)
        for (index, entity) in dictionary.entities.enumerated() { try put(concept(entity, number: index + 1)) }
        try put("</body></text>\n</tbx>\n")
        dictionary.reportMergedAndRemoved("TBX", report)
    }

    private static func concept(_ entity: Entity, number: Int) -> String {
        // An XML id may not hold most signs: the entity's own id stands in the note.
        var text = "<conceptEntry id=\"c\(number)\">\n"
        if entity.type != .unstated { text += "<descrip type=\"subjectField\">\(XMLText.escaped(entity.type.text))</descrip>\n" }
        text += "<note>\(note)\(XMLText.escaped(EntityLine.entity(entity).json))</note>\n"
        var sections: [(tag: String, names: [Alias])] = []
        for alias in entity.names {
            let tag = tag(of: alias)
            if let index = sections.firstIndex(where: { $0.tag == tag }) {
                sections[index].names.append(alias)
            } else {
                sections.append((tag, [alias]))
            }
        }
        for (tag, names) in sections {
            text += "<langSec xml:lang=\"\(XMLText.escaped(tag))\">\n"
            for alias in names {
                let status = statuses.first { $0.role == alias.role }!.status
                text += "<termSec><term>\(XMLText.escaped(alias.text))</term>"
                text += "<termNote type=\"administrativeStatus\">\(status)</termNote></termSec>\n"
            }
            text += "</langSec>\n"
        }
        return text + "</conceptEntry>\n"
    }

    private static func tag(of alias: Alias) -> String {
        alias.language ?? (alias.script == .arabic ? "fa" : alias.script == .common ? "und" : "und-\(alias.script.code)")
    }

    /// Reads TBX of edition 2, and `termEntry` and `langSet` of edition 1.
    static func read(_ path: String, _ report: (ExchangeProblem) -> Void, each: (EntityLine) throws -> Void) throws {
        try XMLReader.read(try FileReader(path), path: path, elements: ["conceptEntry", "termEntry"]) { element in
            if let entity = entity(element) {
                try each(.entity(entity))
            } else {
                report(ExchangeProblem(.nameless(id: element.attribute("id") ?? ""), file: path, line: element.line))
            }
        }
    }

    private static func entity(_ element: XMLElement) -> Entity? {
        var known: Entity?
        for text in element.all("note").map(\.trimmed) where text.hasPrefix(note) {
            if let object = try? JSON(String(text.dropFirst(note.count))).object,
                case .entity(let entity)? = EntityParser().line(object, { _ in })
            {
                known = entity
            }
        }
        var entity = known ?? Entity(id: EntityID(element.attribute("id") ?? ""), names: [])
        let details = Dictionary((known?.names ?? []).map { (Array($0.text.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        var names: [Alias] = []
        for section in element.children where ["langSec", "langSet"].contains(section.name) {
            for term in section.children where ["termSec", "tig", "ntig"].contains(term.name) {
                guard let text = term.text("term") ?? term["termGrp"]?.text("term") else { continue }
                names.append(details[Array(text.utf8)] ?? alias(text, section.attribute("lang"), term))
            }
        }
        guard !names.isEmpty, !entity.id.rawValue.isEmpty else { return nil }
        // The order of the entity's own names is not that of the languages.
        let order = Dictionary((known?.names ?? []).enumerated().map { (Array($1.text.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        entity.names = names.enumerated().sorted { a, b in
            let places = (order[Array(a.element.text.utf8)] ?? .max, order[Array(b.element.text.utf8)] ?? .max)
            return places.0 != places.1 ? places.0 < places.1 : a.offset < b.offset
        }.map(\.element)
        if known == nil, let field = element.all("descrip").first(where: { $0.attribute("type") == "subjectField" })?.trimmed {
            entity.type = EntityType.known[field] ?? .unstated
            if entity.type == .unstated { entity.properties["subjectField"] = .string(field) }
        }
        if known == nil { entity.properties.add(others(element)) }
        return entity
    }

    /// What another program says of a concept, or of a term, besides its names: kept by the kind of element and its type.
    private static func others(_ element: XMLElement) -> JSONObject {
        let placed = ["subjectField", "administrativeStatus"],
            names: Set = ["langSec", "langSet", "termSec", "tig", "ntig", "term", "termGrp"]
        var members = JSONObject()
        for child in element.children where !names.contains(child.name) && !placed.contains(child.attribute("type") ?? "") {
            guard let json = child.children.isEmpty ? .string(child.trimmed) : child.json, json != .string("") else { continue }
            members.add(json, to: child.attribute("type") ?? child.name)
        }
        return members
    }

    private static func alias(_ text: String, _ language: String?, _ term: XMLElement) -> Alias {
        let status = term.all("termNote").first { $0.attribute("type") == "administrativeStatus" }?.trimmed
        var alias = Alias(text, role: statuses.first { $0.status == status }?.role ?? .alias)
        if let language, language != "und", language != "und-\(alias.script.code)" { alias.language = language }
        alias.properties = others(term)
        return alias
    }
}
