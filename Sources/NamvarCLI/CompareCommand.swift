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
        _ = try thresholds(match: match, review: different)
    }

    func run() throws {
        var comparer = try Workbench.shipped().comparer
        comparer.thresholds = try thresholds(match: match, review: different)
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

/// The thresholds that options ask for, and the standard ones without them; one given alone moves the other where they would cross.
func thresholds(match: Double?, review: Double?) throws -> Thresholds {
    let standard = Thresholds.standard
    for (option, score) in [("--match", match), ("--review", review)] {
        if let score, !(0...1).contains(score) { throw ValidationError("\(option) \(score): a score is between 0 and 1") }
    }
    if let match, let review, review > match { throw ValidationError("--review \(review) lies above --match \(match)") }
    let high = match ?? max(standard.match, review ?? 0)
    return Thresholds(match: high, different: review ?? min(standard.different, high))
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
