/// A step of normalization, by name.
public struct Rule: Hashable, Sendable {
    /// Short name, as `--explain` prints it: `persian-letter`.
    public let name: String
    /// Why the rule exists, in one sentence.
    public let reason: String

    init(_ name: String, _ reason: String) {
        self.name = name
        self.reason = reason
    }
}
