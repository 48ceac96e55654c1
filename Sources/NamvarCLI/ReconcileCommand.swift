import ArgumentParser
import Entities
import Lexicon
import Namvar
import Reconciliation

/// `namvar reconcile`
struct ReconcileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Find the entity behind a name, in any spelling.",
        discussion: """
            Without operands, standard input has a name a line, or an object a line with a name and what else is known:
              {"name":"Ali Rezaei","type":"person","birthYear":1946}

            Examples:
              namvar reconcile Jahromy "محمدجواد آذري جهرمي" IRNA
              namvar reconcile --explain "M. J. Azari Jahromi"
              namvar reconcile --dictionary ours.namvar --candidates 3 < names.txt
              namvar reconcile --csv people.csv --column name > reconciled.csv
            """)

    @Argument(help: "Names.") var names: [String] = []
    @Option(help: ArgumentHelp("A compiled dictionary; several may be given, and the first that has an id counts.", valueName: "file"))
    var dictionary: [String] = []
    @Option(help: ArgumentHelp("Only entities of this type: person, organization, place, name.", valueName: "type")) var type: String?
    @Option(help: ArgumentHelp("How many candidates to give.", valueName: "n")) var candidates = 5
    @Flag(help: "Say why, for each candidate.") var explain = false
    @Option(help: ArgumentHelp("A table whose rows get columns with the entity, its name, the score and the decision.", valueName: "file"))
    var csv: String?
    @Option(help: ArgumentHelp("The table's column with the names.", valueName: "column")) var column: String?
    @Option(help: "The score from which on a name matches.") var match: Double?
    @OptionGroup var batch: Batch

    func validate() throws {
        if candidates < 1 { throw ValidationError("--candidates \(candidates): ask for at least one") }
        try validateType(type)
        if csv != nil, column == nil { throw ValidationError("--csv needs --column, the column with the names") }
        if csv == nil, column != nil { throw ValidationError("--column goes with --csv") }
        if csv != nil, !names.isEmpty { throw ValidationError("give names or --csv, not both") }
    }

    func run() throws {
        let workbench = try Workbench.shipped()
        var reconciler =
            try dictionary.isEmpty ? workbench.reconciler : workbench.reconciler(over: dictionary.map { try EntityDictionary.open($0) })
        if let match {
            reconciler.comparer.thresholds = Thresholds(match: match, different: min(match, reconciler.comparer.thresholds.different))
        }
        if let csv, let column { return try reconcile(table: csv, column, reconciler) }
        try batch.answer(names, itemKey: "query") { line in
            let query = try query(line)
            return ReconciliationAnswer(query: query.name, found: reconciler.reconcile(query), explain: explain)
        }
    }

    private func query(_ line: String) throws -> Query {
        let asked = type.map { EntityType($0) }
        guard line.utf8.first == UInt8(ascii: "{") else { return Query(line, type: asked, limit: candidates) }
        let object: JSONObject
        do throws(JSONError) { object = try JSON(line).object ?? [:] } catch { throw ItemError("\(error)") }
        guard let name = object["name"]?.string ?? object["query"]?.string else { throw ItemError("no \"name\" in the query") }
        var query = Query(name, type: asked, limit: candidates)
        for member in object.members where member.key != "name" && member.key != "query" {
            switch (member.key, member.value) {
            case ("type", .string(let text)): query.type = query.type ?? EntityType(text)
            case ("birthYear", let value) where value.int != nil: query.birthYear = value.int
            case ("birthYear", .string(let text)): query.birthYear = Int(text)
            case ("candidates", let value) where value.int != nil: query.limit = max(1, value.int!)
            case (let key, .string(let text)), (let key, .number(let text)): query.properties[key] = text
            default: throw ItemError("\"\(member.key)\" is \(member.value.kind); properties of a query are texts and numbers")
            }
        }
        return query
    }

    private func reconcile(table path: String, _ column: String, _ reconciler: Reconciler) throws {
        let table = try DelimitedTable(try readFile(path), path: path)
        guard let place = table.header.firstIndex(of: column) else {
            throw Failure(.badData, "\(path): no column \"\(column)\"; the header has \(table.header.joined(separator: ", "))")
        }
        var output = Output()
        let added = ["namvar_id", "namvar_name", "namvar_score", "namvar_decision"]
        try output.write(table.bytesBeforeHeader)
        for (number, row) in table.rows.enumerated() {
            if number == 0 {
                try output.write(table.extended(row, with: added))
            } else if row.isBlank {
                try output.write(table.bytes(of: row))
            } else {
                let name = table.cell(place, of: row)
                let found = reconciler.reconcile(Query(name, type: type.map { EntityType($0) }, limit: 1))
                let best = found.decision == .none ? nil : found.candidates.first
                let cells = [
                    best?.id.rawValue ?? "", best?.name ?? "", best.map { "\(($0.score * 1000).rounded() / 1000)" } ?? "",
                    found.decision.rawValue,
                ]
                try output.write(table.extended(row, with: cells))
            }
        }
        try output.flush()
    }
}

private struct ReconciliationAnswer: Answer {
    var query: String
    var found: Reconciliation
    var explain: Bool

    func write(to json: inout JSONWriter) {
        json.member("query", query)
        json.member("decision", found.decision.rawValue)
        json.member("candidates", array: found.candidates) { json, candidate in
            json.object {
                $0.member("id", candidate.id.rawValue)
                $0.member("name", candidate.name)
                $0.member("type", candidate.type.text)
                $0.member("alias", candidate.alias)
                $0.member("score", candidate.score)
                $0.member("evidence", array: candidate.evidence) { $0.evidence($1) }
            }
        }
    }

    func text(on terminal: Terminal) -> String {
        let color: Terminal.Style =
            switch found.decision {
            case .match: .green
            case .review: .yellow
            case .none: .red
            }
        var lines = ["\(terminal.isolated(query)): \(terminal.styled(found.decision.rawValue, color))"]
        for candidate in found.candidates.prefix(found.decision == .match && !explain ? 1 : found.candidates.count) {
            lines.append(
                "    \(percent(candidate.score))  \(candidate.id)  \(terminal.isolated(candidate.name))  (\(candidate.type.text)) by \(terminal.isolated(candidate.alias))"
            )
            if explain { lines += candidate.evidence.map { "        " + $0.line(on: terminal) } }
        }
        return lines.joined(separator: "\n")
    }
}
