import ArgumentParser
import Entities
import Namvar
import Reconciliation

/// `namvar compare`
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Say whether two spellings are the same name, how surely, and why.",
        discussion: """
            Without operands, standard input has two names a line, a tab between.

            Examples:
              namvar compare "Mahmoud Ahmadinejad" "محمود احمدی نژاد"
              namvar compare --type organization IRNA "Islamic Republic News Agency"
              namvar compare --format jsonl < pairs.tsv
            """)

    @Argument(help: "Two names.") var names: [String] = []
    @Option(help: ArgumentHelp("By the rules for: person, organization, place.", valueName: "type")) var type: String?
    @Option(help: "The score from which on two names match.") var match: Double?
    @Option(
        name: [.customLong("review"), .customLong("different")],
        help: "The score from which on a person should look; below it two names are different.")
    var different: Double?
    @Flag(inversion: .prefixedNo, help: "Give the evidence.") var explain = true
    @OptionGroup var batch: Batch

    func validate() throws {
        if !names.isEmpty, names.count != 2 { throw ValidationError("compare takes two names; \(names.count) given") }
        try validateType(type)
        if let low = different ?? (match.map { min($0, Thresholds.standard.different) }), let high = match, low > high {
            throw ValidationError("--review \(low) lies above --match \(high)")
        }
    }

    func run() throws {
        var comparer = try Workbench.shipped().comparer
        if let match { comparer.thresholds.match = match }
        comparer.thresholds.different = min(different ?? comparer.thresholds.different, comparer.thresholds.match)
        let type = type.map { EntityType($0) }
        let operands = names.isEmpty ? [] : [names.joined(separator: "\t")]
        try batch.answer(operands) { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 2 else { throw ItemError("\(cells.count) cells: give two names, a tab between") }
            return ComparisonAnswer(
                a: cells[0], b: cells[1], comparison: comparer.compare(cells[0], cells[1], type: type, explained: explain),
                isExplained: explain)
        }
    }
}

/// Refuses types that nothing has rules for.
func validateType(_ type: String?) throws {
    if let type, EntityType.known[type] == nil {
        throw ValidationError("unknown type \"\(type)\"; known are \(EntityType.known.keys.sorted().joined(separator: ", "))")
    }
}

private struct ComparisonAnswer: Answer {
    var a: String
    var b: String
    var comparison: Comparison
    var isExplained: Bool

    func write(to json: inout JSONWriter) {
        json.member("a", a)
        json.member("b", b)
        json.member("score", comparison.score)
        json.member("decision", comparison.decision.rawValue)
        if isExplained { json.member("evidence", array: comparison.evidence) { $0.evidence($1) } }
    }

    func text(on terminal: Terminal) -> String {
        let color: Terminal.Style =
            switch comparison.decision {
            case .match: .green
            case .review: .yellow
            case .different: .red
            }
        let head =
            "\(terminal.styled(comparison.decision.rawValue, color)) \(percent(comparison.score))  \(terminal.isolated(a)) | \(terminal.isolated(b))"
        return ([head] + comparison.evidence.map { "    " + $0.line(on: terminal) }).joined(separator: "\n")
    }
}

/// A probability as people read it.
func percent(_ score: Double) -> String {
    let thousandths = Int((score * 1000).rounded())
    return "\(thousandths / 10).\(thousandths % 10)%"
}

extension Evidence {
    /// The evidence as a line for people.
    func line(on terminal: Terminal) -> String {
        let tenths = Int((weight * 10).rounded())
        let sign = tenths > 0 ? "+" : tenths < 0 ? "−" : " "
        let detail = detail.isEmpty ? "" : "  " + terminal.isolated(detail)
        return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)  \(part): \(rule)\(detail)"
    }
}

extension JSONWriter {
    /// One piece of evidence as an object.
    mutating func evidence(_ evidence: Evidence) {
        object {
            $0.member("part", evidence.part)
            $0.member("rule", evidence.rule)
            if !evidence.detail.isEmpty { $0.member("detail", evidence.detail) }
            $0.member("weight", evidence.weight)
        }
    }
}
