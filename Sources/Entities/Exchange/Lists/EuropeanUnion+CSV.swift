extension EuropeanUnion {
    /// Reads the list as a table (`…-csv1.1.csv`: semicolons, a row for each name, birth date, address and document of an entity).
    ///
    /// Columns are known by their names. What has no place of its own stays: columns of names with the name, others with the entity, as lists.
    static func readTable(_ path: String, _ report: (ExchangeProblem) -> Void) throws -> EntityCollection {
        var rows = try CSVReader(path, separator: ";"), gatherer = EntityGatherer(), years: [EntityID: Set<Int>] = [:]
        guard let header = try rows.next()?.cells, header.contains(Column.id) else {
            throw ExchangeProblem(.malformed(expected: "the column \(Column.id)"), file: path, line: 1)
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
            if let name = name(cells) { gatherer.add(alias(name, cells), statesRole: false) }
            if let year = cells[Column.birthYear].flatMap({ Int($0) }), year > 0 { years[gatherer.current.id, default: []].insert(year) }
            for column in header where !Column.placed.contains(column) && !column.hasPrefix(Column.ofNames) {
                if let cell = cells[column] { keep(cell, as: column, in: &gatherer.current) }
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
        /// Columns that have a place of their own, or say nothing of an entity.
        static let placed: Set<String> = [reference, unitedNations, type, typeCode, birthYear, "fileGenerationDate"]
    }

    private static func begin(_ id: String, _ cells: [String: String], in gatherer: inout EntityGatherer) {
        let kind = cells[Column.typeCode] ?? cells[Column.type] ?? ""
        gatherer.begin(EntityID("eu:\(id)"), type: ["person", "P"].contains(kind) ? .person : .organization)
        gatherer.current.sources = ["eu"]
        gatherer.current.refs["eu"] = id
        if let reference = cells[Column.unitedNations] { gatherer.current.refs["un"] = reference }
        if let gender = ["M": "male", "F": "female"][cells["NameAlias_Gender"] ?? ""] {
            gatherer.current.properties["gender"] = .string(gender)
        }
        if let role = cells["NameAlias_Function"] { keep(role, as: "role", in: &gatherer.current) }
    }

    private static func name(_ cells: [String: String]) -> String? {
        if let whole = cells["NameAlias_WholeName"] { return whole }
        let parts = ["FirstName", "MiddleName", "LastName"].compactMap { cells[Column.ofNames + $0] }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private static func alias(_ name: String, _ cells: [String: String]) -> Alias {
        var alias = Alias(name)
        alias.language = cells["NameAlias_NameLanguage"]?.lowercased()
        let placed = ["WholeName", "FirstName", "MiddleName", "LastName", "NameLanguage", "Gender", "Function"].map { Column.ofNames + $0 }
        for (column, cell) in cells.sorted(by: { $0.key < $1.key }) where column.hasPrefix(Column.ofNames) && !placed.contains(column) {
            alias.properties[String(column.dropFirst(Column.ofNames.count))] = .string(cell)
        }
        return alias
    }

    private static func keep(_ cell: String, as property: String, in entity: inout Entity) {
        let known = entity.properties[property]?.array ?? []
        if !known.contains(.string(cell)) { entity.properties[property] = .array(known + [.string(cell)]) }
    }
}
