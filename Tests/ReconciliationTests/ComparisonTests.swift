import Reconciliation
import TestSupport
import Testing

@Suite struct ComparisonTests {
    @Test(arguments: Cases("comparisons").rows) func decides(_ row: [String]) {
        let comparison = Shipped.comparer.compare(row[0], row[1])
        #expect(comparison.decision.rawValue == row[2], "\(row[0]) | \(row[1]) (\(row[3])): \(comparison.score)")
    }

    @Test(arguments: Cases("comparisons").rows) func doesNotDependOnOrder(_ row: [String]) {
        let there = Shipped.comparer.compare(row[0], row[1]), back = Shipped.comparer.compare(row[1], row[0])
        #expect(abs(there.score - back.score) < 1e-9, "\(there.evidence) \(back.evidence)")
    }

    @Test(arguments: Cases("comparisons").rows) func takesANameForItself(_ row: [String]) {
        #expect(Shipped.comparer.compare(row[0], row[0]).score > 0.5)
    }

    /// Each kind of change that names undergo, and the traps beside it: `decision` has the answers that are right, `by` says where letters and the
    /// lexicon do not know and the reading models must.
    @Test(arguments: Cases("kinds-of-change").rows) func decidesByTheKindOfChange(_ row: [String]) {
        let comparer = row[4] == "models" ? Shipped.readingComparer : Shipped.comparer
        let comparison = comparer.compare(row[0], row[1], explained: false)
        let right = row[2].split(separator: "|").map(String.init)
        #expect(right.contains(comparison.decision.rawValue), "\(row[0]) | \(row[1]) (\(row[3])): \(comparison.score)")
        guard row[4] != "models" else { return }
        let back = comparer.compare(row[1], row[0], explained: false)
        #expect(abs(comparison.score - back.score) < 1e-9, "\(row[0]) | \(row[1]): the order must not matter")
    }

    @Test func explainsItself() {
        let evidence = Shipped.comparer.compare("Javad Zarif", "محمدجواد ظریف").evidence
        #expect(evidence.contains { $0.part == "family" && $0.detail == "zarif = ظریف" && $0.weight > 0 })
        #expect(evidence.contains { $0.rule == "left-out-lead" && $0.weight < 0 })
    }

    @Test(arguments: ["", " ", "😀", "...", "\u{200C}", "دکتر", String(repeating: "ا", count: 20_000), "Аli Rezaei", "\u{202E}ali"])
    func survivesWhatIsNoName(_ name: String) {
        let comparison = Shipped.comparer.compare(name, "Ali Rezaei")
        #expect(comparison.score >= 0 && comparison.score <= 1)
    }
}
