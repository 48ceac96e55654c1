import ArgumentParser
import Entities
import Lexicon
import Namvar

/// `namvar dictionary compile`
struct DictionaryCompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile", abstract: "Compile dictionaries in text form for `reconcile`.",
        discussion: """
            What is wrong is said with file and line and left out, the rest goes through;
            the status is then 65.

            Examples:
              namvar dictionary compile people.jsonl places.jsonl --output ours.namvar
              namvar dictionary compile --shipped Dictionaries

            Changes need no dictionary compiled anew: put them into a file of their own,
            compile that with --add-to, and give `reconcile` both, the changes first. A
            line whose id is known adds its names and properties to what is known;
            {"id":"a","redirect":"b"} merges a into b, and {"id":"a","removed":true} takes
            a away.
              namvar dictionary compile changes.jsonl --add-to ours.namvar --output changes.namvar
              namvar reconcile --dictionary changes.namvar --dictionary ours.namvar < names.txt
            """)

    @Argument(help: "Files in text form.", completion: .file()) var files: [String] = []
    @Option(name: [.short, .long], help: "Where to write the compiled dictionary.", completion: .file()) var output: String?
    @Option(
        help: ArgumentHelp("A compiled dictionary that the new one goes in front of; may be repeated, in that order.", valueName: "file"),
        completion: .file())
    var addTo: [String] = []
    @Option(help: "Compile everything that ships, from this folder into its folder `compiled`.", completion: .directory) var shipped:
        String?

    func validate() throws {
        if shipped == nil, files.isEmpty { throw ValidationError("give the files to compile") }
        if shipped == nil, output == nil { throw ValidationError("give --output, the file to write") }
        if shipped != nil, !files.isEmpty || output != nil || !addTo.isEmpty { throw ValidationError("--shipped stands alone") }
    }

    func run() throws {
        if let shipped {
            try ShippedDictionaries.build(shipped, output: "\(shipped)/compiled")
        } else if let output {
            try compile(to: output)
        }
    }

    private func compile(to output: String) throws {
        let log = ProblemLog()
        var archive = ArchiveBuilder()
        var bar = ProgressBar("compiling", total: try lines())
        let bases = try addTo.map { try EntityDictionary.open($0) }
        let summary = try Workbench.shipped().compile(files, addedTo: bases, into: &archive, report: log.report) { bar.update($0) }
        bar.finish()
        try archive.write(to: output)
        var said = [counted(entities: summary.entities), counted(summary.aliases, "name"), counted(summary.redirects, "redirect")]
        if summary.removals > 0 { said.append(counted(summary.removals, "removal")) }
        try say("\(output): \(said.joined(separator: ", "))")
        try log.finish()
    }

    /// How many lines there are to compile; counted only for somebody who watches.
    private func lines() throws -> Int {
        guard Terminal.errors.isInteractive else { return 0 }
        var count = 0
        for file in files where file != "-" {
            var reader = try LineReader(file)
            while try reader.next() != nil { count += 1 }
        }
        return count
    }
}
