/// A letter, or a boundary, of vowelled Persian with the marks that it bears.
struct MarkedLetter: Hashable, Sendable {
    var scalar: Unicode.Scalar
    var marks: Marks = []
    /// Where it starts, in UTF-8.
    var offset: Int

    /// Whether this is a space, a joiner or a word joiner.
    var isBoundary: Bool { scalar == " " || scalar == "\u{200C}" || scalar == "\u{2060}" }

    /// Parts letters from marks; Arabic letters that Persian writes otherwise become the Persian ones.
    static func letters(of text: String) throws(ReadingError) -> [MarkedLetter] {
        var letters: [MarkedLetter] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            defer { offset += UTF8.width(scalar) }
            if let last = letters.last, let composed = compose(last.scalar, scalar) {
                letters[letters.count - 1].scalar = composed
            } else if let mark = Marks(scalar) {
                guard !letters.isEmpty else { throw .unknownMark(String(scalar), offset: offset) }
                letters[letters.count - 1].marks.insert(mark)
            } else {
                add(scalar, at: offset, to: &letters)
            }
        }
        return letters
    }

    private static func add(_ scalar: Unicode.Scalar, at offset: Int, to letters: inout [MarkedLetter]) {
        switch scalar {
        case "ي", "ى": letters.append(MarkedLetter(scalar: "ی", offset: offset))
        case "ك": letters.append(MarkedLetter(scalar: "ک", offset: offset))
        case "ۀ": letters.append(MarkedLetter(scalar: "ه", marks: .hamza, offset: offset))
        default: letters.append(MarkedLetter(scalar: scalar, offset: offset))
        }
    }

    /// Letters that NFC composes of a letter and a mark.
    private static func compose(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        switch (letter, mark) {
        case ("ا", "\u{653}"): "آ"
        case ("ا", "\u{654}"): "أ"
        case ("ا", "\u{655}"): "إ"
        case ("و", "\u{654}"): "ؤ"
        case ("ی", "\u{654}"): "ئ"
        default: nil
        }
    }
}
