extension Draft {
    /// Letters as Persian writes them, one joiner where one belongs, and nothing that does not show.
    mutating func correctLetters() {
        rewrite { draft, revision in
            var i = 0
            while i < draft.count {
                let entry = draft.entry(i)
                switch entry.kind {
                case .control, .joiner, .widthJoiner, .brokenJoiner, .tatweel:
                    let end = draft.endOfSilence(from: i)
                    draft.settleSilence(i..<end, &revision)
                    i = end
                    continue
                case .final where draft.holds("ە", at: i) && !draft.isFollowedByLetter(i):
                    revision.put("ه", for: i..<i + 1, of: draft, .finalKurdishHe)
                case .apostrophe, .space, .newline:
                    revision.keep(i, of: draft)
                default:
                    if entry.displayRule >= 0 {
                        revision.put(entry.display.text, for: i..<i + 1, of: draft, Rule.all[Int(entry.displayRule)])
                    } else {
                        revision.keep(i, of: draft)
                    }
                }
                i += 1
            }
        }
    }

    /// Whether the next letter belongs to the same word; a hamza right over this letter makes it a he.
    private func isFollowedByLetter(_ i: Int) -> Bool {
        var next = i + 1
        while next < count, kind(next).isMark || kind(next).isSilent {
            if kind(next) == .hamza { return false }
            next += 1
        }
        return kind(next).isPersian
    }

    private func endOfSilence(from start: Int) -> Int {
        var end = start
        while end < count, kind(end).isSilent { end += 1 }
        return end
    }

    /// A run of characters that show nothing of themselves: what may stay depends on the letters at both sides.
    private func settleSilence(_ run: Range<Int>, _ revision: inout Revision) {
        let before = kind(run.lowerBound - 1), after = kind(run.upperBound)
        let afterPersian = before.isPersianOrMark
        var letter = run.lowerBound - 1
        while kind(letter).isMark { letter -= 1 }
        let joins = kind(letter) == .joining
        // Other scripts and emoji have their own use for joiners.
        var base = run.lowerBound - 1
        while kind(base) == .accent { base -= 1 }
        let afterUnknown = kind(base) == .unknown || kind(base) == .form
        var hasJoiner = false
        for i in run {
            let kind = kind(i)
            let stays: Bool
            switch kind {
            case .joiner:
                stays = afterUnknown || !hasJoiner && after.isPersianOrMark && (afterPersian ? joins : before == .latin || before == .digit)
            case .brokenJoiner:
                if after.isPersianOrMark && afterPersian && joins && !hasJoiner {
                    revision.put("\u{200C}", for: i..<i + 1, of: self, .brokenJoiner)
                    hasJoiner = true
                    continue
                }
                stays = false
            case .widthJoiner:
                // «ه‍» stands for an era or an hour; between letters the joiner says nothing.
                stays = afterPersian ? joins && !after.isPersianOrMark && !hasJoiner : afterUnknown
            case .tatweel: stays = !afterPersian && !after.isPersianOrMark
            default: stays = false
            }
            if stays {
                revision.keep(i, of: self)
                if kind == .joiner || kind == .widthJoiner { hasJoiner = true }
            } else {
                revision.drop(i..<i + 1, of: self, kind == .tatweel ? .tatweel : kind == .control ? .control : .strayJoiner)
            }
        }
    }

    /// Marks: each once, and hamza as a letter where Persian has the letter.
    mutating func correctMarks() {
        rewrite { draft, revision in
            for i in draft.signs.indices {
                let value = draft.signs[i].value
                let kind = draft.kind(i)
                if kind.isMark, value == revision.last {
                    revision.drop(i..<i + 1, of: draft, .repeatedMark)
                } else if kind == .hamza, let letter = revision.composeHamza(value) {
                    revision.replaceLetter(by: letter, adding: i, of: draft)
                } else if value == Unicode.Scalar("ء").value, draft.kind(i + 1).isPersian == false, !draft.kind(i + 1).isMark,
                    revision.endsInHe
                {
                    revision.removeJoiner()
                    revision.put("\u{0654}", for: i..<i + 1, of: draft, .hamzaAfterHe)
                } else if value == Unicode.Scalar("ة").value, draft.endsParticiple(i) {
                    revision.put("ه\u{0654}", for: i..<i + 1, of: draft, .participleEnding)
                } else if kind == .apostrophe, draft.kind(i - 1) == .latin, draft.kind(i + 1) == .latin,
                    Draft.wrongApostrophes.contains(value)
                {
                    revision.put("'", for: i..<i + 1, of: draft, .apostrophe)
                } else {
                    revision.keep(i, of: draft)
                }
            }
        }
    }

    /// «کنندة»: a Persian participle, in which ة can only stand for هٔ.
    private func endsParticiple(_ i: Int) -> Bool {
        holds("د", at: i - 1) && holds("ن", at: i - 2) && kind(i - 3).isPersian && !kind(i + 1).isPersianOrMark && kind(i + 1) != .joiner
            && kind(i + 1) != .widthJoiner && kind(i + 1) != .tatweel
    }

    private static let wrongApostrophes = Set(Signs.wrongApostrophes.unicodeScalars.map(\.value))

    /// One space between words, none at the ends of lines, and none before a loose hamza.
    mutating func correctSpaces() {
        rewrite { draft, revision in
            var i = 0
            while i < draft.count {
                guard draft.kind(i) == .space || draft.kind(i) == .newline else {
                    revision.keep(i, of: draft)
                    i += 1
                    continue
                }
                var end = i
                var lines = ""
                while end < draft.count, draft.kind(end) == .space || draft.kind(end) == .newline {
                    if draft.kind(end) == .newline, !(draft.holds("\n", at: end) && draft.holds("\r", at: end - 1)) { lines += "\n" }
                    end += 1
                }
                let text =
                    !lines.isEmpty ? lines : i == 0 || end == draft.count ? "" : draft.isLooseHamza(end) && revision.endsInHe ? "" : " "
                if text == draft.text(i..<end) {
                    revision.keep(i..<end, of: draft)
                } else {
                    revision.put(text, for: i..<end, of: draft, .space)
                }
                i = end
            }
        }
    }

    private func isLooseHamza(_ i: Int) -> Bool {
        holds("ء", at: i) && (kind(i + 1) == .space || kind(i + 1) == .newline || kind(i + 1) == .punctuation)
    }
}

extension Revision {
    /// The letter that hamza or madda makes of the last letter written.
    fileprivate func composeHamza(_ mark: UInt32) -> Unicode.Scalar? {
        guard let letter = letterIndex.flatMap({ Unicode.Scalar(signs[$0].value) }) else { return nil }
        return switch (letter, mark) {
        case ("ا", 0x653): "آ"
        case ("ا", 0x654): "أ"
        case ("ا", 0x655): "إ"
        case ("و", 0x654): "ؤ"
        case ("ی", 0x654): "ئ"
        default: nil
        }
    }

    /// The last letter written, before its marks.
    private var letterIndex: Int? {
        var i = signs.count - 1
        while i >= 0, ScalarTable.shared[signs[i].value].kind.isMark { i -= 1 }
        return i >= 0 && ScalarTable.shared[signs[i].value].kind.isPersian ? i : nil
    }

    fileprivate mutating func replaceLetter(by letter: Unicode.Scalar, adding mark: Int, of draft: borrowing Draft) {
        guard let index = letterIndex, let before = Unicode.Scalar(signs[index].value) else { return }
        note(.hamzaMark, String(before) + draft.text(mark..<mark + 1), String(letter), at: draft.origin(of: mark..<mark + 1))
        signs[index].value = letter.value
    }

    /// Whether the last letter is ه, with or without a joiner after it.
    fileprivate var endsInHe: Bool {
        guard let last else { return false }
        return last == Unicode.Scalar("ه").value
            || last == 0x200C && signs.count > 1 && signs[signs.count - 2].value == Unicode.Scalar("ه").value
    }

    fileprivate mutating func removeJoiner() {
        if last == 0x200C { signs.removeLast() }
    }
}
