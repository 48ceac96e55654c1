import Entities
import TestSupport
import Testing

/// The dictionary that lines of the text form make, with ` ; ` between them.
func collection(_ cell: String) -> EntityCollection {
    var result = EntityCollection()
    let place = EntityProblem.Place(file: "case", line: 1)
    for text in cell.components(" ; ") {
        switch EntityParser().line(Array(text.utf8), at: place, { Issue.record("\($0)") }) {
        case .entity(let entity): result.entities.append(entity)
        case .redirect(let from, let to): result.redirects[from] = to
        case .removed(let id): result.removed.insert(id)
        case nil: Issue.record("not a line: \(text)")
        }
    }
    return result
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        isEmpty ? [] : split(separator: separator).map(String.init)
    }
}

extension EntityCollection {
    fileprivate var text: String { lines.map(\.json).joined(separator: " ; ") }
}

@Suite struct MergeTests {
    @Test(arguments: Cases("merge").rows)
    func dictionariesThatGrewApartAreMerged(row: [String]) {
        let merge = EntityMerge(base: collection(row[1]), ours: collection(row[2]), theirs: collection(row[3]))
        #expect(merge.result.text == row[4], "\(row[0])")
        let advice = "; edit one side, or give --prefer ours or --prefer theirs"
        #expect(merge.conflicts.map(\.description) == (row[5].isEmpty ? [] : [row[5] + advice]), "\(row[0])")
    }

    /// Without conflicts, it does not matter who merges whom, but for the order of names.
    @Test(arguments: Cases("merge").rows.filter(\.[5].isEmpty))
    func sidesMayBeExchanged(row: [String]) {
        let forth = EntityMerge(base: collection(row[1]), ours: collection(row[2]), theirs: collection(row[3])).result
        let back = EntityMerge(base: collection(row[1]), ours: collection(row[3]), theirs: collection(row[2])).result
        let differences = EntityDifference.between(forth, back)
        for case .changed(_, let changes) in differences {
            #expect(changes.allSatisfy { change in change == .order || "\(change)".contains(", sources: ") }, "\(row[0])")
        }
        #expect(differences.allSatisfy { if case .changed = $0 { true } else { false } }, "\(row[0])")
    }

    @Test(arguments: Cases("merge").rows.filter { !$0[5].isEmpty })
    func theirsCanBePreferred(row: [String]) {
        let base = collection(row[1]), ours = collection(row[2]), theirs = collection(row[3])
        let merge = EntityMerge(base: base, ours: ours, theirs: theirs, preferring: .theirs)
        let mirrored = EntityMerge(base: base, ours: theirs, theirs: ours, preferring: .ours)
        #expect(merge.conflicts.count == mirrored.conflicts.count, "\(row[0])")
        #expect(merge.result.text == mirrored.result.text, "\(row[0])")
    }

    @Test(arguments: Cases("difference").rows)
    func differencesAreSaidInWords(row: [String]) {
        let words = EntityDifference.between(collection(row[1]), collection(row[2])).map(\.description).joined(separator: "\n")
        #expect(words == row[3].split(separator: " / ").joined(separator: "\n"), "\(row[0])")
    }
}
