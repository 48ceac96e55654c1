/// Links the names, dates and numbers of one side of a bead with those of the other.
///
/// English shows its names by capitals; Persian shows nothing, so a Persian name is found through the English one: the dictionary
/// has both, or its words sound like it, or they translate it.
struct NameLinker {
    private let english: Side
    private let persian: Side
    private let links: Links
    private let gazetteer: Gazetteer?
    private let isKnownWord: (Term) -> Bool

    /// One article, its terms and its bytes.
    struct Side {
        let bytes: [UInt8]
        let terms: [Term]
        let sentences: [[TermToken]]

        init(_ article: Article, _ terms: TermedArticle) {
            bytes = Array(article.text.utf8)
            self.terms = terms.terms
            sentences = terms.sentences
        }

        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    }

    /// - Parameter isKnownWord: whether the lexicon has a term as an ordinary word.
    init(_ english: Side, _ persian: Side, links: Links, gazetteer: Gazetteer?, isKnownWord: @escaping (Term) -> Bool) {
        self.english = english
        self.persian = persian
        self.links = links
        self.gazetteer = gazetteer
        self.isKnownWord = isKnownWord
    }

    /// The tokens of a bead and which of them have found their counterpart.
    struct Work {
        var english: [TermToken]
        var persian: [TermToken]
        var usedEnglish: [Bool]
        var usedPersian: [Bool]
        var found: [FoundName] = []

        mutating func take(_ english: Range<Int>, _ persian: Range<Int>) {
            for index in english { usedEnglish[index] = true }
            for index in persian { usedPersian[index] = true }
        }
    }

    /// All links of a bead, in the order of the English text.
    func names(english: [Int], persian: [Int]) -> [FoundName] {
        var work = Work(
            english: english.flatMap { self.english.sentences[$0] }, persian: persian.flatMap { self.persian.sentences[$0] },
            usedEnglish: [],
            usedPersian: [])
        work.usedEnglish = [Bool](repeating: false, count: work.english.count)
        work.usedPersian = [Bool](repeating: false, count: work.persian.count)
        linkFigures(&work)
        if let gazetteer { linkKnown(&work, gazetteer) }
        linkRuns(&work)
        return work.found.sorted { $0.english.lowerBound < $1.english.lowerBound }
    }

    // MARK: Dates and numbers

    private func linkFigures(_ work: inout Work) {
        for e in work.english.indices {
            let term = english.terms[work.english[e].term]
            guard term.kind != .word else { continue }
            let best = work.persian.indices.filter { !work.usedPersian[$0] }
                .compactMap { f in links[work.english[e].term, work.persian[f].term].map { (f, $0.strength) } }
                .max { ($0.1, $1.0) < ($1.1, $0.0) }
            guard let (f, strength) = best, strength > 0.3 else { continue }
            work.take(e..<e + 1, f..<f + 1)
            work.found.append(
                FoundName(
                    english: work.english[e].range, persian: work.persian[f].range, kind: term.kind == .date ? .date : .number,
                    score: Double(strength)))
        }
    }

    // MARK: Names that a dictionary has

    private func linkKnown(_ work: inout Work, _ gazetteer: Gazetteer) {
        let longest = 7
        var persianNames: [(range: Range<Int>, entities: [Gazetteer.Known])] = []
        for start in work.persian.indices where !persian.terms[work.persian[start].term].isStop && !work.usedPersian[start] {
            for end in start + 1...min(start + longest, work.persian.count) {
                let last = work.persian[end - 1]
                // A name goes on only where nothing but space stands between its words.
                if end - 1 > start, !last.followsDirectly || work.usedPersian[end - 1] { break }
                let entities = gazetteer.entities(spelled: persian.text(work.persian[start].range.lowerBound..<last.range.upperBound))
                if !entities.isEmpty { persianNames.append((start..<end, entities)) }
            }
        }
        guard !persianNames.isEmpty else { return }
        var start = 0
        while start < work.english.count {
            defer { start += 1 }
            guard work.english[start].isCapital, !work.usedEnglish[start] else { continue }
            for end in (start + 1...min(start + longest, work.english.count)).reversed() {
                guard isUnbroken(work.english, start..<end), !work.usedEnglish[start..<end].contains(true) else { continue }
                let range = work.english[start].range.lowerBound..<work.english[end - 1].range.upperBound
                let entities = gazetteer.entities(spelled: english.text(range))
                guard !entities.isEmpty else { continue }
                let met = persianNames.filter { name in
                    !work.usedPersian[name.range].contains(true) && name.entities.contains { entities.contains($0) }
                }
                guard let best = met.max(by: { ($0.range.count, $1.range.lowerBound) < ($1.range.count, $0.range.lowerBound) }) else {
                    continue
                }
                // «واشینگتن» is the city before it is the man whose surname it also is.
                let shared = entities.filter { best.entities.contains($0) }
                let called = shared.filter { !$0.isWeak }
                let common = called + shared.filter(\.isWeak)
                // A surname beside another capital is part of a longer name: «طباطبایی» of Maryam Sadat Tabatabaei.
                let isBare = end - start == 1 && [.person, .other].contains(gazetteer.kind(of: common[0]))
                if isBare, isPartOfName(work, start) { continue }
                work.take(start..<end, best.range)
                work.found.append(
                    FoundName(
                        english: range, persian: span(work.persian, best.range), kind: gazetteer.kind(of: common[0]), score: 0.98,
                        entities: common.map(gazetteer.id), certain: called.count == 1 ? gazetteer.id(of: called[0]) : nil,
                        words: work.english[start..<end].map { english.terms[$0.term].form }))
                start = end - 1
                break
            }
        }
    }

    /// Whether a capital stands right before or after.
    private func isPartOfName(_ work: Work, _ index: Int) -> Bool {
        for other in [index - 1, index + 1] where work.english.indices.contains(other) {
            if isUnbroken(work.english, min(index, other)..<max(index, other) + 1), canBeName(work, other) { return true }
        }
        return false
    }

    private func isUnbroken(_ tokens: [TermToken], _ range: Range<Int>) -> Bool {
        for index in range.dropFirst() where tokens[index].range.lowerBound - tokens[index - 1].range.upperBound > 2 { return false }
        return true
    }

    private func span(_ tokens: [TermToken], _ range: Range<Int>) -> Range<Int> {
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    }

    // MARK: Names found by sound and translation

    private func linkRuns(_ work: inout Work) {
        var start = 0
        while start < work.english.count {
            guard canBeName(work, start) else {
                start += 1
                continue
            }
            // The capitals that stand together, small words between them included.
            var end = start + 1
            var at = end
            while at < work.english.count, isUnbroken(work.english, at - 1..<at + 1) {
                if canBeName(work, at) {
                    end = at + 1
                } else if at - end >= 2 || !NameContext.connectors.contains(english.terms[work.english[at].term].form) {
                    break
                }
                at += 1
            }
            linkRun(start..<end, &work)
            start = end
        }
    }

    private func canBeName(_ work: Work, _ index: Int) -> Bool {
        let token = work.english[index], term = english.terms[token.term]
        guard token.isCapital, !work.usedEnglish[index], term.kind == .word, !term.isStop else { return false }
        guard !NameContext.titles.contains(term.form), !NameContext.notNames.contains(term.form) else { return false }
        // At the start of a sentence anything has a capital: there it must be one elsewhere too, or be no word that is known.
        return term.isNameLike || term.lowers == 0 && !isKnownWord(term) || followsName(work, index)
    }

    /// "Ali Rezaei said": the second capital shows that the first is none of grammar.
    private func followsName(_ work: Work, _ index: Int) -> Bool {
        guard index + 1 < work.english.count else { return false }
        let next = work.english[index + 1]
        return next.isCapital && next.followsDirectly && english.terms[next.term].isNameLike
            && english.terms[work.english[index].term].lowers == 0
    }

    /// Finds the Persian words of a run of capitals, the longest stretch first.
    private func linkRun(_ run: Range<Int>, _ work: inout Work) {
        var rest = run
        while !rest.isEmpty {
            guard let stretch = bestStretch(rest, work) else { return }
            record(stretch, &work)
            // What stands before it is tried by itself.
            if stretch.english.lowerBound > rest.lowerBound { linkRun(rest.lowerBound..<stretch.english.lowerBound, &work) }
            rest = stretch.english.upperBound..<rest.upperBound
        }
    }

    private struct Stretch {
        var english: Range<Int>
        var persian: Range<Int>
        var strength: Float
        var bySound: Bool
        var weight: Float
    }

    /// The English words whose counterparts stand together in Persian, and them.
    private func bestStretch(_ run: Range<Int>, _ work: Work) -> Stretch? {
        var best: Stretch?
        for first in run {
            for seed in counterparts(of: first, work) {
                var stretch = Stretch(
                    english: first..<first + 1, persian: seed.range, strength: seed.strength, bySound: seed.bySound, weight: seed.strength)
                var missed = 0
                var next = first + 1
                while next < run.upperBound, missed < 2 {
                    let near = counterparts(of: next, work).filter {
                        isNear($0.range, stretch.persian, work) || stretch.persian.contains($0.range.lowerBound)
                    }
                    if let joined = near.max(by: { $0.strength < $1.strength }) {
                        stretch.english = first..<next + 1
                        stretch.persian =
                            min(
                                stretch.persian.lowerBound, joined.range.lowerBound)..<max(
                                stretch.persian.upperBound, joined.range.upperBound)
                        stretch.weight += joined.strength
                        stretch.strength = min(stretch.strength, joined.strength)
                        stretch.bySound = stretch.bySound && joined.bySound
                        missed = 0
                    } else if NameContext.connectors.contains(english.terms[work.english[next].term].form) {
                        missed += 1
                    } else {
                        break
                    }
                    next += 1
                }
                if isName(stretch, work), stretch.weight > best?.weight ?? 0 { best = stretch }
            }
        }
        return best
    }

    /// A single word that merely translates is no name: "Government" at the head of a headline.
    private func isName(_ stretch: Stretch, _ work: Work) -> Bool {
        if stretch.english.count > 1 {
            return stretch.bySound || !stretch.english.allSatisfy { isKnownWord(english.terms[work.english[$0].term]) }
                || stretch.english.allSatisfy {
                    english.terms[work.english[$0].term].isNameLike || english.terms[work.english[$0].term].isStop
                }
        }
        let term = english.terms[work.english[stretch.english.lowerBound].term]
        return stretch.bySound && stretch.strength > 0.45 && !(isKnownWord(term) && isDemonym(term.form))
    }

    /// "Iranian", "Chinese": of a country, not its name.
    private func isDemonym(_ word: Word) -> Bool {
        ["ian", "ean", "ese", "ish", "can", "aqi", "eli", "udi", "ani", "nch", "man", "ic"].contains { (ending: Word) in
            word.hasSuffix(ending)
        }
    }

    private func isNear(_ range: Range<Int>, _ other: Range<Int>, _ work: Work) -> Bool {
        let (low, high) = range.lowerBound < other.lowerBound ? (range, other) : (other, range)
        guard high.lowerBound >= low.upperBound else { return false }
        let between = low.upperBound..<high.lowerBound
        guard between.count <= 1 else { return false }
        // A comma ends a name; «و» and the like may stand inside.
        for index in between where !NameContext.persianConnectors.contains(persian.terms[work.persian[index].term].form) { return false }
        for index in low.upperBound...high.lowerBound where index < work.persian.count && !work.persian[index].followsDirectly {
            return false
        }
        return true
    }

    private struct Counterpart {
        var range: Range<Int>
        var strength: Float
        var bySound: Bool
    }

    private func counterparts(of index: Int, _ work: Work) -> [Counterpart] {
        let token = work.english[index]
        var found: [Counterpart] = []
        for f in work.persian.indices where !work.usedPersian[f] {
            guard let link = links[token.term, work.persian[f].term], link.strength > 0.3 else { continue }
            found.append(Counterpart(range: f..<f + 1, strength: link.strength, bySound: link.kind != .word))
        }
        guard found.isEmpty, let match = SoundMatch(english.terms[token.term].form.bytes) else { return found }
        // «محمد رضا» for Mohammadreza: two Persian words for one.
        for (first, second) in zip(work.persian.indices, work.persian.indices.dropFirst())
        where !work.usedPersian[first] && !work.usedPersian[second] && work.persian[second].followsDirectly {
            let joined = persian.terms[work.persian[first].term].form + persian.terms[work.persian[second].term].form
            guard let spelling = SoundMatch.Spelling(joined) else { continue }
            let strength = match.strength(of: spelling)
            if strength > 0.75 { found.append(Counterpart(range: first..<second + 1, strength: strength, bySound: true)) }
        }
        return found
    }

    private func record(_ stretch: Stretch, _ work: inout Work) {
        let words = work.english[stretch.english].map { english.terms[$0.term].form }
        func neighbour(_ index: Int) -> Word? {
            work.english.indices.contains(index) ? english.terms[work.english[index].term].form : nil
        }
        let text = english.text(span(work.english, stretch.english))
        let isAcronym = text.unicodeScalars.count > 1 && text.unicodeScalars.allSatisfy { $0.properties.isUppercase || $0 == "." }
        let kind = NameContext.kind(
            of: words, before: neighbour(stretch.english.lowerBound - 1), after: neighbour(stretch.english.upperBound),
            isAcronym: isAcronym,
            bySound: stretch.bySound)
        work.take(stretch.english, stretch.persian)
        work.found.append(
            FoundName(
                english: span(work.english, stretch.english), persian: span(work.persian, stretch.persian), kind: kind,
                score: Double(stretch.weight / Float(stretch.english.count)), words: words))
    }
}

/// A link before it is known what it names in the whole article.
struct FoundName {
    var english: Range<Int>
    var persian: Range<Int>
    var kind: NameLink.Kind
    var score: Double
    /// Ids of the dictionary's entities that both spellings are of.
    var entities: [String] = []
    /// The one of them that is truly called so, where the others only may be; nil when none is, or several are.
    var certain: String?
    /// The folded words of the English name.
    var words: [Word] = []
}
