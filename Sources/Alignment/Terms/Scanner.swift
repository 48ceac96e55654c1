/// A stretch of text that is a word or a figure, before any language is known.
struct RawToken {
    enum Kind { case latin, persian, figure, mark }
    var kind: Kind
    /// UTF-8 offsets in the article's text.
    var range: Range<Int>
    var scalars: [Unicode.Scalar]
    /// Whether nothing but space stands between this and the token before.
    var followsDirectly = false
    /// Whether a hyphen ties it to the token before.
    var isHyphenated = false
}

/// Cuts running text of either language into words, figures and quotation marks.
///
/// Words are cut by script, not by language: Persian articles hold Latin words, and those are found as they are.
struct Scanner {
    private var tokens: [RawToken] = []

    static func tokens(of text: Substring.UnicodeScalarView, from start: Int) -> [RawToken] {
        var scanner = Scanner()
        scanner.scan(Array(text), from: start)
        return scanner.tokens
    }

    private mutating func scan(_ scalars: [Unicode.Scalar], from start: Int) {
        var offset = start
        var index = 0
        var direct = false, isHyphenated = false
        tokens.reserveCapacity(scalars.count / 5)
        func width(_ from: Int, _ to: Int) -> Int {
            var sum = 0
            for at in from..<to { sum += UTF8.width(scalars[at]) }
            return sum
        }
        while index < scalars.count {
            let scalar = scalars[index]
            var end = index + 1
            var kind: RawToken.Kind?
            if Letters.digit(scalar) != nil {
                kind = .figure
                end = Self.figureEnd(scalars, index)
            } else if Letters.isLatin(scalar) {
                kind = .latin
                end = Self.latinEnd(scalars, index)
            } else if Letters.isArabicScript(scalar) {
                kind = .persian
                while end < scalars.count,
                    Letters.isArabicScript(scalars[end]) || Letters.isPersianMark(scalars[end]) || Letters.isInvisible(scalars[end])
                { end += 1 }
                while Letters.isInvisible(scalars[end - 1]) { end -= 1 }
            } else if Self.quotes.contains(scalar) || scalar == "%" || scalar == "٪" || scalar == "$" || scalar == "€" || scalar == "£" {
                kind = .mark
            }
            let bytes = width(index, end)
            if let kind {
                tokens.append(
                    RawToken(
                        kind: kind, range: offset..<offset + bytes, scalars: Array(scalars[index..<end]), followsDirectly: direct,
                        isHyphenated: isHyphenated))
                direct = true
                isHyphenated = false
            } else if scalar == "-", direct, end < scalars.count, Letters.isLatin(scalars[end]) {
                // "thirty-two", "Azari-Jahromi": the parts belong together.
                isHyphenated = true
            } else if scalar == ".", direct, let last = tokens.last, last.range.upperBound == offset, Self.isShortened(last) {
                // "St. Petersburg", "Aug. 21": the stop belongs to the word.
            } else if scalar.value > 0x20, !Letters.isInvisible(scalar), scalar.value != 0xA0 {
                direct = false
            }
            offset += bytes
            index = end
        }
    }

    private static func isShortened(_ token: RawToken) -> Bool {
        token.kind == .latin && token.scalars.count <= 5 && shortened.contains(EnglishForms.word(token.scalars))
    }

    /// Words that English prints with a full stop before a name, a day or a number.
    private static let shortened: Set<Word> = [
        "st", "mt", "ft", "mr", "mrs", "ms", "dr", "prof", "gen", "maj", "col", "lt", "capt", "adm", "sgt", "sen", "rep", "gov", "rev",
        "jr", "sr", "no", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    ]

    private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "«", "»", "„"]

    /// Digits with separators inside: `10,000`, `7.5`, `۷٫۵`, `12/15/19`, `7:55`, `2019-12-15`.
    private static func figureEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        var end = start + 1
        while end < scalars.count {
            if Letters.digit(scalars[end]) != nil {
                end += 1
            } else if end + 1 < scalars.count, Letters.digit(scalars[end + 1]) != nil, separators.contains(scalars[end]) {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private static let separators: Set<Unicode.Scalar> = [",", ".", "٫", "٬", "،", "/", ":", "-", "'", "’"]

    /// Letters, apostrophes inside (`O'Hagan`, `Iran's`), full stops of acronyms (`U.S.`).
    private static func latinEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        var end = start + 1
        while end < scalars.count {
            let scalar = scalars[end]
            let letterAfter = end + 1 < scalars.count && Letters.isLatin(scalars[end + 1])
            if Letters.isLatin(scalar) || (0x300...0x36F).contains(scalar.value) {
                end += 1
            } else if "'’‘ʼ`".unicodeScalars.contains(scalar), letterAfter {
                end += 2
            } else if scalar == ".", isAcronym(scalars[start..<end]) {
                end += 1
            } else if Letters.digit(scalar) != nil {
                end += 1  // G20, 5G, B52
            } else {
                break
            }
        }
        return end
    }

    /// Single letters with full stops between: `U.S`, `N.A.T.O`; the stop that follows belongs to it.
    private static func isAcronym(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = scalars.last, Letters.isLatin(last), last.properties.isUppercase else { return false }
        return scalars.count == 1 ? true : scalars.dropLast().last == "."
    }
}
