/// What a comparison comes to.
public enum Decision: String, Sendable, CaseIterable {
    /// The two are the same name.
    case match
    /// A person should look: the names may be the same, or one says too little.
    case review
    /// The two are different names.
    case different
}

/// From which score on names match, and below which they differ.
public struct Thresholds: Sendable, Hashable {
    /// Scores from here on are a match.
    public var match: Double
    /// Scores below this are different names.
    public var different: Double

    /// The thresholds that ship; what precision they stand for is in docs/reconciliation.md.
    public static let standard = Thresholds(match: 0.85, different: 0.2)

    /// Thresholds; `different` is not above `match`.
    public init(match: Double, different: Double) {
        precondition(different <= match, "the threshold for different names lies above that for a match")
        self.match = match
        self.different = different
    }

    /// The decision that a score comes to.
    public func decision(_ score: Double) -> Decision {
        score >= match ? .match : score < different ? .different : .review
    }
}
