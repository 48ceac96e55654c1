/// A word of folded text.
struct Token: Sendable {
    /// Where it stands in the folded bytes.
    var folded: Range<Int>
    /// Where it stands in the text it came from.
    var source: Range<Int>
    /// The hash of its folded bytes.
    var hash: UInt64
    /// Whether a line begins with it.
    var startsLine: Bool
    /// Whether it holds a digit.
    var hasDigit: Bool
}

/// Letters and signs as search sees them: one pass over UTF-8, one look-up in a table a scalar.
struct Folding {
    /// What became of a text.
    enum Outcome { case done, needsDisplay }

    private let table: ScalarTable
    let words: WordTable
    private let keepsTokens: Bool
    private let partsCompounds: Bool

    /// The folded text.
    var output: [UInt8]
    /// The words, when they are kept.
    private(set) var tokens: [Token] = []
    /// Whether some word may have to be joined or parted.
    private(set) var isInteresting = false
    /// Whether there is a compound given name.
    private(set) var hasCompound = false
    /// Whether letters of other scripts lost their case: small letters may look Latin where capitals do not.
    private(set) var hasNewCase = false

    /// - Parameter keepsTokens: whether to write down where the words stand, also in the text they came from.
    /// - Parameter partsCompounds: whether to write compound given names by their parts, which is right when nothing else is interesting.
    init(
        _ table: ScalarTable, _ words: WordTable, reusing output: consuming [UInt8] = [], keepsTokens: Bool, partsCompounds: Bool = false
    ) {
        self.table = table
        self.words = words
        self.keepsTokens = keepsTokens
        self.partsCompounds = partsCompounds
        self.output = output
    }

    /// A text without what the profiles of search fold, word for word: the key of the vocabulary's tables.
    static func folded(_ text: String) -> String {
        var folding = Folding(.shared, WordTable([:]), keepsTokens: false)
        _ = folding.fold(Array(text.utf8), isDisplayed: true)
        return String(decoding: folding.output, as: UTF8.self)
    }

    /// Folds a text. With `isDisplayed` false it stops at the first character that display may have to deal with.
    mutating func fold(_ text: [UInt8], isDisplayed: Bool) -> Outcome {
        // The buffer is a local while it is written: no check of ownership a byte.
        var buffer: [UInt8] = []
        swap(&buffer, &output)
        // No scalar grows to more than twice its bytes; the slack is for the shortest texts.
        let room = 2 * text.count + 16
        if buffer.count < room { buffer.append(contentsOf: repeatElement(0, count: room - buffer.count)) }
        var writer = FoldingWriter()
        let outcome = fold(text.span, isDisplayed: isDisplayed, &writer, into: &buffer)
        isInteresting = writer.isInteresting
        hasCompound = writer.hasCompound
        hasNewCase = writer.hasNewCase
        tokens = writer.tokens
        buffer.removeLast(buffer.count - writer.count)
        swap(&buffer, &output)
        return outcome
    }

    private func fold(
        _ text: Span<UInt8>, isDisplayed: Bool, _ writer: inout FoldingWriter, into buffer: inout [UInt8]
    ) -> Outcome {
        var out = buffer.mutableSpan
        let lowEntries = table.low, asciiLetters = table.ascii
        let low = lowEntries.span, ascii = asciiLetters.span
        let count = text.count
        var i = 0
        while i < count {
            let byte = text[i]
            if byte < 0x80, ascii[Int(byte)] != 0 {
                i = writer.writeASCII(text, i, ascii, &out)
                continue
            }
            let (value, width) = decode(text, i)
            let entry = value < 0x800 ? low[Int(value)] : table[value]
            let end = i &+ width
            switch entry.kind {
            case .joining, .final: writer.writeLetter(entry, at: i, &out)
            case .latin:
                writer.write(entry.search, at: i, &out)
                writer.came(.latin)
            case .mark, .hamza: writer.afterPersian = true
            case .apostrophe: writer.afterPersian = false
            case .space, .punctuation, .hyphen:
                if byte == 0x26, !isDisplayed, MarkupEntities.begins(at: i, in: text) { return .needsDisplay }
                part(at: i, by: 0x20, &writer, &out)
            case .newline: part(at: i, by: 0x0A, &writer, &out)
            case .digit:
                writer.write(entry.search, at: i, &out)
                writer.hasDigit = true
                writer.came(.digit)
            case .point:
                if writer.last == .digit && writer.isInWord && isDigit(after: end, text) {
                    writer.write(0x2E, at: i, &out)
                } else {
                    part(at: i, by: 0x20, &writer, &out)
                }
                writer.afterPersian = false
            case .control, .joiner, .widthJoiner, .brokenJoiner, .tatweel:
                i = passSilence(text, i, &writer, &out)
                continue
            case .accent:
                guard isDisplayed else { return .needsDisplay }
                if writer.last != .latin { writer.copy(text, i..<end, &out) }
            case .unknown, .form:
                guard isDisplayed || value < 0x80 else { return .needsDisplay }
                writer.writeUnknown(value, text, i..<end, table, &out)
            }
            i = end
        }
        if writer.isInWord { endWord(at: count, &writer, &out) }
        return .done
    }

    // MARK: Words

    @inline(__always)
    private func part(at source: Int, by sign: UInt8, _ writer: inout FoldingWriter, _ out: inout MutableSpan<UInt8>) {
        if writer.isInWord {
            endWord(at: source, &writer, &out)
            writer.separator = 0
        }
        if writer.separator != 0x0A { writer.separator = sign }
        writer.came(.space)
    }

    @inline(__always)
    private func endWord(at source: Int, _ writer: inout FoldingWriter, _ out: inout MutableSpan<UInt8>) {
        writer.endWord(&out)
        if words.mayInterest(writer.hash), let entry = words.find(out.span, writer.start..<writer.count, hash: writer.hash) {
            let word = words.word(entry)
            if !word.isDisjoint(with: keepsTokens ? .interesting : .planned) { writer.isInteresting = true }
            if word.contains(.parted) {
                writer.hasCompound = true
                if partsCompounds { writer.replaceWord(by: words.searched(entry), &out) }
            }
        }
        if keepsTokens {
            writer.tokens.append(
                Token(
                    folded: writer.start..<writer.count, source: writer.source..<source, hash: writer.hash,
                    startsLine: writer.tokens.isEmpty || out[writer.start - 1] == 0x0A, hasDigit: writer.hasDigit))
        }
    }

    // MARK: Context

    /// Passes a run of characters that are nothing in print, or nothing beside a Persian letter; returns where it ends.
    private func passSilence(_ text: Span<UInt8>, _ start: Int, _ writer: inout FoldingWriter, _ out: inout MutableSpan<UInt8>) -> Int {
        let (end, next) = silence(in: text, from: start)
        if next == .joining, let after = ezafe(in: text, from: start, end, writer, out.span) { return after }
        var i = start
        while i < end {
            let (value, width) = decode(text, i)
            switch table[value].kind {
            case .tatweel where !writer.afterPersian && !next.isPersianOrMark: part(at: i, by: 0x20, &writer, &out)
            case .joiner, .widthJoiner:
                if writer.last == .unknown && !writer.afterPersian { writer.copy(text, i..<i + width, &out) }
            default: break
            }
            i += width
        }
        return end
    }

    /// Where a run of silent characters ends, and the kind of what follows it; a space at the end of the text.
    private func silence(in text: Span<UInt8>, from start: Int) -> (end: Int, next: Kind) {
        var i = start
        while i < text.count {
            let (value, width) = decode(text, i)
            let kind = table[value].kind
            guard kind.isSilent else { return (i, kind) }
            i += width
        }
        return (i, .space)
    }

    private static let ye = PackedText("ی")

    /// «خانه‌ی» is «خانهٔ»: where the word goes on after a joiner and the ye of the ezafe.
    private func ezafe(in text: Span<UInt8>, from start: Int, _ end: Int, _ writer: FoldingWriter, _ out: Span<UInt8>) -> Int? {
        let written = writer.count
        guard writer.last == .joining, writer.isInWord, written >= 2, out[written - 1] == 0x87, out[written - 2] == 0xD9,
            holdsJoiner(text, start..<end), table[decode(text, end).value].search == Self.ye
        else { return nil }
        var after = end + 2
        while after < text.count {
            let (value, width) = decode(text, after)
            switch table[value].kind {
            case .mark, .hamza, .apostrophe, .control, .joiner, .widthJoiner, .brokenJoiner, .tatweel: after += width
            case .space, .newline, .punctuation, .point, .hyphen: return after
            default: return nil
            }
        }
        return after
    }

    private func holdsJoiner(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound {
            let (value, width) = decode(text, i)
            let kind = table[value].kind
            if kind == .joiner || kind == .brokenJoiner { return true }
            i += width
        }
        return false
    }

    private func isDigit(after start: Int, _ text: Span<UInt8>) -> Bool {
        var i = start
        while i < text.count {
            let (value, width) = decode(text, i)
            switch table[value].kind {
            case .digit: return true
            case .control, .joiner, .widthJoiner, .brokenJoiner: i += width
            default: return false
            }
        }
        return false
    }
}

/// The scalar at an offset of valid UTF-8, and how many bytes it takes.
@inline(__always)
func decode(_ text: Span<UInt8>, _ i: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(text[i])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(text[i &+ 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(text[i &+ 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(text[i &+ 3] & 0x3F), 4)
}
