import Entities
import Lexicon
import Reconciliation
import TestSupport
import Testing
import Transliteration

/// Several threads ask one reconciler over thousands of invented people, and its answers are those of one thread.
@Suite struct ThreadsTests {
    private struct Spelled: Hashable {
        var persian: String
        var latin: String
    }

    /// Attested names with their commonest Latin spelling.
    private static func names(_ file: String) throws -> [Spelled] {
        try TableFile(
            path: "\(checkout)/Dictionaries/names/\(file).tsv", columns: ["reading", "latin"],
            optional: ["kind", "gender", "count", "held_out", "source"]
        ).rows.compactMap { row in
            guard let latin = row[1].split(separator: ":").first, let reading = try? Reading(row[0]) else { return nil }
            return Spelled(persian: reading.persian, latin: String(latin))
        }
    }

    private static func line(_ number: Int, _ given: Spelled, _ family: Spelled) -> String {
        """
        {"id":"P\(number)","type":"person","names":[{"text":"\(given.latin) \(family.latin)"},{"text":"\(given.persian) \(family.persian)"}]}
        """
    }

    @Test func answersAreTheSameFromManyThreads() async throws {
        let given = try Self.names("given"), family = try Self.names("family")
        var random = SplitMix(seed: 4), lines: Set<String> = [], queries: [Query] = []
        func drawn(_ names: [Spelled]) -> Spelled { names[Int(random.next() % UInt64(names.count))] }
        while lines.count < 3000 {
            let given = drawn(given), family = drawn(family)
            lines.insert(Self.line(lines.count, given, family))
            // Some as they stand, some with a letter doubled or left out.
            let names = ["\(given.latin) \(family.latin)", "\(given.persian) \(family.persian)"]
            if lines.count % 40 == 0 {
                queries += names.flatMap { [Query($0), Query($0, limit: 1), Query(doubled($0)), Query(shortened($0))] }
            }
        }
        let reading = try Transliterator(lexicon: Shipped.lexicon, models: Archive.open(checkout + "/Dictionaries/compiled/models.namvar"))
        let comparer = try NameComparer(Shipped.comparison, vocabulary: Shipped.vocabulary, normalizer: Shipped.normalizer) { reading }
        let reconciler = try Reconciler([Shipped.dictionary(lines.sorted())], comparer: comparer)
        let asked = queries, alone = asked.map { reconciler.reconcile($0) }
        #expect(alone.contains { $0.decision == .match } && alone.contains { $0.decision == .review })
        await withTaskGroup(of: [Int].self) { group in
            for thread in 0..<4 {
                group.addTask {
                    // Each begins elsewhere, so that different queries meet.
                    let order = asked.indices.map { ($0 + thread * asked.count / 4) % asked.count }
                    return order.filter { reconciler.reconcile(asked[$0]) != alone[$0] }
                }
            }
            for await others in group { #expect(others.map { asked[$0].name } == []) }
        }
    }

    private func doubled(_ name: String) -> String {
        var letters = Array(name)
        letters.insert(letters[letters.count / 2], at: letters.count / 2)
        return String(letters)
    }

    private func shortened(_ name: String) -> String {
        var letters = Array(name)
        letters.remove(at: letters.count / 3)
        return String(letters)
    }
}
