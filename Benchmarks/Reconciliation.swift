import Entities
import ICU
import Namvar
import Reconciliation

extension Benchmarks {
    /// Comparing prepared names, and finding entities of the shipped dictionary, against plain edit distance and exact lookup.
    static func reconciliation() throws -> [Benchmark] {
        let workbench = try Workbench.shipped()
        let comparer = try workbench.comparer, reconciler = try workbench.reconciler, dictionary = try workbench.dictionary
        let indices = (0..<dictionary.count).filter { dictionary.type(at: $0) == .person }.prefix(400)
        let people: [Entity] = indices.map { dictionary.entity(at: $0) }
        let latin = people.map(\.label), persian = people.compactMap { $0.label(in: .arabic) }
        let prepared = latin.map { comparer.prepare($0, as: .person) }, others = persian.map { comparer.prepare($0, as: .person) }
        let slips = latin.map { slip($0) }
        let pairs = Double(prepared.count * 50)
        func compared(_ a: [ComparableName], _ b: [ComparableName]) -> () -> Int {
            { a.indices.reduce(1) { sum, i in (0..<50).reduce(sum) { $0 + (comparer.score(a[i], b[(i + $1) % b.count]) > 0.5 ? 1 : 0) } } }
        }
        let plain = {
            latin.indices.reduce(1) { sum, i in
                (0..<50).reduce(sum) { $0 + editDistance(Array(latin[i].utf8), Array(latin[(i + $1) % latin.count].utf8)) }
            }
        }
        func found(_ names: [String], limit: Int) -> () -> Int {
            // As at scale: whoever asks for many answers reads the evidence of few.
            let queries = names.map { name in
                var query = Query(name, limit: limit)
                query.isExplained = false
                return query
            }
            return { queries.reduce(1) { $0 + reconciler.reconcile($1).candidates.count } }
        }
        let looked = { latin.reduce(1) { $0 + dictionary.aliases(spelled: Array($1.lowercased().utf8)).count } }
        return [
            Benchmark(
                name: "compare prepared Latin names", unit: .names, amount: pairs, run: compared(prepared, prepared),
                baseline: ("plain edit distance", plain)),
            Benchmark(
                name: "compare prepared names across scripts", unit: .names, amount: pairs, run: compared(prepared, others),
                baseline: ("plain edit distance", plain)),
            Benchmark(
                name: "reconcile misspelt names", unit: .names, amount: Double(slips.count), run: found(slips, limit: 5),
                baseline: ("exact lookup", looked)),
            Benchmark(
                name: "reconcile exact names", unit: .names, amount: Double(latin.count), run: found(latin, limit: 1),
                baseline: ("exact lookup", looked)),
        ]
    }

    /// The name with a letter in its middle doubled and its last one dropped, which is no name's exact spelling.
    private static func slip(_ name: String) -> String {
        var letters = Array(name.dropLast())
        letters.insert(letters[letters.count / 2], at: letters.count / 2)
        return String(letters)
    }

    private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var previous = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, previous + (x == y ? 0 : 1))
                previous = above
            }
        }
        return row[b.count]
    }
}
