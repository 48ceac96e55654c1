import ArgumentParser
import Entities
import Lexicon

/// `namvar dictionary check`
struct DictionaryCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look dictionaries over: every mistake with its file, its line and its remedy.",
        discussion: """
            Files in text form are read together, as `compile` would. Of a compiled file every byte is checked.
            The status is 65 when there is an error; warnings alone leave it 0.

            Examples:
              namvar dictionary check people.jsonl places.jsonl
              namvar dictionary check ours.namvar
            """)

    @Argument(help: "Files in text form or compiled.", completion: .file()) var files: [String]
    @Flag(help: "Ask for lines in byte order of their ids.") var sorted = false
    @Flag(help: "Ask for a source of every name.") var sourced = false

    func run() throws {
        let log = ProblemLog()
        var texts: [String] = []
        for file in files {
            if Archive.isArchive(file) { try checkCompiled(file) } else { texts.append(file) }
        }
        if !texts.isEmpty { try checkTexts(texts, log) }
        try log.finish()
    }

    private func checkCompiled(_ file: String) throws {
        let archive = try Archive.open(file)
        try archive.verify()
        let dictionary = try EntityDictionary(archive)
        print("\(file): whole: \(ProblemLog.count(dictionary.count, "entity record")), \(ProblemLog.count(dictionary.aliasCount, "name"))")
    }

    private func checkTexts(_ texts: [String], _ log: ProblemLog) throws {
        let dictionary = try EntityCollection(texts: texts, log.report)
        var options: EntityCheck.Options = []
        if sorted { options.insert(.sorted) }
        if sourced { options.insert(.sourced) }
        for problem in EntityCheck(options: options).problems(in: dictionary) { log.report(problem) }
        let names = dictionary.entities.reduce(0) { $0 + $1.names.count }
        print(
            "\(dictionary.entities.count) entities, \(names) names: "
                + "\(ProblemLog.count(log.errors, "error")), \(ProblemLog.count(log.warnings, "warning"))")
    }
}
