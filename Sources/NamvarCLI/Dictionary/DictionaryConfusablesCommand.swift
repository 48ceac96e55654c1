import ArgumentParser
import Entities
import Namvar
import Reconciliation

/// `namvar dictionary confusables`
struct DictionaryConfusablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confusables", abstract: "List the entities that could be taken for one another, and why.",
        discussion: """
            Examples:
              namvar dictionary confusables ours.namvar
              namvar dictionary confusables ours.namvar --least 0.9 --format jsonl
            """)

    @Argument(help: "A compiled dictionary; the shipped one unless given.", completion: .file()) var file: String?
    @Option(help: "The least probability that the two names are the same.") var least = 0.5
    @Option(help: "How to write the pairs.") var format: OutputFormat = .text

    func run() throws {
        let workbench = try Workbench.shipped()
        let dictionary = try file.map { try EntityDictionary.open($0) } ?? workbench.dictionary
        let search = ConfusableEntities(
            dictionary, reconciler: try workbench.reconciler(over: [dictionary]), normalizer: try workbench.normalizer)
        var bar = ProgressBar("comparing", total: dictionary.count)
        let pairs = search.pairs(least: least) { bar.update($0) }
        bar.finish()
        var output = Output(), json = JSONWriter()
        for pair in pairs {
            switch format {
            case .text: try output.line(pair.text(on: .output))
            case .jsonl:
                json.removeAll()
                json.object { pair.write(to: &$0) }
                try output.line(json.bytes)
            }
        }
        try output.flush()
    }
}

extension ConfusablePair {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("a", first.rawValue)
        json.member("aName", firstName)
        json.member("b", second.rawValue)
        json.member("bName", secondName)
        json.member("score", score)
        switch reason {
        case .sameName: json.member("reason", "same-name")
        case .sameLook: json.member("reason", "same-look")
        case .nearName(let evidence):
            json.member("reason", "near-name")
            json.member("evidence", array: evidence) { $0.evidence($1) }
        }
        json.member("apart", apart)
    }

    fileprivate func text(on terminal: Terminal) -> String {
        let names = "\(terminal.isolated(firstName)) (\(first)) | \(terminal.isolated(secondName)) (\(second))"
        return (["\(percent(score))  \(names)"] + reasons(on: terminal)).joined(separator: "\n    ")
    }

    /// Why the two could be taken for one another and what tells them apart, a line each.
    func reasons(on terminal: Terminal) -> [String] {
        let likeness =
            switch reason {
            case .sameName: ["the same name"]
            case .sameLook: ["other letters that look the same"]
            case .nearName(let evidence): evidence.map { $0.line(on: terminal) }
            }
        return likeness + [apart.isEmpty ? "nothing tells them apart" : "apart by " + apart.joined(separator: "; ")]
    }
}
