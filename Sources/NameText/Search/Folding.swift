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

    /// The folded text.
    var output: [UInt8]
    /// The words, when they are kept.
    private(set) var tokens: [Token] = []
    /// Whether some word may have to be joined or parted.
    private(set) var isInteresting = false

    /// Whether letters of other scripts lost their case: small letters may look Latin where capitals do not.
    private(set) var hasNewCase = false

    // The word in progress.
    private var isInWord = false
    private var hash = WordTable.emptyHash
    private var foldedStart = 0
    private var sourceStart = 0
    private var hasDigit = false
    private var separator: UInt8 = 0
    /// The kind of the last scalar that left something, and whether a Persian letter or its mark came last.
    private var last = Kind.space
    private var afterPersian = false
    /// The last Persian letter of the word, if nothing else came after it, and how often it has come again.
    private var lastLetter = PackedText("")
    private var repeats = 0
    private var isHashStale = false

    /// - Parameter keepsTokens: whether to write down where the words stand, also in the text they came from.
    init(_ table: ScalarTable, _ words: WordTable, reusing output: consuming [UInt8] = [], keepsTokens: Bool) {
        self.table = table
        self.words = words
        self.keepsTokens = keepsTokens
        self.output = output
        self.output.removeAll(keepingCapacity: true)
    }

    /// Folds a text. With `isDisplayed` false it stops at the first character that display may have to deal with.
    mutating func fold(_ text: [UInt8], isDisplayed: Bool) -> Outcome {
        var i = 0
        let count = text.count
        while i < count {
            let byte = text[i]
            if byte < 0x80 {
                let folded = ScalarTable.ascii[Int(byte)]
                if folded != 0 {
                    emit(folded, at: i)
                    last = .latin
                    afterPersian = false
                    i &+= 1
                    continue
                }
            }
            let (value, width) = decode(text, i)
            let entry = table[value]
            let end = i &+ width
            switch entry.kind {
            case .joining, .final:
                emitLetter(entry.search, at: i)
                last = entry.kind
                afterPersian = true
            case .latin:
                emit(entry.search, at: i)
                last = .latin
                afterPersian = false
            case .mark, .hamza:
                afterPersian = true
            case .apostrophe:
                afterPersian = false
            case .space, .punctuation, .hyphen:
                if byte == 0x26, !isDisplayed, MarkupEntities.begins(at: i, in: text) { return .needsDisplay }
                part(at: i, by: 0x20)
            case .newline:
                part(at: i, by: 0x0A)
            case .digit:
                emit(entry.search, at: i)
                hasDigit = true
                last = .digit
                afterPersian = false
            case .point:
                if last == .digit && isInWord && isDigit(after: end, text) { emit(0x2E, at: i) } else { part(at: i, by: 0x20) }
                afterPersian = false
            case .control, .joiner, .widthJoiner, .brokenJoiner, .tatweel:
                i = passSilence(text, i)
                continue
            case .accent:
                guard isDisplayed else { return .needsDisplay }
                if last != .latin { emit(text, i..<end) }
            case .unknown, .form:
                if value >= 0x80 {
                    guard isDisplayed else { return .needsDisplay }
                    emitUnknown(value, text, i..<end)
                } else {
                    emit(text, i..<end)
                }
                last = .unknown
                afterPersian = false
            }
            i = end
        }
        if isInWord { endWord(at: count) }
        return .done
    }

    /// A text without what the profiles of search fold, word for word: the key of the vocabulary's tables.
    static func folded(_ text: String) -> String {
        var folding = Folding(.shared, WordTable([:]), keepsTokens: false)
        _ = folding.fold(Array(text.utf8), isDisplayed: true)
        return String(decoding: folding.output, as: UTF8.self)
    }

    // MARK: Words

    @inline(__always)
    private mutating func emit(_ byte: UInt8, at source: Int) {
        if !isInWord { startWord(at: source) }
        output.append(byte)
        hash = WordTable.hash(hash, byte)
    }

    @inline(__always)
    private mutating func emit(_ packed: PackedText, at source: Int) {
        var rest = packed.bits
        var count = packed.count
        if count == 0 { return }
        if !isInWord { startWord(at: source) }
        while count > 0 {
            let byte = UInt8(truncatingIfNeeded: rest)
            output.append(byte)
            hash = WordTable.hash(hash, byte)
            rest >>= 8
            count &-= 1
        }
    }

    /// A Persian letter. Three of a kind in a row are emphasis, «سلاممم», and count for one: no word has them.
    @inline(__always)
    private mutating func emitLetter(_ packed: PackedText, at source: Int) {
        if packed.count == 0 { return }
        if isInWord && packed == lastLetter {
            repeats &+= 1
            if repeats >= 2 {
                if repeats == 2 {
                    output.removeLast(packed.count)
                    isHashStale = true
                }
                return
            }
        } else {
            repeats = 0
            lastLetter = packed
        }
        emit(packed, at: source)
    }

    private mutating func emit(_ text: [UInt8], _ range: Range<Int>) {
        for i in range { emit(text[i], at: range.lowerBound) }
    }

    private mutating func emitUnknown(_ value: UInt32, _ text: [UInt8], _ range: Range<Int>) {
        guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased else { return emit(text, range) }
        hasNewCase = true
        for small in scalar.properties.lowercaseMapping.unicodeScalars {
            let entry = table[small.value]
            emit(entry.kind == .latin ? entry.search : PackedText(String(small)), at: range.lowerBound)
        }
    }

    @inline(__always)
    private mutating func startWord(at source: Int) {
        if separator != 0 && !output.isEmpty { output.append(separator) }
        foldedStart = output.count
        sourceStart = source
        hash = WordTable.emptyHash
        hasDigit = false
        isInWord = true
        lastLetter = PackedText.none
    }

    @inline(__always)
    private mutating func endWord(at source: Int) {
        isInWord = false
        if output[output.count &- 1] == 0x8C { foldOldHeEnding() }
        if isHashStale {
            hash = output[foldedStart...].reduce(WordTable.emptyHash, WordTable.hash)
            isHashStale = false
        }
        if words.mayInterest(hash), !isInteresting, let entry = words.find(output, foldedStart..<output.count, hash: hash) {
            isInteresting = !words.word(entry).isDisjoint(with: .interesting)
        }
        if keepsTokens {
            let startsLine = tokens.isEmpty || output[foldedStart - 1] == 0x0A
            tokens.append(
                Token(
                    folded: foldedStart..<output.count, source: sourceStart..<source, hash: hash, startsLine: startsLine, hasDigit: hasDigit
                ))
        }
    }

    /// «خامنه‌ئی» and «خامنه‌یی» are older spellings of «خامنه‌ای».
    private mutating func foldOldHeEnding() {
        let end = output.count
        guard end - foldedStart >= 8, output[(end - 6)...].elementsEqual("هیی".utf8) else { return }
        output.replaceSubrange(end - 4..<end - 2, with: "ا".utf8)
        isHashStale = true
    }

    @inline(__always)
    private mutating func part(at source: Int, by sign: UInt8) {
        if isInWord {
            endWord(at: source)
            separator = 0
        }
        if separator != 0x0A { separator = sign }
        last = .space
        afterPersian = false
    }

    // MARK: Context

    /// Passes a run of characters that are nothing in print, or nothing beside a Persian letter; returns where it ends.
    private mutating func passSilence(_ text: [UInt8], _ start: Int) -> Int {
        let (end, next) = silence(in: text, from: start, table)
        if next == .joining, let after = ezafe(in: text, from: start, end) { return after }
        var i = start
        while i < end {
            let (value, width) = decode(text, i)
            switch table[value].kind {
            case .tatweel where !afterPersian && !next.isPersianOrMark: part(at: i, by: 0x20)
            case .joiner, .widthJoiner:
                if last == .unknown && !afterPersian { emit(text, i..<i + width) }
            default: break
            }
            i += width
        }
        return end
    }

    private static let ye = PackedText("ی")

    /// «خانه‌ی» is «خانهٔ»: where the word goes on after a joiner and the ye of the ezafe.
    private func ezafe(in text: [UInt8], from start: Int, _ end: Int) -> Int? {
        guard last == .joining, output.count >= 2, isInWord, output[output.count - 1] == 0x87, output[output.count - 2] == 0xD9,
            holdsJoiner(text, start..<end),
            table[decode(text, end).value].search == Self.ye
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

    private func holdsJoiner(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound {
            let (value, width) = decode(text, i)
            let kind = table[value].kind
            if kind == .joiner || kind == .brokenJoiner { return true }
            i += width
        }
        return false
    }

    private func isDigit(after start: Int, _ text: [UInt8]) -> Bool {
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

/// Where a run of silent characters ends, and the kind of what follows it; a space at the end of the text.
func silence(in text: [UInt8], from start: Int, _ table: ScalarTable) -> (end: Int, next: Kind) {
    var i = start
    while i < text.count {
        let (value, width) = decode(text, i)
        let kind = table[value].kind
        switch kind {
        case .control, .joiner, .widthJoiner, .brokenJoiner, .tatweel: i += width
        default: return (i, kind)
        }
    }
    return (i, .space)
}

/// The scalar at an offset of valid UTF-8, and how many bytes it takes.
@inline(__always)
func decode(_ text: [UInt8], _ i: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(text[i])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(text[i &+ 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(text[i &+ 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(text[i &+ 3] & 0x3F), 4)
}
