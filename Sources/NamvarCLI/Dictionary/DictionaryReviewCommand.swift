import ArgumentParser
import Entities
import Glibc
import Lexicon
import Namvar
import Reconciliation

/// `namvar dictionary review`
struct DictionaryReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Decide which entities are the same: with one key each, or in a spreadsheet.",
        discussion: """
            Shows the pairs of entities that could be taken for one another and have no
            decision yet, likeliest first, with their names and the evidence. The keys:
              s same   d different   u unsure   k skip
              z undo the last decision   b back to the pair before   q quit
            or the same keys of a Persian keyboard; keys may come from a pipe too.
            With --csv the pairs are written as a table instead, in which a colleague
            fills in "decision" (same, different, unsure, undo) and, if one likes, "why";
            --from-csv takes it back. What is wrong in it is said with its line and left
            out, the rest is taken; the status is then 65.

            Every decision is added to the decisions file, a line each with who and when,
            before the next pair is shown; nothing in it is ever changed. A program that
            is killed loses at most the key being pressed, and several people may review
            at once. The last decision on a pair counts. An undo takes back one's own last
            decision on the pair.

            Decisions are kept, and decided pairs do not come again. They do not yet
            change a dictionary or the scores of `reconcile`, and `dictionary build` does
            not read them.

            Examples:
              namvar dictionary review people.jsonl --decisions log.jsonl
              namvar dictionary review ours.namvar --decisions log.jsonl --least 0.8
              namvar dictionary review people.jsonl --decisions log.jsonl --csv pairs.csv
              namvar dictionary review people.jsonl --decisions log.jsonl --from-csv in.csv
            """)

    @Argument(help: "Dictionaries in text form or compiled.", completion: .file()) var files: [String]
    @Option(help: "The file of decisions; begun if it is not there.", completion: .file()) var decisions: String
    @Option(help: "The least probability that the two names are the same.") var least = 0.5
    @Option(help: "The most pairs to show or write.") var limit: Int?
    @Option(help: "Write the pairs as a table for a spreadsheet.", completion: .file()) var csv: String?
    @Option(name: .customLong("from-csv"), help: "Take the decisions in such a table.", completion: .file()) var filled: String?
    @Option(help: "Who decides; the user's name unless given.") var who: String?

    private var person: String? { who ?? getenv("USER").map { String(cString: $0) } }

    func validate() throws {
        if files.contains("-") { throw ValidationError("give the dictionaries as files: standard input is for keys") }
        if let limit, limit < 1 { throw ValidationError("--limit is a number from 1") }
        if person?.isEmpty ?? true, csv == nil || filled != nil { throw ValidationError("give --who, the name of the one who decides") }
    }

    func run() throws {
        let problems = ProblemLog()
        var log = try DecisionLog(decisions)
        for problem in try log.refresh() { complain("\(problem)") }
        let wrong = try filled.map { try take($0, into: &log, problems) } ?? 0
        if filled == nil || csv != nil {
            let dictionary = try dictionary(problems)
            let suggestions = try suggestions(dictionary)
            if let csv {
                let pairs = suggestions.filter { log.decision(on: $0.pair) == nil }.prefix(limit ?? .max)
                try ReviewTable.write(pairs, of: dictionary, to: csv)
                try say("\(csv): \(counted(pairs.count, "pair"))")
            } else {
                var session = ReviewSession(suggestions, limit: limit ?? .max, of: dictionary, log: log, who: person ?? "")
                try session.run()
            }
        }
        if let filled, wrong > 0 { throw Failure(.badData, "\(filled): \(counted(wrong, "row")) left out") }
        try problems.finish()
    }

    private func suggestions(_ dictionary: EntityDictionary) throws -> [ConfusablePair] {
        let workbench = try Workbench.shipped()
        let search = ConfusableEntities(
            dictionary, reconciler: try workbench.reconciler(over: [dictionary]), normalizer: try workbench.normalizer)
        var bar = ProgressBar("comparing", total: dictionary.count)
        let pairs = search.pairs(least: least) { bar.update($0) }
        bar.finish()
        return pairs
    }

    /// All files as one dictionary. A single compiled one is used as it is; others are compiled together in memory.
    private func dictionary(_ problems: ProblemLog) throws -> EntityDictionary {
        if files.count == 1, Archive.isArchive(files[0]) { return try EntityDictionary.open(files[0]) }
        var texts: [String] = [], temporary: [String] = []
        defer { for text in temporary { unlink(text) } }
        for file in files {
            guard Archive.isArchive(file) else {
                texts.append(file)
                continue
            }
            var template = Array("/tmp/namvar-review-XXXXXX".utf8CString)
            let descriptor = mkstemp(&template)
            guard descriptor >= 0 else { throw FileError.unwritable(path: "/tmp", errno: errno) }
            close(descriptor)
            let text = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            temporary.append(text)
            try EntityCollection(try EntityDictionary.open(file)).write(to: text)
            texts.append(text)
        }
        var archive = ArchiveBuilder()
        _ = try Workbench.shipped().compile(texts, into: &archive, report: problems.report)
        return try EntityDictionary(Archive(bytes: archive.bytes()))
    }

    /// Takes the decisions in a table; answers how many rows were left out.
    private func take(_ table: String, into log: inout DecisionLog, _ problems: ProblemLog) throws -> Int {
        var known: Set<EntityID> = []
        for file in files {
            let collection = try EntityCollection(reading: file, csv == nil ? problems.report : { _ in })
            known.formUnion(collection.entities.map(\.id))
            known.formUnion(collection.redirects.keys)
        }
        var taken = 0, before = 0, wrong = 0
        for row in try ReviewTable.read(table, who: person ?? "", isKnown: known.contains) {
            do {
                let decision = try row.decision.get(), last = log.decision(on: decision.pair)
                if decision.verdict == .undo, last == nil { throw ItemError("nothing to undo: the two have no decision") }
                // The same table taken twice says nothing new.
                if let last, (last.verdict, last.who, last.why) == (decision.verdict, decision.who, decision.why) {
                    before += 1
                    continue
                }
                for problem in try log.append(decision) { complain("\(problem)") }
                taken += 1
            } catch let error as ItemError {
                wrong += 1
                complain("\(table):\(row.line): \(error.message)")
            } catch {
                throw Failure(.of(error), "\(error); \(counted(taken, "decision")) of the table before that are in the file")
            }
        }
        try say("\(table): \(counted(taken, "decision")) taken" + (before > 0 ? ", \(before) known before" : ""))
        return wrong
    }
}
