import ArgumentParser
import Entities
import ICU
import Namvar
import Reconciliation

/// `namvar dictionary explain`
struct DictionaryExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say how an entity's names came together: sources, counts, likeness, merges, decisions.",
        discussion: """
            Examples:
              namvar dictionary explain person:shahram-nazeri
              namvar dictionary explain p17 --dictionary people.jsonl --decisions decisions.jsonl
            """)

    @Argument(help: "The entity's id, or one that was merged into it.") var id: String
    @Option(
        name: .customLong("dictionary"), help: "Dictionaries in text form or compiled; the shipped one unless given.", completion: .file())
    var dictionaries: [String] = []
    @Option(help: "The file of decisions.", completion: .file()) var decisions: String?
    @Option(help: "How to write the answer.") var format: OutputFormat = .text

    func run() throws {
        let workbench = try Workbench.shipped(), problems = ProblemLog(showsWarnings: false)
        let known = dictionaries.isEmpty ? KnownEntities(try workbench.dictionary) : try KnownEntities(dictionaries, problems)
        let history = try decisions.map { try DecisionLog.history(in: $0) { complain("\($0)") } } ?? DecisionHistory()
        guard let entity = known.entity(EntityID(id)) else {
            throw Failure(.noResult, "no entity \"\(id)\" in the dictionary; its ids are the member \"id\" of its lines")
        }
        let story = EntityStory(
            entity, asked: EntityID(id), redirects: known.redirects(to: entity.id), history: history, comparer: try workbench.comparer)
        var output = Output()
        switch format {
        case .text: for line in story.lines(on: .output) { try output.line(line) }
        case .jsonl:
            var json = JSONWriter()
            json.object { story.write(to: &$0) }
            try output.line(json.bytes)
        }
        try output.flush()
    }
}

extension EntityStory {
    fileprivate func lines(on terminal: Terminal) -> [String] {
        var lines = [terminal.styled(terminal.isolated(entity.words), .bold)]
        if asked != entity.id { lines.append("  \(asked) was merged into it") }
        lines.append("names")
        for name in names {
            lines.append("  \(terminal.isolated(name.alias.text))")
            var facts = [name.alias.role.rawValue, name.alias.script.code]
            if name.alias.count > 1 { facts.append("met \(name.alias.count) times") }
            facts.append(name.sources.isEmpty ? "no source stated" : "from " + name.sources.joined(separator: ", "))
            if let origin = name.origin { facts.append("came with \(origin)") }
            lines.append("      " + facts.joined(separator: ", "))
            if let nearest = name.nearest {
                let rules = nearest.evidence.map { "\($0.rule)\($0.detail.isEmpty ? "" : " " + terminal.isolated($0.detail))" }
                lines.append("      \(percent(nearest.score)) like \(terminal.isolated(nearest.text)): \(rules.joined(separator: "; "))")
            }
            if let decision = name.decision { lines.append("      given by \(decision.words(on: terminal))") }
        }
        for (title, words) in [
            (
                "joined to it",
                joined.map { part in "\(part.entity.words)" + (part.decision.map { ", by \($0.words(on: terminal))" } ?? "") }
            ),
            ("redirects here", redirects.map(\.rawValue)),
            (
                "decisions",
                entries.map { entry in
                    entry.decision.words(on: terminal)
                        + (entry.takenBack.map { "; taken back by \($0.who), \($0.when)" + ($0.why.map { " (\($0))" } ?? "") } ?? "")
                }
            ),
        ] where !words.isEmpty {
            lines.append(title)
            lines += words.map { "  " + $0 }
        }
        return lines
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.member("id", entity.id.rawValue)
        json.member("type", entity.type.text)
        json.member("label", entity.label)
        json.member("names", array: names) { json, name in
            json.object {
                $0.member("text", name.alias.text)
                $0.member("role", name.alias.role.rawValue)
                $0.member("script", name.alias.script.code)
                $0.member("count", name.alias.count)
                $0.member("sources", name.sources)
                if let origin = name.origin { $0.member("cameWith", origin.rawValue) }
                if let nearest = name.nearest {
                    $0.member("nearest", nearest.text)
                    $0.member("score", nearest.score)
                    $0.member("evidence", array: nearest.evidence) { $0.evidence($1) }
                }
            }
        }
        json.member("joined", joined.map(\.entity.id.rawValue))
        json.member("redirects", redirects.map(\.rawValue))
        json.member("decisions", array: entries) { json, entry in
            json.object {
                entry.decision.write(to: &$0)
                if let undo = entry.takenBack {
                    $0.member("takenBackBy", undo.who)
                    $0.member("takenBackWhen", undo.when)
                }
            }
        }
    }
}
