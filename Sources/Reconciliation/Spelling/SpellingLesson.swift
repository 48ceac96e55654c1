/// Attested spellings of the same name, from which costs are learnt.
struct SpellingLesson: Sendable {
    private var acrossScripts: [SpellingCostLearner.Pair] = []
    private var bySound: [SpellingCostLearner.Pair] = []
    private var latin: [SpellingCostLearner.Pair] = []
    private var persian: [SpellingCostLearner.Pair] = []

    /// A lesson without pairs.
    init() {}

    /// Adds a name's spellings: all Persian ones meet all Latin ones, and each script's meet one another.
    ///
    /// Latin spellings are lower case; `weight` is how often the spelling was seen; `readings` is what is known of how the Persian is read.
    mutating func add(persian: [String], latin: [(spelling: String, weight: Double)], readings: [String] = []) {
        let latinUnits = latin.map { name -> ([UInt8], Double) in
            var units: [UInt8] = []
            LatinSpelling.units(of: Array(name.spelling.utf8), into: &units)
            return (units, name.weight)
        }
        let persianUnits = persian.map { name -> [UInt8] in
            var units: [UInt8] = []
            PersianSpelling.units(ofLetters: name, into: &units)
            return units
        }
        for (units, weight) in latinUnits {
            for other in persianUnits { acrossScripts.append(.init(left: units, right: other, weight: weight.squareRoot())) }
            for reading in readings {
                var sounds: [UInt8] = []
                PersianSpelling.units(ofReading: reading, into: &sounds)
                bySound.append(.init(left: units, right: sounds, weight: weight.squareRoot() / Double(readings.count)))
            }
        }
        for (i, a) in latinUnits.enumerated() {
            for b in latinUnits[i...] {
                let weight = (a.1 * b.1).squareRoot().squareRoot() / Double(latinUnits.count)
                self.latin.append(.init(left: a.0, right: b.0, weight: weight))
                self.latin.append(.init(left: b.0, right: a.0, weight: weight))
            }
        }
        for (i, a) in persianUnits.enumerated() {
            for b in persianUnits[i...] {
                self.persian.append(.init(left: a, right: b, weight: 1))
                self.persian.append(.init(left: b, right: a, weight: 1))
            }
        }
    }

    /// A line of the table of costs.
    struct Row: Sendable, Hashable {
        /// Units on one side, separated by spaces; for nothing written: empty against Persian letters, `∅` against known sounds, `–` within a script.
        var left: String
        /// Units on the other side.
        var right: String
        /// Tenths of a nat.
        var cost: Int
    }

    /// What the pairs teach, sorted; Latin against Latin, letters against Latin, sounds against Latin, Persian against Persian.
    func rows() -> [Row] {
        var rows: [String: Row] = [:]
        for (pairs, gap) in [(latin, SpellingUnit.gap), (acrossScripts, 0), (bySound, SpellingUnit.unheard), (persian, SpellingUnit.gap)]
        where !pairs.isEmpty {
            var learner = SpellingCostLearner()
            learner.learn(pairs)
            for (left, right, cost) in learner.table() {
                let row = Row(
                    left: Self.label(left.isEmpty ? [gap] : left), right: Self.label(right.isEmpty ? [gap] : right), cost: Int(cost))
                guard row.left != row.right else { continue }
                let key = row.left < row.right ? row.left + "\t" + row.right : row.right + "\t" + row.left
                // Learnt twice: what is left out of a spelling in either lesson, and each way round.
                if let known = rows[key], known.cost <= row.cost { continue }
                rows[key] = row
            }
        }
        return rows.values.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }

    private static func label(_ units: [UInt8]) -> String { units.map { SpellingUnit(rawValue: $0).label }.joined(separator: " ") }
}
