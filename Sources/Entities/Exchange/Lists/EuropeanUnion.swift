internal import Lexicon

/// The European Union's consolidated list of financial sanctions, in XML (format 1.1) or as a table.
enum EuropeanUnion {
    static func read(_ path: String, _ report: (ExchangeProblem) -> Void, each: (EntityLine) throws -> Void) throws {
        guard try startsWithTag(path) else {
            for entity in try readTable(path, report).entities { try each(.entity(entity)) }
            return
        }
        try XMLReader.read(try readFile(path), file: path, elements: ["sanctionEntity"]) { element in
            if let entity = entity(element) {
                try each(.entity(entity))
            } else {
                report(ExchangeProblem(.nameless(id: element.attribute("logicalId") ?? ""), file: path, line: element.line))
            }
        }
    }

    private static func entity(_ element: XMLElement) -> Entity? {
        guard let id = element.attribute("euReferenceNumber") ?? element.attribute("logicalId") else { return nil }
        let kind = element["subjectType"].flatMap { $0.attribute("code") ?? $0.attribute("classificationCode") } ?? ""
        var gatherer = EntityGatherer()
        gatherer.begin(EntityID("eu:\(id)"), type: ["person", "P"].contains(kind) ? .person : .organization)
        var roles: [JSON] = []
        for alias in element.all("nameAlias") {
            guard let name = alias.attribute("wholeName") ?? wholeName(alias) else { continue }
            var found = Alias(name)
            found.language = alias.attribute("nameLanguage")?.lowercased()
            let isWeak = alias.attribute("strong") == "false"
            if isWeak { found.role = .weak }
            gatherer.add(found, statesRole: isWeak)
            if let gender = ["M": "male", "F": "female"][alias.attribute("gender") ?? ""] {
                gatherer.current.properties["gender"] = .string(gender)
            }
            if let role = alias.attribute("function"), !roles.contains(.string(role)) { roles.append(.string(role)) }
        }
        gatherer.current.sources = ["eu"]
        gatherer.current.refs["eu"] = id
        if let reference = element.attribute("unitedNationId") { gatherer.current.refs["un"] = reference }
        if !roles.isEmpty { gatherer.current.properties["role"] = .array(roles) }
        let years = Set(element.all("birthdate").compactMap { $0.attribute("year").flatMap { Int($0) } })
        if years.count == 1, let year = years.first { gatherer.current.properties["birthYear"] = .number(year) }
        return gatherer.collection.entities.first
    }

    private static func wholeName(_ alias: XMLElement) -> String? {
        let parts = ["firstName", "middleName", "lastName"].compactMap { alias.attribute($0) }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
