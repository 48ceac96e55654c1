import ArgumentParser
import Entities

/// `namvar dictionary stats`
struct DictionaryStatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Count what dictionaries hold: types, scripts, roles, sources, coverage.",
        discussion: """
            Example:
              namvar dictionary stats people.jsonl places.jsonl
            """)

    @Argument(help: "Files in text form or compiled.", completion: .file()) var files: [String]
    @Option(help: "How to write the numbers.") var format: OutputFormat = .text

    func run() throws {
        let log = ProblemLog(showsWarnings: false)
        let statistics = EntityStatistics(try EntityCollection(reading: files, log.report))
        switch format {
        case .text: try showText(statistics)
        case .jsonl: try showJSON(statistics)
        }
        try log.finish()
    }

    private func showText(_ numbers: EntityStatistics) throws {
        var output = Output()
        let removals = numbers.removed > 0 ? ", \(counted(numbers.removed, "removal"))" : ""
        try output.line(
            "\(counted(entities: numbers.entities)), \(counted(numbers.aliases, "name")), \(counted(numbers.redirects, "redirect"))\(removals)"
        )
        let share = numbers.entities == 0 ? 0 : 100 * numbers.inBothScripts / numbers.entities
        try output.line("\(counted(entities: numbers.inBothScripts)) (\(share) %) with a Latin and a Persian name")
        try draw("entities by type", numbers.types, &output)
        try draw("names by script", numbers.scripts, &output)
        try draw("names by role", numbers.roles, &output)
        try draw("names by source", numbers.sources, &output)
        try draw("entities with an id elsewhere", numbers.refs, &output)
        try draw("entities with a property", numbers.properties, &output)
        try output.line("")
        try output.line("entities by number of names")
        let most = numbers.spellings.values.max() ?? 1
        for (count, entities) in numbers.spellings.sorted(by: { $0.key < $1.key }) {
            try output.line(Self.row(count == 10 ? "10 or more" : "\(count)", entities, most))
        }
        try output.flush()
    }

    /// The longest bars first, twenty at most.
    private func draw(_ title: String, _ counts: [String: Int], _ output: inout Output) throws {
        guard !counts.isEmpty else { return }
        try output.line("")
        try output.line(title)
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (key, count) in sorted.prefix(20) { try output.line(Self.row(key.isEmpty ? "not stated" : key, count, sorted[0].value)) }
        if sorted.count > 20 { try output.line("  and \(sorted.count - 20) more") }
    }

    private static func row(_ label: String, _ count: Int, _ most: Int) -> String {
        let bar = String(repeating: "█", count: most == 0 ? 0 : (count * 40 + most - 1) / most)
        return "  \(Self.padded(label, 24)) \(Self.padded("\(count)", 9, right: true)) \(bar)"
    }

    private static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
        return right ? space + text : text + space
    }

    private func showJSON(_ numbers: EntityStatistics) throws {
        var json = JSONWriter()
        json.object { json in
            json.member("entities", numbers.entities)
            json.member("names", numbers.aliases)
            json.member("redirects", numbers.redirects)
            json.member("removed", numbers.removed)
            json.member("inBothScripts", numbers.inBothScripts)
            for (key, table) in [
                ("types", numbers.types), ("scripts", numbers.scripts), ("roles", numbers.roles), ("sources", numbers.sources),
                ("refs", numbers.refs), ("properties", numbers.properties),
            ] {
                json.member(key, object: { json in for (key, count) in table.sorted(by: { $0.key < $1.key }) { json.member(key, count) } })
            }
        }
        var output = Output()
        try output.line(json.bytes)
        try output.flush()
    }
}
