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

    /// Ends a command whose work is done: with the status for bad data when something was left out.
    func finish() throws {
        guard errors > 0 else { return }
        let more = errors + warnings > Self.limit ? "; the first \(Self.limit) are shown" : ""
        throw Failure(.badData, "\(Self.count(errors, "error")), \(Self.count(warnings, "warning"))\(more)")
    }

    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
