extension Draft {
    /// Punctuation and digits as Persian prints them, next to Persian letters only.
    mutating func correctPunctuation() {
        var hasPersian = false, hasLatin = false, hasSigns = false
        for i in signs.indices {
            switch kind(i) {
            case .joining, .final: hasPersian = true
            case .latin: hasLatin = true
            case .punctuation, .point, .digit: hasSigns = true
            default: break
            }
        }
        guard hasPersian && hasSigns else { return }
        if !hasLatin { writePersianDigits() }
        pairQuotes()
        writePersianSigns()
    }

    private static let persianSigns: [Unicode.Scalar: String] = [",": "،", ";": "؛", "?": "؟"]
    private static let closing = Set("،؛؟!:.…»)]".unicodeScalars.map(\.value))

    private mutating func writePersianDigits() {
        let persian = Array(Signs.digits.persian.unicodeScalars)
        rewrite { draft, revision in
            for i in draft.signs.indices {
                if draft.kind(i) == .digit, draft.signs[i].value < 0x80 {
                    revision.put(String(persian[Int(draft.signs[i].value - 0x30)]), for: i..<i + 1, of: draft, .persianDigit)
                } else if draft.holds("%", at: i), draft.kind(i - 1) == .digit {
                    revision.put("٪", for: i..<i + 1, of: draft, .persianPunctuation)
                } else {
                    revision.keep(i, of: draft)
                }
            }
        }
    }

    /// "…" around Persian becomes «…», when every quote of the line has its fellow.
    private mutating func pairQuotes() {
        let quotes = signs.indices.filter { holds("\"", at: $0) }
        guard quotes.count >= 2, quotes.count % 2 == 0 else { return }
        var marks: [Int: String] = [:]
        for pair in stride(from: 0, to: quotes.count, by: 2) {
            let open = quotes[pair], close = quotes[pair + 1]
            let before = kind(open - 1), after = kind(close + 1)
            guard before == .space || before == .newline || before == .punctuation, !after.isLetter, after != .digit,
                kind(open + 1).isPersian, kind(close - 1).isPersian || kind(close - 1).isMark || kind(close - 1) == .point
            else { return }
            marks[open] = "«"
            marks[close] = "»"
        }
        rewrite { draft, revision in
            for i in draft.signs.indices {
                if let mark = marks[i] { revision.put(mark, for: i..<i + 1, of: draft, .quotes) } else { revision.keep(i, of: draft) }
            }
        }
    }

    /// After a Persian letter: the Persian sign, no space before it, one after.
    private mutating func writePersianSigns() {
        rewrite { draft, revision in
            var i = 0
            while i < draft.count {
                if draft.kind(i) == .space, draft.isPersianSpace(i) {
                    revision.drop(i..<i + 1, of: draft, .punctuationSpace)
                    i += 1
                    continue
                }
                let scalar = Unicode.Scalar(draft.signs[i].value)!
                if let sign = Draft.persianSigns[scalar], draft.isAfterPersian(i) {
                    revision.put(sign, for: i..<i + 1, of: draft, .persianPunctuation)
                } else {
                    revision.keep(i, of: draft)
                }
                if scalar != ".", Draft.parting.contains(scalar.value), draft.isAfterPersian(i), draft.kind(i + 1).isPersian {
                    revision.put(" ", for: i + 1..<i + 1, of: draft, .punctuationSpace)
                }
                i += 1
            }
        }
    }

    private static let parting = Set("،؛؟!,;?".unicodeScalars.map(\.value))

    /// A space between a Persian letter and a closing sign that a space or the end follows.
    private func isPersianSpace(_ i: Int) -> Bool {
        guard kind(i - 1).isPersian || kind(i - 1).isMark, i + 1 < count else { return false }
        let sign = signs[i + 1].value
        let isClosing = Draft.closing.contains(sign) || Draft.persianSigns[Unicode.Scalar(sign)!] != nil
        guard isClosing else { return false }
        // « .» begins «…» or a file name as well.
        return kind(i + 2) == .space || kind(i + 2) == .newline || kind(i + 2).isPersian && Draft.parting.contains(sign)
    }

    /// Whether the last thing before a sign, spaces aside, is a Persian letter.
    private func isAfterPersian(_ i: Int) -> Bool {
        var before = i - 1
        while before >= 0, kind(before) == .space || holds("»", at: before) { before -= 1 }
        return kind(before).isPersian || kind(before).isMark
    }
}
