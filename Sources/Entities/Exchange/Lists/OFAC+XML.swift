internal import Lexicon

extension OFAC {
    /// Reads `sdn.xml`, an entry at a time.
    static func readXML(
        _ file: consuming FileReader, _ path: String, _ report: (ExchangeProblem) -> Void, each: (EntityLine) throws -> Void
    ) throws {
        try XMLReader.read(file, path: path, elements: ["sdnEntry"]) { element in
            if let entity = entity(element) {
                try each(.entity(entity))
            } else {
                report(ExchangeProblem(.nameless(id: element.text("uid") ?? ""), file: path, line: element.line))
            }
        }
    }

    private static func entity(_ element: XMLElement) -> Entity? {
        guard let number = element.text("uid"), let name = name(element) else { return nil }
        var gatherer = EntityGatherer()
        begin(number, type: element.text("sdnType") ?? "", in: &gatherer)
        gatherer.add(Alias(name, role: .preferred), statesRole: true)
        for other in element["akaList"]?.all("aka") ?? [] {
            guard let name = self.name(other) else { continue }
            let isFormer = other.text("type")?.hasPrefix("f") == true, isWeak = other.text("category") == "weak"
            let more = other.members(but: ["type", "category", "lastName", "firstName"])
            gatherer.add(Alias(name, role: isFormer ? .historical : isWeak ? .weak : .alias, properties: more), statesRole: true)
        }
        for member in ["title", "remarks"] { if let text = element.text(member) { gatherer.current.properties[member] = .string(text) } }
        let programs = element["programList"]?.all("program").map { JSON.string($0.trimmed) } ?? []
        if !programs.isEmpty { gatherer.current.properties["program"] = .array(programs) }
        let births = element["dateOfBirthList"]?.all("dateOfBirthItem").compactMap { $0.text("dateOfBirth") } ?? []
        // "12 Nov 1960", "circa 1961": the year is the last four digits.
        let years = Set(births.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } })
        if years.count == 1, let year = years.first { gatherer.current.properties["birthYear"] = .number(year) }
        gatherer.current.properties.add(
            element.members(but: ["uid", "lastName", "firstName", "sdnType", "akaList", "title", "remarks", "programList"]))
        return gatherer.collection.entities.first
    }

    private static func name(_ element: XMLElement) -> String? {
        let parts = [element.text("lastName"), element.text("firstName")].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
