internal import ICU

/// Which terms of the two articles may correspond, and how surely.
struct Links {
    enum Kind: UInt8 { case word, name, sound, number, date, same }

    struct Link {
        var english: Int
        var persian: Int
        /// The probability that a meeting of the two is no accident of spelling or lexicon.
        var strength: Float
        var kind: Kind
        /// Whether a name and its translation sound alike, too: Koran, قرآن.
        var isSound = false
    }

    /// The day from which dates without a year are read.
    struct Anchor {
        var day: CalendarDay
        /// Whether it is no date line, but a date that the text speaks of.
        var isGuess: Bool

        /// The day of a date line, or else the first that either text names with its year.
        init?(written: CalendarDay?, _ english: TermedArticle, _ persian: TermedArticle) {
            guard let day = written ?? english.datedDays.first ?? persian.datedDays.first else { return nil }
            self.day = day
            isGuess = written == nil
        }
    }

    private(set) var all: [Link] = []
    private var place: [UInt64: Int] = [:]

    subscript(english: Int, persian: Int) -> Link? { place[Self.key(english, persian)].map { all[$0] } }

    private static func key(_ english: Int, _ persian: Int) -> UInt64 { UInt64(english) << 32 | UInt64(persian) }

    private mutating func add(_ english: Int, _ persian: Int, _ strength: Float, _ kind: Kind) {
        guard strength > 0.05 else { return }
        let key = Self.key(english, persian)
        if let at = place[key] {
            if all[at].strength < strength { all[at] = Link(english: english, persian: persian, strength: strength, kind: kind) }
        } else {
            place[key] = all.count
            all.append(Link(english: english, persian: persian, strength: strength, kind: kind))
        }
    }

    /// All links between two articles.
    /// - Parameters:
    ///   - useWords: false leaves out the lexicon's words and keeps its names.
    ///   - learnt: words that the articles at hand have taught; they are used in any case.
    init(
        _ english: TermedArticle, _ persian: TermedArticle, words: WordLexicon?, useWords: Bool, learnt: WordLexicon? = nil, anchor: Anchor?
    ) {
        addFigures(english, persian, anchor)
        addSame(english, persian)
        if let words { addWords(english, persian, words, useWords) }
        if let learnt { addWords(english, persian, learnt, true) }
        addSounds(english, persian) { term in
            useWords && (words.map { lexicon in term.keys.contains { !lexicon.translations(of: $0).isEmpty } } ?? false)
        } isNamed: { term in
            words.map { lexicon in lexicon.translations(of: term.form).contains(where: \.isName) } ?? false
        }
    }

    private mutating func addFigures(_ english: TermedArticle, _ persian: TermedArticle, _ anchor: Anchor?) {
        let figures = persian.terms.indices.filter { persian.terms[$0].kind != .word }
        for e in english.terms.indices where english.terms[e].kind != .word {
            let source = english.terms[e]
            for f in figures where persian.terms[f].kind == source.kind {
                let target = persian.terms[f]
                if let a = source.date, let b = target.date {
                    add(e, f, Float(DateReading.agreement(a, b, writtenOn: anchor?.day, isGuess: anchor?.isGuess ?? false)), .date)
                } else if source.value == target.value, source.kind == .number {
                    add(e, f, source.isWeak || target.isWeak ? 0.75 : 0.97, .number)
                } else if source.kind == .number, Self.isSameYear(gregorian: source.value, persian: target.value) {
                    add(e, f, 0.6, .number)
                }
            }
        }
    }

    /// Whether a figure can be the Iranian year that has most or a few of the other's days.
    static func isSameYear(gregorian: Double, persian: Double) -> Bool {
        (1300...1420).contains(persian) && (gregorian - persian == 621 || gregorian - persian == 622)
    }

    private mutating func addSame(_ english: TermedArticle, _ persian: TermedArticle) {
        var latin: [Word: Int] = [:]
        for (f, term) in persian.terms.enumerated() where term.isLatin && !term.isStop { latin[term.form] = f }
        guard !latin.isEmpty else { return }
        for (e, term) in english.terms.enumerated() where term.isLatin && !term.isStop {
            if let f = latin[term.form] { add(e, f, 0.98, .same) }
        }
    }

    private mutating func addWords(_ english: TermedArticle, _ persian: TermedArticle, _ words: WordLexicon, _ useWords: Bool) {
        var targets: [UInt32: [(term: Int, discount: Float)]] = [:]
        var peoples: [UInt32: [Int]] = [:]
        for (f, term) in persian.terms.enumerated() where term.kind == .word && !term.isLatin && !term.isStop {
            for (rank, key) in term.keys.enumerated() {
                guard let number = words.persian(key) else { continue }
                targets[number, default: []].append((f, rank == 0 ? 1 : 0.92))
            }
            // «آلمان» where English has "German": the lexicon gives «آلمانی».
            if let number = words.persian(term.form + "ی") { peoples[number, default: []].append(f) }
        }
        for (e, term) in english.terms.enumerated() where term.kind == .word && !term.isStop {
            for (rank, key) in term.keys.enumerated() {
                for translation in words.translations(of: key) where useWords || translation.isName {
                    if term.capitals > 0 {
                        for target in peoples[translation.word] ?? [] { add(e, target, translation.strength * 0.8, .word) }
                    }
                    for target in targets[translation.word] ?? [] {
                        add(
                            e, target.term, translation.strength * target.discount * (rank == 0 ? 1 : 0.95),
                            translation.isName ? .name : .word)
                    }
                }
            }
        }
    }

    /// - Parameter isKnown: whether a word is in the lexicon; then it is tried by sound only when it is written as a name.
    private mutating func addSounds(
        _ english: TermedArticle, _ persian: TermedArticle, isKnown: (Term) -> Bool, isNamed: (Term) -> Bool
    ) {
        var targets: [(term: Int, word: SoundMatch.Spelling, discount: Float)] = []
        // Words that are also a date or a number are tried against names only.
        var figures: [(term: Int, word: SoundMatch.Spelling)] = []
        for (f, term) in persian.terms.enumerated() where !term.isLatin && !term.isStop {
            if term.kind != .word {
                if let key = term.keys.first, let word = SoundMatch.Spelling(key) { figures.append((f, word)) }
                continue
            }
            for (rank, key) in term.keys.prefix(3).enumerated() {
                if let word = SoundMatch.Spelling(key) { targets.append((f, word, rank == 0 ? 1 : 0.93)) }
                // «سیداحمد» for Ahmad: English leaves the title out, or writes it as a word of its own.
                if rank == 0, key.hasPrefix("سید"), let word = SoundMatch.Spelling(Word(Array(key.bytes.dropFirst("سید".utf8.count)))) {
                    targets.append((f, word, 0.93))
                }
            }
        }
        for (e, term) in english.terms.enumerated() where term.kind == .word && !term.isStop && term.form.bytes.count > 2 {
            if !term.isNameLike, isKnown(term) { continue }
            guard let match = SoundMatch(term.form.bytes) else { continue }
            // What the lexicon names need not be guessed: "Iran" is not «رانش». Yet Jordan may be «جردن».
            let trust: Float = isNamed(term) ? 0.6 : term.isNameLike ? 1 : term.lowers == 0 ? 0.9 : 0.55
            for target in targets {
                let strength = match.strength(of: target.word) * target.discount * trust
                if strength > 0.3 { add(e, target.term, strength, .sound) }
                if strength > 0.6, term.isNameLike, let at = place[Self.key(e, target.term)] { all[at].isSound = true }
            }
            guard term.isNameLike else { continue }
            for figure in figures {
                let strength = match.strength(of: figure.word)
                if strength > 0.7 { add(e, figure.term, strength, .sound) }
            }
        }
        // «نیویورک» is one word in Persian: two neighbouring capitals are tried together too.
        var tried: Set<UInt64> = []
        for sentence in english.sentences {
            for (first, second) in zip(sentence, sentence.dropFirst())
            where first.isCapital && (second.isCapital || second.isHyphenated) && second.range.lowerBound - first.range.upperBound <= 1 {
                guard tried.insert(Self.key(first.term, second.term)).inserted else { continue }
                let joined = english.terms[first.term].form.bytes + english.terms[second.term].form.bytes
                guard let match = SoundMatch(joined) else { continue }
                for target in targets {
                    let strength = match.strength(of: target.word) * target.discount
                    guard strength > 0.6 else { continue }
                    add(first.term, target.term, strength, .sound)
                    add(second.term, target.term, strength, .sound)
                }
            }
        }
    }
}
