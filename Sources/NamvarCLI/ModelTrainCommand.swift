import ArgumentParser
import Lexicon
import Transliteration

/// The script that pairs are read from.
enum SourceScript: String, ExpressibleByArgument, CaseIterable {
    case latin, persian
}

/// `namvar model train`
struct ModelTrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train reading models from pairs of spellings, or those that ship with the program.",
        discussion: """
            PAIRS has a header and the columns source, target (several with | between) and, optionally, count.
            A fifth of the names is held out first, to report how well names are read that the model has not seen; the model that is written
            then learns from all. The same input gives the same model.

            Examples:
              namvar model train pairs.tsv --from persian --output mine.namvar
              namvar transliterate --to latin --model mine.namvar جهرمی
              namvar model train --shipped Dictionaries
            """)

    @Argument(help: "A table of pairs.") var pairs: String?
    @Option(help: ArgumentHelp("The script of the source column.", valueName: "latin|persian")) var from: SourceScript?
    @Option(help: "Where to write the model.") var output: String?
    @Option(help: ArgumentHelp("Train the shipped models from this folder of dictionaries instead.", valueName: "FOLDER")) var shipped:
        String?
    @Option(help: ArgumentHelp("A folder of dictionaries whose elements the model may see.", valueName: "FOLDER")) var elements: String?
    @Option(help: "Leave out n-grams that backing off gives as well, within this: the larger, the smaller the model.") var pruning: Float =
        0.5
    @Option(help: "How much an element's reading weighs beside a name's.") var elementWeight: Float = 0.4
    @Option(help: "Hold out this many fifths of the names, one after the other, for the report.") var folds = 1
    @Flag(inversion: .prefixedNo, help: "Hold out a fifth of the names first and report on them.") var report = true

    func validate() throws {
        if shipped == nil {
            guard pairs != nil else { throw ValidationError("give a table of pairs, or --shipped FOLDER") }
            guard from != nil else { throw ValidationError("give --from latin or --from persian") }
            guard output != nil else { throw ValidationError("give --output FILE") }
        } else if pairs != nil {
            throw ValidationError("give a table of pairs or --shipped, not both")
        }
    }

    func run() throws {
        if let shipped {
            var training = try ModelTraining(folder: shipped)
            training.elementWeight = elementWeight
            training.pruning = pruning
            try write(training, ModelTraining.Direction.allCases, to: output ?? "\(shipped)/compiled/models.namvar")
        } else if let pairs, let from, let output {
            var training = try ModelTraining(pairs: try read(pairs, from), elements: elements)
            training.pruning = pruning
            try write(training, [from == .persian ? .fromPersian : .fromLatin], to: output)
        }
    }

    private func write(_ training: ModelTraining, _ directions: [ModelTraining.Direction], to path: String) throws {
        if training.count == 0 { throw Failure(.badData, "no pair whose spellings spell the same name: is --from right?") }
        if report {
            for direction in directions {
                let report = try training.crossValidated(direction, folds: folds)
                let count = max(report.count, 1)
                complain(
                    "\(direction == .fromPersian ? "from Persian" : "from Latin"): \(report.count) names held out, first right \(percent(report.first, count)), among five \(percent(report.firstFive, count))"
                )
                let right = report.calibration.map { $0.given == 0 ? "–" : "\($0.right * 100 / $0.given)" }
                complain("right of candidates, by tenth of the probability given: \(right.joined(separator: " ")) %")
            }
        }
        try training.archive(directions).write(to: path)
    }

    private func percent(_ part: Int, _ whole: Int) -> String { "\(Double(part * 1000 / whole) / 10) %" }

    private func read(_ path: String, _ from: SourceScript) throws -> [(persian: String, latin: String, count: Int)] {
        var pairs: [(persian: String, latin: String, count: Int)] = []
        for row in try TableFile(path: path, columns: ["source", "target"], optional: ["count"]).rows {
            guard let count = row[2].isEmpty ? 1 : Int(row[2]), count > 0 else {
                throw TableError.cell(file: path, line: row.line, column: "count", found: row[2], expected: "a number from 1")
            }
            for target in row[1].split(separator: "|").map(String.init) {
                pairs.append(from == .persian ? (row[0], target, count) : (target, row[0], count))
            }
        }
        return pairs
    }
}

/// `namvar model lexicon`
struct ModelLexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Make the tables of names from lists of attested spellings.",
        discussion: """
            Writes given.tsv, family.tsv, foreign.tsv and places.tsv into FOLDER/names. The lists are described in Dictionaries/README.md.

            Example:
              namvar model lexicon --units name-units.tsv --full-names full-names.tsv --groups name-groups.tsv --places places.tsv Dictionaries
            """)

    @Option(help: "Single names: split, persian, latin, role, count, country.") var units: String
    @Option(help: "Full names: split, persian, latin.") var fullNames: String?
    @Option(help: "The world's names: wikidata, persian, latin.") var groups: String?
    @Option(help: "A gazetteer: geonameid, country, latin_bgn, persian.") var places: String?
    @Argument(help: "The folder of dictionaries.") var folder: String

    func run() throws {
        var generator = LexiconGenerator()
        try generator.add(units: units)
        if let fullNames { try generator.add(fullNames: fullNames) }
        if let groups { try generator.add(groups: groups) }
        if let places { try generator.add(places: places) }
        try generator.write(folder: folder)
    }
}
