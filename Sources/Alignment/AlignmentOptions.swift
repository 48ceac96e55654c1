/// How a pair of articles is aligned.
public struct AlignmentOptions: Sendable {
    /// What the search may know beside the articles.
    public enum Knowledge: Sendable {
        /// Names, numbers, dates, lengths, and the word lexicon.
        case everything
        /// Names, numbers, dates and lengths alone.
        case withoutWords
    }

    /// What the search may know.
    public var knowledge: Knowledge
    /// Whether names inside beads are linked.
    public var linksNames: Bool

    /// The options; by default everything is used and names are linked.
    public init(knowledge: Knowledge = .everything, linksNames: Bool = true) {
        self.knowledge = knowledge
        self.linksNames = linksNames
    }
}
