internal import Entities

/// Something about a dictionary that a person should decide.
public struct ReviewSuggestion: Hashable, Sendable {
    /// What could be done.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Two entities may be one.
        case merge
        /// Two entities have one name, and something tells them apart: two of that name, or one that is known wrongly?
        case namesake
        /// A name that was met may be an entity's.
        case newAlias = "new-alias"
        /// Names of one entity may be another one's.
        case split
    }

    /// What could be done.
    public var kind: Kind
    /// What it is about.
    public var subject: ReviewSubject
    /// How the entities are called.
    public var labels: ReviewDecision.Labels
    /// The probability that the names are the same.
    public var score: Double
    /// Why they could be, where they are not simply equal.
    public var evidence: [Evidence]
    /// A reason in words for what no comparison says: equal names, or letters that look the same.
    public var likeness: ConfusablePair.Reason?
    /// What tells the two apart, with both values.
    public var apart: [String] = []
    /// How often a new name was met.
    public var count = 1
}
