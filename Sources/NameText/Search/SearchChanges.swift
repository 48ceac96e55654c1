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
        guard folding.isInteresting else { return }
        let (tokens, plan) = folding.plan()
        var i = 0
        while i < tokens.count {
            var end = i + 1
            while end < tokens.count, plan.joints[end] != .apart { end += 1 }
            let before = String(decoding: folding.output[tokens[i].folded.lowerBound..<tokens[end - 1].folded.upperBound], as: UTF8.self)
            var after: [UInt8] = []
            for k in i..<end where plan.joints[k] != .pair { after += folding.searched(k, tokens, plan) }
            let text = String(decoding: after, as: UTF8.self)
            if text != before {
                changes.append(
                    Change(rule: end > i + 1 ? .searchJoined : .searchParts, range: 0..<draft.source.count, before: before, after: text))
            }
            i = end
        }
    }
}
