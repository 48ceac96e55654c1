import Alignment
import Entities
import Namvar

/// The names that a run of `align` brings up, for the file of `--mine`.
struct MinedNames {
    private var miner: AliasMiner
    private let path: String

    init(_ path: String, _ aligner: Aligner) throws {
        let workbench = try Workbench.shipped()
        self.path = path
        miner = AliasMiner(aligner, comparer: try workbench.comparer, vocabulary: try workbench.vocabulary)
    }

    mutating func add(_ alignment: ArticleAlignment, _ english: String, _ persian: String) {
        let isSwapped = alignment.remarks.contains(.swapped)
        miner.add(alignment, english: isSwapped ? persian : english, persian: isSwapped ? english : persian)
    }

    /// Writes the dictionary lines, and says on standard error what they are and what contradicts itself.
    func write() throws {
        let harvest = miner.harvest()
        for contradiction in harvest.contradictions { complain(Terminal.errors.isolated("contradiction: \(contradiction)")) }
        try EntityCollection(harvest.entities).write(to: path)
        let known = harvest.entities.count - harvest.newEntityCount
        complain(
            "\(path): \(counted(harvest.nameCount, "name")): \(counted(harvest.newEntityCount, "new entity", plural: "new entities")), new names of \(counted(known, "known one"))"
        )
    }
}
