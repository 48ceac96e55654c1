/// What may follow what when letters are read: the grammar that the aligner and the models share.
enum WordShape {
    /// What was read last.
    enum State: UInt8, CaseIterable {
        case start, bare, short, shortE, long, carrier, article, silentHe
    }

    /// The state after the letter tag `tag` read in `state` at `place`; `nil` where it cannot stand.
    ///
    /// A state `bare` leaves the vowel slot open; every other closes it.
    static func after(_ state: State, _ tag: Tag.Shape, in letters: [UInt8], at place: Int) -> State? {
        switch tag.kind {
        case .space: return state == .carrier || state == .article ? nil : .start
        case .consonant:
            if state == .carrier || state == .article { return nil }
            if tag.letter == he && endsSegment(letters, at: place) && (state == .shortE || state == .short) {
                // Only in words of two letters is a final ه heard after a short vowel: ده, مه.
                guard place < 2 || letters[place - 2] == PersianLetters.space else { return nil }
            }
            if tag.letter == yeh && !tag.doubled && place > 0 {
                // «فریار» has ī, not e and y; and ی is not heard twice in a row without a vowel between.
                if state == .shortE && place + 1 < letters.count && letters[place + 1] == alef { return nil }
                if state == .bare && letters[place - 1] == yeh { return nil }
            }
            return tag.doubled && (state == .start || state == .bare || state == .silentHe) ? nil : .bare
        case .vowel:
            if tag.letter == alef && startsKnownArticle(letters, at: place) { return nil }
            if tag.letter == yeh && state == .long && tag.vowel == .longI && place + 1 < letters.count && letters[place + 1] == yeh {
                return nil
            }
            // A word ends in ey only when it is short: ری, پی.
            if tag.vowel == .ey && place >= 3 && endsSegment(letters, at: place) { return nil }
            if tag.vowel == .ow && startsArticle(letters, at: place + 1) { return nil }
            switch state {
            case .bare: return .long
            case .carrier: return tag.letter == yeh && tag.vowel != .maksura || tag.letter == vav ? .long : nil
            case .long: return canFollowLong(tag, letters[place - 1]) ? .long : nil
            case .start, .short, .shortE, .article, .silentHe: return nil
            }
        case .silent:
            return state == .bare && place > 0 && letters[place - 1] == khe && place + 1 < letters.count
                && (letters[place + 1] == alef || letters[place + 1] == yeh) ? .bare : nil
        case .silentHe: return state == .shortE && place > 0 ? .silentHe : nil
        case .initial, .carrier:
            let inside = !(place == 0 || letters[place - 1] == PersianLetters.space)
            if startsKnownArticle(letters, at: place) { return nil }
            guard inside == tag.beginsPart, state != .carrier, state != .article else { return nil }
            if inside && place + 3 > letters.count { return nil }
            if tag.kind == .initial { return tag.vowel == .longA ? .long : .short }
            guard place + 1 < letters.count, letters[place + 1] == yeh || letters[place + 1] == vav else { return nil }
            return .carrier
        case .article:
            guard place > 1, state != .carrier, state != .article, startsArticle(letters, at: place) else { return nil }
            return .article
        case .lam: return state == .article ? .bare : nil
        }
    }

    /// The state after the vowel slot of a consonant.
    static func afterSlot(_ tag: Tag.Shape, in letters: [UInt8], at place: Int) -> State? {
        if tag.vowel == .none { return takesUnwrittenAlef(letters, at: place) ? nil : .bare }
        if endsSegment(letters, at: place) { return nil }
        let unwritten = takesUnwrittenAlef(letters, at: place)
        if tag.vowel == .unwrittenA || unwritten { return tag.vowel == .unwrittenA && unwritten ? .long : nil }
        return tag.vowel == .shortE ? .shortE : .short
    }

    static func mayEnd(_ state: State) -> Bool { state != .carrier && state != .article && state != .start }

    static let alef = PersianLetters.code("ا")
    static let vav = PersianLetters.code("و")
    static let yeh = PersianLetters.code("ی")
    static let he = PersianLetters.code("ه")
    static let lam = PersianLetters.code("ل")
    static let khe = PersianLetters.code("خ")

    private static func canFollowLong(_ tag: Tag.Shape, _ before: UInt8) -> Bool {
        if tag.letter == alef { return before == yeh || before == vav }
        return before == alef && (tag.vowel == .longI || tag.vowel == .longU)
    }

    /// Whether the segment ends after the letter at `place`.
    static func endsSegment(_ letters: [UInt8], at place: Int) -> Bool {
        place + 1 == letters.count || letters[place + 1] == PersianLetters.space
    }

    /// Whether ال at `place`, inside a word, is the article of a noun that names are made with: عبدالله, شمس‌الدین, زین‌العابدین.
    private static func startsKnownArticle(_ letters: [UInt8], at place: Int) -> Bool {
        guard place > 1, place + 3 < letters.count, letters[place + 1] == lam else { return false }
        if letters[place + 2] == lam && letters[place + 3] == he { return true }
        return articleNouns.contains { place + 2 + $0.count <= letters.count && letters[(place + 2)...].starts(with: $0) }
    }

    private static let articleNouns = SoundTable.articleNouns.map { PersianLetters.codes(of: $0) }

    private static func startsArticle(_ letters: [UInt8], at place: Int) -> Bool {
        if startsKnownArticle(letters, at: place) { return true }
        guard place + 3 < letters.count, letters[place + 1] == lam else { return false }
        return place + 4 < letters.count || (letters[place + 2] == lam && letters[place + 3] == he)
    }

    private static let unwritten = SoundTable.unwrittenAlef.map { (word: PersianLetters.codes(of: $0.word), after: $0.after) }

    private static func takesUnwrittenAlef(_ letters: [UInt8], at place: Int) -> Bool {
        unwritten.contains { word, after in
            let start = place + 1 - after
            return start >= 0 && start + word.count <= letters.count && letters[start..<start + word.count].elementsEqual(word)
        }
    }
}
