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
    private var pairs: [ConfusablePair]
    /// Suggestions decided before, which an undo brings back.
    private let decided: [EntityPair: ConfusablePair]
    private let who: String
    private let terminal = Terminal.output
    private var log: DecisionLog
    private var output = Output()
    private var taken = 0

    /// A session over suggestions, the first `limit` of those that have no decision.
    init(_ suggestions: [ConfusablePair], limit: Int, of dictionary: EntityDictionary, log: consuming DecisionLog, who: String) {
        pairs = Array(suggestions.filter { log.decision(on: $0.pair) == nil }.prefix(limit))
        decided = Dictionary(
            suggestions.filter { log.decision(on: $0.pair) != nil }.map { ($0.pair, $0) }, uniquingKeysWith: { first, _ in first })
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
            while !isRevisiting, at < pairs.count, log.decision(on: pairs[at].pair) != nil { at += 1 }
            guard at < pairs.count else { break }
            try show(at)
            answering: while true {
                guard let scalar = keys.next() else { break asking }
                guard let key = Key(scalar) else {
                    try say("no such key; \(Self.help)")
                    continue
                }
                switch key {
                case .same, .different, .unsure:
                    try decide(pairs[at], key.verdict!)
                    fallthrough
                case .skip:
                    shown.append(at)
                    at += 1
                    isRevisiting = false
                case .undo:
                    guard let pair = try undo() else { continue answering }
                    if let index = pairs.firstIndex(where: { $0.pair == pair }) {
                        at = index
                    } else if let suggestion = decided[pair] {
                        pairs.insert(suggestion, at: at)
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
        let left = pairs.count { log.decision(on: $0.pair) == nil }
        try say("\(counted(taken, "decision")) taken, \(counted(left, "pair")) left")
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

    private mutating func decide(_ pair: ConfusablePair, _ verdict: ReviewDecision.Verdict) throws {
        try append(ReviewDecision(pair.first, pair.second, verdict, who: who))
        taken += 1
        try say(terminal.styled("→ \(verdict.rawValue)", .green))
    }

    /// Takes back one's last decision and answers whom it was about.
    private mutating func undo() throws -> EntityPair? {
        guard let last = log.lastDecision(by: who) else {
            try say("nothing of \(who)'s to take back")
            return nil
        }
        try append(ReviewDecision(last.a, last.b, .undo, who: who))
        taken = max(taken - 1, 0)
        try say(terminal.styled("→ taken back: \(last.verdict.rawValue), \(last.a) | \(last.b)", .yellow))
        return last.pair
    }

    private mutating func show(_ index: Int) throws {
        let pair = pairs[index]
        try output.line("")
        try output.line(terminal.styled("\(index + 1) of \(pairs.count)  \(percent(pair.score))", .bold))
        for id in [pair.first, pair.second] {
            guard let entity = dictionary.entity(id) else { continue }
            try output.line("  \(terminal.styled(id.rawValue, .cyan))  \(entity.type.text)")
            for name in entity.names { try output.line("      \(terminal.isolated(name.text))") }
        }
        for line in pair.reasons(on: terminal) { try output.line("    \(line)") }
        if let decision = log.decision(on: pair.pair) {
            try output.line(terminal.styled("    so far \(decision.verdict.rawValue), \(decision.who), \(decision.when)", .yellow))
        }
        try say(terminal.styled(Self.help, .dim))
    }
}

extension ConfusablePair {
    /// The two, in no order.
    var pair: EntityPair { EntityPair(first, second) }
}
