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
///
/// Rows stream: memory does not grow with the table.
struct ReconcileTable {
    var path: String
    var column: String
    var type: EntityType?
    var added: [AddedColumn]
    /// Columns with what else is known, by the property that they hold.
    var properties: [(property: String, column: String)]
    /// Where the table goes, written beside and put in place when it is whole; nil for standard output.
    var output: String?

    /// - Throws: `Failure(.badData)` at the end when some row had no answer.
    func run(_ reconciler: Reconciler) throws {
        if let output {
            var file = try FileWriter(output, .eventual)
            let failed = try run(reconciler) { try file.append($0) }
            try file.commit()
            try report(failed)
        } else {
            var standard = Output()
            let failed = try run(reconciler) { try standard.write($0) }
            try standard.flush()
            try report(failed)
        }
    }

    private func report(_ failed: Int) throws {
        if failed > 0 { throw Failure(.badData, failed == 1 ? nil : "\(failed) rows had no answer") }
    }

    /// Writes the table, and gives the number of rows that had no answer.
    private func run(_ reconciler: Reconciler, _ write: ([UInt8]) throws -> Void) throws -> Int {
        var table = try DelimitedReader.open(path)
        let header = table.header.texts, width = header.count
        func place(_ column: String) throws -> Int {
            guard let place = header.firstIndex(of: column) else {
                throw Failure(.badData, "\(path): no column \"\(column)\"; the header has \(header.joined(separator: ", "))")
            }
            return place
        }
        let name = try place(column), known = try properties.map { ($0.property, try place($0.column)) }
        var failed = 0, progress = ProgressBar("answered", total: table.expectedByteCount)
        defer { progress.finish() }
        try write(table.bytesBeforeHeader)
        try write(table.header.extended(with: added.map { "namvar_" + $0.rawValue }, width: width))
        while let row = try table.next() {
            if row.isBlank {
                try write(row.bytes)
                continue
            }
            do {
                let found = reconciler.reconcile(try query(row, name, known))
                try write(row.extended(with: added.map { $0.cell(found) }, width: width))
            } catch let error as ItemError {
                failed += 1
                try write(row.extended(with: added.map { $0 == .decision ? "error" : "" }, width: width))
                complain("\(path):\(row.line): \(error.message)")
            }
            if output != nil || !Terminal.output.isInteractive { progress.update(table.byteCount) }
        }
        return failed
    }

    private func query(_ row: DelimitedRow, _ name: Int, _ known: [(String, Int)]) throws -> Query {
        guard row.isText else { throw ItemError("not valid UTF-8: convert the file, for example with iconv") }
        let text = row.text(ofCell: name)
        guard text.utf8.count <= Batch.nameLimit else {
            throw ItemError("\(text.utf8.count) bytes, and \(Batch.nameLimit) is the most: is a quote missing?")
        }
        var query = Query(text, type: type, limit: 1)
        query.isExplained = false
        for (property, place) in known { try query.state(property, row.text(ofCell: place)) }
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
