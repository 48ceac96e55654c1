import ArgumentParser
import Lexicon
import Namvar
import Reconciliation

/// Learns the tables by which names are compared; for those who maintain `Dictionaries/`.
struct LearnComparisonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn-comparison",
        abstract: "Learn the tables by which names are compared from the names in a folder of dictionaries.",
        discussion: """
            Writes FOLDER/reconciliation/spelling.tsv or, with --people, FOLDER/reconciliation/weights.tsv; compile the dictionaries in
            between, since the weights go by the costs.

            Examples:
              namvar learn-comparison Dictionaries
              namvar learn-comparison Dictionaries --people full-names.tsv
            """,
        shouldDisplay: false)

    @Argument(help: "The folder of dictionaries.")
    var folder: String

    @Option(help: "People's names in both scripts: columns split, persian, latin.") var people: String?

    @Option(help: "Learn the weights for this kind of names alone: person, organization, place. May be given again.") var kind: [String] =
        []

    @Flag(help: "Learn nothing: say how well the weights do on the organizations and places of the folder.") var measure = false

    func run() throws {
        if measure { return Self.print(try ComparisonTables.measuredWeights(folder: folder, comparer: try Workbench.shipped().comparer)) }
        if let people {
            let (table, reports) = try ComparisonTables.learntWeights(
                folder: folder, people: people, kinds: kind, comparer: try Workbench.shipped().comparer)
            Self.print(reports)
            return try writeFile(Array(table.utf8), to: folder + "/reconciliation/weights.tsv")
        }
        let table = try ComparisonTables.learntSpelling(folder: folder)
        try writeFile(Array(table.utf8), to: folder + "/reconciliation/spelling.tsv")
    }

    private static func print(_ reports: [(kind: String, report: CalibrationReport)]) {
        for (kind, report) in reports {
            Swift.print("\(kind): \(report.size.pairs) pairs, \(report.size.same) of them the same name")
            Swift.print("threshold\tprecision\trecall")
            for row in report.rows() { Swift.print("\(row.threshold)\t\(percent(row.precision))\t\(percent(row.recall))") }
        }
    }
}
