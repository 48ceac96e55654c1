/// One thing that a normalizer did, with its place and its reason.
public struct Change: Sendable, Hashable {
    /// The rule that did it.
    public let rule: Rule
    /// Where, as UTF-8 offsets in the text that was given.
    public let range: Range<Int>
    /// What stood there.
    public let before: String
    /// What stands there now.
    public let after: String

    init(rule: Rule, range: Range<Int>, before: String, after: String) {
        self.rule = rule
        self.range = range
        self.before = before
        self.after = after
    }
}
