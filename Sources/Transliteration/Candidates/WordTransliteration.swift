extension Transliterator {
    /// Finds how one word may be written in `script`, best first; punctuation around it stays around it.
    func choose(
        _ piece: Substring, isLast: Bool, to script: TargetScript, _ options: TransliterationOptions, _ memory: inout WordMemory,
        into choices: inout WordChoices, on desk: inout ReadingDesk
    ) {
        choices.removeAll()
        let scalars = piece.unicodeScalars
        guard let first = scalars.firstIndex(where: Self.isName), let last = scalars.lastIndex(where: Self.isName) else {
            choices.given = String(piece)
            return choices.copy(choices.given)
        }
        let end = scalars.index(after: last)
        if first > scalars.startIndex || end < scalars.endIndex {
            (choices.before, choices.after) = (String(piece[..<first]), String(piece[end...]))
            switch script {
            case .latin: (choices.before, choices.after) = (Scheme.latinized(choices.before), Scheme.latinized(choices.after))
            case .persian:
                Self.takeApostrophes(of: &choices)
                let title = choices.after == "." ? names.title(abbreviated: String(piece[first...])) : nil
                (choices.before, choices.after) = (Self.persianSigns(choices.before), title == nil ? Self.persianSigns(choices.after) : "")
                if let title {
                    choices.given = String(piece[first...])
                    choices.origin = .lexicon
                    names.appendPersian(of: title, to: &choices.texts)
                    return choices.close(1, .entry(title))
                }
            }
        }
        choices.given = String(piece[first..<end])
        var letters = PersianLetters.codes(of: choices.given)
        if letters.contains(PersianLetters.space), !names.isSpelt(letters) { letters.removeAll { $0 == PersianLetters.space } }
        switch script {
        case .latin:
            if letters.isEmpty { return choices.copyLatinized() }
            let isInitial = choices.after.hasPrefix(".") || choices.before.hasSuffix("(") && choices.after.hasPrefix(")")
            if isInitial, let initial = Initials.latin(choices.given) { return choices.copy(initial) }
            latin(letters, mayTakeEzafe: !isLast && choices.after.isEmpty, options, &memory, into: &choices, on: &desk)
        case .persian:
            if !letters.isEmpty { return choices.copy(choices.given) }
            if !isLast, choices.after.isEmpty, let stem = LatinEzafe.stem(of: choices.given) {
                withEzafe(stem, options, &memory, into: &choices, on: &desk)
                if !choices.choices.isEmpty { return }
            }
            persian(options, &memory, into: &choices, on: &desk)
        }
    }

    /// Takes an apostrophe at one edge of the word for ayn or hamza, which Persian has a letter for: «'Abd al-Rahim», «Rabi'».
    private static func takeApostrophes(of choices: inout WordChoices) {
        let marks: Set<Character> = ["'", "’", "‘", "`"]
        let start = choices.before.last.flatMap { marks.contains($0) ? $0 : nil }
        let end = choices.after.first.flatMap { marks.contains($0) ? $0 : nil }
        if start != nil && end == nil { choices.before.removeLast() }
        if end != nil && start == nil { choices.after.removeFirst() }
        if (start == nil) != (end == nil) { choices.apostrophes = (start, end) }
    }

    /// Gives the words back the apostrophes that turn out to be quotation marks around several of them: one opens a word, another closes a later
    /// one, and there the best spelling ends in no letter that the mark may stand for.
    static func restoreQuotationMarks(around pieces: inout ArraySlice<WordChoices>) {
        guard let last = pieces.lastIndex(where: { $0.apostrophes.end != nil && !$0.endsInHamza }),
            let first = pieces[..<last].firstIndex(where: { $0.apostrophes.start != nil }),
            let open = pieces[first].apostrophes.start, let close = pieces[last].apostrophes.end
        else { return }
        pieces[first].before.append(open)
        pieces[last].after.insert(close, at: pieces[last].after.startIndex)
    }

    /// Whether a name may begin or end with this.
    private static func isName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z": true
        case "\u{0}"..."\u{7F}": "0"..."9" ~= scalar
        default:
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.value == 0x200C
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }

    private func latin(
        _ letters: [UInt8], mayTakeEzafe: Bool, _ options: TransliterationOptions, _ memory: inout WordMemory,
        into choices: inout WordChoices, on desk: inout ReadingDesk
    ) {
        let marked = Self.isMarked(choices.given)
        if options.knowledge == .lexiconAndModel {
            knownLatin(letters, marked, options.limit, into: &choices)
            if choices.choices.isEmpty && mayTakeEzafe { knownWithEzafe(letters, options.limit, into: &choices) }
            if !choices.choices.isEmpty { return }
        }
        if memory.recall(choices.given, into: &choices) { return }
        guard let reader = models?.persian else { return plainLatin(letters, options.limit, into: &choices) }
        reader.spell(letters, limit: options.limit, marked: marked ? choices.given : nil, on: &desk)
        choices.origin = desk.evidence.compositionCount == 0 ? .model : .compound
        let joiners = Self.joiners(in: choices.given)
        for item in desk.spellings.items.indices {
            reader.follow(desk.spellings.items[item].way, on: &desk)
            choices.texts.append(capitalized: desk.spellings[item])
            choices.close(desk.spellings.items[item].share, choices.spell(letters, tags: desk.tags, joiners: joiners))
        }
        // The grammar of the models has no way for it.
        if choices.choices.isEmpty { plainLatin(letters, options.limit, into: &choices) }
        memory.remember(choices)
    }

    private func knownLatin(_ letters: [UInt8], _ marked: Bool, _ limit: Int, into choices: inout WordChoices) {
        var (ways, total) = names.ways(of: letters, limit: marked ? 100 : limit)
        if marked {
            let word = choices.given
            ways = ways.filter { names.reading(of: $0.entry).admits(word) }
            total = ways.reduce(0) { $0 + $1.count }
        }
        choices.origin = .lexicon
        for way in ways.prefix(limit) {
            names.appendSpelling(way.spelling, to: &choices.texts)
            // One who was seen to spell it so counts ten.
            choices.close(Double(way.count) / (Double(total) + 3), .entry(way.entry))
        }
    }

    /// The common words and places that are written with the ye of the ezafe: «شورای», «آسیای», «خانه‌ی».
    private func knownWithEzafe(_ letters: [UInt8], _ limit: Int, into choices: inout WordChoices) {
        guard letters.count > 3, letters.last == WordShape.yeh else { return }
        let stem = Array(letters.dropLast())
        guard let end = stem.last, end == WordShape.alef || end == WordShape.vav || end == WordShape.he,
            names.isCommonWord(stem) || names.isPlace(stem)
        else { return }
        let (ways, total) = names.ways(of: stem, limit: limit)
        choices.origin = .lexicon
        for way in ways {
            guard let reading = try? Reading(units: names.reading(of: way.entry).units + [.ezafe(.ye)]) else { continue }
            names.appendSpelling(way.spelling, to: &choices.texts)
            choices.close(Double(way.count) / (Double(total) + 3), .made(reading))
        }
    }

    private func plainLatin(_ letters: [UInt8], _ limit: Int, into choices: inout WordChoices) {
        let found = plain.readings(of: letters, limit: limit)
        choices.origin = .model
        for (item, share) in zip(found, Self.shares(found.map(\.cost))) {
            choices.texts.append(capitalized: item.latin[...])
            choices.close(share, choices.spell(letters, item.sounds.sounds))
        }
    }

    private func persian(
        _ options: TransliterationOptions, _ memory: inout WordMemory, into choices: inout WordChoices, on desk: inout ReadingDesk
    ) {
        var (latin, breaks) = LatinLetters.folded(choices.given)
        if latin.isEmpty { return choices.copy(Self.persianSigns(choices.given)) }
        let article = ArticleName(choices.given)
        if options.knowledge == .lexiconAndModel {
            for latin in article?.spellings ?? [latin] where choices.choices.isEmpty { knownPersian(latin, options.limit, into: &choices) }
            if !choices.choices.isEmpty { return }
        }
        if let article {
            compose(article, options, &memory, into: &choices, on: &desk)
            if !choices.choices.isEmpty { return }
            (latin, breaks) = (article.spellings[0], [])
        }
        if memory.recall(choices.given, into: &choices) { return }
        choices.origin = .model
        guard let reader = models?.latin else { return plainPersian(latin, options.limit, into: &choices) }
        reader.spell(latin, breaks: breaks, limit: options.limit, on: &desk)
        for item in desk.spellings.items.indices {
            let letters = Array(desk.spellings[item])
            var source = WordChoices.Source.none
            if let sounds = sounds(of: letters, spelled: latin, breaks) {
                if let reading = ReadingBuilder.reading(letters, sounds) {
                    reading.appendPersian(to: &choices.texts)
                    source = choices.spell(letters, sounds)
                }
            }
            if case .none = source { choices.texts.append(contentsOf: PersianLetters.text(of: letters).utf8) }
            choices.close(desk.spellings.items[item].share, source)
        }
        memory.remember(choices)
    }

    /// What `stem` may be, each with an ezafe.
    private func withEzafe(
        _ stem: String, _ options: TransliterationOptions, _ memory: inout WordMemory, into choices: inout WordChoices,
        on desk: inout ReadingDesk
    ) {
        var bare = WordChoices()
        bare.given = stem
        persian(options, &memory, into: &bare, on: &desk)
        choices.origin = bare.origin
        for choice in bare.choices {
            guard let reading = bare.reading(of: choice, names).flatMap(LatinEzafe.added) else { continue }
            reading.appendPersian(to: &choices.texts)
            choices.close(choice.score, .made(reading))
        }
        choices.merge(limit: options.limit)
    }

    /// The article's name from the spellings of what stands before the article and after it.
    private func compose(
        _ article: ArticleName, _ options: TransliterationOptions, _ memory: inout WordMemory, into choices: inout WordChoices,
        on desk: inout ReadingDesk
    ) {
        func read(_ letters: [UInt8]) -> (choices: WordChoices, readings: [(reading: Reading, score: Double)]) {
            var part = WordChoices()
            part.given = String(decoding: letters, as: UTF8.self)
            persian(options, &memory, into: &part, on: &desk)
            return (part, part.choices.compactMap { choice in part.reading(of: choice, names).map { ($0, choice.score) } })
        }
        var origin = Candidate.Origin.lexicon
        var firsts: [(reading: Reading?, score: Double)] = [(article.firstReading, 1)]
        if article.firstReading == nil && !article.first.isEmpty {
            let (part, readings) = read(article.first)
            origin = .weaker(origin, part.origin)
            firsts = readings.map { ($0.reading, $0.score) }
        }
        var seconds: [(reading: Reading, score: Double)] = article.secondReading.map { [($0, 1)] } ?? []
        if seconds.isEmpty {
            let (part, readings) = read(article.second)
            origin = .weaker(origin, part.origin)
            seconds = readings
        }
        choices.origin = origin
        for first in firsts {
            for second in seconds {
                guard let reading = ArticleName.joined(first.reading, second.reading) else { continue }
                reading.appendPersian(to: &choices.texts)
                choices.close(first.score * second.score, .made(reading))
            }
        }
        choices.merge(limit: options.limit)
    }

    /// The sounds of Persian letters that are spelt so in Latin; `nil` when no reading explains the spelling.
    func sounds(of letters: [UInt8], spelled latin: [UInt8], _ breaks: [Int]) -> [Int]? {
        for hearing in LatinHearing.hearings(of: latin, breaks: breaks) {
            if let path = aligner.path(letters, hearing.letters, breaks: hearing.breaks) {
                return path.tags.map { aligner.set.soundIDs[$0] }
            }
        }
        return nil
    }

    /// The Persian spellings of the names that are spelt so, those of the same spelling added up.
    private func knownPersian(_ latin: [UInt8], _ limit: Int, into choices: inout WordChoices) {
        let found = names.readings(spelled: latin)
        if found.isEmpty { return }
        choices.origin = .lexicon
        let total = Double(found.reduce(0) { $0 + $1.count }) + 0.3
        for (entry, count) in found {
            names.appendPersian(of: entry, to: &choices.texts)
            choices.close(Double(count) / total, .entry(entry))
        }
        choices.merge(limit: limit)
    }

    private func plainPersian(_ latin: [UInt8], _ limit: Int, into choices: inout WordChoices) {
        let found = plain.spellings(of: latin, limit: limit * 2)
        for (item, share) in zip(found, Self.shares(found.map(\.cost))) {
            guard let reading = ReadingBuilder.reading(item.sounds.letters, item.sounds.sounds) else { continue }
            reading.appendPersian(to: &choices.texts)
            choices.close(share, choices.spell(item.sounds.letters, item.sounds.sounds))
        }
        choices.merge(limit: limit)
    }

    private static let persianOf: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "۰", "1": "۱", "2": "۲", "3": "۳", "4": "۴", "5": "۵", "6": "۶", "7": "۷", "8": "۸", "9": "۹", ",": "،", ";": "؛", "?": "؟",
        "“": "«", "”": "»",
    ]

    /// Digits and punctuation as Persian writes them.
    private static func persianSigns(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(persianOf[scalar] ?? scalar) }
        return String(result)
    }

    /// Whether the word bears vowel marks.
    static func isMarked(_ word: String) -> Bool {
        word.unicodeScalars.contains { 0x64B...0x652 ~= $0.value || $0.value == 0x670 }
    }

    /// Before which of the word's letters a joiner stands.
    private static func joiners(in word: String) -> Set<Int> {
        var joiners: Set<Int> = []
        var place = 0
        for scalar in word.unicodeScalars {
            if scalar.value == 0x200C { joiners.insert(place) } else if PersianLetters.folded(scalar) != nil { place += 1 }
        }
        return joiners
    }
}

extension [UInt8] {
    /// Appends small Latin letters, the first as a capital.
    fileprivate mutating func append(capitalized letters: ArraySlice<UInt8>) {
        guard let first = letters.first else { return }
        append(first - 32)
        append(contentsOf: letters.dropFirst())
    }
}

extension WordChoices {
    /// The word in Latin digits and punctuation, and nothing else.
    fileprivate mutating func copyLatinized() {
        given = Scheme.latinized(given)
        copy(given)
    }

    /// Whether the best spelling ends in ayn or hamza.
    fileprivate var endsInHamza: Bool {
        guard let best = choices.first else { return false }
        let last = String(decoding: texts[best.text], as: UTF8.self).unicodeScalars.last
        return last == "ع" || last == "ء" || last == "أ" || last == "ئ" || last == "ؤ"
    }
}
