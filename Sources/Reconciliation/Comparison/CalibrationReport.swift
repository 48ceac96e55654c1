/// How right scores were on pairs whose truth is known: what precision and recall each threshold stands for.
public struct CalibrationReport: Sendable {
    private var scores: [(score: Double, isSame: Bool)] = []

    mutating func add(_ score: Double, isSame: Bool) { scores.append((score, isSame)) }

    /// What a threshold came to.
    public struct Row: Sendable {
        /// Pairs with this score and more were called the same.
        public var threshold: Double
        /// How many of those were.
        public var precision: Double
        /// How many of the pairs that are the same they were.
        public var recall: Double
    }

    /// A row for each threshold.
    public func rows(_ thresholds: [Double] = [0.2, 0.5, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99]) -> [Row] {
        let same = scores.count { $0.isSame }
        return thresholds.map { threshold in
            let called = scores.filter { $0.score >= threshold }, right = called.count { $0.isSame }
            return Row(
                threshold: threshold, precision: Double(right) / Double(max(1, called.count)), recall: Double(right) / Double(max(1, same)))
        }
    }

    /// How many pairs, and how many of them are the same name.
    public var size: (pairs: Int, same: Int) { (scores.count, scores.count { $0.isSame }) }
}
