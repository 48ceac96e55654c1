import Entities
import Reconciliation

/// Suggestions one after the other, each answered with one key.
struct ReviewSession: ~Copyable {
    /// What a key means.
    private enum Key: Character, CaseIterable {
        case same = "s"
        case different = "d"
        case unsure = "u"
        case skip = "k"
        case undo = "z"
        case back = "b"
        case quit = "q"

        /// By its letter, or by the letter on the same key of a Persian keyboard.
        init?(_ scalar: Unicode.Scalar) {
            let persian: [Unicode.Scalar: Key] = [
                "س": .same, "ی": .different, "ي": .different, "ع": .unsure, "ن": .skip, "ظ": .undo, "ذ": .back, "ض": .quit,
            ]
            guard let key = Key(rawValue: Character(scalar)) ?? persian[scalar] else { return nil }
            self = key
        }

        var verdict: ReviewDecision.Verdict? {
            switch self {
            case .same: .same
            case .different: .different
            case .unsure: .unsure
            case .skip, .undo, .back, .quit: nil
            }
        }
    }

    private static let help = "s same · d different · u unsure · k skip · z undo · b back · q quit"

    private let dictionary: EntityDictionary
    private var suggestions: [ReviewSuggestion]
    /// Suggestions decided before, which an undo brings back.
    private let decided: [ReviewSubject: ReviewSuggestion]
    private let who: String
    private let terminal = Terminal.output
    private var log: DecisionLog
    private var output = Output()
    private var taken = 0

    /// A session over suggestions, the first `limit` of those that have no decision.
    init(_ suggestions: [ReviewSuggestion], limit: Int, of dictionary: EntityDictionary, log: consuming DecisionLog, who: String) {
        self.suggestions = Array(suggestions.filter { log.history.decision(on: $0.subject) == nil }.prefix(limit))
        decided = Dictionary(
            suggestions.filter { log.history.decision(on: $0.subject) != nil }.map { ($0.subject, $0) },
            uniquingKeysWith: { first, _ in first })
        self.dictionary = dictionary
        self.who = who
        self.log = log
    }

    /// Asks until all have an answer, the input ends or somebody quits.
    mutating func run() throws {
        var keys = KeyReader()
        var at = 0, shown: [Int] = [], isRevisiting = false
        asking: while true {
            for problem in try log.refresh() { complain("\(problem)") }
            // What a colleague has decided meanwhile needs no second answer.
            while !isRevisiting, at < suggestions.count, log.history.decision(on: suggestions[at].subject) != nil { at += 1 }
            guard at < suggestions.count else { break }
            try show(at)
            answering: while true {
                guard let scalar = keys.next() else { break asking }
                guard let key = Key(scalar) else {
                    try say("no such key; \(Self.help)")
                    continue
                }
                switch key {
                case .same, .different, .unsure:
                    try decide(suggestions[at], key.verdict!)
                    fallthrough
                case .skip:
                    shown.append(at)
                    at += 1
                    isRevisiting = false
                case .undo:
                    guard let subject = try undo() else { continue answering }
                    if let index = suggestions.firstIndex(where: { $0.subject == subject }) {
                        at = index
                    } else if let suggestion = decided[subject] {
                        suggestions.insert(suggestion, at: at)
                        shown = shown.map { $0 < at ? $0 : $0 + 1 }
                    }
                    isRevisiting = true
                case .back:
                    guard let last = shown.popLast() else {
                        try say("this is the first")
                        continue answering
                    }
                    at = last
                    isRevisiting = true
                case .quit: break asking
                }
                break answering
            }
        }
        let left = suggestions.count { log.history.decision(on: $0.subject) == nil }
        try say("\(counted(taken, "decision")) taken, \(counted(left, "suggestion")) left")
    }

    private mutating func say(_ text: String) throws {
        try output.line(text)
        try output.flush()
    }

    private mutating func append(_ decision: ReviewDecision) throws {
        let problems: [DecisionLog.Problem]
        do {
            problems = try log.append(decision)
        } catch {
            throw Failure(.of(error), "\(error); decisions taken before are in the file, this one is not")
        }
        for problem in problems { complain("\(problem)") }
    }

    private mutating func decide(_ suggestion: ReviewSuggestion, _ verdict: ReviewDecision.Verdict) throws {
        try append(ReviewDecision(suggestion.subject, verdict, who: who, labels: suggestion.labels))
        taken += 1
        try say(terminal.styled("→ \(verdict.rawValue)", .green))
    }

    /// Takes back one's last decision and answers what it was about.
    private mutating func undo() throws -> ReviewSubject? {
        guard let last = log.history.lastDecision(by: who) else {
            try say("nothing of \(who)'s to take back")
            return nil
        }
        try append(last.undone(by: who))
        taken = max(taken - 1, 0)
        let about = last.b.map(\.rawValue) ?? last.names.map(terminal.isolated).joined(separator: ", ")
        try say(terminal.styled("→ taken back: \(last.verdict.rawValue), \(last.a) | \(about)", .yellow))
        return last.subject
    }

    private mutating func show(_ index: Int) throws {
        let suggestion = suggestions[index]
        try output.line("")
        let title = "\(index + 1) of \(suggestions.count)  \(percent(suggestion.score))  \(suggestion.question)"
        try output.line(terminal.styled(title, .bold))
        for id in suggestion.subject.entities {
            guard let entity = dictionary.entity(id) else { continue }
            try output.line("  \(terminal.styled(id.rawValue, .cyan))  \(entity.particulars(on: terminal))")
            for name in entity.names where !suggestion.names.contains(name.text) {
                try output.line("      \(terminal.isolated(name.text))")
            }
        }
        if !suggestion.names.isEmpty {
            try output.line("  " + terminal.styled(suggestion.count > 1 ? "met \(suggestion.count) times" : "names", .cyan))
            for name in suggestion.names { try output.line("      \(terminal.isolated(name))") }
        }
        for line in suggestion.reasons(on: terminal) { try output.line("    \(line)") }
        for decision in log.history.standing(on: suggestion.subject) {
            try output.line(terminal.styled("    so far \(decision.verdict.rawValue), \(decision.who), \(decision.when)", .yellow))
        }
        try say(terminal.styled(Self.help, .dim))
    }
}

extension Entity {
    /// What sort of thing it is, and what tells it from others of its name: `person · 1950–2009 · minister · IR`.
    fileprivate func particulars(on terminal: Terminal) -> String {
        let born = birthYear.map { "\($0)" } ?? "", dead = deathYear.map { "\($0)" } ?? ""
        let years = born.isEmpty && dead.isEmpty ? "" : dead.isEmpty ? "born \(born)" : "\(born)–\(dead)"
        let texts = [type.text, years] + ["role", "kind", "country"].map { values(of: $0).map(terminal.isolated).joined(separator: ", ") }
        return texts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

extension ReviewSuggestion {
    /// The names that it is about, where it is not about two entities.
    var names: [String] { if case .names(_, let names) = subject { names } else { [] } }

    /// What is asked.
    var question: String {
        switch kind {
        case .merge: "are the two one?"
        case .namesake: "one, or two of that name?"
        case .newAlias: "is this its name?"
        case .split: "are these its names, or another one's?"
        }
    }

    /// Why it is asked, and what speaks against, a line each.
    func reasons(on terminal: Terminal) -> [String] {
        let likeness =
            switch likeness {
            case .sameName?: ["the same name"]
            case .sameLook?: ["other letters that look the same"]
            case .nearName?, nil: evidence.map { $0.line(on: terminal) }
            }
        guard case .pair = subject else { return likeness }
        return likeness + [apart.isEmpty ? "nothing tells them apart" : "apart by " + apart.joined(separator: "; ")]
    }
}
