public import ArgumentParser
import Entities
public import NameText
import Namvar

/// `namvar normalize`
struct NormalizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "normalize",
        abstract: "Correct the letters, joiners and signs of names and running text.",
        discussion: """
            display: what a careful editor would print; search: one form for everything that should be found together.

            Examples:
              namvar normalize "محمود احمدي نژاد"
              namvar normalize --profile search "Ahmadi-Nejad" "AHMADI NEJAD, Mahmoud"
              namvar normalize --explain "ZARIF, Mohammad Javad"
              namvar normalize --format jsonl < names.txt
            """)

    @Option(help: ArgumentHelp("What the text is for.", valueName: "display|search"))
    var profile: Profile = .display

    @Flag(help: "Say what was changed, where and why.")
    var explain = false

    @Flag(help: "List the rules of the profile and end.")
    var rules = false

    @OptionGroup var batch: Batch

    @Argument(help: "Names or lines of text; without any, the lines of standard input.")
    var names: [String] = []

    /// Lines of running text may be long; a line of more is a mistake.
    private static let longestLine = 64 << 20

    func run() throws {
        if rules { return try listRules() }
        let normalizer = try Workbench.shipped().normalizer
        try batch.answer(names, limit: Self.longestLine) { text in
            NormalizeAnswer(
                input: text, normalized: normalizer.normalized(text, for: profile),
                changes: explain ? normalizer.changes(in: text, for: profile) : nil)
        }
    }

    private func listRules() throws {
        var output = Output()
        for rule in Rule.all where rule.profiles.contains(profile) {
            switch batch.format {
            case .text: try output.line("\(Terminal.output.styled(rule.name, .bold)): \(rule.reason)")
            case .jsonl:
                var json = JSONWriter()
                json.object {
                    $0.member("rule", rule.name)
                    $0.member("reason", rule.reason)
                }
                try output.line(json.bytes)
            }
        }
        try output.flush()
    }
}

extension Profile: ExpressibleByArgument {}

/// A normalized text, with what was changed when that was asked.
private struct NormalizeAnswer: Answer {
    let input: String
    let normalized: String
    let changes: [Change]?

    func write(to json: inout JSONWriter) {
        json.member("input", input)
        json.member("normalized", normalized)
        guard let changes else { return }
        json.key("changes")
        json.array(changes) { json, change in
            json.object {
                $0.member("rule", change.rule.name)
                $0.member("start", change.range.lowerBound)
                $0.member("end", change.range.upperBound)
                $0.member("before", change.before)
                $0.member("after", change.after)
                $0.member("reason", change.rule.reason)
            }
        }
    }

    func text(on terminal: Terminal) -> String {
        let lines = (changes ?? []).map { change in
            let before = terminal.isolated(visible(change.before)), after = terminal.isolated(visible(change.after))
            let rule = terminal.styled(change.rule.name, .cyan)
            return "  byte \(change.range.lowerBound): \"\(before)\" → \"\(after)\"  \(rule): \(change.rule.reason)"
        }
        return ([terminal.isolated(normalized)] + lines).joined(separator: "\n")
    }

    /// A text whose invisible characters can be seen.
    private func visible(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar.properties.generalCategory {
            case .format, .control, .lineSeparator, .paragraphSeparator: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            case .spaceSeparator where scalar != " ": "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: String(scalar)
            }
        }.joined()
    }
}
