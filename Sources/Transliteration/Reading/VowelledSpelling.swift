extension Reading {
    /// The Persian spelling with every vowel mark: `Reading(vowelled:)` gives this reading back.
    ///
    /// A solid boundary is the word joiner U+2060; the marks are named in `Marks`. The text is in NFC.
    public var vowelled: String {
        var text = String.UnicodeScalarView()
        for index in units.indices { appendVowelled(index, to: &text) }
        return String(text)
    }

    private func unit(_ index: Int) -> Unit? {
        units.indices.contains(index) ? units[index] : nil
    }

    private func appendVowelled(_ index: Int, to text: inout String.UnicodeScalarView) {
        switch units[index] {
        case .consonant(let letter):
            text.append(letter.persian)
            marks(of: letter, at: index, doubled: bearsTashdidOfArticle(index)).append(to: &text)
        case .doubled(let letter):
            text.append(letter.persian)
            marks(of: letter, at: index, doubled: true).append(to: &text)
        case .silent(let letter):
            text.append(letter.persian)
            marksOfSilent(letter, at: index).append(to: &text)
        case .vowel(let vowel):
            append(vowel, at: index, to: &text)
        case .boundary(let boundary):
            append(boundary, at: index, to: &text)
        case .ezafe(.ye):
            if unit(index - 1) == .silent(.he) { text.append("\u{200C}") }
            text.append("ی")
            text.append("\u{650}")
        case .ezafe(.unwritten), .ezafe(.hamza):
            break  // marks of the letter before
        }
    }

    /// Whether nothing of the word follows but an ezafe.
    private func isFinal(_ index: Int) -> Bool {
        switch unit(index + 1) {
        case nil, .boundary, .ezafe: true
        default: false
        }
    }

    private func follows(_ vowels: Vowel..., at index: Int) -> Bool {
        if case .vowel(let vowel) = unit(index - 1) { vowels.contains(vowel) } else { false }
    }

    private func bearsTashdidOfArticle(_ index: Int) -> Bool {
        switch unit(index - 1) {
        case .boundary(.assimilatedArticle): true
        case .boundary(.article): units[index] == .consonant(.lam)
        default: false
        }
    }

    /// The mark that the unit after a letter puts on it.
    private func markAfter(_ index: Int) -> Marks {
        switch unit(index + 1) {
        case .vowel(.tanvinA): units[index] == .consonant(.teMarbuta) ? .fathatan : []
        case .vowel(.e): isFinal(index + 1) ? [.kasra, .plain] : .kasra
        case .vowel(let vowel): Marks(vowel)
        case .ezafe(.unwritten): .kasra
        case .ezafe(.hamza): .hamza
        default: []
        }
    }

    private func marks(of letter: Letter, at index: Int, doubled: Bool) -> Marks {
        var marks = markAfter(index)
        if doubled { marks.insert(.shadda) }
        let afterO = follows(.o, at: index)
        if case .vowel(let vowel) = unit(index + 1), vowel != .madda {
            if letter == .glide { marks.insert(.glide) }
            // Else it would be read as alef maksura.
            if letter == .ye, vowel == .unwrittenA, follows(.a, at: index) { marks.insert(.sukun) }
            return marks
        }
        switch letter {
        case .glide:
            marks.insert(afterO && !doubled ? .sukun : .glide)
            if !afterO || doubled { marks.insert(.sukun) }
        case .vav: marks.insert(afterO ? .sounded : .sukun)
        case .ye: marks.insert(.sukun)
        // Without sukun, he at a word's end after a short vowel is silent.
        case .he where follows(.a, .e, .o, at: index) && unit(index + 1) != .ezafe(.unwritten): marks.insert(.sukun)
        default: if !isFinal(index) || unit(index + 1) == .ezafe(.ye) { marks.insert(.sukun) }
        }
        return marks
    }

    private func marksOfSilent(_ letter: Letter, at index: Int) -> Marks {
        let marks = markAfter(index)
        if letter == .he, follows(.a, .e, at: index), isFinal(index), unit(index + 1) != .ezafe(.unwritten) { return marks }
        switch unit(index + 1) {
        case .consonant(.vav), .consonant(.glide), .consonant(.ye), .doubled(.vav), .doubled(.glide), .doubled(.ye), .ezafe(.ye):
            return letter == .he && unit(index + 1) == .ezafe(.ye) ? marks.union(.silent) : marks.union([.silent, .sukun])
        default: return marks.union(.silent)
        }
    }

    private func append(_ vowel: Vowel, at index: Int, to text: inout String.UnicodeScalarView) {
        let starts = unit(index - 1)?.endsSegment ?? true
        if vowel.isUnwritten {
            guard starts else { return }  // the letter before bears the mark
            let isOfArticle = unit(index + 1) == .boundary(.article) || unit(index + 1) == .boundary(.assimilatedArticle)
            text.append(isOfArticle ? "ٱ" : "ا")
            Marks(vowel).append(to: &text)
            if vowel == .e, isFinal(index), !isOfArticle { Marks.plain.append(to: &text) }
            return
        }
        if vowel == .tanvinA, unit(index - 1) == .consonant(.teMarbuta) { return }
        if starts, vowel == .longI || vowel == .longU { text.append("ا") }
        text.append(starts && vowel == .longA ? "آ" : vowel.letter)
        var marks = markAfter(index)
        switch vowel {
        case .longI where followsVowel(index): marks.insert(.longI)
        case .longU where followsVowel(index): marks.insert(.longU)
        case .maksura: marks.insert(.dagger)
        case .tanvinA: marks.insert(.fathatan)
        default: break
        }
        marks.append(to: &text)
    }

    /// Whether a vowel stands before, silent letters aside.
    private func followsVowel(_ index: Int) -> Bool {
        var before = index - 1
        while case .silent = unit(before) { before -= 1 }
        if case .vowel = unit(before) { return true }
        return false
    }

    private func append(_ boundary: Boundary, at index: Int, to text: inout String.UnicodeScalarView) {
        switch boundary {
        case .space: text.append(" ")
        case .joiner: text.append("\u{200C}")
        case .solid: text.append("\u{2060}")
        case .article, .assimilatedArticle:
            if unit(index - 1)?.endsSegment ?? true { text.append("ٱ") }
            text.append("ل")
            if boundary == .article, unit(index + 1) != .consonant(.lam) { text.append("\u{652}") }
        }
    }
}
