internal import Entities
public import Lexicon

/// The tables that comparing needs: compiled from `Dictionaries/`, and learnt from it.
public enum ComparisonTables {
    /// Adds the sections that `NameComparer` reads, from `names/`, `reconciliation/` and `entities/` of a folder of dictionaries.
    public static func compile(folder: String, into archive: inout ArchiveBuilder) throws {
        let own = folder + "/reconciliation"
        archive.add(SpellingCosts.section, try SpellingCosts(path: own + "/spelling.tsv", habits: own + "/habits.tsv").compiled())
        archive.add(DecisionModels.section, try DecisionModels(path: own + "/weights.tsv").compiled())
        try NameWords.compile(folder: own, into: &archive)
        try AttestedAcronyms.compile(folder + "/entities/organizations.jsonl", into: &archive)
        var knowledge = NameKnowledgeBuilder()
        for name in try AttestedName.read(folder: folder + "/names") + AttestedName.readForeign(folder: folder) {
            knowledge.add(
                persian: name.persian, reading: name.reading, gender: name.gender, isGiven: name.isGiven,
                isForeign: name.isForeign, count: name.count,
                latin: name.latin)
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

    /// The table of weights, `reconciliation/weights.tsv`, that people's names and the names and entities of a folder of dictionaries
    /// teach, and how well it does on names kept apart, by the kind of name.
    ///
    /// - Parameters:
    ///   - people: a table with the columns `split`, `persian` and `latin` (several with `|` between); only rows of split `train` are read.
    ///   - kinds: the kinds of names to learn for, of person, organization and place; all without any. The others keep their weights.
    public static func learntWeights(
        folder: String, people path: String, kinds: [String], comparer: NameComparer
    ) throws -> (table: String, reports: [(kind: String, report: CalibrationReport)]) {
        var people: [DecisionModelTrainer.Bearer] = []
        for name in try AttestedName.read(folder: folder + "/names") where !name.isHeldOut && !name.isForeign && !name.latin.isEmpty {
            people.append(.init(key: name.persian, spellings: [name.persian] + name.latin.map(\.spelling)))
        }
        for row in try TableFile(path: path, columns: ["split", "persian", "latin"]).rows where row[0] == "train" {
            people.append(.init(key: FoldedWord.key(row[1]), spellings: [row[1]] + row[2].split(separator: "|").map(String.init)))
        }
        var models = comparer.models, reports: [(kind: String, report: CalibrationReport)] = []
        for (kind, bearers) in [
            (ComparableName.Kind.person, people), (.organization, try bearers(folder + "/entities/organizations.jsonl")),
            (.place, try bearers(folder + "/entities/places.jsonl")),
        ] where kinds.isEmpty || kinds.contains(kind.label) {
            var trainer = DecisionModelTrainer(comparer, kind: kind)
            let (weights, report) = try trainer.learn(bearers)
            models[kind] = DecisionModel(weights: weights)
            reports.append((kind.label, report))
        }
        return (models.table(source: "wikidata; namvar"), reports)
    }

    /// How well the weights that a comparer has do on the aliases of the organizations, and of the places, of a folder of dictionaries: its own
    /// are set by hand, so that no names need be kept apart.
    public static func measuredWeights(folder: String, comparer: NameComparer) throws -> [(kind: String, report: CalibrationReport)] {
        try [(ComparableName.Kind.organization, "organizations"), (.place, "places")].map { kind, file in
            var trainer = DecisionModelTrainer(comparer, kind: kind)
            return (kind.label, try trainer.measure(try bearers("\(folder)/entities/\(file).jsonl")))
        }
    }

    private static func bearers(_ path: String) throws(FileError) -> [DecisionModelTrainer.Bearer] {
        var file = EntityFile([path]), bearers: [DecisionModelTrainer.Bearer] = []
        while let (line, _) = try file.next({ _ in }) {
            guard case .entity(let entity) = line else { continue }
            let names = entity.names.filter { [.preferred, .alias].contains($0.role) }.map(\.text)
            if !names.isEmpty { bearers.append(.init(key: entity.id.rawValue, spellings: names)) }
        }
        return bearers
    }
}
