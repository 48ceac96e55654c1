internal import Lexicon

/// The European Union's consolidated list of financial sanctions, in XML (format 1.1) or as a table.
enum EuropeanUnion {
    static func read(_ path: String, _ report: (ExchangeProblem) -> Void, each: (EntityLine) throws -> Void) throws {
        var file = try FileReader(path)
        guard try file.startsWithTag() else {
            for entity in try readTable(file, path, report).entities { try each(.entity(entity)) }
            return
        }
        try XMLReader.read(file, path: path, elements: ["sanctionEntity"]) { element in
            if let entity = entity(element) {
                try each(.entity(entity))
            } else {
                report(ExchangeProblem(.nameless(id: element.attribute("logicalId") ?? ""), file: path, line: element.line))
            }
        }
    }

    /// `person` or `P`, as the two columns and attributes of the lists have it, is a person; anything else an organization.
    static func type(_ kinds: String?...) -> EntityType {
        kinds.contains { $0 == "person" || $0 == "P" } ? .person : .organization
    }

    static let genders = ["M": "male", "F": "female"]

    private static func entity(_ element: XMLElement) -> Entity? {
        guard let id = element.attribute("euReferenceNumber") ?? element.attribute("logicalId") else { return nil }
        let kind = element["subjectType"]
        var gatherer = EntityGatherer()
        gatherer.begin(EntityID("eu:\(id)"), type: type(kind?.attribute("code"), kind?.attribute("classificationCode")))
        for alias in element.all("nameAlias") { take(alias, into: &gatherer) }
        gatherer.current.sources = ["eu"]
        gatherer.current.refs["eu"] = id
        if let reference = element.attribute("unitedNationId") { gatherer.current.refs["un"] = reference }
        let years = Set(element.all("birthdate").compactMap { $0.attribute("year").flatMap { Int($0) } })
        if years.count == 1, let year = years.first { gatherer.current.properties["birthYear"] = .number(year) }
        let reference: Set = element.attribute("euReferenceNumber") == nil ? ["logicalId"] : []
        gatherer.current.properties.add(
            element.members(but: reference.union(["euReferenceNumber", "unitedNationId", "subjectType", "nameAlias"])))
        return gatherer.collection.entities.first
    }

    private static func take(_ alias: XMLElement, into gatherer: inout EntityGatherer) {
        if let gender = genders[alias.attribute("gender") ?? ""] { gatherer.current.properties["gender"] = .string(gender) }
        if let role = alias.attribute("function") { gatherer.current.properties.add(.string(role), to: "role") }
        let parts = ["firstName", "middleName", "lastName"].compactMap { alias.attribute($0) }.joined(separator: " ")
        guard let name = alias.attribute("wholeName") ?? (parts.isEmpty ? nil : parts) else {
            // Without a name it may still say something.
            if let json = alias.json { gatherer.current.properties.add(json, to: "nameAlias") }
            return
        }
        var found = Alias(name)
        found.language = alias.attribute("nameLanguage")?.lowercased()
        let isWeak = alias.attribute("strong") == "false"
        if isWeak { found.role = .weak }
        found.properties = alias.members(but: ["wholeName", "function", "gender", "nameLanguage", "strong"])
        gatherer.add(found, statesRole: isWeak)
    }
}
