internal import Glibc
internal import Lexicon

/// Weighs what was counted into a probability: a logistic regression whose weights were learnt on attested pairs.
struct DecisionModel: Sendable {
    static let section = "reconciliation.weights"

    /// One weight a feature, in their order.
    var weights: [Double]

    /// The probability that names with these counts are the same name.
    func probability(_ features: PersonFeatures) -> Double { 1 / (1 + exp(-features.weighed(weights))) }

    init(weights: [Double]) { self.weights = weights }

    /// Reads the table of weights: columns `feature` and `weight`.
    init(path: String) throws(TableError) {
        weights = [Double](repeating: 0, count: PersonFeatures.count)
        for row in try TableFile(path: path, columns: ["feature", "weight"], optional: ["source"]).rows {
            guard let feature = PersonFeatures.Feature.allCases.first(where: { "\($0)" == row[0] }), let weight = Double(row[1]) else {
                throw .cell(
                    file: path, line: row.line, column: "feature", found: row[0], expected: "a feature of people's names and a number")
            }
            weights[feature.rawValue] = weight
        }
    }

    func compiled() -> [UInt8] {
        var bytes: [UInt8] = []
        for weight in weights { bytes.append(littleEndian: UInt64(weight.bitPattern)) }
        return bytes
    }

    init(_ bytes: Bytes) {
        weights = (0..<bytes.count / 8).map { Double(bitPattern: bytes.u64(at: 8 * $0)) }
    }
}
