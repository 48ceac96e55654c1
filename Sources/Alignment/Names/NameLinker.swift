/// Links the names, dates and numbers of one side of a bead with those of the other.
///
/// English shows its names by capitals; Persian shows nothing, so a Persian name is found through the English one: the dictionary
/// has both, or its words sound like it, or they translate it. Every stretch of capitals is weighed with every stretch of Persian
/// words that could render it; the best pairs are taken first.
struct NameLinker {
    private let english: TokenizedArticle
    private let persian: TokenizedArticle
    private let links: Links
    private let gazetteer: Gazetteer?
    private let isKnownWord: (Term) -> Bool

    /// - Parameter isKnownWord: whether the lexicon has a term as an ordinary word.
    init(
        _ english: TokenizedArticle, _ persian: TokenizedArticle, links: Links, gazetteer: Gazetteer?, isKnownWord: @escaping (Term) -> Bool
    ) {
        self.english = english
        self.persian = persian
        self.links = links
        self.gazetteer = gazetteer
        self.isKnownWord = isKnownWord
    }

    /// All links of a bead, in the order of the English text.
    func names(english: [Int], persian: [Int]) -> [FoundName] {
        var source = BeadText(self.english, sentences: english), target = BeadText(self.persian, sentences: persian)
        var found = WorkTitles(links: links).link(&source, &target)
        found += FigureLinker(links: links).link(&source, &target)
        found += linkNames(&source, &target)
        return numbered(found, source, target).sorted { $0.english.lowerBound < $1.english.lowerBound }
    }

    /// A stretch of either side that may be one name.
    private struct Candidate {
        var english: Range<Int>
        var persian: Range<Int>
        /// What decides between candidates: about the number of words that meet.
        var score: Float
        /// How sure the link is, 0...1.
        var strength: Float
        var bySound: Bool
        /// The dictionary's entities that both are spellings of.
        var entities: [Gazetteer.Known] = []
    }

    private func linkNames(_ source: inout BeadText, _ target: inout BeadText) -> [FoundName] {
        let spans = NameSpan.all(in: source, isKnownWord: isKnownWord)
        let windows = NameWindows(source, target, spans: spans, links: links, isKnownWord: isKnownWord)
        var candidates: [Candidate] = []
        for span in spans {
            for found in windows.windows(of: span) {
                let window = windows.extended(found, of: span)
                guard isName(window, span, source) else { continue }
                candidates.append(
                    Candidate(
                        english: span.range, persian: window.range, score: window.score, strength: min(window.strength, 0.97),
                        bySound: window.bySound))
            }
        }
        if let gazetteer { candidates += known(source, target, windows, gazetteer) }
        let scale = Float(target.tokens.count) / Float(max(source.tokens.count, 1))
        // Where a name stands twice, the first goes with the first.
        func rank(_ candidate: Candidate) -> Float {
            candidate.score - 0.004 * abs(Float(candidate.english.lowerBound) * scale - Float(candidate.persian.lowerBound))
        }
        let ranked = candidates.map { (rank: rank($0), candidate: $0) }.sorted { a, b in
            if a.rank != b.rank { return a.rank > b.rank }
            let (x, y) = (a.candidate.english, b.candidate.english)
            return x.count != y.count
                ? x.count > y.count : (x.lowerBound, a.candidate.persian.lowerBound) < (y.lowerBound, b.candidate.persian.lowerBound)
        }
        var found: [FoundName] = []
        for (_, candidate) in ranked where source.isFree(candidate.english) && target.isFree(candidate.persian) {
            found.append(name(candidate, source, target))
            source.use(candidate.english)
            target.use(candidate.persian)
        }
        return found
    }

    /// Whether what met is enough for a name: a word that merely translates is none, such as "Government" at the head of a headline.
    private func isName(_ window: NameWindow, _ span: NameSpan, _ text: BeadText) -> Bool {
        if span.content.count == 1 {
            let term = text.term(span.content[0])
            return window.isProper && window.strength > 0.45 && !(isKnownWord(term) && Self.isDemonym(term.form))
        }
        guard window.met * 2 >= span.content.count, window.score > 0.6 else { return false }
        if window.isProper { return window.met > 1 || !window.bySound || window.strength > 0.6 }
        // All of it is translated: capitals inside a sentence say that it is a name, or a generic word does.
        let isPlain = span.content.allSatisfy { !text.tokens[$0].isInitial || text.term($0).isNameLike }
        return window.met > 1 && window.missed <= 1 && (span.isGeneric || isPlain && window.missed == 0)
    }

    /// "Iranian", "Chinese": of a country, not its name.
    private static func isDemonym(_ word: Word) -> Bool {
        ["ian", "ean", "ese", "ish", "can", "aqi", "eli", "udi", "ani", "nch", "man", "ic"].contains { (ending: Word) in
            word.hasSuffix(ending)
        }
    }

    // MARK: Names that a dictionary has

    private func known(_ source: BeadText, _ target: BeadText, _ windows: NameWindows, _ gazetteer: Gazetteer) -> [Candidate] {
        let persianNames = stretches(target) { !target.term($0).isStop }.compactMap { range in
            let entities = gazetteer.entities(spelled: target.text(range))
            return entities.isEmpty ? nil : (range: range, entities: entities)
        }
        guard !persianNames.isEmpty else { return [] }
        return stretches(source) { source.tokens[$0].isCapital }.flatMap { range -> [Candidate] in
            let entities = gazetteer.entities(spelled: source.text(range))
            guard !entities.isEmpty else { return [] }
            let isBare = range.count == 1 && isPartOfName(source, range.lowerBound)
            return persianNames.compactMap { name in
                let shared = entities.filter { name.entities.contains($0) }
                guard !shared.isEmpty else { return nil }
                // «واشینگتن» is the city before it is the man whose surname it also is.
                let common = shared.filter { !$0.isWeak } + shared.filter(\.isWeak)
                // A surname beside another capital is part of a longer name: «طباطبایی» of Maryam Sadat Tabatabaei.
                if isBare, [.person, .other].contains(gazetteer.kind(of: common[0])) { return nil }
                let whole = windows.completed(range, name.range)
                let words = whole.english.count { !source.term($0).isStop }
                var score = Float(words) * 0.98 + 0.1
                // «جزیره قشم» is "Qeshm Island"; for "Qeshm", «قشم» is enough.
                let isHeaded = persianNames.contains { other in
                    other.range.upperBound == name.range.upperBound && other.range.lowerBound == name.range.lowerBound + 1
                        && other.entities.contains { shared.contains($0) }
                }
                if isHeaded, GenericWords.kind(persian: target.term(name.range.lowerBound)) != nil,
                    !range.contains(where: { windows.isRendering(name.range.lowerBound, of: $0) })
                {
                    score -= 0.3
                }
                return Candidate(
                    english: whole.english, persian: whole.persian, score: score, strength: 0.98, bySound: true, entities: common)
            }
        }
    }

    /// Unbroken stretches of free words that start where `begins` says, the shortest of each start first.
    private func stretches(_ text: BeadText, from begins: (Int) -> Bool) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for start in text.indices where begins(start) {
            for end in start + 1...min(start + 7, text.tokens.count) {
                guard text.isFree(end - 1..<end) else { break }
                // A name goes on only where nothing but space stands between its words.
                if end - 1 > start, !text.tokens[end - 1].followsDirectly { break }
                found.append(start..<end)
            }
        }
        return found
    }

    /// Whether a capital that may be part of a name stands right before or after.
    private func isPartOfName(_ text: BeadText, _ index: Int) -> Bool {
        for (other, joint) in [(index - 1, index), (index + 1, index + 1)] where text.indices.contains(other) {
            let word = text.term(other)
            if text.tokens[joint].followsDirectly, text.tokens[other].isCapital, word.kind == .word, !word.isStop,
                !NameContext.titles.contains(word.form), !NameContext.notNames.contains(word.form), !GenericWords.contains(word.form),
                word.isNameLike || word.lowers == 0 && !isKnownWord(word)
            {
                return true
            }
        }
        return false
    }

    // MARK: What is named

    private func name(_ candidate: Candidate, _ source: BeadText, _ target: BeadText) -> FoundName {
        let words = candidate.english.map { source.term($0).form }.filter { $0 != "the" }
        let text = source.text(candidate.english)
        let isAcronym = text.unicodeScalars.count > 1 && text.unicodeScalars.allSatisfy { $0.properties.isUppercase || $0 == "." }
        func persianTerm(_ index: Int) -> Term? { target.indices.contains(index) ? target.term(index) : nil }
        let isDirect = target.tokens[candidate.persian.lowerBound].followsDirectly
        var (kind, isSure) = NameContext.kind(
            of: words, before: source.word(candidate.english.lowerBound - 1), after: source.word(candidate.english.upperBound),
            persianBefore: isDirect ? persianTerm(candidate.persian.lowerBound - 1) : nil,
            persianFirst: persianTerm(candidate.persian.lowerBound), isAcronym: isAcronym, bySound: candidate.bySound)
        let called = candidate.entities.filter { !$0.isWeak }
        if let gazetteer, let first = candidate.entities.first {
            let known = gazetteer.kind(of: first)
            if known != .other { (kind, isSure) = (known, true) }
        }
        return FoundName(
            english: source.span(candidate.english), persian: target.span(candidate.persian), kind: kind, isKindSure: isSure,
            score: Double(candidate.strength), entities: candidate.entities.compactMap { gazetteer?.id(of: $0) },
            certain: called.count == 1 ? gazetteer?.id(of: called[0]) : nil, words: words)
    }

    /// Joins what belongs together: "Flight" and "752", where both sides have the figure right behind the name.
    private func numbered(_ found: [FoundName], _ source: BeadText, _ target: BeadText) -> [FoundName] {
        var result = found
        for number in found where number.kind == .number {
            guard let at = result.firstIndex(where: { $0.kind != .number && $0.kind != .date && isRightBehind($0, number) }),
                result[at].kind != .person, result[at].entities.isEmpty
            else { continue }
            result[at].english = result[at].english.lowerBound..<number.english.upperBound
            result[at].persian = result[at].persian.lowerBound..<number.persian.upperBound
            result.removeAll { $0.english == number.english && $0.kind == .number }
        }
        return result
    }

    private func isRightBehind(_ name: FoundName, _ number: FoundName) -> Bool {
        func isSpace(_ bytes: [UInt8], _ a: Range<Int>, _ b: Range<Int>) -> Bool {
            a.upperBound < b.lowerBound && b.lowerBound - a.upperBound == 1 && bytes[a.upperBound] == UInt8(ascii: " ")
        }
        return isSpace(english.bytes, name.english, number.english) && isSpace(persian.bytes, name.persian, number.persian)
    }
}
