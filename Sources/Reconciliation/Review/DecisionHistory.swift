internal import Entities

/// Everything that was ever decided, and what of it holds.
public struct DecisionHistory: Sendable {
    /// A decision, and the undo that took it back.
    public struct Entry: Hashable, Sendable {
        /// What was said.
        public var decision: ReviewDecision
        /// The undo.
        public var takenBack: ReviewDecision?
    }

    /// In the order of the file, undos aside.
    public private(set) var entries: [Entry] = []
    /// Entries that hold, by what they are about.
    private var standing: [ReviewSubject: [Int]] = [:]

    /// Nothing decided.
    public init() {}

    /// What these decisions come to, in their order.
    public init(_ decisions: some Sequence<ReviewDecision>) {
        for decision in decisions { take(decision) }
    }

    /// What holds for a subject: the last decision that was not taken back.
    public func decision(on subject: ReviewSubject) -> ReviewDecision? { standing[subject]?.last.map { entries[$0].decision } }

    /// What holds for a subject, one person's or several's, oldest first.
    public func standing(on subject: ReviewSubject) -> [ReviewDecision] { standing[subject, default: []].map { entries[$0].decision } }

    /// The last decision of a person that holds.
    public func lastDecision(by who: String) -> ReviewDecision? {
        entries.indices.last { entries[$0].decision.who == who && entries[$0].takenBack == nil }.map { entries[$0].decision }
    }

    /// What holds, one decision a subject, oldest first.
    public var decisions: [ReviewDecision] { standing.values.compactMap(\.last).sorted().map { entries[$0].decision } }

    /// Whether a subject was ever decided.
    public func knows(_ subject: ReviewSubject) -> Bool { standing[subject] != nil }

    mutating func take(_ decision: ReviewDecision) {
        let subject = decision.subject
        guard decision.verdict == .undo else {
            standing[subject, default: []].append(entries.count)
            entries.append(Entry(decision: decision))
            return
        }
        // One's own decision is taken back; what somebody else said meanwhile stands. Where one has said nothing, the last.
        guard let holding = standing[subject], !holding.isEmpty else { return }
        let place = holding.lastIndex { entries[$0].decision.who == decision.who } ?? holding.count - 1
        entries[holding[place]].takenBack = decision
        standing[subject]?.remove(at: place)
    }
}
