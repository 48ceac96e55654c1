public import Lexicon

/// The tables that comparing needs: compiled from `Dictionaries/`, and learnt from it.
public enum ComparisonTables {
    /// Adds the sections that `NameComparer` reads, from `names/` and `reconciliation/` of a folder of dictionaries.
    public static func compile(folder: String, into archive: inout ArchiveBuilder) throws(TableError) {
        let own = folder + "/reconciliation"
        archive.add(SpellingCosts.section, try SpellingCosts(path: own + "/spelling.tsv").compiled())
        archive.add(DecisionModel.section, try DecisionModel(path: own + "/weights.tsv").compiled())
        try NameWords.compile(folder: own, into: &archive)
        var knowledge = NameKnowledgeBuilder()
        for name in try AttestedName.read(folder: folder + "/names") {
            knowledge.add(persian: name.persian, reading: name.reading, gender: name.gender, count: name.count, latin: name.latin)
        }
        knowledge.compile(into: &archive)
    }

    /// The table of spelling costs that the attested names of a folder of dictionaries teach: `reconciliation/spelling.tsv`.
    public static func learntSpelling(folder: String) throws(TableError) -> String {
        var lesson = SpellingLesson()
        for name in try AttestedName.read(folder: folder + "/names") where !name.isHeldOut {
            lesson.add(
                persian: [name.persian], latin: name.latin.map { ($0.spelling, name.isForeign ? $0.count / 4 : $0.count) },
                readings: [name.reading])
        }
        var table = "left\tright\tcost\tsource\n"
        for row in lesson.rows() { table += "\(row.left)\t\(row.right)\t\(row.cost)\twikidata\n" }
        return table
    }

    /// The table of weights that people's names and the attested names of a folder of dictionaries teach: `reconciliation/weights.tsv`.
    ///
    /// - Parameter people: a table with the columns `split`, `persian` and `latin` (several with `|` between); only rows of split `train` are read.
    public static func learntWeights(folder: String, people path: String, comparer: NameComparer) throws -> String {
        var people: [(key: String, spellings: [String])] = []
        for name in try AttestedName.read(folder: folder + "/names") where !name.isHeldOut && !name.isForeign && !name.latin.isEmpty {
            people.append((name.persian, [name.persian] + name.latin.map(\.spelling)))
        }
        for row in try TableFile(path: path, columns: ["split", "persian", "latin"]).rows where row[0] == "train" {
            people.append((FoldedWord.key(row[1]), [row[1]] + row[2].split(separator: "|").map(String.init)))
        }
        var trainer = DecisionModelTrainer(comparer)
        let weights = try trainer.learn(people)
        var table = "feature\tweight\tsource\n"
        for feature in PersonFeatures.Feature.allCases.sorted(by: { "\($0)" < "\($1)" }) {
            table += "\(feature)\t\((weights[feature.rawValue] * 1000).rounded() / 1000)\twikidata\n"
        }
        return table
    }
}
