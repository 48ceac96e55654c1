import ArgumentParser
import Entities

/// The side of a merge to believe.
enum PreferredSide: String, ExpressibleByArgument, CaseIterable {
    case ours, theirs

    var side: EntityMerge.Side { self == .ours ? .ours : .theirs }
}

/// `namvar dictionary merge`
struct DictionaryMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merge two dictionaries that have grown apart.",
        discussion: """
            What one side changed since the base is taken, what both added is joined. Where both changed the same thing in different
            ways the conflicts are listed and nothing is written, unless a side is preferred. Without a base, whatever the two say
            differently is a conflict.

            Examples:
              namvar dictionary merge --base old.jsonl ours.jsonl theirs.jsonl --output merged.jsonl
              namvar dictionary merge ours.jsonl list.jsonl --prefer ours --output merged.jsonl
            """)

    @Argument(help: "Our dictionary.", completion: .file()) var ours: String
    @Argument(help: "The other one.", completion: .file()) var theirs: String
    @Option(help: "The dictionary that both come from.", completion: .file()) var base: String?
    @Option(help: "The side to believe in a conflict.") var prefer: PreferredSide?
    @Option(name: [.short, .long], help: "Where to write the merged dictionary, in text form.", completion: .file()) var output: String

    func run() throws {
        let log = ProblemLog(showsWarnings: false)
        let merge = EntityMerge(
            base: try base.map { try EntityCollection(reading: $0, log.report) } ?? EntityCollection(),
            ours: try EntityCollection(reading: ours, log.report), theirs: try EntityCollection(reading: theirs, log.report),
            preferring: prefer?.side ?? .ours)
        // A line that cannot be read would be lost for ever in the merged file.
        if log.errors > 0 { throw Failure(.badData, "nothing was written: \(counted(log.errors, "line")) cannot be read") }
        if prefer == nil, !merge.conflicts.isEmpty {
            for conflict in merge.conflicts { complain(Terminal.errors.isolated(conflict.description)) }
            throw Failure(.badData, "nothing was written: \(counted(merge.conflicts.count, "conflict"))")
        }
        try merge.result.write(to: output)
    }
}
