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
              namvar reconcile --csv people.csv --column name --property birthYear=born --add id,score
            """)

    @Argument(help: "Names.") var names: [String] = []
    @Option(help: ArgumentHelp("A compiled dictionary; several may be given, and the first that has an id counts.", valueName: "file"))
    var dictionary: [String] = []
    @Option(help: ArgumentHelp("Only entities of this type: person, organization, place, name.", valueName: "type")) var type: String?
    @Option(help: ArgumentHelp("How many candidates to give.", valueName: "n")) var candidates = 5
    @Flag(help: "Say why, for each candidate.") var explain = false
    @Option(help: ArgumentHelp("A table whose rows get further columns; every other byte of it stays as it was.", valueName: "file"))
    var csv: String?
    @Option(help: ArgumentHelp("The table's column with the names.", valueName: "column")) var column: String?
    @Option(help: ArgumentHelp("The columns to add: of id, name, type, alias, score, decision.", valueName: "list"))
    var add = "id,name,score,decision"
    @Option(
        help: ArgumentHelp("A property and the table's column that has it, such as birthYear=born; may be repeated.", valueName: "p=column")
    )
    var property: [String] = []
    @Option(help: ArgumentHelp("Where the table goes when it is whole; standard output without it.", valueName: "file")) var output: String?
    @Option(help: "The score from which on a name matches.") var match: Double?
    @Option(help: "The score from which on a person should look; below it nothing is found.") var review: Double?
    @OptionGroup var batch: Batch

    func validate() throws {
        if candidates < 1 { throw ValidationError("--candidates \(candidates): ask for at least one") }
        try validateType(type)
        if csv != nil, column == nil { throw ValidationError("--csv needs --column, the column with the names") }
        if csv == nil, output != nil { throw ValidationError("--output goes with --csv") }
        if csv == nil, column != nil { throw ValidationError("--column goes with --csv") }
        if csv == nil, !property.isEmpty { throw ValidationError("--property goes with --csv; a query in JSON has its properties with it") }
        _ = try thresholds(match: match, review: review)
        _ = try AddedColumn.list(add)
        _ = try tableProperties()
        if csv != nil, !names.isEmpty { throw ValidationError("give names or --csv, not both") }
    }

    func run() throws {
        let workbench = try Workbench.shipped()
        var reconciler = try reconciler(workbench)
        reconciler.comparer.thresholds = try thresholds(match: match, review: review)
        if let csv, let column {
            let table = ReconcileTable(
                path: csv, column: column, type: type.map { EntityType($0) }, added: try AddedColumn.list(add),
                properties: try tableProperties(), output: output)
            return try table.run(reconciler)
        }
        // Programs always get the evidence; a person may ask for it.
        let isExplained = explain || batch.format == .jsonl
        try batch.answer(names, itemKey: "query") { line in
            var query = try query(line)
            query.isExplained = isExplained
            return ReconciliationAnswer(query: query.name, found: reconciler.reconcile(query), explain: explain)
        }
    }

    private func tableProperties() throws -> [(property: String, column: String)] {
        try property.map { pair in
            guard let sign = pair.firstIndex(of: "="), sign > pair.startIndex else {
                throw ValidationError("--property \(pair): write the property, =, and the table's column")
            }
            return (String(pair[..<sign]), String(pair[pair.index(after: sign)...]))
        }
    }

    private func reconciler(_ workbench: Workbench) throws -> Reconciler {
        if !dictionary.isEmpty { return try workbench.reconciler(over: dictionary.map { try EntityDictionary.open($0) }) }
        if type == EntityType.name.text { return try workbench.reconciler(over: [try Workbench.shippedNames()]) }
        return try workbench.reconciler
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
            case (_, .null): continue
            case ("type", .string(let text)): query.type = query.type ?? EntityType(text)
            case ("candidates", let value) where value.int != nil: query.limit = max(1, value.int!)
            case (let key, .string(let text)), (let key, .number(let text)): try query.state(key, text)
            default: throw ItemError("\"\(member.key)\" is \(member.value.kind); properties of a query are texts and numbers")
            }
        }
        return query
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
