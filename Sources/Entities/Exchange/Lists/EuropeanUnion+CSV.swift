internal import Lexicon

extension EuropeanUnion {
    /// Reads the list as a table (`…-csv1.1.csv`: semicolons, a row for each name, birth date, address and document of an entity).
    ///
    /// Columns are known by their names. What has no place of its own stays: columns of names with the name; those of an address, a birth date and
    /// the like as an object for each; others with the entity.
    static func readTable(
        _ file: consuming FileReader, _ path: String, _ report: (ExchangeProblem) -> Void
    ) throws -> EntityCollection {
        var rows = CSVReader(file, path: path, separator: ";"), gatherer = EntityGatherer(), years: [EntityID: Set<Int>] = [:]
        guard let header = try rows.next()?.cells, header.contains(Column.id) else {
            throw ExchangeProblem(.malformed(expected: "XML, or the column \(Column.id)"), file: path, line: 1)
        }
        while let row = try rows.next() {
            guard row.cells.count == header.count else {
                report(ExchangeProblem(.malformed(expected: "\(header.count) cells, not \(row.cells.count),"), file: path, line: row.line))
                continue
            }
            let cells = Dictionary(zip(header, row.cells).filter { !$0.1.isEmpty }) { first, _ in first }
            guard let id = cells[Column.reference] ?? cells[Column.id] else {
                report(ExchangeProblem(.nameless(id: ""), file: path, line: row.line))
                continue
            }
            begin(id, cells, in: &gatherer)
            takeName(cells, header, into: &gatherer)
            if let year = cells[Column.birthYear].flatMap({ Int($0) }), year > 0 { years[gatherer.current.id, default: []].insert(year) }
            for group in Column.groups { take(group, cells, header, into: &gatherer) }
            let isOfGroup = { (column: String) in (Column.groups + [Column.ofNames]).contains { column.hasPrefix($0) } }
            for column in header where !Column.placed.contains(column) && !isOfGroup(column) {
                guard let cell = cells[column], gatherer.current.properties[column] != .string(cell) else { continue }
                if gatherer.current.properties[column] == nil {
                    gatherer.current.properties[column] = .string(cell)
                } else {
                    gatherer.current.properties.add(.string(cell), to: column)
                }
            }
        }
        var dictionary = gatherer.collection
        for index in dictionary.entities.indices {
            if let own = years[dictionary.entities[index].id], own.count == 1, let year = own.first {
                dictionary.entities[index].properties["birthYear"] = .number(year)
            }
        }
        return dictionary
    }

    private enum Column {
        static let id = "Entity_LogicalId", reference = "Entity_EU_ReferenceNumber", unitedNations = "Entity_UnitedNationId"
        static let type = "Entity_SubjectType", typeCode = "Entity_SubjectType_ClassificationCode"
        static let ofNames = "NameAlias_", birthYear = "BirthDate_Year"
        /// What an entity has several of, each with columns of its own.
        static let groups = ["Address_", "BirthDate_", "Citizenship_", "Identification_"]
        /// Columns that have a place of their own, or say nothing of an entity.
        static let placed: Set<String> = [reference, unitedNations, type, typeCode, "fileGenerationDate"]
    }

    private static func begin(_ id: String, _ cells: [String: String], in gatherer: inout EntityGatherer) {
        gatherer.begin(EntityID("eu:\(id)"), type: type(cells[Column.typeCode], cells[Column.type]))
        gatherer.current.sources = ["eu"]
        gatherer.current.refs["eu"] = id
        if let reference = cells[Column.unitedNations] { gatherer.current.refs["un"] = reference }
    }

    private static func takeName(_ cells: [String: String], _ header: [String], into gatherer: inout EntityGatherer) {
        func cell(_ column: String) -> String? { cells[Column.ofNames + column] }
        if let gender = genders[cell("Gender") ?? ""] { gatherer.current.properties["gender"] = .string(gender) }
        if let role = cell("Function") { gatherer.current.properties.add(.string(role), to: "role") }
        let parts = ["FirstName", "MiddleName", "LastName"].compactMap(cell).joined(separator: " ")
        let placed = Set(["WholeName", "NameLanguage", "Gender", "Function"].map { Column.ofNames + $0 })
        guard let name = cell("WholeName") ?? (parts.isEmpty ? nil : parts) else {
            return take(Column.ofNames, cells, header.filter { !placed.contains($0) }, into: &gatherer)
        }
        var alias = Alias(name)
        alias.language = cell("NameLanguage")?.lowercased()
        alias.properties = members(Column.ofNames, cells, header.filter { !placed.contains($0) })
        gatherer.add(alias, statesRole: false)
    }

    /// Keeps the cells of a group of columns as an object, under the group's name.
    private static func take(_ group: String, _ cells: [String: String], _ header: [String], into gatherer: inout EntityGatherer) {
        let members = members(group, cells, header)
        if !members.isEmpty { gatherer.current.properties.add(.object(members), to: String(group.dropLast())) }
    }

    private static func members(_ group: String, _ cells: [String: String], _ header: [String]) -> JSONObject {
        JSONObject(
            header.filter { $0.hasPrefix(group) }.compactMap { column in
                cells[column].map { JSONObject.Member(String(column.dropFirst(group.count)), .string($0)) }
            })
    }
}
