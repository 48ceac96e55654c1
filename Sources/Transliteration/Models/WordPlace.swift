/// What the grammar of words looks at around one letter of a word, found once before the word is read.
struct WordPlace {
    /// The letter before; `none` at the start.
    let before: UInt8
    /// The letter after; `none` at the end.
    let after: UInt8
    /// How many letters stand before.
    let index: Int
    /// How many letters stand after.
    let left: Int
    /// Whether at most one letter of its word stands before it.
    let startsWord: Bool
    /// Whether ال begins here and is the article of a noun that names are made with.
    let startsKnownArticle: Bool
    /// Whether ال begins here and may be the article.
    let startsArticle: Bool
    /// Whether an article may begin at the next letter.
    let precedesArticle: Bool
    /// Whether an ā that is not written is heard after this letter: الله, رحمن.
    let takesUnwrittenAlef: Bool

    /// No letter.
    static let none: UInt8 = 255

    init(_ letters: [UInt8], at place: Int) {
        before = place > 0 ? letters[place - 1] : Self.none
        after = place + 1 < letters.count ? letters[place + 1] : Self.none
        index = place
        left = letters.count - place - 1
        startsWord = place < 2 || letters[place - 2] == PersianLetters.space
        startsKnownArticle = Self.startsKnownArticle(letters, at: place)
        startsArticle = Self.startsArticle(letters, at: place)
        precedesArticle = Self.startsArticle(letters, at: place + 1)
        takesUnwrittenAlef = Self.takesUnwrittenAlef(letters, at: place)
    }

    /// Whether the segment ends after the letter.
    @inline(__always) var endsSegment: Bool { after == Self.none || after == PersianLetters.space }
    /// Whether the letter stands inside a segment.
    @inline(__always) var isInside: Bool { before != Self.none && before != PersianLetters.space }

    /// عبدالله, شمس‌الدین, زین‌العابدین: ال inside a word, before a noun that names are made with.
    private static func startsKnownArticle(_ letters: [UInt8], at place: Int) -> Bool {
        guard place > 1, place + 3 < letters.count, letters[place + 1] == WordShape.lam else { return false }
        if letters[place + 2] == WordShape.lam && letters[place + 3] == WordShape.he { return true }
        return articleNouns.contains { holds(letters, $0, at: place + 2) }
    }

    private static func startsArticle(_ letters: [UInt8], at place: Int) -> Bool {
        guard place + 3 < letters.count, letters[place + 1] == WordShape.lam else { return false }
        return place + 4 < letters.count || (letters[place + 2] == WordShape.lam && letters[place + 3] == WordShape.he)
            || startsKnownArticle(letters, at: place)
    }

    private static func takesUnwrittenAlef(_ letters: [UInt8], at place: Int) -> Bool {
        unwritten.contains { $0.word[$0.after - 1] == letters[place] && holds(letters, $0.word, at: place + 1 - $0.after) }
    }

    private static func holds(_ letters: [UInt8], _ word: [UInt8], at start: Int) -> Bool {
        guard start >= 0, start + word.count <= letters.count else { return false }
        for index in word.indices where letters[start + index] != word[index] { return false }
        return true
    }

    private static let articleNouns = SoundTable.articleNouns.map { PersianLetters.codes(of: $0) }
    private static let unwritten = SoundTable.unwrittenAlef.map { (word: PersianLetters.codes(of: $0.word), after: $0.after) }
}
