/// One thing that speaks for or against two names being the same.
public struct Evidence: Sendable, Hashable {
    /// The part of a name that it is about: given, family, title, suffix, order, name, …
    public var part: String
    /// The rule that saw it: `sound`, `left-out`, …
    public var rule: String
    /// The words that met, or the word that did not.
    public var detail: String
    /// What it weighed, in nats: above zero for the same name, below zero against.
    public var weight: Double

    /// A piece of evidence.
    public init(part: String, rule: String, detail: String, weight: Double) {
        self.part = part
        self.rule = rule
        self.detail = detail
        self.weight = weight
    }
}

/// What comparing two names came to, and why.
public struct Comparison: Sendable, Hashable {
    /// The probability that the two are the same name.
    public var score: Double
    /// What the score comes to at the comparer's thresholds.
    public var decision: Decision
    /// What the score is made of.
    public var evidence: [Evidence]
}
