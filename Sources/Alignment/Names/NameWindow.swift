/// The Persian words that render a name, and how well.
struct NameWindow {
    var range: Range<Int>
    var score: Float
    /// The mean strength of the words that met, and how many did.
    var strength: Float
    var met: Int
    /// Whether all that met was met by sound, or by the names that the lexicon has.
    var bySound: Bool
    /// Whether something met that is more than a word's translation.
    var isProper: Bool
    /// Words of the name that met nothing.
    var missed: Int
}

/// Finds the Persian words of English names: by sound, by translation, in any order where words are translated.
struct NameWindows {
    let english: BeadText
    let persian: BeadText
    let links: Links
    let isKnownWord: (Term) -> Bool
    private let counterparts: [Int: [Counterpart]]

    private struct Counterpart {
        var range: Range<Int>
        var strength: Float
        var isProper: Bool
    }

    init(_ english: BeadText, _ persian: BeadText, spans: [NameSpan], links: Links, isKnownWord: @escaping (Term) -> Bool) {
        self.english = english
        self.persian = persian
        self.links = links
        self.isKnownWord = isKnownWord
        var counterparts: [Int: [Counterpart]] = [:]
        for index in Set(spans.flatMap(\.content)) { counterparts[index] = Self.counterparts(of: index, english, persian, links) }
        self.counterparts = counterparts
    }

    private static func counterparts(of index: Int, _ english: BeadText, _ persian: BeadText, _ links: Links) -> [Counterpart] {
        let token = english.tokens[index], term = english.term(index)
        var found: [Counterpart] = []
        var isSounded = false
        for f in persian.indices where persian.isFree(f..<f + 1) {
            let target = persian.term(f)
            let link = links[token.term, persian.tokens[f].term]
            var best = link.map { Counterpart(range: f..<f + 1, strength: $0.strength, isProper: $0.kind != .word || $0.isSound) }
            if best?.strength ?? 0 < 0.85, GenericWords.isRendering(target, of: term.form) {
                best = Counterpart(range: f..<f + 1, strength: 0.85, isProper: false)
            }
            guard let best, best.strength > 0.3 else { continue }
            isSounded = isSounded || best.isProper
            found.append(best)
        }
        guard !isSounded, let match = SoundMatch(term.form.bytes) else { return found }
        // «محمد رضا» for Mohammadreza: two Persian words for one.
        for first in persian.indices.dropLast()
        where persian.isFree(first..<first + 2) && persian.tokens[first + 1].followsDirectly {
            let joined = persian.term(first).form + persian.term(first + 1).form
            guard let spelling = SoundMatch.Spelling(joined) else { continue }
            let strength = match.strength(of: spelling)
            if strength > 0.7 { found.append(Counterpart(range: first..<first + 2, strength: strength, isProper: true)) }
        }
        return found
    }

    /// Whether a Persian word may stand for an English one.
    func isRendering(_ f: Int, of e: Int) -> Bool {
        let link = links[english.tokens[e].term, persian.tokens[f].term]
        return link?.strength ?? 0 > 0.3 || GenericWords.isRendering(persian.term(f), of: english.term(e).form)
    }

    /// A dictionary's pair, with the words around it that belong to the name in this text: «سازمان ملل متحد» where it has «سازمان ملل».
    func completed(_ source: Range<Int>, _ target: Range<Int>) -> (english: Range<Int>, persian: Range<Int>) {
        var (source, target) = (source, target)
        func isFreeWord(_ f: Int) -> Bool {
            persian.indices.contains(f) && persian.isFree(f..<f + 1) && persian.term(f).kind == .word && !persian.term(f).isStop
        }
        // "Gorganrud River", "Mount Sabalan"
        func isPlaceWord(_ e: Int) -> Bool {
            english.indices.contains(e) && english.isFree(e..<e + 1) && english.tokens[e].isCapital
                && (!english.tokens[e].isInitial || e == 0) && GenericWords.kind(english.term(e).form) == .place
        }
        if !source.contains(where: { GenericWords.contains(english.term($0).form) }) {
            if isPlaceWord(source.upperBound), english.tokens[source.upperBound].followsDirectly {
                source = source.lowerBound..<source.upperBound + 1
            } else if isPlaceWord(source.lowerBound - 1), english.tokens[source.lowerBound].followsDirectly {
                source = source.lowerBound - 1..<source.upperBound
            }
        }
        let words = source.filter { !english.term($0).isStop }
        while target.count < words.count + 1, words.count > 1 {
            let (before, after) = (target.lowerBound - 1, target.upperBound)
            if isFreeWord(after), persian.tokens[after].followsDirectly, words.contains(where: { isRendering(after, of: $0) }) {
                target = target.lowerBound..<after + 1
            } else if isFreeWord(before), persian.tokens[before + 1].followsDirectly, words.contains(where: { isRendering(before, of: $0) })
            {
                target = before..<target.upperBound
            } else {
                break
            }
        }
        return (source, target)
    }

    /// The windows in which a name may stand, at most a few.
    func windows(of span: NameSpan) -> [NameWindow] {
        let all = span.content.flatMap { counterparts[$0] ?? [] }
        guard !all.isEmpty else { return [] }
        let starts = Set(all.map(\.range.lowerBound)).sorted(), ends = Set(all.map(\.range.upperBound)).sorted()
        var found: [NameWindow] = []
        for start in starts {
            for end in ends where end > start && end - start <= span.range.count + 3 {
                guard persian.isFree(start..<end), (start + 1..<end).allSatisfy({ persian.tokens[$0].followsDirectly }) else { break }
                if let window = window(of: span, in: start..<end) { found.append(window) }
            }
        }
        return found
    }

    private func window(of span: NameSpan, in range: Range<Int>) -> NameWindow? {
        var taken = [Bool](repeating: false, count: range.count)
        var places: [(e: Int, f: Int, isProper: Bool)] = []
        var sum: Float = 0
        let options = span.content.flatMap { e in
            (counterparts[e] ?? []).filter { range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound }
                .map { (e: e, counterpart: $0) }
        }.sorted { a, b in
            a.counterpart.strength != b.counterpart.strength
                ? a.counterpart.strength > b.counterpart.strength
                : (a.e, a.counterpart.range.lowerBound) < (b.e, b.counterpart.range.lowerBound)
        }
        var met: Set<Int> = []
        for (e, counterpart) in options where !met.contains(e) {
            let local = counterpart.range.lowerBound - range.lowerBound..<counterpart.range.upperBound - range.lowerBound
            if taken[local].contains(true) {
                // «نیویورک»: two English words for one.
                guard counterpart.isProper, places.contains(where: { abs($0.e - e) == 1 && $0.f == counterpart.range.lowerBound }),
                    isOneWord(
                        e, places.first { abs($0.e - e) == 1 && $0.f == counterpart.range.lowerBound }!.e, counterpart.range.lowerBound)
                else { continue }
            }
            for index in local { taken[index] = true }
            met.insert(e)
            places.append((e, counterpart.range.lowerBound, counterpart.isProper))
            sum += counterpart.strength
        }
        guard taken.first == true, taken.last == true else { return nil }
        if span.beginsWithHead, GenericWords.kind(persian: persian.term(range.lowerBound)) == nil { return nil }
        var missedEnglish = 0, missedPersian = 0
        var penalty: Float = 0
        for e in span.content where !met.contains(e) {
            // "Golestan Province" is «گلستان» as often as «استان گلستان».
            if GenericWords.kind(english.term(e).form) == .place, span.content.count > 1 { continue }
            missedEnglish += 1
        }
        for (local, isTaken) in taken.enumerated() where !isTaken {
            let term = persian.term(range.lowerBound + local)
            if term.kind != .word { penalty += 0.5 }
            if term.isStop { penalty += NameContext.persianConnectors.contains(term.form) ? 0.05 : 0.4 } else { missedPersian += 1 }
        }
        let paired = min(missedEnglish, missedPersian)
        penalty += 0.25 * Float(paired) + 0.45 * Float(missedEnglish - paired) + 0.3 * Float(missedPersian - paired)
        if !span.isGeneric {
            let ordered = places.filter(\.isProper).sorted { $0.e < $1.e }
            for (a, b) in zip(ordered, ordered.dropFirst()) where b.f < a.f { penalty += 0.5 }
            penalty += 0.1 * Float(span.leftOut)
        }
        return NameWindow(
            range: range, score: sum - penalty, strength: sum / Float(max(met.count, 1)), met: met.count,
            bySound: places.allSatisfy(\.isProper), isProper: places.contains(where: \.isProper), missed: missedEnglish)
    }

    /// Whether two English words together sound like one Persian word.
    private func isOneWord(_ a: Int, _ b: Int, _ f: Int) -> Bool {
        let letters = english.term(min(a, b)).form.bytes + english.term(max(a, b)).form.bytes
        guard let match = SoundMatch(letters), let spelling = SoundMatch.Spelling(persian.term(f).form) else { return false }
        return match.strength(of: spelling) > 0.6
    }

    /// The window with the words beside it that sound a little like those of the name which met nothing.
    ///
    /// Sounds that would prove nothing anywhere do so at the very place where the rest of the name is.
    func extended(_ window: NameWindow, of span: NameSpan) -> NameWindow {
        guard window.missed > 0, window.isProper else { return window }
        var window = window
        let unmet = span.content.filter { e in
            !(counterparts[e] ?? []).contains { window.range.contains($0.range.lowerBound) }
        }
        for e in unmet {
            guard let match = SoundMatch(english.term(e).form.bytes) else { continue }
            let isLast = e == span.content.last, isFirst = e == span.content.first
            var ranges: [Range<Int>] = []
            if isLast {
                ranges = [window.range.upperBound..<window.range.upperBound + 1, window.range.upperBound..<window.range.upperBound + 2]
            }
            if isFirst { ranges += [window.range.lowerBound - 1..<window.range.lowerBound] }
            for range in ranges
            where persian.indices.contains(range.lowerBound) && range.upperBound <= persian.tokens.count && persian.isFree(range) {
                let first = min(range.lowerBound, window.range.lowerBound) + 1, last = max(range.upperBound, window.range.upperBound)
                guard (first..<last).allSatisfy({ persian.tokens[$0].followsDirectly }),
                    let spelling = SoundMatch.Spelling(Word(range.flatMap { persian.term($0).form.bytes }))
                else { continue }
                let closeness = match.closeness(to: spelling)
                guard closeness > 0.3 else { continue }
                window.range = min(range.lowerBound, window.range.lowerBound)..<last
                window.score += 0.45 + 0.5 + 0.5 * closeness
                window.missed -= 1
                window.met += 1
                break
            }
        }
        return window
    }
}
