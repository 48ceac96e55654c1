import ArgumentParser
import Entities
import Lexicon
import Reconciliation

/// What a table's rows get: each is a column `namvar_…`.
enum AddedColumn: String, CaseIterable {
    case id, name, type, alias, score, decision

    /// The columns of a list such as `id,score`.
    static func list(_ text: String) throws -> [AddedColumn] {
        try text.split(separator: ",").map { word in
            let word = word.trimmed
            guard let column = AddedColumn(rawValue: word) else {
                throw ValidationError("--add \(word): known are \(allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return column
        }
    }

    func cell(_ found: Reconciliation) -> String {
        let best = found.decision == .none ? nil : found.candidates.first
        return switch self {
        case .id: best?.id.rawValue ?? ""
        case .name: best?.name ?? ""
        case .type: best?.type.text ?? ""
        case .alias: best?.alias ?? ""
        case .score: best.map { "\(($0.score * 1000).rounded() / 1000)" } ?? ""
        case .decision: found.decision.rawValue
        }
    }
}

/// Reconciles the names in a column of a table and writes the table with columns added; every other byte stays as it was.
struct ReconcileTable {
    var path: String
    var column: String
    var type: EntityType?
    var added: [AddedColumn]
    /// Columns with what else is known, by the property that they hold.
    var properties: [(property: String, column: String)]

    /// - Throws: `Failure(.badData)` at the end when some row had no answer.
    func run(_ reconciler: Reconciler) throws {
        let table = try DelimitedTable(try readFile(path), path: path), header = table.header
        func place(_ column: String) throws -> Int {
            guard let place = header.firstIndex(of: column) else {
                throw Failure(.badData, "\(path): no column \"\(column)\"; the header has \(header.joined(separator: ", "))")
            }
            return place
        }
        let name = try place(column), known = try properties.map { ($0.property, try place($0.column)) }
        var output = Output(), failed = 0
        try output.write(table.bytesBeforeHeader)
        for (number, row) in table.rows.enumerated() {
            if number == 0 {
                try output.write(table.extended(row, with: added.map { "namvar_" + $0.rawValue }))
            } else if row.isBlank {
                try output.write(table.bytes(of: row))
            } else {
                do {
                    let found = reconciler.reconcile(try query(table, row, name, known))
                    try output.write(table.extended(row, with: added.map { $0.cell(found) }))
                } catch let error as ItemError {
                    failed += 1
                    try output.write(table.extended(row, with: added.map { $0 == .decision ? "error" : "" }))
                    try output.flush()
                    complain("\(path): row \(number + 1): \(error.message)")
                }
            }
        }
        try output.flush()
        if failed > 0 { throw Failure(.badData, failed == 1 ? nil : "\(failed) rows had no answer") }
    }

    private func query(_ table: DelimitedTable, _ row: DelimitedTable.Row, _ name: Int, _ known: [(String, Int)]) throws -> Query {
        let text = table.cell(name, of: row)
        guard text.utf8.count <= Batch.nameLimit else {
            throw ItemError("\(text.utf8.count) bytes, and \(Batch.nameLimit) is the most: is a quote missing?")
        }
        var query = Query(text, type: type, limit: 1)
        query.isExplained = false
        for (property, place) in known { try query.state(property, table.cell(place, of: row)) }
        return query
    }
}

extension Query {
    /// Adds what is known of the bearer; an empty text says nothing.
    mutating func state(_ property: String, _ text: String) throws(ItemError) {
        let text = text.trimmed
        if text.isEmpty { return }
        guard property == "birthYear" || property == "birthDate" else {
            properties[property] = text
            return
        }
        // Digits of either script; of a date, the year.
        let digits = text.unicodeScalars.prefix { $0.properties.numericType == .decimal }
        let year = digits.reduce(0) { $0 * 10 + Int($1.properties.numericValue ?? 0) }
        guard digits.count == 4 else {
            throw ItemError("\(property) \"\(text)\": write a year of four digits, or a date that begins with it")
        }
        birthYear = year
    }
}

extension StringProtocol {
    /// Without spaces at its ends.
    fileprivate var trimmed: String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let scalars = unicodeScalars.drop(while: isSpace)
        let end = scalars.lastIndex { !isSpace($0) }.map { scalars.index(after: $0) } ?? scalars.startIndex
        return String(String.UnicodeScalarView(scalars[..<end]))
    }
}
