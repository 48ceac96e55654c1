/// Which words of a text belong together, and which of them the vocabulary spells. Display and search both follow it.
///
/// It is made from folded words alone, so that it is the same for every spelling that search does not tell apart.
struct WordPlan {
    /// How a word stands to the one before it.
    enum Joint: Equatable {
        case apart
        /// One entry of the vocabulary spells both.
        case pair
        /// Joined by a rule, with a joiner where the letters would join or without.
        case joined(Rule, joiner: Bool)
    }

    /// For each token, how it stands to the one before.
    private(set) var joints: [Joint]
    /// For each token, the entry that spells it, or that spells it with the next.
    private(set) var spellings: [WordTable.Index?]

    private let tokens: [Token]
    private let text: [UInt8]
    private let table: WordTable
    private var words: [Word]

    /// Longer lines are no bare names.
    private static let longestName = 8

    init(_ tokens: [Token], in text: [UInt8], _ table: WordTable) {
        self.tokens = tokens
        self.text = text
        self.table = table
        joints = [Joint](repeating: .apart, count: tokens.count)
        spellings = [WordTable.Index?](repeating: nil, count: tokens.count)
        words = [Word](repeating: [], count: tokens.count)
        for (i, token) in tokens.enumerated() {
            guard let entry = table.find(text, token.folded, hash: token.hash) else { continue }
            words[i] = table.word(entry)
            if !words[i].isDisjoint(with: [.spelled, .parted]) { spellings[i] = entry }
        }
        var start = 0
        while start < tokens.count {
            var end = start + 1
            while end < tokens.count, !tokens[end].startsLine { end += 1 }
            planLine(start..<end)
            start = end
        }
    }

    private mutating func planLine(_ line: Range<Int>) {
        joinPairs(line, allowed: .pair)
        joinEndings(line)
        guard isName(line) else { return }
        joinPairs(line, allowed: .namePair)
        joinAffixes(line)
    }

    /// Two words that the vocabulary writes as one.
    private mutating func joinPairs(_ line: Range<Int>, allowed: Word) {
        var i = line.lowerBound
        while i + 1 < line.upperBound {
            guard words[i].contains(.startsPair), joints[i] == .apart, joints[i + 1] == .apart,
                let entry = table.find(text, tokens[i].folded.lowerBound..<tokens[i + 1].folded.upperBound),
                !table.word(entry).isDisjoint(with: allowed),
                !(table.word(entry).contains(.participle) && i + 2 < line.upperBound && words[i + 2].contains(.auxiliary))
            else {
                i += 1
                continue
            }
            joints[i + 1] = .pair
            spellings[i] = entry
            spellings[i + 1] = nil
            // What the pair is, stands with its first word; the second is spent.
            words[i] = table.word(entry)
            words[i + 1] = []
            i += 2
        }
    }

    /// Endings of grammar: «خامنه ای», «کتاب ها», «می روند».
    private mutating func joinEndings(_ line: Range<Int>) {
        for i in line.dropFirst() where joints[i] == .apart {
            let before = tokens[i - 1].folded
            if words[i].contains(.heEnding) {
                if joints[i - 1] == .apart, endsInSilentHe(before), !words[i - 1].contains(.function) {
                    joints[i] = .joined(.heEnding, joiner: true)
                }
            } else if words[i].contains(.plural) {
                if before.count >= 4, text[before.lowerBound] >= 0xD8 { joints[i] = .joined(.pluralJoiner, joiner: true) }
            } else if words[i - 1].contains(.verbPrefix), joints[i - 1] == .apart, looksLikeVerb(tokens[i].folded),
                !words[i].contains(.given)
            {
                joints[i] = .joined(.verbJoiner, joiner: true)
            }
        }
    }

    /// Family suffixes, and words such as Abdol that are never alone.
    private mutating func joinAffixes(_ line: Range<Int>) {
        for i in line.dropFirst() where joints[i] == .apart {
            let head = headOfGroup(i)
            let stem = tokens[head].folded.lowerBound..<tokens[i - 1].folded.upperBound
            if words[i].contains(.suffix) {
                guard words[head].isDisjoint(with: [.title, .honorific, .particle]), isPersian(stem) == isPersian(tokens[i].folded),
                    stem.count >= 3
                else { continue }
                joints[i] = .joined(.suffixJoiner, joiner: !words[i].contains(.solid))
            } else if head == i - 1 || joints[i - 1] == .pair, words[head].contains(.prefix), isPersian(stem) == isPersian(tokens[i].folded)
            {
                joints[i] = .joined(.joinedWords, joiner: false)
            }
        }
    }

    /// Few words, none of them of grammar, no number: a name, as far as one can see.
    private func isName(_ line: Range<Int>) -> Bool {
        var count = 0
        for i in line {
            if joints[i] == .pair { continue }
            if tokens[i].hasDigit || words[i].contains(.function) { return false }
            // Counted by its parts, so that a name is one before and after search has parted it.
            count += joints[i] == .apart && words[i].contains(.parted) ? 2 : 1
        }
        return count <= Self.longestName
    }

    private func headOfGroup(_ i: Int) -> Int {
        var head = i - 1
        while joints[head] != .apart { head -= 1 }
        return head
    }

    private func isPersian(_ range: Range<Int>) -> Bool { text[range.lowerBound] >= 0xD8 && text[range.lowerBound] <= 0xDB }

    /// A word of three letters or more whose final ه has a consonant before it.
    private func endsInSilentHe(_ range: Range<Int>) -> Bool {
        guard range.count >= 6, ends(range, "ه") else { return false }
        let before = Array(text[range.upperBound - 4..<range.upperBound - 2])
        return before != Array("ا".utf8) && before != Array("و".utf8) && before != Array("ی".utf8)
    }

    private func looksLikeVerb(_ range: Range<Int>) -> Bool {
        range.count >= 6 && ["ند", "یم", "ید", "ود", "هد"].contains { ends(range, $0) }
    }

    private func ends(_ range: Range<Int>, _ ending: StaticString) -> Bool {
        let count = ending.utf8CodeUnitCount
        guard range.count >= count else { return false }
        let letters = ending.description.utf8
        return zip(letters, range.suffix(count)).allSatisfy { $0 == text[$1] }
    }
}
