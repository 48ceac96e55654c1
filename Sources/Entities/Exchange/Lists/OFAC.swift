internal import Lexicon

/// The Specially Designated Nationals list of the US Treasury's Office of Foreign Assets Control: `sdn.csv` with `alt.csv`, `add.csv` and
/// `sdn_comments.csv`, or `sdn.xml`. The consolidated list of others has the same columns under other names (`cons_prim.csv`).
///
/// Names stay as the list prints them: "ZARIF, Mohammad Javad".
enum OFAC {
    /// The tables have no header; which of them a file is shows from the number of its columns.
    private enum Columns {
        static let entities = [
            "ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type", "Tonnage", "GRT", "Vess_flag", "Vess_owner",
            "Remarks",
        ]
        static let alternates = ["ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"]
        static let addresses = ["Ent_num", "Add_num", "Address", "City/State/Province/Postal Code", "Country", "Add_remarks"]
        static let comments = ["ent_num", "Remarks"]
    }

    /// Rows that belong to entities of another file.
    private struct Row {
        var cells: [String]
        var line: Int
        var path: String
    }

    /// Reads the files together.
    static func read(_ paths: [String], _ report: (ExchangeProblem) -> Void, each: (EntityLine) throws -> Void) throws {
        var gatherer = EntityGatherer(), later: [Row] = []
        for path in paths {
            var file = try FileReader(path)
            if try file.startsWithTag() {
                try readXML(file, path, report, each: each)
            } else {
                try readTable(file, path, into: &gatherer, &later, report)
            }
        }
        // Names first: what has none after them is of an entity that is not in these files.
        for row in later where row.cells.count == Columns.alternates.count { addName(row, to: &gatherer, report) }
        for row in later where row.cells.count != Columns.alternates.count { addMore(row, to: &gatherer, report) }
        for entity in gatherer.collection.entities { try each(.entity(entity)) }
    }

    private static func readTable(
        _ file: consuming FileReader, _ path: String, into gatherer: inout EntityGatherer, _ later: inout [Row],
        _ report: (ExchangeProblem) -> Void
    ) throws {
        var rows = CSVReader(file, path: path, separator: ",", encoding: .windows1252)
        while let row = try rows.next() {
            // The last line of these files is a single control character.
            if row.cells.count == 1, row.cells[0].utf8.allSatisfy({ $0 <= 0x20 }) { continue }
            // They have no header, but for copies to which somebody gave one.
            if value(row.cells[0]).lowercased() == Columns.entities[0] { continue }
            switch row.cells.count {
            case Columns.entities.count: add(row.cells, line: row.line, to: &gatherer, path, report)
            case Columns.alternates.count, Columns.addresses.count, Columns.comments.count:
                later.append(Row(cells: row.cells, line: row.line, path: path))
            default:
                let expected =
                    "\(Columns.entities.count) cells (sdn.csv), \(Columns.alternates.count) (alt.csv), \(Columns.addresses.count) (add.csv) or "
                    + "\(Columns.comments.count) (sdn_comments.csv), not \(row.cells.count),"
                report(ExchangeProblem(.malformed(expected: expected), file: path, line: row.line))
            }
        }
    }

    /// What a cell says: `-0-` says nothing.
    private static func value(_ cell: String) -> String {
        let trimmed = XMLElement(name: "", text: cell).trimmed
        return trimmed == "-0-" ? "" : trimmed
    }

    private static func add(
        _ cells: [String], line: Int, to gatherer: inout EntityGatherer, _ path: String, _ report: (ExchangeProblem) -> Void
    ) {
        let number = value(cells[0]), name = value(cells[1])
        guard !number.isEmpty, !name.isEmpty else {
            report(ExchangeProblem(.nameless(id: "ofac:\(number)"), file: path, line: line))
            return
        }
        begin(number, type: value(cells[2]), in: &gatherer)
        gatherer.add(Alias(name, role: .preferred), statesRole: true)
        for (column, cell) in zip(Columns.entities, cells).dropFirst(3) where !value(cell).isEmpty {
            gatherer.current.properties[column] = .string(value(cell))
        }
    }

    private static func addName(_ row: Row, to gatherer: inout EntityGatherer, _ report: (ExchangeProblem) -> Void) {
        let cells = row.cells.map(value)
        guard !cells[3].isEmpty else { return report(ExchangeProblem(.nameless(id: "ofac:\(cells[0])"), file: row.path, line: row.line)) }
        gatherer.begin(EntityID("ofac:\(cells[0])"), type: .unstated)
        var alias = Alias(cells[3], role: cells[2] == "fka" ? .historical : .alias)
        alias.properties["alt_num"] = .string(cells[1])
        if !["aka", "fka"].contains(cells[2]) { alias.properties["alt_type"] = .string(cells[2]) }
        if !cells[4].isEmpty { alias.properties["remarks"] = .string(cells[4]) }
        gatherer.add(alias, statesRole: true)
    }

    /// Adds an address, or the end of remarks.
    private static func addMore(_ row: Row, to gatherer: inout EntityGatherer, _ report: (ExchangeProblem) -> Void) {
        let cells = row.cells.map(value), id = EntityID("ofac:\(cells[0])")
        guard gatherer.hasName(id) else { return report(ExchangeProblem(.orphan(id: cells[0]), file: row.path, line: row.line)) }
        gatherer.begin(id, type: .unstated)
        if cells.count == Columns.addresses.count {
            let members = zip(Columns.addresses, cells).dropFirst().filter { !$0.1.isEmpty }
            gatherer.current.properties.add(.object(JSONObject(members.map { .init($0.0, .string($0.1)) })), to: "addresses")
        } else {
            // Remarks that were too long for sdn.csv break off there anywhere, inside a word too.
            let begun = gatherer.current.properties["Remarks"]?.string ?? "", isAfterSpace = row.cells[1].first == " "
            gatherer.current.properties["Remarks"] = .string(begun + (isAfterSpace ? " " : "") + cells[1])
        }
    }

    /// Goes on with the entity of a number.
    static func begin(_ number: String, type: String, in gatherer: inout EntityGatherer) {
        let types: [String: EntityType] = ["individual": .person, "vessel": .other("vessel"), "aircraft": .other("aircraft")]
        gatherer.begin(EntityID("ofac:\(number)"), type: types[type.lowercased()] ?? .organization)
        gatherer.current.refs["ofac"] = number
        gatherer.current.sources = ["ofac"]
    }
}
