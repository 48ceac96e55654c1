/// What search changes in a displayed text, for `--explain`.
struct SearchChanges {
    private(set) var changes: [Change] = []

    init(_ draft: borrowing Draft, _ words: WordTable) {
        for i in draft.signs.indices {
            let entry = draft.entry(i)
            guard entry.searchRule >= 0, entry.kind != .punctuation, entry.search != entry.display else { continue }
            changes.append(
                Change(
                    rule: Rule.all[Int(entry.searchRule)], range: draft.origin(of: i..<i + 1), before: draft.text(i..<i + 1),
                    after: entry.search.text))
        }
        addWords(draft, words)
    }

    private mutating func addWords(_ draft: borrowing Draft, _ words: WordTable) {
        var folding = Folding(draft.table, words, keepsTokens: false)
        _ = folding.fold(draft.bytes, isDisplayed: true)
        guard folding.isInteresting || folding.hasCompound else { return }
        let plan = folding.plan()
        for unit in plan.units {
            let first = plan.tokens[unit.tokens.lowerBound].folded.lowerBound,
                last = plan.tokens[unit.tokens.upperBound - 1].folded.upperBound
            let before = String(decoding: folding.output[first..<last], as: UTF8.self)
            let after = String(decoding: plan.searched(unit), as: UTF8.self)
            guard after != before else { continue }
            changes.append(
                Change(
                    rule: unit.tokens.count > 1 ? .searchJoined : .searchParts, range: 0..<draft.source.count, before: before, after: after)
            )
        }
    }
}
