extension Reading {
    /// The reading of fully vowelled Persian: the inverse of `vowelled`.
    ///
    /// Older habits are read too: a fatha before ا, a kasra before a long ی, a zamma before a long و, Arabic يْ and وْ after a fatha.
    /// - Throws: `ReadingError`, with the UTF-8 offset of the letter.
    public init(vowelled text: String) throws(ReadingError) {
        var parser = try VowelledParser(MarkedLetter.letters(of: text))
        let units = try parser.units()
        do throws(ReadingError) {
            try Self.check(units)
        } catch {
            throw error.moved(to: parser.offsets)
        }
        self.init(checked: units)
    }
}

/// Reads vowelled Persian letter by letter.
struct VowelledParser {
    private let letters: [MarkedLetter]
    private var index = 0
    private var result: [Reading.Unit] = []
    /// The UTF-8 offset of each unit read so far.
    private(set) var offsets: [Int] = []
    /// Whether the last letter bears no mark for its vowel, so that ا, ی or و after it is a long one.
    private var isOpen = false
    /// Whether the article's lam sounds as the letter that comes, which bears its tashdid.
    private var tashdidIsOfArticle = false

    init(_ letters: [MarkedLetter]) {
        self.letters = letters
    }

    mutating func units() throws(ReadingError) -> [Reading.Unit] {
        while index < letters.count {
            try read(letters[index])
            index += 1
        }
        return result
    }

    private var atStart: Bool { result.last?.endsSegment ?? true }

    private func letter(_ ahead: Int) -> MarkedLetter? {
        index + ahead < letters.count ? letters[index + ahead] : nil
    }

    /// Whether no letter of the word follows.
    private var isFinal: Bool { letter(1)?.isBoundary ?? true }

    private mutating func add(_ unit: Reading.Unit) {
        result.append(unit)
        offsets.append(letters[index].offset)
    }

    private mutating func read(_ marked: MarkedLetter) throws(ReadingError) {
        switch marked.scalar {
        case " ": add(.boundary(.space))
        case "\u{200C}": add(.boundary(.joiner))
        case "\u{2060}": add(.boundary(.solid))
        case "ا", "ٱ": return try readAlef(marked)
        case "آ":
            add(.vowel(atStart || result.last == .consonant(.hamza) && isOpen ? .longA : .madda))
            addEzafe(marked)
        case "و":
            if readVowel(marked, .longU) { return }
            try readConsonant(marked, isGlide(marked) ? .glide : .vav)
            return
        case "ی":
            if readMaksura(marked) || readEzafeYe(marked) || readVowel(marked, .longI) { return }
            try readConsonant(marked, .ye)
            return
        case "ه" where isFinal && endsInShortVowel && marked.marks.isDisjoint(with: Marks.vowels.union([.sukun, .shadda, .silent])):
            add(.silent(.he))
            if marked.marks.contains(.hamza) { add(.ezafe(.hamza)) }
        default:
            guard let letter = Reading.Letter(persian: marked.scalar) else {
                throw .unknownMark(String(marked.scalar), offset: marked.offset)
            }
            try readConsonant(marked, letter)
            return
        }
        isOpen = false
        tashdidIsOfArticle = false
    }

    private var endsInShortVowel: Bool { result.last == .vowel(.a) || result.last == .vowel(.e) }
}

extension VowelledParser {
    private mutating func readConsonant(_ marked: MarkedLetter, _ letter: Reading.Letter) throws(ReadingError) {
        let marks = marked.marks
        if marks.contains(.silent) {
            add(.silent(letter))
        } else {
            add(marks.contains(.shadda) && !tashdidIsOfArticle ? .doubled(letter) : .consonant(letter))
        }
        tashdidIsOfArticle = false
        let afterVowel = marks.contains(.silent) && result.dropLast().last.map { if case .vowel = $0 { true } else { false } } ?? false
        isOpen = marks.isDisjoint(with: Marks.vowels.union([.sukun, .sounded])) && !afterVowel
        if result.dropLast().last == .boundary(.article), isAllah(at: 0) {
            add(.vowel(.unwrittenA))
            isOpen = false
        }
        addVowel(marked)
        if letter == .he, marks.contains(.hamza) { add(.ezafe(.hamza)) }
    }

    /// Adds the vowel that a letter's mark says.
    private mutating func addVowel(_ marked: MarkedLetter) {
        let marks = marked.marks
        if marks.contains(.dagger) {
            add(.vowel(.unwrittenA))
        } else if marks.contains(.fatha) {
            add(.vowel(.a))
        } else if marks.contains(.damma) {
            add(.vowel(.o))
        } else if marks.contains(.kasra) {
            add(isFinal && !marks.contains(.plain) ? .ezafe(.unwritten) : .vowel(.e))
        } else if marks.contains(.fathatan) {
            add(.vowel(.tanvinA))
            if letter(1)?.scalar == "ا", letter(1)?.marks == [] { index += 1 }
        } else if marks.contains(.kasratan) {
            add(.vowel(.tanvinE))
        } else if marks.contains(.dammatan) {
            add(.vowel(.tanvinO))
        }
    }

    private mutating func addEzafe(_ marked: MarkedLetter) {
        if marked.marks.contains(.kasra) { add(.ezafe(.unwritten)) }
    }
}

extension VowelledParser {
    private mutating func readAlef(_ marked: MarkedLetter) throws(ReadingError) {
        let marks = marked.marks
        defer { isOpen = marks.contains(.silent) ? isOpen : false }
        if marks.contains(.silent) { return try readConsonant(marked, .alef) }
        let moved = takeVowelBeforeArticle(marked)
        let bearsShortVowel = moved || !marks.isDisjoint(with: [.fatha, .damma, .kasra, .dagger])
        if !atStart, !moved, marked.scalar == "ٱ" || bearsShortVowel && !(isFinal && marks.contains(.kasra)) { add(.boundary(.solid)) }
        guard atStart || moved else { return readLongA(marked) }
        if bearsShortVowel, !moved { addVowel(marked) }
        if isArticle(marked) {
            index += 1
            let lam = letters[index]
            let assimilates = !lam.marks.contains(.sukun) && letter(1)?.marks.contains(.shadda) == true
            tashdidIsOfArticle = assimilates
            add(.boundary(assimilates && letter(1)?.scalar != "ل" ? .assimilatedArticle : .article))
        } else if !bearsShortVowel {
            try readLongStart(marked)
        }
    }

    /// Older habit: the article's vowel on the letter before, «عَبدُالله».
    private mutating func takeVowelBeforeArticle(_ marked: MarkedLetter) -> Bool {
        guard marked.scalar == "ا", marked.marks == [], letter(1)?.scalar == "ل", letter(1)?.marks == [], let next = letter(2),
            next.marks.contains(.shadda) || next.scalar == "ل",
            let place = result.lastIndex(where: { !$0.endsSegment }), case .vowel(let vowel) = result[place],
            vowel == .a || vowel == .e || vowel == .o, place > 0, result[place - 1].letter != nil
        else { return false }
        result.remove(at: place)
        offsets.remove(at: place)
        if !atStart { add(.boundary(.solid)) }
        add(.vowel(vowel))
        return true
    }

    /// The second lam of «الله» bears a long a even when nothing is marked.
    private func isAllah(at ahead: Int) -> Bool {
        letter(ahead)?.scalar == "ل" && letter(ahead)?.marks.isDisjoint(with: Marks.vowels.union(.sukun)) == true
            && letter(ahead + 1)?.scalar == "ه" && letter(ahead + 1)?.marks == [] && letter(ahead + 2)?.isBoundary ?? true
    }

    private mutating func readLongA(_ marked: MarkedLetter) {
        if marked.marks.contains(.fathatan) {
            add(.vowel(.tanvinA))
        } else {
            // Older habit: a fatha before the alef.
            if result.last == .vowel(.a) {
                result.removeLast()
                offsets.removeLast()
            }
            add(.vowel(.longA))
            addEzafe(marked)
        }
    }

    /// ای and او at the start of a segment.
    private mutating func readLongStart(_ marked: MarkedLetter) throws(ReadingError) {
        guard let next = letter(1), next.scalar == "ی" || next.scalar == "و",
            next.marks.isDisjoint(with: [.shadda, .sukun, .sounded, .glide, .silent])
        else { throw .unmarked(String(marked.scalar), offset: marked.offset) }
        index += 1
        add(.vowel(next.scalar == "ی" ? .longI : .longU))
        addVowel(next)
    }

    /// The article: ٱ and ل, or ا and a ل that the next letter's tashdid has swallowed.
    private func isArticle(_ marked: MarkedLetter) -> Bool {
        guard let lam = letter(1), lam.scalar == "ل", lam.marks == [] || lam.marks == .sukun, let next = letter(2), !next.isBoundary else {
            return false
        }
        return marked.scalar == "ٱ" || lam.marks == [] && (next.marks.contains(.shadda) || isAllah(at: 2))
    }
}

extension VowelledParser {
    /// Reads و or ی as a long vowel, where it is one.
    private mutating func readVowel(_ marked: MarkedLetter, _ vowel: Reading.Vowel) -> Bool {
        let marks = marked.marks
        let hiatus: Marks = vowel == .longI ? .longI : .longU
        guard marks.isDisjoint(with: [.shadda, .sukun, .sounded, .glide, .silent]) else { return false }
        if !isOpen, !marks.contains(hiatus) {
            // Older habit: a kasra before ī, a zamma before ū, where no vowel follows.
            let short: Reading.Vowel = vowel == .longI ? .e : .o
            guard result.last == .vowel(short), marks.isEmpty || isFinal && marks == .kasra, !mayBeLongVowel(letter(1)) else {
                return false
            }
            result.removeLast()
            offsets.removeLast()
        }
        add(.vowel(vowel))
        isOpen = false
        addVowel(marked)
        return true
    }

    private func mayBeLongVowel(_ marked: MarkedLetter?) -> Bool {
        guard let marked, marked.scalar == "ا" || marked.scalar == "و" || marked.scalar == "ی" else { return false }
        return marked.marks.isDisjoint(with: [.shadda, .sukun, .silent])
    }

    private func isGlide(_ marked: MarkedLetter) -> Bool {
        guard !marked.marks.contains(.silent) else { return false }
        return marked.marks.contains(.glide) || result.last == .vowel(.o) && marked.marks.contains(.sukun)
    }

    /// ی that stands for a long a: with alef above, or bare at the end after a fatha.
    private mutating func readMaksura(_ marked: MarkedLetter) -> Bool {
        guard marked.marks.isDisjoint(with: [.shadda, .sukun, .silent]) else { return false }
        let afterFatha = result.last == .vowel(.a)
        guard marked.marks.contains(.dagger) && (isOpen || afterFatha) || afterFatha && isFinal && marked.marks == [] else { return false }
        if afterFatha {
            result.removeLast()
            offsets.removeLast()
        }
        add(.vowel(.maksura))
        addEzafe(marked)
        isOpen = false
        return true
    }

    /// ی with kasra that ends a word and is no consonant of it: the ezafe after a vowel.
    private mutating func readEzafeYe(_ marked: MarkedLetter) -> Bool {
        guard isFinal, marked.marks == .kasra, !isOpen, result.last != nil, result.last != .boundary(.space) else { return false }
        if result.last == .boundary(.joiner), result.dropLast().last == .silent(.he) {
            result.removeLast()
            offsets.removeLast()
        } else if atStart {
            return false
        }
        add(.ezafe(.ye))
        return true
    }
}
