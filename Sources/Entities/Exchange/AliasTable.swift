internal import ICU

/// Plain tables of names: a name a row, with its entity's id, type, ids elsewhere and properties in columns.
///
/// Columns are `id`, `type`, `name`, `role`, `language`, `script`, `count`, `sources` (with `|` between), `ref:…` for ids elsewhere,
/// `entity:…` for properties of the entity; any other column is a property of the name. A value that is not a text is
/// written as JSON, as is a text that looks like one, so that nothing is lost either way.
struct AliasTable {
    /// A way of laying the rows out.
    struct Layout {
        /// Nil where the header tells: some spreadsheets put semicolons.
        var separator: Unicode.Scalar?
        /// Whether an entity's own cells stand only on its first row.
        var isGrouped = false
    }

    static let known = ["id", "type", "name", "role", "language", "script", "count", "sources"]
    let layout: Layout

    // MARK: Writing

    func write(_ dictionary: EntityCollection, _ put: (String) throws -> Void) throws {
        let refs = Set(dictionary.entities.flatMap(\.refs.keys)).sorted()
        let entityProperties = Self.keys(dictionary.entities.flatMap { $0.properties.members })
        let fields = Self.keys(dictionary.entities.flatMap { $0.fields.members })
        let properties = Self.keys(dictionary.entities.flatMap { $0.names.flatMap { $0.properties.members } })
        let header =
            Self.known + refs.map { "ref:\($0)" } + ["entity:sources"] + entityProperties.map { "entity:properties:\($0)" }
            + fields.map { "entity:\($0)" } + properties
        try put(CSV.row(header, separator: layout.separator ?? ","))
        for entity in dictionary.entities {
            for (index, alias) in entity.names.enumerated() {
                var cells = [entity.id.rawValue, entity.type.text, alias.text, alias.role.rawValue, alias.language ?? ""]
                cells += [alias.script.code, String(alias.count), Self.cell(alias.sources)]
                cells += refs.map { entity.refs[$0] ?? "" }
                cells += [Self.cell(entity.sources)]
                cells += entityProperties.map { Self.cell(entity.properties[$0]) } + fields.map { Self.cell(entity.fields[$0]) }
                cells += properties.map { Self.cell(alias.properties[$0]) }
                if layout.isGrouped, index > 0 {
                    for column in header.indices where Self.isOfEntity(header[column]) { cells[column] = "" }
                }
                try put(CSV.row(cells, separator: layout.separator ?? ","))
            }
        }
    }

    private static func keys(_ members: [JSONObject.Member]) -> [String] { Set(members.map(\.key)).sorted() }

    private static func isOfEntity(_ column: String) -> Bool {
        column == "id" || column == "type" || column.hasPrefix("ref:") || column.hasPrefix("entity:")
    }

    private static func cell(_ value: JSON?) -> String {
        switch value {
        case nil: ""
        // A text that would be read as something else, or as nothing, keeps its quotes.
        case .string(let text)?: text.isEmpty || (try? JSON(text)) != nil ? JSON.string(text).text : text
        case let other?: other.text
        }
    }

    private static func value(_ cell: String) -> JSON { (try? JSON(cell)) ?? .string(cell) }

    // MARK: Reading

    func read(_ path: String, _ report: (ExchangeProblem) -> Void) throws -> EntityCollection {
        var header: [String]?
        var builder = EntityGatherer(), rows = try CSVReader(path, separator: layout.separator)
        while let row = try rows.next() {
            guard let columns = header else {
                guard row.cells.contains("name") else {
                    throw ExchangeProblem(.missingMember("name", found: row.cells), file: path, line: row.line)
                }
                if let double = row.cells.first(where: { column in row.cells.count { $0 == column } > 1 }) {
                    throw ExchangeProblem(.malformed(expected: "one column \"\(double)\", not several,"), file: path, line: row.line)
                }
                header = row.cells
                continue
            }
            guard row.cells.count == columns.count else {
                report(ExchangeProblem(.malformed(expected: "\(columns.count) cells, not \(row.cells.count),"), file: path, line: row.line))
                continue
            }
            read(Dictionary(zip(columns, row.cells)) { first, _ in first }, columns, row.line, path, &builder, report)
        }
        if header == nil { throw ExchangeProblem(.missingMember("name", found: []), file: path) }
        return builder.collection
    }

    private func read(
        _ cells: [String: String], _ columns: [String], _ line: Int, _ path: String, _ builder: inout EntityGatherer,
        _ report: (ExchangeProblem) -> Void
    ) {
        let name = cells["name"] ?? "", stated = cells["id"] ?? ""
        // In records, a row without an id goes on with the entity above. In a bare list of names, a name is its own id.
        let id = !stated.isEmpty ? stated : columns.contains("id") ? builder.lastID?.rawValue ?? name : name
        guard !name.isEmpty, !id.isEmpty else {
            report(ExchangeProblem(.nameless(id: id), file: path, line: line))
            return
        }
        var alias = Alias(name)
        func wrong(_ member: String, _ expected: String) {
            report(ExchangeProblem(.value(member: member, found: cells[member] ?? "", expected: expected), file: path, line: line))
        }
        if let role = cells["role"], !role.isEmpty {
            guard let known = Alias.Role(rawValue: role) else {
                return wrong("role", "one of " + Alias.Role.allCases.map(\.rawValue).joined(separator: ", "))
            }
            alias.role = known
        }
        if let code = cells["script"], !code.isEmpty {
            if let script = Script(code: code) {
                alias.script = script
            } else {
                wrong("script", "a code of ISO 15924 such as Latn; its letters decide")
            }
        }
        if let language = cells["language"], !language.isEmpty { alias.language = language }
        if let count = cells["count"], !count.isEmpty {
            if let number = Int(count), number >= 0 { alias.count = number } else { wrong("count", "a whole number from 0; counted as 1") }
        }
        alias.sources = Self.list(cells["sources"])
        builder.begin(EntityID(id), type: EntityType(cells["type"] ?? ""))
        for column in columns where !Self.known.contains(column) {
            guard let cell = cells[column], !cell.isEmpty else { continue }
            if column.hasPrefix("ref:") {
                builder.current.refs[String(column.dropFirst(4))] = cell
            } else if column == "entity:sources" {
                builder.current.sources = Self.list(cell)
            } else if column.hasPrefix("entity:properties:") {
                builder.current.properties[String(column.dropFirst(18))] = Self.value(cell)
            } else if column.hasPrefix("entity:") {
                builder.current.fields[String(column.dropFirst(7))] = Self.value(cell)
            } else {
                alias.properties[column] = Self.value(cell)
            }
        }
        builder.add(alias, statesRole: !(cells["role"] ?? "").isEmpty)
    }

    private static func cell(_ list: [String]) -> String {
        let isPlain = list.allSatisfy { !$0.isEmpty && !$0.contains("|") && !$0.hasPrefix("[") }
        return isPlain ? list.joined(separator: "|") : JSON.array(list.map(JSON.string)).text
    }

    private static func list(_ cell: String?) -> [String] {
        guard let cell else { return [] }
        if cell.hasPrefix("["), let list = try? JSON(cell).array { return list.compactMap(\.string) }
        return cell.split(separator: "|").map(String.init)
    }
}
