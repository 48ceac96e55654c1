import ArgumentParser
import Entities
import Glibc
import Lexicon
import Namvar
import Reconciliation
import Transliteration

/// `namvar dictionary build`
struct DictionaryBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make a dictionary of bare mentions: which spellings are one name, and which entity each mention is of.",
        discussion: """
            Mentions: .txt (a name a line), .tsv or .csv (a header; column name and, where
            present, id, type, birthYear, gender, language, source, count), .jsonl.

            Different ids, types, genders and years of birth never meet. What people
            decided (--decisions) outranks every score. The order of mentions does not
            matter, and more mentions leave ids as they are but for the rare entity most
            of whose mentions sound otherwise than before; with --keep, the dictionary
            built earlier, no id changes: what became one redirects. The file that is to
            be written keeps its ids so unless --fresh is given.

            Examples:
              namvar dictionary build mentions.txt --output people.jsonl
              namvar dictionary build march.tsv april.tsv --output people.jsonl --assignments who.tsv --decisions decisions.jsonl
              namvar dictionary build april.tsv --keep march.jsonl --output april.jsonl
            """)

    @Argument(help: ArgumentHelp("Files of mentions.", valueName: "mentions"), completion: .file()) var files: [String]
    @Option(
        name: [.short, .long], help: ArgumentHelp("The dictionary to write, in text form.", valueName: "file.jsonl"), completion: .file())
    var output: String
    @Option(help: ArgumentHelp("Where to write which entity each mention is of.", valueName: "file.tsv"), completion: .file())
    var assignments: String?
    @Option(help: ArgumentHelp("A dictionary built earlier, whose entities keep their ids.", valueName: "file.jsonl"), completion: .file())
    var keep: String?
    @Flag(help: "Make ids anew, whatever the file to be written holds.") var fresh = false
    @Option(help: "A file of decisions to follow.", completion: .file()) var decisions: String?
    @Option(help: "The score from which on two spellings are joined.") var threshold: Double?
    @Option(help: ArgumentHelp("The scheme whose spelling is the label, of several met equally often.", valueName: "id")) var scheme:
        String?

    func validate() throws {
        if files.contains("-"), assignments != nil { throw ValidationError("--assignments reads the mentions twice: give them as files") }
        if fresh, keep != nil { throw ValidationError("give --keep or --fresh") }
    }

    func run() throws {
        let workbench = try Workbench.shipped()
        var clusterer = MentionClusterer(try workbench.comparer)
        if let threshold { clusterer.threshold = threshold }
        clusterer.romanized = try romanized(workbench)
        if let earlier = keep ?? (fresh || !isDictionary(output) ? nil : output) { try keepIDs(of: earlier, in: &clusterer) }
        if let decisions { clusterer.follow(try DecisionLog.history(in: decisions) { complain("\($0)") }) }
        var problems = 0
        func report(_ problem: MentionFile.Problem) {
            problems += 1
            if problems <= 1000 { complain(problem.description) }
        }
        for path in files {
            let unused = path == "-" ? [] : try MentionFile(path).unusedColumns()
            if !unused.isEmpty { complain("\(path): not used: \(unused.joined(separator: ", "))") }
            try MentionFile(path).forEach({ mention, _ in clusterer.add(mention) }, report: report)
        }
        var bar = ProgressBar("comparing", total: clusterer.spellingCount)
        let result = try clusterer.entities { bar.update($0) }
        bar.finish()
        try write(result)
        if let assignments { try assign(&clusterer, result, assignments) }
        for obstacle in result.obstacles { complain(obstacle.words) }
        if problems > 0 {
            throw Failure(.badData, "\(counted(problems, "problem")) in the mentions; \(counted(entities: result.entities.count)) written")
        }
        if !result.obstacles.isEmpty { throw Failure(.badData, "\(counted(result.obstacles.count, "decision")) could not be followed") }
    }

    private func write(_ result: MentionClusterer.Result) throws {
        var writer = try FileWriter(output), json = JSONWriter()
        let redirects = result.redirects.sorted { $0.key < $1.key }.map { EntityLine.redirect(from: $0.key, to: $0.value) }
        for line in result.entities.lazy.map({ EntityLine.entity($0) }) + redirects {
            json.removeAll()
            line.write(to: &json)
            try writer.append(json.bytes)
            try writer.append([UInt8(ascii: "\n")])
        }
        try writer.commit()
    }

    /// Whether there is a file that an earlier build may have written.
    private func isDictionary(_ path: String) -> Bool {
        // A device or a pipe may never end.
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        guard var lines = try? LineReader(path), let first = try? lines.next() else { return false }
        return first.first == UInt8(ascii: "{")
    }

    private func keepIDs(of path: String, in clusterer: inout MentionClusterer) throws {
        var file = EntityFile([path])
        while let (line, _) = try file.next({ if $0.severity == .error { complain("\($0)") } }) { clusterer.keep(line) }
    }

    private func romanized(_ workbench: Workbench) throws -> @Sendable (String) -> String? {
        let transliterator = try workbench.transliterator
        var options = TransliterationOptions()
        if let scheme {
            guard let known = try workbench.schemes[Scheme.ID(rawValue: scheme)] else {
                throw Failure(.usage, "--scheme \(scheme): no such scheme; `namvar transliterate --help` lists them")
            }
            options.scheme = known
        }
        return { [options] in transliterator.candidates(for: $0, to: .latin, options).first?.text }
    }

    /// The mentions again, each with its entity: only spellings are kept in memory.
    private func assign(_ clusterer: inout MentionClusterer, _ result: MentionClusterer.Result, _ path: String) throws {
        var writer = try FileWriter(path)
        try writer.append("line\tmention\tentity\n".utf8)
        for file in files {
            try MentionFile(file).forEach(
                { mention, line in
                    let entity = result.entities[result.entityOfSpelling[clusterer.add(mention)]]
                    let text = mention.name.replacing("\t", with: " ").replacing("\n", with: " ")
                    try writer.append("\(line)\t\(text)\t\(entity.id)\n".utf8)
                }, report: { _ in })
        }
        try writer.commit()
    }
}
