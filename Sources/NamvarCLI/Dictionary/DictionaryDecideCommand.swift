import ArgumentParser
import Entities
import Reconciliation

/// What a decision is about, as operands and options say it.
struct SubjectOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A name, instead of the second id: is it the entity's? May stand several times.")) var name: [String] = []
    @Option(name: .customLong("dictionary"), help: "Dictionaries that have the entities; their ids are then checked.", completion: .file())
    var dictionaries: [String] = []

    /// The subject that ids and names make, and how its entities are called.
    func subject(_ ids: [String]) throws -> (subject: ReviewSubject, labels: ReviewDecision.Labels) {
        let ids = ids.map { EntityID($0) }
        guard ids.count == (name.isEmpty ? 2 : 1) else {
            throw Failure(.usage, name.isEmpty ? "give two ids, or one and --name" : "give one id with --name")
        }
        let subject: ReviewSubject =
            name.isEmpty ? .pair(ids[0], ids[1]) : .names(ids[0], name.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        if name.isEmpty, ids[0] == ids[1] { throw Failure(.usage, "\"\(ids[0])\" twice: a decision is about two entities") }
        if dictionaries.isEmpty { return (subject, .init()) }
        let known = try KnownEntities(dictionaries, ProblemLog(showsWarnings: false))
        let labels = try ids.map { id in
            guard let entity = known.entity(id) else { throw Failure(.badData, "no entity \"\(id)\" in the dictionary") }
            // A name that stays when the others go.
            return (entity.names.first { !name.contains($0.text) } ?? entity.names.first)?.text
        }
        return (subject, .init(a: labels[0], b: labels.count > 1 ? labels[1] : nil))
    }
}

/// `namvar dictionary decide`
struct DictionaryDecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Decide once whether two entities are one, or whether a name is an entity's.",
        discussion: """
            The decision is added to the decisions file with who and when, and outranks
            every score from then on: `dictionary build --decisions`, `dictionary merge
            --decisions` and `dictionary review` follow it until `dictionary undo` takes
            it back. Of two that are the same the first one's id stays.

            Examples:
              namvar dictionary decide p17 p90 same --why "same birth certificate"
              namvar dictionary decide p17 p91 different --dictionary people.jsonl
              namvar dictionary decide p17 --name "J. Azari" different
            """)

    @Argument(help: ArgumentHelp("Two ids, or one with --name; then same, different or unsure.", valueName: "a b verdict")) var operands:
        [String]
    @OptionGroup var about: SubjectOptions
    @Option(help: "The reason.") var why: String?
    @OptionGroup var file: DecisionOptions

    func validate() throws {
        if verdict == nil {
            let example = about.name.isEmpty ? "p17 p90 same" : "p17 --name … same"
            throw ValidationError("end with same, different or unsure, as in: \(example)")
        }
    }

    private var verdict: ReviewDecision.Verdict? {
        operands.last.flatMap { ReviewDecision.Verdict(rawValue: $0) }.flatMap { $0 == .undo ? nil : $0 }
    }

    func run() throws {
        guard let verdict else { return }
        let (subject, labels) = try about.subject(operands.dropLast())
        var log = try file.open()
        let before = log.history.decision(on: subject)
        var decision = ReviewDecision(subject, verdict, who: file.person ?? "", why: why, labels: labels)
        // In the order given: the first id is the one that stays.
        if decision.b != nil, decision.a.rawValue != operands[0] {
            (decision.a, decision.b) = (EntityID(operands[0]), EntityID(operands[1]))
        }
        for problem in try log.append(decision) { complain("\(problem)") }
        try say("\(decision.words(on: .output))  (\(file.decisions))")
        if let before { try say("    before: \(before.words(on: .output)); the last decision counts") }
    }
}

/// `namvar dictionary undo`
struct DictionaryUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take a decision back: one's last one, or the one on two entities or a name.",
        discussion: """
            Nothing is taken out of the file: the undo is a line of its own. What a build
            or a merge did by the decision, the next one does no more.

            Examples:
              namvar dictionary undo
              namvar dictionary undo p17 p90 --who Sara
              namvar dictionary undo p17 --name "J. Azari"
            """)

    @Argument(help: "Two ids, or one with --name; one's last decision unless given.") var ids: [String] = []
    @Option(help: "The name that the decision is about.") var name: [String] = []
    @Option(help: "The reason.") var why: String?
    @OptionGroup var file: DecisionOptions

    func run() throws {
        var log = try file.open()
        let who = file.person ?? ""
        let subject: ReviewSubject
        if ids.isEmpty {
            guard let last = log.history.lastDecision(by: who) else {
                throw Failure(.noResult, "\(file.decisions) has no decision of \(who)'s to take back; give --who, or what it is about")
            }
            subject = last.subject
        } else {
            var about = SubjectOptions()
            about.name = name
            about.dictionaries = []
            subject = try about.subject(ids).subject
        }
        let entries = log.history.standing(on: subject)
        guard let taken = entries.last(where: { $0.who == who }) ?? entries.last else {
            throw Failure(.noResult, "\(file.decisions) has no decision on this that holds")
        }
        for problem in try log.append(taken.undone(by: who, why: why)) { complain("\(problem)") }
        try say("taken back: \(taken.words(on: .output))")
        if let left = log.history.decision(on: subject) { try say("    still: \(left.words(on: .output))") }
    }
}

extension ReviewDecision {
    /// In words: `p1 "Javad Azari" | p2 "J. Azari": same, Sara, 2026-11-22T16:30:00Z (same birth certificate)`.
    func words(on terminal: Terminal) -> String {
        func named(_ id: EntityID, _ label: String?) -> String { label.map { "\(id) \"\(terminal.isolated($0))\"" } ?? "\(id)" }
        let other = b.map { named($0, labels.b) } ?? names.map { "\"\(terminal.isolated($0))\"" }.joined(separator: ", ")
        return "\(named(a, labels.a)) | \(other): \(verdict.rawValue), \(who), \(when)" + (why.map { " (\($0))" } ?? "")
    }
}
