/// The words that models have read already, up to a bound: in lists of names the same words come again and again.
struct WordMemory: Sendable {
    private var known: [String: WordChoices] = [:]
    private let bound: Int

    /// A memory of at most `bound` words; of none with 0.
    init(bound: Int) { self.bound = bound }

    static let none = WordMemory(bound: 0)

    /// Copies what is known of `word`; false when nothing is.
    func recall(_ word: String, into choices: inout WordChoices) -> Bool {
        guard bound > 0, let known = known[word] else { return false }
        choices.fill(from: known)
        return true
    }

    /// Remembers the choices for their word. When the memory is full all are forgotten: what is common comes back soon.
    mutating func remember(_ choices: borrowing WordChoices) {
        guard bound > 0 else { return }
        if known.count >= bound { known.removeAll(keepingCapacity: true) }
        var copy = WordChoices()
        copy.fill(from: choices)
        known[choices.given] = copy
    }
}
