import ArgumentParser
import Entities
import Lexicon
import Namvar

/// `namvar dictionary check`
struct DictionaryCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look dictionaries over: every mistake with its file, its line and its remedy.",
        discussion: """
            Files in text form are read together, as `compile` would. Of a compiled file
            every byte is checked. The status is 65 when there is an error; warnings alone
            leave it 0.

            Examples:
              namvar dictionary check people.jsonl places.jsonl
              namvar dictionary check ours.namvar
              namvar dictionary check --shipped Dictionaries
            """)

    @Argument(help: "Files in text form or compiled.", completion: .file()) var files: [String] = []
    @Option(help: "Look over everything that ships, in this folder.", completion: .directory) var shipped: String?
    @Flag(help: "Ask for lines in byte order of their ids.") var sorted = false
    @Flag(help: "Ask for a source of every name.") var sourced = false

    func validate() throws {
        if shipped == nil, files.isEmpty { throw ValidationError("give the files to check") }
    }

    func run() throws {
        if let shipped { try checkShipped(shipped) }
        let log = ProblemLog()
        var texts: [String] = []
        for file in files {
            if Archive.isArchive(file) { try checkCompiled(file) } else { texts.append(file) }
        }
        if !texts.isEmpty { try checkTexts(texts, log) }
        if log.errors > 0 { throw Failure(.badData) }
    }

    private func checkShipped(_ folder: String) throws {
        var errors = 0, warnings = 0
        let summary = try ShippedDictionaries.check(folder) { problem in
            if problem.isWarning { warnings += 1 } else { errors += 1 }
            if errors + warnings <= 1000 {
                complain((problem.isWarning ? "warning: " : "") + Terminal.errors.isolated(problem.description))
            }
        }
        try say(
            "\(counted(summary.tables, "table")) of \(counted(summary.lines, "line")) with \(counted(summary.readings, "reading")), \(counted(entities: summary.entities)): "
                + "\(counted(errors, "error")), \(counted(warnings, "warning"))")
        if errors > 0 { throw Failure(.badData) }
    }

    private func checkCompiled(_ file: String) throws {
        let archive = try Archive.open(file)
        try archive.verify()
        let dictionary = try EntityDictionary(archive)
        try say("\(file): whole: \(counted(entities: dictionary.count)), \(counted(dictionary.aliasCount, "name"))")
    }

    private func checkTexts(_ texts: [String], _ log: ProblemLog) throws {
        let workbench = try Workbench.shipped()
        let dictionary = try EntityCollection(texts: texts, vocabulary: workbench.vocabulary, log.report)
        var options: EntityCheck.Options = []
        if sorted { options.insert(.sorted) }
        if sourced { options.insert(.sourced) }
        for problem in EntityCheck(try workbench.normalizer, options: options).problems(in: dictionary) { log.report(problem) }
        let names = dictionary.entities.reduce(0) { $0 + $1.names.count }
        try say(
            "\(counted(entities: dictionary.entities.count)), \(counted(names, "name")): "
                + log.summary)
    }
}
