import Entities

/// Says problems as they are found, the first thousand one by one, and counts all of them.
final class ProblemLog {
    private static let limit = 1000
    private(set) var errors = 0
    private(set) var warnings = 0
    private let showsWarnings: Bool

    init(showsWarnings: Bool = true) {
        self.showsWarnings = showsWarnings
    }

    func report(_ problem: EntityProblem) {
        let isError = problem.severity == .error
        if isError { errors += 1 } else { warnings += 1 }
        guard isError || showsWarnings, errors + (showsWarnings ? warnings : 0) <= Self.limit else { return }
        complain((isError ? "" : "warning: ") + Terminal.errors.isolated(problem.description))
    }

    /// How many there were: `1 error, 2 warnings`.
    var summary: String {
        let more = errors + warnings > Self.limit ? "; the first \(Self.limit) are shown" : ""
        return "\(counted(errors, "error")), \(counted(warnings, "warning"))\(more)"
    }

    /// Ends a command whose work is done: with the status for bad data when something was left out.
    func finish() throws { if errors > 0 { throw Failure(.badData, summary) } }
}

/// A number and what is counted, in its plural but for one: `3 names`, `1 entity`.
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String { "\(number) \(number == 1 ? noun : plural ?? noun + "s")" }

/// `3 entities`.
func counted(entities: Int) -> String { counted(entities, "entity", plural: "entities") }

/// A line on standard output, which may be a full disk or a closed pipe.
func say(_ line: String) throws {
    var output = Output()
    try output.line(line)
    try output.flush()
}
