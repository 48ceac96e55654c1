/// Words of an English sentence that may be one name: "Ali Rezaei", "University of Oslo".
struct NameSpan {
    var range: Range<Int>
    /// The words that should have a counterpart: all but "of", "and" and the like.
    var content: [Int]
    /// Whether a generic word stands in it.
    var isGeneric: Bool
    /// Words with a capital that stand right beside it and are left out.
    var leftOut: Int

    /// Whether the Persian name must begin with the institution's generic word, as «سازمان فرهنگ و گردشگری» does.
    var beginsWithHead: Bool

    /// Every stretch of capitals in a sentence that may be a name.
    static func all(in text: BeadText, isKnownWord: (Term) -> Bool) -> [NameSpan] {
        let names = text.indices.map { canBeName(text, $0, isKnownWord) }
        var spans: [NameSpan] = []
        var start = 0
        while start < names.count {
            guard names[start] else {
                start += 1
                continue
            }
            var end = start + 1
            var at = end
            while at < names.count, joint(text, at) != .broken, at - end < 3 {
                if names[at] {
                    end = at + 1
                } else if !NameContext.connectors.contains(text.term(at).form) {
                    break
                }
                at += 1
            }
            for first in start..<end where names[first] {
                for last in first..<min(end, first + longest) where names[last] {
                    if let span = NameSpan(first..<last + 1, text, names, isKnownWord) { spans.append(span) }
                }
            }
            start = end
        }
        return spans
    }

    private static let longest = 10

    private init?(_ range: Range<Int>, _ text: BeadText, _ names: [Bool], _ isKnownWord: (Term) -> Bool) {
        let words = range.map { text.term($0).form }
        let isInstitution = words.contains { GenericWords.kind($0) == .organization }
        isGeneric = words.contains { GenericWords.kind($0) != nil }
        self.range = range
        content = range.filter { names[$0] && !text.term($0).isStop }
        guard let first = content.first else { return nil }
        if words.contains(where: { NameContext.titles.contains($0) }) { return nil }
        if !isInstitution, words.contains(where: { NameContext.departments.contains($0) }) { return nil }
        if content.count == 1, GenericWords.contains(text.term(first).form) { return nil }
        var isHeadLast = false
        for (index, word) in words.enumerated() where !names[range.lowerBound + index] {
            // "Ministry of Culture" is one name, "Rezaei of the Ministry" two.
            let isHeaded = words[..<index].contains { GenericWords.kind($0) != nil }
            let next = index + 1 < words.count ? words[index + 1] : word
            switch word {
            case "of", "for": if !isHeaded { return nil }
            case "in": if !isHeaded || !isKnownWord(text.term(range.lowerBound + index + 1)) { return nil }
            case "and":
                // "Kamu and Choghan" are two, "Culture and Tourism Organization" is one; so is "Chamber of Commerce and Industry".
                if next == "the" || !isInstitution { return nil }
                if isHeaded, words[index...].contains(where: { GenericWords.kind($0) == .organization }) { return nil }
                if !isHeaded {
                    guard let last = words.last, GenericWords.kind(last) == .organization else { return nil }
                    isHeadLast = true
                }
            default: break
            }
        }
        beginsWithHead = isHeadLast
        for index in range.dropFirst() where Self.joint(text, index) == .possessive && !isGeneric { return nil }
        func isLeftOut(_ index: Int, joint: Int) -> Bool {
            text.indices.contains(index) && text.indices.contains(joint) && names[index] && Self.joint(text, joint) == .direct
                && !NameContext.titles.contains(text.term(index).form) && !NameContext.departments.contains(text.term(index).form)
        }
        leftOut =
            (isLeftOut(range.lowerBound - 1, joint: range.lowerBound) ? 1 : 0)
            + (isLeftOut(range.upperBound, joint: range.upperBound) ? 1 : 0)
    }

    private enum Joint { case direct, possessive, broken }

    /// How a word follows the one before it.
    private static func joint(_ text: BeadText, _ index: Int) -> Joint {
        let gap = text.gap(before: index)
        if gap.first.map({ $0 == UInt8(ascii: "'") || $0 == 0xE2 }) == true, gap.count <= 5 { return .possessive }
        return text.tokens[index].followsDirectly ? .direct : .broken
    }

    /// Whether a word may be part of a name.
    private static func canBeName(_ text: BeadText, _ index: Int, _ isKnownWord: (Term) -> Bool) -> Bool {
        let token = text.tokens[index], term = text.term(index)
        guard text.isFree(index..<index + 1), term.kind == .word else { return false }
        guard token.isCapital else {
            // "Seung-bok"
            return index > 0 && text.tokens[index - 1].isCapital && text.tokens[index].isHyphenated && !isKnownWord(term)
        }
        // "told The Guardian", "Visions Sud Est": a capital that nothing else explains.
        if term.isStop { return !token.isInitial && term.form == "the" && followsName(text, index, isKnownWord) }
        guard !NameContext.notNames.contains(term.form) else { return false }
        // At the start of a sentence anything has a capital: there it must be one elsewhere too, or be no word that is known.
        return !token.isInitial || term.isNameLike || term.lowers == 0 && !isKnownWord(term)
            || GenericWords.contains(term.form) && followsName(text, index, isKnownWord)
            || term.lowers == 0 && !isInHeadline(text, index) && followsName(text, index, isKnownWord)
    }

    /// Whether the capitals around a word are set by the headline's style.
    private static func isInHeadline(_ text: BeadText, _ index: Int) -> Bool {
        text.tokens[index].isInitial
            && [index - 1, index + 1].contains { text.indices.contains($0) && text.tokens[$0].isInitial && text.tokens[$0].isCapital }
    }

    /// "Ali Rezaei said", "University of Oslo": the second capital shows that the first is none of grammar.
    private static func followsName(_ text: BeadText, _ index: Int, _ isKnownWord: (Term) -> Bool) -> Bool {
        var next = index + 1
        if text.indices.contains(next), text.word(next) == "of", text.tokens[next].followsDirectly { next += 1 }
        guard text.indices.contains(next) else { return false }
        let token = text.tokens[next]
        guard token.isCapital, token.followsDirectly, !text.term(next).isStop else { return false }
        return !token.isInitial || text.term(next).isNameLike
    }
}
