import ArgumentParser
import Entities

/// `namvar dictionary diff`
struct DictionaryDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Say in words what differs between two dictionaries.",
        discussion: """
            Either may be text or compiled. Order of lines does not matter.

            Example:
              namvar dictionary diff last-week.jsonl people.jsonl
            """)

    @Argument(help: "The dictionary as it was.", completion: .file()) var old: String
    @Argument(help: "The dictionary as it is.", completion: .file()) var new: String

    func run() throws {
        let log = ProblemLog(showsWarnings: false)
        let before = try EntityCollection(reading: old, log.report)
        let after = try EntityCollection(reading: new, log.report)
        var output = Output()
        for difference in EntityDifference.between(before, after) {
            for line in difference.description.split(separator: "\n") { try output.line(Terminal.output.isolated(String(line))) }
        }
        try output.flush()
        try log.finish()
    }
}
