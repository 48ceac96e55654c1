internal import Lexicon

/// The Specially Designated Nationals list of the US Treasury's Office of Foreign Assets Control: `sdn.csv` with `alt.csv`, or `sdn.xml`.
///
/// Names stay as the list prints them: "ZARIF, Mohammad Javad".
enum OFAC {
    private static let sdnColumns = [
        "ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type", "Tonnage", "GRT", "Vess_flag", "Vess_owner",
        "Remarks",
    ]
    private static let alternateColumns = 5

    /// Reads the files together; which of them holds the alternate names is seen from its columns.
    static func read(_ paths: [String], _ report: (ExchangeProblem) -> Void) throws -> EntityCollection {
        var gatherer = EntityGatherer(), alternates: [(cells: [String], line: Int, path: String)] = []
        for path in paths {
            if try startsWithTag(path) {
                try XMLReader.read(try readFile(path), file: path, elements: ["sdnEntry"]) { add($0, to: &gatherer, path, report) }
                continue
            }
            var rows = try CSVReader(path, separator: ",")
            while let row = try rows.next() {
                // The last line of these files is a single control character.
                if row.cells.count == 1, row.cells[0].utf8.allSatisfy({ $0 <= 0x20 }) { continue }
                let cells = row.cells.map(value)
                switch cells.count {
                case sdnColumns.count: add(cells, line: row.line, to: &gatherer, path, report)
                case alternateColumns: alternates.append((cells, row.line, path))
                default:
                    let expected = "\(sdnColumns.count) cells (sdn.csv) or \(alternateColumns) (alt.csv), not \(cells.count),"
                    report(ExchangeProblem(.malformed(expected: expected), file: path, line: row.line))
                }
            }
        }
        for (cells, line, path) in alternates {
            guard !cells[3].isEmpty else {
                report(ExchangeProblem(.nameless(id: "ofac:\(cells[0])"), file: path, line: line))
                continue
            }
            gatherer.begin(EntityID("ofac:\(cells[0])"), type: .unstated)
            var alias = Alias(cells[3], role: cells[2] == "fka" ? .historical : .alias)
            if !cells[4].isEmpty { alias.properties["remarks"] = .string(cells[4]) }
            gatherer.add(alias, statesRole: true)
        }
        return gatherer.collection
    }

    /// What a cell says: `-0-` says nothing.
    private static func value(_ cell: String) -> String {
        let trimmed = XMLElement(name: "", text: cell).trimmed
        return trimmed == "-0-" ? "" : trimmed
    }

    private static func add(
        _ cells: [String], line: Int, to gatherer: inout EntityGatherer, _ path: String, _ report: (ExchangeProblem) -> Void
    ) {
        guard !cells[0].isEmpty, !cells[1].isEmpty else {
            report(ExchangeProblem(.nameless(id: "ofac:\(cells[0])"), file: path, line: line))
            return
        }
        begin(cells[0], type: cells[2], in: &gatherer)
        gatherer.add(Alias(cells[1], role: .preferred), statesRole: true)
        for (column, cell) in zip(sdnColumns, cells).dropFirst(3) where !cell.isEmpty {
            gatherer.current.properties[column] = .string(cell)
        }
    }

    private static func begin(_ number: String, type: String, in gatherer: inout EntityGatherer) {
        let types: [String: EntityType] = ["individual": .person, "vessel": .other("vessel"), "aircraft": .other("aircraft")]
        gatherer.begin(EntityID("ofac:\(number)"), type: types[type.lowercased()] ?? .organization)
        gatherer.current.refs["ofac"] = number
        gatherer.current.sources = ["ofac"]
    }

    private static func add(
        _ element: XMLElement, to gatherer: inout EntityGatherer, _ path: String, _ report: (ExchangeProblem) -> Void
    ) {
        guard let number = element.text("uid"), let name = name(element) else {
            report(ExchangeProblem(.nameless(id: element.text("uid") ?? ""), file: path, line: element.line))
            return
        }
        begin(number, type: element.text("sdnType") ?? "", in: &gatherer)
        gatherer.add(Alias(name, role: .preferred), statesRole: true)
        for other in element["akaList"]?.all("aka") ?? [] {
            guard let name = self.name(other) else { continue }
            let isFormer = other.text("type")?.hasPrefix("f") == true, isWeak = other.text("category") == "weak"
            gatherer.add(Alias(name, role: isFormer ? .historical : isWeak ? .weak : .alias), statesRole: true)
        }
        for member in ["title", "remarks"] { if let text = element.text(member) { gatherer.current.properties[member] = .string(text) } }
        let programs = element["programList"]?.all("program").map { JSON.string($0.trimmed) } ?? []
        if !programs.isEmpty { gatherer.current.properties["program"] = .array(programs) }
        let births = element["dateOfBirthList"]?.all("dateOfBirthItem").compactMap { $0.text("dateOfBirth") } ?? []
        if let birth = births.first { gatherer.current.properties["dateOfBirth"] = .string(birth) }
        // "12 Nov 1960", "circa 1961": the year is the last four digits.
        let years = Set(births.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } })
        if years.count == 1, let year = years.first { gatherer.current.properties["birthYear"] = .number(year) }
    }

    private static func name(_ element: XMLElement) -> String? {
        let parts = [element.text("lastName"), element.text("firstName")].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
