internal import ICU

/// Finds what a copied page holds beside the story, and hides it from the sentence breaker without moving anything.
struct PageFurniture {
    /// The text with spaces for what is no story, byte for byte as long as before.
    private(set) var masked: [UInt8]
    /// The day on which the page says it was published.
    private(set) var date: CalendarDay?

    init(_ text: [UInt8]) {
        masked = text
        hideByteOrderMark()
        var lines = Self.lines(of: text)
        if Self.isWrapped(text, lines) {
            for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty { masked[line.upperBound] = 0x20 }
            lines = Self.lines(of: masked)
        }
        for line in lines { examine(line) }
    }

    private mutating func hideByteOrderMark() {
        if masked.starts(with: [0xEF, 0xBB, 0xBF]) { masked.replaceSubrange(0..<3, with: [0x20, 0x20, 0x20]) }
    }

    /// Lines without their ends, a carriage return not counted.
    private static func lines(of text: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (offset, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append(start..<(offset > start && text[offset - 1] == UInt8(ascii: "\r") ? offset - 1 : offset))
            start = offset + 1
        }
        if start < text.count { lines.append(start..<text.count) }
        return lines
    }

    /// Whether line breaks are only where the width was used up: paragraphs of several lines, most of which end in mid-sentence.
    private static func isWrapped(_ text: [UInt8], _ lines: [Range<Int>]) -> Bool {
        var inside = 0, open = 0, longest = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
            inside += 1
            longest = max(longest, line.count)
            if let last = text[line].last(where: { $0 > 0x20 }), !".!?\"»:".utf8.contains(last), last != 0x9F, last != 0x9D, last != 0xBB {
                open += 1
            }
        }
        return inside >= 3 && open * 10 > inside * 7 && longest < 200 && lines.contains(where: \.isEmpty)
    }

    private mutating func examine(_ line: Range<Int>) {
        let text = String(decoding: masked[line], as: UTF8.self)
        let tokens = Scanner.tokens(of: Substring(text).unicodeScalars, from: line.lowerBound)
        guard !tokens.isEmpty else { return }
        if let found = dateLine(tokens) {
            date = date ?? found
            return hide(line)
        }
        if isCredit(text, tokens) { return hide(line) }
        hidePrefix(tokens)
        hideAddresses(line)
    }

    private mutating func hide(_ range: Range<Int>) {
        for offset in range where masked[offset] != UInt8(ascii: "\n") && masked[offset] != UInt8(ascii: "\r") { masked[offset] = 0x20 }
    }

    // MARK: Dates and credits

    /// The day, when a line holds a date and hardly a word beside.
    private func dateLine(_ tokens: [RawToken]) -> CalendarDay? {
        guard tokens.count <= 8 else { return nil }
        for (index, token) in tokens.enumerated() where token.kind == .figure {
            if let reading = DateReader.date(ofFigure: token.scalars), let day = reading.day(writtenOn: nil), tokens.count - 1 <= 3,
                index <= 3
            {
                return day
            }
        }
        let article = TermReader.terms(
            of: Article(lines: tokens.map { PersianForms.text($0.scalars) }.joined(separator: " "), language: .persian))
        let other = TermReader.terms(
            of: Article(lines: tokens.map { PersianForms.text($0.scalars) }.joined(separator: " "), language: .english))
        for found in [article, other] where found.datedDays.count == 1 && (found.sentences.first?.count ?? 9) <= 3 {
            return found.datedDays[0]
        }
        return nil
    }

    private static let creditWords: Set<Word> = [
        "source", "sources", "photo", "credit", "updated", "published", "tags", "share", "منبع", "عکس", "تاریخ", "کد", "برچسبها",
    ]

    /// "Source: RFE/RL", «منبع: ایسنا»: a label, a colon and little else.
    private func isCredit(_ text: String, _ tokens: [RawToken]) -> Bool {
        guard tokens.count <= 6, let first = tokens.first, first.kind == .latin || first.kind == .persian else { return false }
        let word = first.kind == .latin ? EnglishForms.word(first.scalars) : PersianForms.word(first.scalars)
        return Self.creditWords.contains(word) && text.contains(":")
    }

    /// `date 2019-12-15` before a headline.
    private mutating func hidePrefix(_ tokens: [RawToken]) {
        guard tokens.count > 2, tokens[0].kind == .latin, ["date", "published", "updated"].contains(EnglishForms.word(tokens[0].scalars)),
            tokens[1].kind == .figure, let day = DateReader.date(ofFigure: tokens[1].scalars)?.day(writtenOn: nil)
        else { return }
        date = date ?? day
        hide(tokens[0].range.lowerBound..<tokens[1].range.upperBound)
    }

    // MARK: Addresses

    /// Hides web addresses, and the signature of an embedded post behind one; the story's sentence ends before them.
    private mutating func hideAddresses(_ line: Range<Int>) {
        var at = line.lowerBound
        while at < line.upperBound {
            guard
                masked[at...].starts(with: "http://".utf8) || masked[at...].starts(with: "https://".utf8)
                    || masked[at...].starts(with: "www.".utf8),
                at == line.lowerBound || masked[at - 1] <= 0x20 || masked[at - 1] == UInt8(ascii: "(")
            else {
                at += 1
                continue
            }
            var end = at
            while end < line.upperBound, masked[end] > 0x20 { end += 1 }
            let rest = masked[end..<line.upperBound]
            // "— Name (@handle) December 10, 2019"
            if let handle = rest.firstRange(of: Array("(@".utf8)), handle.lowerBound - end < 120 { end = line.upperBound }
            hide(at..<end)
            masked[at] = UInt8(ascii: "\n")
            at = end
        }
    }
}
