public import ArgumentParser
import Entities
import Glibc
import Lexicon
import Namvar
public import Reconciliation

/// `namvar dictionary review`
struct DictionaryReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Decide what is the same: with one key each, or in a spreadsheet.",
        discussion: """
            Shows what should be decided about a dictionary and has no decision yet, with
            the evidence, the likeliest first:
              merge      two entities that could be taken for one another
              namesake   two entities of one name that something tells apart
              new-alias  a name met in --mentions that may be an entity's
              split      names of one person that do not look like the others
            The keys:
              s same   d different   u unsure   k skip
              z undo the last decision   b back to the one before   q quit
            or the same keys of a Persian keyboard; keys may come from a pipe too. With
            --csv the suggestions are written as a table instead, in which a colleague
            fills in "decision" (same, different, unsure, undo) and, if one likes, "why";
            --from-csv takes it back. What is wrong in it is said with its line and left
            out, the rest is taken; the status is then 65.

            Every decision is added to the decisions file, a line each with who and when,
            before the next one is shown; nothing in it is ever changed. A program that is
            killed loses at most the key being pressed, and several people may review at
            once. The last decision on a subject counts. An undo takes back one's own last
            decision on it.

            Decisions outrank scores: `dictionary merge --decisions` brings the dictionary
            to them, `dictionary build --decisions` builds by them, and what is decided is
            not asked again.

            Examples:
              namvar dictionary review people.jsonl
              namvar dictionary review ours.namvar --decisions log.jsonl --least 0.8
              namvar dictionary review people.jsonl --mentions march.txt --kind new-alias
              namvar dictionary review people.jsonl --decisions log.jsonl --csv pairs.csv
              namvar dictionary review people.jsonl --decisions log.jsonl --from-csv in.csv
            """)

    @Argument(help: "Dictionaries in text form or compiled.", completion: .file()) var files: [String]
    @OptionGroup var file: DecisionOptions
    @Option(help: "Only suggestions of this kind; may stand several times.") var kind: [ReviewSuggestion.Kind] = []
    @Option(help: "Files of names that were met: .txt, .tsv, .csv or .jsonl.", completion: .file()) var mentions: [String] = []
    @Option(help: "The least probability that the two names are the same.") var least = 0.5
    @Option(help: "The most suggestions to show or write.") var limit: Int?
    @Option(help: "Write the suggestions as a table for a spreadsheet.", completion: .file()) var csv: String?
    @Option(name: .customLong("from-csv"), help: "Take the decisions in such a table.", completion: .file()) var filled: String?

    func validate() throws {
        if files.contains("-") { throw ValidationError("give the dictionaries as files: standard input is for keys") }
        if let limit, limit < 1 { throw ValidationError("--limit is a number from 1") }
        if kind == [.newAlias], mentions.isEmpty { throw ValidationError("give --mentions, the names among which to look for new aliases") }
    }

    func run() throws {
        let problems = ProblemLog(showsWarnings: false), person = file.person ?? ""
        var log = try file.open()
        let wrong = try filled.map { try take($0, into: &log, person, problems) } ?? 0
        if filled == nil || csv != nil {
            let dictionary = try dictionary(problems)
            let suggestions = try suggestions(dictionary)
            if let csv {
                let open = suggestions.filter { log.history.decision(on: $0.subject) == nil }.prefix(limit ?? .max)
                try ReviewTable.write(open, of: dictionary, to: csv)
                try say("\(csv): \(counted(open.count, "suggestion"))")
            } else {
                var session = ReviewSession(suggestions, limit: limit ?? .max, of: dictionary, log: log, who: person)
                try session.run()
            }
        }
        if let filled, wrong > 0 { throw Failure(.badData, "\(filled): \(counted(wrong, "row")) left out") }
        try problems.finish()
    }

    private func suggestions(_ dictionary: EntityDictionary) throws -> [ReviewSuggestion] {
        let workbench = try Workbench.shipped()
        let search = SuggestionSearch(dictionary, reconciler: try workbench.reconciler(over: [dictionary]))
        let wanted = Set(kind.isEmpty ? ReviewSuggestion.Kind.allCases : kind)
        var suggestions: [ReviewSuggestion] = []
        if !wanted.isDisjoint(with: [.merge, .namesake]) {
            var bar = ProgressBar("comparing", total: dictionary.count)
            suggestions += search.pairs(least: least) { bar.update($0) }
            bar.finish()
        }
        if wanted.contains(.newAlias), !mentions.isEmpty {
            var met = search.unknownNames
            for path in mentions { try MentionFile(path).forEach({ mention, _ in met.add(mention) }, report: { complain("\($0)") }) }
            var bar = ProgressBar("looking up", total: met.count)
            suggestions += search.newAliases(among: met, least: least) { bar.update($0) }
            bar.finish()
        }
        if wanted.contains(.split) { suggestions += search.splits() }
        return suggestions.filter { wanted.contains($0.kind) }
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
    private func take(_ table: String, into log: inout DecisionLog, _ person: String, _ problems: ProblemLog) throws -> Int {
        let known = try KnownEntities(files, csv == nil ? problems : ProblemLog(showsWarnings: false))
        func labels(_ subject: ReviewSubject) -> ReviewDecision.Labels {
            let labels = subject.entities.map { known.entity($0)?.label }
            return .init(a: labels[0], b: labels.count > 1 ? labels[1] : nil)
        }
        var taken = 0, before = 0, wrong = 0
        for row in try ReviewTable.read(table, who: person, isKnown: { known.entity($0) != nil }, labels: labels) {
            do {
                let decision = try row.decision.get(), last = log.history.decision(on: decision.subject)
                if decision.verdict == .undo, last == nil { throw ItemError("nothing to undo: it has no decision") }
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

extension ReviewSuggestion.Kind: ExpressibleByArgument {}
