internal import Lexicon

/// The United Nations Security Council's consolidated list in XML.
enum UnitedNations {
    private static let nameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"]

    static func read(_ path: String, _ report: (ExchangeProblem) -> Void, each: (EntityLine) throws -> Void) throws {
        try XMLReader.read(try FileReader(path), path: path, elements: ["INDIVIDUAL", "ENTITY"]) { element in
            if let entity = entity(element) {
                try each(.entity(entity))
            } else {
                report(ExchangeProblem(.nameless(id: element.text("DATAID") ?? ""), file: path, line: element.line))
            }
        }
    }

    private static func entity(_ element: XMLElement) -> Entity? {
        let parts = nameParts.compactMap { element.text($0) }
        guard let id = element.text("DATAID"), !parts.isEmpty else { return nil }
        let isPerson = element.name == "INDIVIDUAL"
        var gatherer = EntityGatherer()
        gatherer.begin(EntityID("un:\(id)"), type: isPerson ? .person : .organization)
        gatherer.add(Alias(parts.joined(separator: " "), role: .preferred), statesRole: true)
        if let original = element.text("NAME_ORIGINAL_SCRIPT") { gatherer.add(Alias(original, role: .preferred), statesRole: true) }
        for alias in element.all(isPerson ? "INDIVIDUAL_ALIAS" : "ENTITY_ALIAS") {
            let more = alias.members(but: ["ALIAS_NAME", "QUALITY"])
            guard let text = alias.text("ALIAS_NAME") else {
                // Without a name it may still say something.
                if !more.isEmpty { gatherer.current.properties.add(.object(more), to: alias.name) }
                continue
            }
            let quality = alias.text("QUALITY")?.lowercased() ?? ""
            let role: Alias.Role = quality == "low" ? .weak : quality.hasPrefix("f.k.a") ? .historical : .alias
            // Some aliases hold several names.
            for name in text.split(separator: ";") {
                let name = XMLElement(name: "", text: String(name)).trimmed
                if !name.isEmpty { gatherer.add(Alias(name, role: role, properties: more), statesRole: true) }
            }
        }
        gatherer.current.sources = ["un"]
        gatherer.current.refs["un"] = element.text("REFERENCE_NUMBER")
        if let gender = element.text("GENDER")?.lowercased() { gatherer.current.properties["gender"] = .string(gender) }
        let titles = values(element, "TITLE"), roles = values(element, "DESIGNATION"), nationalities = values(element, "NATIONALITY")
        for (key, list) in [("titles", titles), ("role", roles), ("nationality", nationalities)] where !list.isEmpty {
            gatherer.current.properties[key] = .array(list.map(JSON.string))
        }
        let years = Set(
            element.all("INDIVIDUAL_DATE_OF_BIRTH").compactMap { $0.text("YEAR") ?? $0.text("DATE").map { String($0.prefix(4)) } })
        if years.count == 1, let year = years.first.flatMap({ Int($0) }) { gatherer.current.properties["birthYear"] = .number(year) }
        if let list = element.text("UN_LIST_TYPE") { gatherer.current.properties["list"] = .string(list) }
        gatherer.current.properties.add(element.members(but: placed))
        return gatherer.collection.entities.first
    }

    /// Members that have a place of their own.
    private static let placed = Set(
        nameParts + [
            "DATAID", "NAME_ORIGINAL_SCRIPT", "INDIVIDUAL_ALIAS", "ENTITY_ALIAS", "REFERENCE_NUMBER", "GENDER", "TITLE", "DESIGNATION",
            "NATIONALITY", "UN_LIST_TYPE",
        ])

    private static func values(_ element: XMLElement, _ name: String) -> [String] {
        element[name]?.all("VALUE").map(\.trimmed).filter { !$0.isEmpty } ?? []
    }
}
