internal import Alignment
internal import Entities
public import Lexicon
internal import NameText
internal import Reconciliation
internal import Transliteration

/// Compiles `Dictionaries/`, the text that is the source of truth, into the archives that the program embeds.
public enum ShippedDictionaries {
    /// The archives, in the order in which they are compiled: each may need those before it.
    public static let archives = ["lexicon.namvar", "comparison.namvar", "models.namvar", "entities.namvar", "names.namvar"]

    /// Compiles every archive from `Dictionaries/` into a folder, such as `Dictionaries/compiled`.
    ///
    /// The same text gives the same bytes. Nothing that the program embeds is read: a checkout whose compiled archives are of an
    /// older format can compile them anew.
    /// - Throws: the first mistake found, with file and line; nothing is half written.
    public static func build(_ folder: String, output: String) throws {
        let lexicon = try lexicon(from: folder)
        try lexicon.write(to: "\(output)/lexicon.namvar")
        let comparison = try comparison(from: folder)
        try comparison.write(to: "\(output)/comparison.namvar")
        let workbench = Workbench(
            lexicon: try Archive(bytes: lexicon.bytes(), named: "lexicon.namvar"),
            comparison: try Archive(bytes: comparison.bytes(), named: "comparison.namvar"), models: nil)
        try entities(from: folder, by: workbench).write(to: "\(output)/entities.namvar")
        try entities(from: folder, files: ["names"], by: workbench).write(to: "\(output)/names.namvar")
    }

    /// Letters, titles, affixes, readings and schemes: what is needed to read and write names.
    public static func lexicon(from folder: String) throws -> ArchiveBuilder {
        var builder = ArchiveBuilder()
        try Vocabulary.compile(folder: folder, into: &builder)
        try SchemeSet.compile(folder: "\(folder)/schemes", into: &builder)
        try Transliterator.compile(folder: folder, into: &builder)
        return builder
    }

    /// What is needed to compare names and to align articles besides.
    public static func comparison(from folder: String) throws -> ArchiveBuilder {
        var builder = ArchiveBuilder()
        try ComparisonTables.compile(folder: folder, into: &builder)
        try WordLexicon.compile(folder: folder, into: &builder)
        return builder
    }

    /// The entities of `folder`/entities, with the index by which they are found.
    ///
    /// - Throws: `ShippedDictionariesError.entities` with every problem, when there is one.
    public static func entities(
        from folder: String, files: [String] = ["organizations", "people", "places"], by workbench: Workbench
    ) throws -> ArchiveBuilder {
        var builder = ArchiveBuilder()
        var problems: [EntityProblem] = []
        let files = files.map { "\(folder)/entities/\($0).jsonl" }
        _ = try workbench.compiler.compile(files, into: &builder) { if $0.severity == .error { problems.append($0) } }
        guard problems.isEmpty else { throw ShippedDictionariesError.entities(problems.map { "\($0)" }) }
        return builder
    }
}

/// Why the shipped dictionaries cannot be compiled.
public enum ShippedDictionariesError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Problems in the text form of entities, each with file and line.
    case entities([String])

    /// A line for each problem.
    public var description: String {
        switch self {
        case .entities(let problems): problems.joined(separator: "\n")
        }
    }
}
