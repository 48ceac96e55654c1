/// Links the dates and numbers of a bead.
struct FigureLinker {
    let links: Links

    /// Links, surest first; of several places that are as sure, the one at the likest distance from the bead's start.
    func link(_ english: inout BeadText, _ persian: inout BeadText) -> [FoundName] {
        var pairs: [(e: Int, f: Int, strength: Float)] = []
        for e in english.indices where english.isFree(e..<e + 1) && Self.isFigure(english.term(e)) {
            for f in persian.indices where persian.isFree(f..<f + 1) && Self.isFigure(persian.term(f)) {
                guard let link = links[english.tokens[e].term, persian.tokens[f].term], link.strength > 0.3 else { continue }
                if Self.saysLittle(english, e), Self.saysLittle(persian, f) { continue }
                pairs.append((e, f, link.strength))
            }
        }
        let scale = Float(persian.tokens.count) / Float(max(english.tokens.count, 1))
        func distance(_ e: Int, _ f: Int) -> Float { abs(Float(e) * scale - Float(f)) }
        pairs.sort { a, b in
            if a.strength != b.strength { return a.strength > b.strength }
            let (x, y) = (distance(a.e, a.f), distance(b.e, b.f))
            return x != y ? x < y : (a.e, a.f) < (b.e, b.f)
        }
        var found: [FoundName] = []
        for pair in pairs where english.isFree(pair.e..<pair.e + 1) && persian.isFree(pair.f..<pair.f + 1) {
            found.append(name(pair.e, pair.f, Double(pair.strength), english, persian))
            english.use(pair.e..<pair.e + 1)
            persian.use(pair.f..<pair.f + 1)
        }
        return found
    }

    /// A date, a number, or a score such as `2-1`.
    private static func isFigure(_ term: Term) -> Bool {
        term.kind != .word || term.isLatin && term.form.bytes.first.map { (0x30...0x39).contains($0) } ?? false
    }

    /// "two", "third", "thousands": an article or an adjective more than a figure.
    private static func saysLittle(_ text: BeadText, _ index: Int) -> Bool {
        let term = text.term(index)
        return term.kind == .number && (term.value < 10 || bareMultiples.contains(text.text(index..<index + 1)))
            && !text.text(index..<index + 1).unicodeScalars.contains { Letters.digit($0) != nil }
    }

    private static let bareMultiples: Set<String> = [
        "dozens", "hundreds", "thousands", "millions", "billions", "Dozens", "Hundreds", "Thousands", "Millions", "Billions", "ده‌ها",
        "صدها",
        "هزاران", "میلیون‌ها", "میلیاردها",
    ]

    private func name(_ e: Int, _ f: Int, _ strength: Double, _ english: BeadText, _ persian: BeadText) -> FoundName {
        var (source, target) = (e..<e + 1, f..<f + 1)
        var kind = english.term(e).kind == .date ? NameLink.Kind.date : .number
        let year = Self.isYear(english, e) || Self.isYear(persian, f)
        if kind == .number, let next = english.word(e + 1), let before = persian.word(f - 1), Self.centuries.english.contains(next),
            Self.centuries.persian.contains(before)
        {
            (source, target, kind) = (e..<e + 2, f - 1..<f + 1, .date)
        } else if kind == .number, let next = english.word(e + 1), Self.beforeChrist.contains(next), let era = persian.word(f + 1),
            era == "پیش" || era == "قبل", persian.word(f + 2) == "از", persian.word(f + 3) == "میلاد"
        {
            (source, target, kind) = (e..<e + 2, f..<f + 4, .date)
        } else if kind == .number, year {
            kind = .date
            let word = english.word(e - 1) == "of" ? e - 2 : e - 1
            if let before = english.word(word), let season = Self.seasons[before], let other = persian.word(f - 1),
                Self.seasons[other] == season
            {
                (source, target) = (word..<e + 1, f - 1..<f + 1)
            }
        } else if kind == .date, let before = english.word(e - 1), Self.parts.english.contains(before), let other = persian.word(f - 1),
            Self.parts.persian.contains(other)
        {
            (source, target) = (e - 1..<e + 1, f - 1..<f + 1)
        }
        return FoundName(
            english: english.span(source), persian: persian.span(target), kind: kind, isKindSure: true, score: strength,
            words: [])
    }

    /// Four plain digits of our times.
    private static func isYear(_ text: BeadText, _ index: Int) -> Bool {
        let term = text.term(index)
        guard term.kind == .number, (1250...1420).contains(term.value) || (1000...2100).contains(term.value) else { return false }
        let digits = text.text(index..<index + 1).unicodeScalars
        guard digits.count == 4, digits.allSatisfy({ Letters.digit($0) != nil }) else { return text.word(index - 1) == "سال" }
        return text.word(index - 1).map(yearCues.contains) ?? false
    }

    private static let yearCues: Set<Word> = [
        "in", "since", "by", "until", "till", "from", "of", "to", "between", "early", "late", "mid", "before", "after", "during", "around",
        "year", "years", "and", "سال", "سالهای", "تا",
    ]
    private static let centuries: (english: Set<Word>, persian: Set<Word>) = (["century", "centuries"], ["قرن", "سده"])
    private static let beforeChrist: Set<Word> = ["b.c.", "bc", "bce", "b.c", "b.c.e."]
    private static let seasons: [Word: Int] = [
        "spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3, "بهار": 0, "تابستان": 1, "پاییز": 2, "زمستان": 3,
    ]
    private static let parts: (english: Set<Word>, persian: Set<Word>) = (["early", "mid", "late"], ["اوایل", "اواسط", "اواخر", "نیمه"])
}
