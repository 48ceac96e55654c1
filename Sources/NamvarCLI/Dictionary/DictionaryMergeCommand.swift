import ArgumentParser
import Entities
import Reconciliation

/// The side of a merge to believe.
enum PreferredSide: String, ExpressibleByArgument, CaseIterable {
    case ours, theirs

    var side: EntityMerge.Side { self == .ours ? .ours : .theirs }
}

/// `namvar dictionary merge`
struct DictionaryMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merge two dictionaries that have grown apart, and bring them to what people decided.",
        discussion: """
            What one side changed since the base is taken, what both added is joined.
            Where both changed the same thing in different ways the conflicts are listed
            and nothing is written, unless a side is preferred. Without a base, whatever
            the two say differently is a conflict.

            With --decisions entities decided to be the same become one, whose redirect
            leads from the other's id; what was joined stays with it, so that an undo
            parts them again as they were. What is decided to be different is not merged,
            whichever side did so. One dictionary alone can be brought to the decisions
            so.

            Examples:
              namvar dictionary merge --base old.jsonl ours.jsonl theirs.jsonl --output merged.jsonl
              namvar dictionary merge ours.jsonl list.jsonl --prefer ours --output merged.jsonl
              namvar dictionary merge people.jsonl --decisions decisions.jsonl --output people.jsonl
            """)

    @Argument(help: "Our dictionary.", completion: .file()) var ours: String
    @Argument(help: "The other one; may be left out with --decisions.", completion: .file()) var theirs: String?
    @Option(help: "The dictionary that both come from.", completion: .file()) var base: String?
    @Option(help: "The side to believe in a conflict.") var prefer: PreferredSide?
    @Option(help: "A file of decisions to follow.", completion: .file()) var decisions: String?
    @Option(name: [.short, .long], help: "Where to write the merged dictionary, in text form.", completion: .file()) var output: String

    func validate() throws {
        if theirs == nil, decisions == nil { throw ValidationError("give the other dictionary, or --decisions") }
        if theirs == nil, base != nil { throw ValidationError("--base stands with two dictionaries") }
    }

    func run() throws {
        let log = ProblemLog(showsWarnings: false)
        let history = try decisions.map { try DecisionLog.history(in: $0) { complain("\($0)") } } ?? DecisionHistory()
        let before = try base.map { try EntityCollection(reading: $0, log.report) } ?? EntityCollection()
        var mine = UnjoinedDictionary(try EntityCollection(reading: ours, log.report))
        var other = try theirs.map { UnjoinedDictionary(try EntityCollection(reading: $0, log.report)) }
        // A line that cannot be read would be lost for ever in the merged file.
        if log.errors > 0 { throw Failure(.badData, "nothing was written: \(counted(log.errors, "line")) cannot be read") }
        mine.restore(history, from: before)
        other?.restore(history, from: before)
        if let other {
            var conflicts: [MergeConflict] = []
            mine = UnjoinedDictionary(
                base: UnjoinedDictionary(before), ours: mine, theirs: other, preferring: prefer?.side ?? .ours, conflicts: &conflicts)
            if prefer == nil, !conflicts.isEmpty {
                for conflict in conflicts { complain(Terminal.errors.isolated(conflict.description)) }
                throw Failure(.badData, "nothing was written: \(counted(conflicts.count, "conflict"))")
            }
        }
        let settlement = Settlement(mine, by: history)
        try settlement.dictionary.write(to: output)
        for change in settlement.changes { try say(change.words(on: .output)) }
        for obstacle in settlement.obstacles { complain(obstacle.words) }
        if !settlement.obstacles.isEmpty {
            throw Failure(.badData, "\(counted(settlement.obstacles.count, "decision")) could not be followed; the rest is written")
        }
    }
}

extension Settlement.Change {
    fileprivate func words(on terminal: Terminal) -> String {
        switch self {
        case .joined(let id, let target): "> \(id) is now \(target)"
        case .separated(let id, let from): "< \(id) is by itself again, and no longer \(from)"
        case .named(let id, let name): "~ \(id): new name \"\(terminal.isolated(name))\""
        case .unnamed(let id, let name): "~ \(id): no longer named \"\(terminal.isolated(name))\""
        case .parted(let id, let from): "+ \(id) was parted from \(from)"
        }
    }
}

extension Settlement.Obstacle {
    /// The decision, why it was not followed, and what to do.
    var words: String {
        let cause =
            switch reason {
            case .contradicted: "left alone: with other decisions it would join two that are decided to be different; undo one of them"
            case .mergedElsewhere: "the two were merged elsewhere; give --base, the dictionary in which they were two"
            case .lastName: "left alone: no name would be left; give the entity another name, or take it out"
            }
        return "\(decision.words(on: .errors)): \(cause)"
    }
}
