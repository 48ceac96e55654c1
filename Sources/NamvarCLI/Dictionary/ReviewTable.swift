import Entities
import Lexicon
import Reconciliation

/// Suggestions as a table that a colleague fills in with a spreadsheet and hands back.
enum ReviewTable {
    private static let columns = ["kind", "a", "a_names", "b", "b_names", "score", "reason", "decision", "why"]
    /// Between the names of a cell; a name that holds it cannot be told from two.
    private static let separator = " | "

    /// Writes suggestions, with nothing decided.
    ///
    /// Where names are asked about they stand in "b_names", and "b" is empty.
    static func write(_ suggestions: some Sequence<ReviewSuggestion>, of dictionary: EntityDictionary, to path: String) throws(FileError) {
        func names(_ id: EntityID) -> String { dictionary.entity(id)?.names.map(\.text).joined(separator: separator) ?? "" }
        var file = try FileWriter(path)
        // Spreadsheets take a file for UTF-8 only by its byte-order mark.
        try file.append("\u{FEFF}".utf8)
        try file.append(CSV.row(columns, separator: ",").utf8)
        for suggestion in suggestions {
            let score = "\(Double(Int((suggestion.score * 1000).rounded())) / 1000)"
            let a = suggestion.subject.entities[0], b = suggestion.subject.entities.dropFirst().first
            let cells = [
                suggestion.kind.rawValue, a.rawValue, names(a), b?.rawValue ?? "",
                b.map(names) ?? suggestion.names.joined(separator: separator), score, reason(of: suggestion), "", "",
            ]
            try file.append(CSV.row(cells, separator: ",").utf8)
        }
        try file.commit()
    }

    /// In one cell. It begins with a word: a spreadsheet takes a cell that begins with + for a formula.
    private static func reason(of suggestion: ReviewSuggestion) -> String {
        let reasons = suggestion.reasons(on: Terminal(descriptor: -1)).joined(separator: "; ")
        switch suggestion.likeness {
        case .sameName?, .sameLook?: return reasons
        case .nearName?, nil: return "near names: \(reasons)"
        }
    }

    /// A decision in a table, or what is wrong with its row.
    struct Row {
        var line: Int
        var decision: Result<ReviewDecision, ItemError>
    }

    /// The rows in which something is decided. `isKnown` says whether the dictionary has an entity, `labels` how they are called.
    static func read(
        _ path: String, who: String, isKnown: (EntityID) -> Bool, labels: (ReviewSubject) -> ReviewDecision.Labels
    ) throws -> [Row] {
        var table = try DelimitedReader.open(path)
        let header = table.header.texts.map(trimmed)
        func column(_ name: String) throws -> Int {
            guard let index = header.firstIndex(of: name) else {
                throw Failure(.badData, "\(path): no column \"\(name)\"; give a table that --csv wrote")
            }
            return index
        }
        let a = try column("a"), b = try column("b"), word = try column("decision"), why = header.firstIndex(of: "why"),
            names = header.firstIndex(of: "b_names")
        var rows: [Row] = []
        while let row = try table.next() {
            guard row.isText else { throw DelimitedReader.Problem.notUTF8(file: path, line: row.line) }
            let said = trimmed(row.text(ofCell: word))
            if said.isEmpty { continue }
            let decision = Result { () throws(ItemError) in
                func entity(_ column: Int) throws(ItemError) -> EntityID {
                    let id = EntityID(trimmed(row.text(ofCell: column)))
                    guard isKnown(id) else { throw ItemError("no entity \"\(id)\" in the dictionary") }
                    return id
                }
                let first = try entity(a), subject: ReviewSubject
                let asked = names.map { row.text(ofCell: $0).split(separator: separator).map(trimmed) } ?? []
                if trimmed(row.text(ofCell: b)).isEmpty, !asked.isEmpty {
                    subject = .names(first, asked.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
                } else {
                    let second = try entity(b)
                    if first == second { throw ItemError("\"\(first)\" twice; a decision is about two entities") }
                    subject = .pair(first, second)
                }
                guard let verdict = ReviewDecision.Verdict(rawValue: said.lowercased()) else {
                    throw ItemError("\"\(said)\" is no decision; write same, different, unsure or undo")
                }
                let reason = why.map { trimmed(row.text(ofCell: $0)) } ?? ""
                return ReviewDecision(subject, verdict, who: who, why: reason.isEmpty ? nil : reason, labels: labels(subject))
            }
            rows.append(Row(line: row.line, decision: decision))
        }
        return rows
    }

    private static func trimmed(_ cell: some StringProtocol) -> String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let scalars = cell.unicodeScalars.drop(while: isSpace)
        return String(String.UnicodeScalarView(scalars.reversed().drop(while: isSpace).reversed()))
    }
}
