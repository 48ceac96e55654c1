/// Which words of a text belong together, and which of them the vocabulary spells. Display and search both follow it.
///
/// It is made from folded words alone, so that it is the same for every spelling that search does not tell apart, and it is
/// closed: what it joins is looked up again as one word, so that planning the joined text joins nothing more.
struct WordPlan {
    /// How a word stands to the one before it.
    enum Joint: Equatable {
        case apart
        /// One entry of the vocabulary spells both.
        case pair
        /// Joined by a rule, with a joiner where the letters would join or without.
        case joined(Rule, joiner: Bool)

        /// Whether it says something only with a joiner: «حجة ای» stays apart.
        var needsJoiner: Bool { self == .joined(.heEnding, joiner: true) }
    }

    /// Words that are joined, or one word alone.
    struct Unit {
        /// The tokens.
        var tokens: Range<Int>
        /// What the vocabulary knows of the unit as one word.
        var word: Word
        /// The entry of the unit as one word.
        var entry: WordTable.Index?
        /// The folded text when it is not one token's.
        var joined: [UInt8]?
        /// Whether a compound stays whole, lest one of its parts make a pair with its neighbour.
        var staysWhole = false
    }

    let tokens: [Token]
    /// The words of the text in order, joined as they belong.
    private(set) var units: [Unit] = []
    /// For each token, how it stands to the one before.
    private(set) var joints: [Joint]
    /// For each token, the entry that spells it, or that spells it with the next.
    private(set) var spellings: [WordTable.Index?]

    private let text: [UInt8]
    private let table: WordTable
    /// The units of the line in work.
    private var line: [Unit] = []

    /// Longer lines are no bare names.
    private static let longestName = 8

    init(_ tokens: [Token], in text: [UInt8], _ table: WordTable) {
        self.tokens = tokens
        self.text = text
        self.table = table
        joints = [Joint](repeating: .apart, count: tokens.count)
        spellings = [WordTable.Index?](repeating: nil, count: tokens.count)
        units.reserveCapacity(tokens.count)
        line.reserveCapacity(tokens.count)
        for (i, token) in tokens.enumerated() {
            if token.startsLine && i > 0 { planLine() }
            let entry = table.find(text, token.folded, hash: token.hash)
            let word = entry.map { table.word($0) } ?? []
            if !word.isDisjoint(with: [.spelled, .parted]) { spellings[i] = entry }
            line.append(Unit(tokens: i..<i + 1, word: word, entry: entry))
        }
        planLine()
    }

    /// The folded text of a unit, compounds whole.
    func text(_ unit: Unit) -> ArraySlice<UInt8> { unit.joined.map { $0[...] } ?? text[tokens[unit.tokens.lowerBound].folded] }

    /// What search writes for a unit.
    func searched(_ unit: Unit) -> ArraySlice<UInt8> {
        guard unit.joined == nil, !unit.staysWhole, let entry = unit.entry, !unit.word.isDisjoint(with: [.spelled, .parted]) else {
            return text(unit)
        }
        let searched = table.searched(entry)
        return searched.isEmpty ? text(unit) : searched
    }

    private mutating func planLine() {
        var count: Int
        repeat {
            count = line.count
            joinEndings()
            joinPairs(allowed: .pair)
            if isName {
                joinPairs(allowed: .namePair)
                joinAffixes()
            }
        } while line.count < count
        keepCompounds()
        units += line
        line.removeAll(keepingCapacity: true)
    }

    /// Makes one unit of the one at `i` and the one before it.
    private mutating func join(_ i: Int, _ joint: Joint, as entry: WordTable.Index? = nil) {
        joints[line[i].tokens.lowerBound] = joint
        var joined = entry.map { Array(table.searched($0)) } ?? []
        if joined.isEmpty {
            // The ye of the ezafe counts as little as its hamza does.
            let isEzafe = joint == .joined(.heEnding, joiner: true) && text(line[i]).elementsEqual("ی".utf8)
            joined = Array(text(line[i - 1])) + (isEzafe ? [] : Array(text(line[i])))
            Folding.foldEmphasis(&joined)
        }
        if let entry {
            spellings[line[i - 1].tokens.lowerBound] = entry
            spellings[line[i].tokens.lowerBound] = nil
        }
        let found = table.find(joined, 0..<joined.count)
        line[i - 1] = Unit(
            tokens: line[i - 1].tokens.lowerBound..<line[i].tokens.upperBound, word: found.map { table.word($0) } ?? [], entry: found,
            joined: joined)
        line.remove(at: i)
    }

    /// Endings of grammar: «خامنه ای», «کتاب ها», «می روند».
    private mutating func joinEndings() {
        var i = 1
        while i < line.count {
            let word = line[i].word, before = line[i - 1].word
            if word.contains(.heEnding), !before.contains(.function), endsInSilentHe(text(line[i - 1])) {
                join(i, .joined(.heEnding, joiner: true))
            } else if word.contains(.plural), text(line[i - 1]).count >= 4, endsInPersian(text(line[i - 1])) {
                join(i, .joined(.pluralJoiner, joiner: true))
            } else if before.contains(.verbPrefix), !word.contains(.given), looksLikeVerb(text(line[i])) {
                join(i, .joined(.verbJoiner, joiner: true))
            } else {
                i += 1
            }
        }
    }

    /// Two words that the vocabulary writes as one.
    private mutating func joinPairs(allowed: Word) {
        var i = 1
        while i < line.count {
            if let entry = pair(i, allowed),
                !(table.word(entry).contains(.participle) && i + 1 < line.count && line[i + 1].word.contains(.auxiliary)),
                !(i == 1 && line[0].word.contains(.given) && line.count > 2 && pair(2, [.pair, .namePair]) != nil)
            {
                // The first exception is a verb, «حسین زاده شد»; the second «حسن پور محمدی», a given name and «پورمحمدی».
                join(i, line[i - 1].tokens.count == 1 && line[i].tokens.count == 1 ? .pair : .joined(.joinedWords, joiner: true), as: entry)
            } else {
                i += 1
            }
        }
    }

    private func pair(_ i: Int, _ allowed: Word) -> WordTable.Index? {
        guard line[i - 1].word.contains(.startsPair) else { return nil }
        let found: WordTable.Index?
        if line[i - 1].joined == nil && line[i].joined == nil {
            // The words lie side by side in the text.
            found = table.find(
                text, tokens[line[i - 1].tokens.lowerBound].folded.lowerBound..<tokens[line[i].tokens.lowerBound].folded.upperBound)
        } else {
            let key = Array(text(line[i - 1])) + [0x20] + text(line[i])
            found = table.find(key, 0..<key.count)
        }
        return found.flatMap { table.word($0).isDisjoint(with: allowed) ? nil : $0 }
    }

    /// Family suffixes, and words such as Abdol that are never alone.
    private mutating func joinAffixes() {
        var i = 1
        while i < line.count {
            if line[i].word.contains(.suffix), isSameScript(i), line[i - 1].word.isDisjoint(with: [.title, .honorific, .particle]),
                text(line[i - 1]).count >= 3
            {
                join(i, .joined(.suffixJoiner, joiner: !line[i].word.contains(.solid)))
            } else if line[i - 1].word.contains(.prefix), isSameScript(i) {
                join(i, .joined(.joinedWords, joiner: false))
            } else {
                i += 1
            }
        }
    }

    private func isSameScript(_ i: Int) -> Bool { endsInPersian(text(line[i - 1])) == isPersian(text(line[i])) }

    /// Few words, none of them of grammar, no number: a name, as far as one can see.
    private var isName: Bool {
        var count = 0
        for unit in line {
            if unit.word.contains(.function) || unit.tokens.contains(where: { tokens[$0].hasDigit }) { return false }
            // Counted by its parts, so that a name is one before and after search has parted it.
            count += unit.word.contains(.parted) && unit.joined == nil ? 2 : 1
        }
        return count <= Self.longestName
    }

    /// A compound stays whole where one of its parts would make a pair with its neighbour: «محمدرضا نیا» has no «رضانیا» in it.
    private mutating func keepCompounds() {
        for i in line.indices.dropFirst() {
            guard line[i].word.contains(.parted) || line[i - 1].word.contains(.parted) else { continue }
            let pair =
                Array(searched(line[i - 1]).split(separator: 0x20).last ?? []) + [0x20]
                + (searched(line[i]).split(separator: 0x20).first ?? [])
            guard let entry = table.find(pair, 0..<pair.count), !table.word(entry).isDisjoint(with: [.pair, .namePair]) else { continue }
            line[i - 1].staysWhole = true
            line[i].staysWhole = true
        }
    }

    // MARK: Letters

    private func isPersian(_ word: ArraySlice<UInt8>) -> Bool { word.first.map { $0 >= 0xD8 && $0 <= 0xDB } ?? false }

    private func endsInPersian(_ word: ArraySlice<UInt8>) -> Bool {
        word.count >= 2 && word[word.endIndex - 2] >= 0xD8 && word[word.endIndex - 2] <= 0xDB
    }

    /// A word of three letters or more whose final ه has a consonant before it.
    private func endsInSilentHe(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count >= 6, ends(word, "ه") else { return false }
        let before = word.dropLast(2)
        return isPersian(before.suffix(2)) && isPersian(before.suffix(4)) && !["ا", "و", "ی"].contains { ends(before, $0) }
    }

    private func looksLikeVerb(_ word: ArraySlice<UInt8>) -> Bool {
        word.count >= 6 && isPersian(word) && ["ند", "یم", "ید", "ود", "هد"].contains { ends(word, $0) }
    }

    private func ends(_ word: ArraySlice<UInt8>, _ ending: String) -> Bool { word.suffix(ending.utf8.count).elementsEqual(ending.utf8) }
}
