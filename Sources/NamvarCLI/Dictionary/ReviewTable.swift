import Entities
import Lexicon
import Reconciliation

/// Suggestions as a table that a colleague fills in with a spreadsheet and hands back.
enum ReviewTable {
    private static let columns = ["a", "a_names", "b", "b_names", "score", "reason", "decision", "why"]

    /// Writes suggestions, with nothing decided.
    static func write(_ pairs: some Sequence<ConfusablePair>, of dictionary: EntityDictionary, to path: String) throws(FileError) {
        func names(_ id: EntityID) -> String { dictionary.entity(id)?.names.map(\.text).joined(separator: " | ") ?? "" }
        var file = try FileWriter(path)
        // Spreadsheets take a file for UTF-8 only by its byte-order mark.
        try file.append("\u{FEFF}".utf8)
        try file.append(CSV.row(columns, separator: ",").utf8)
        for pair in pairs {
            let score = "\(Double(Int((pair.score * 1000).rounded())) / 1000)"
            let cells = [pair.first.rawValue, names(pair.first), pair.second.rawValue, names(pair.second), score, reason(of: pair), "", ""]
            try file.append(CSV.row(cells, separator: ",").utf8)
        }
        try file.commit()
    }

    /// In one cell. It begins with a word: a spreadsheet takes a cell that begins with + for a formula.
    private static func reason(of pair: ConfusablePair) -> String {
        let terminal = Terminal(descriptor: -1)
        let reasons = pair.reasons(on: terminal).joined(separator: "; ")
        if case .nearName = pair.reason { return "near names: \(reasons)" }
        return reasons
    }

    /// A decision in a table, or what is wrong with its row.
    struct Row {
        var line: Int
        var decision: Result<ReviewDecision, ItemError>
    }

    /// The rows in which something is decided. `isKnown` says whether the dictionary has an entity.
    static func read(_ path: String, who: String, isKnown: (EntityID) -> Bool) throws -> [Row] {
        let bytes = try readFile(path), table = try DelimitedTable(bytes, path: path)
        let header = table.header.map(trimmed)
        func column(_ name: String) throws -> Int {
            guard let index = header.firstIndex(of: name) else {
                throw Failure(.badData, "\(path): no column \"\(name)\"; give a table that --csv wrote")
            }
            return index
        }
        let a = try column("a"), b = try column("b"), word = try column("decision"), why = header.firstIndex(of: "why")
        var rows: [Row] = [], line = 1, counted = 0
        for row in table.rows {
            line += bytes[counted..<row.content.lowerBound].count { $0 == UInt8(ascii: "\n") }
            counted = row.content.lowerBound
            let said = trimmed(table.cell(word, of: row))
            if row == table.rows[0] || said.isEmpty { continue }
            let decision = Result { () throws(ItemError) in
                let ids = try [a, b].map { index throws(ItemError) in
                    let id = EntityID(trimmed(table.cell(index, of: row)))
                    guard isKnown(id) else { throw ItemError("no entity \"\(id)\" in the dictionary") }
                    return id
                }
                if ids[0] == ids[1] { throw ItemError("\"\(ids[0])\" twice; a decision is about two entities") }
                guard let verdict = ReviewDecision.Verdict(rawValue: said.lowercased()) else {
                    throw ItemError("\"\(said)\" is no decision; write same, different, unsure or undo")
                }
                let reason = why.map { trimmed(table.cell($0, of: row)) } ?? ""
                return ReviewDecision(ids[0], ids[1], verdict, who: who, why: reason.isEmpty ? nil : reason)
            }
            rows.append(Row(line: line, decision: decision))
        }
        return rows
    }

    private static func trimmed(_ cell: String) -> String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let scalars = cell.unicodeScalars.drop(while: isSpace)
        return String(String.UnicodeScalarView(scalars.reversed().drop(while: isSpace).reversed()))
    }
}
