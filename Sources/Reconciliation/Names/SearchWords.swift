internal import NameText

/// The words of a text, each in search form by itself: how words join across a space is for the comparison to find.
struct SearchWords {
    /// The words in their order; one written word may give several, or none.
    fileprivate(set) var words: [[UInt8]] = []
    /// Where the written word of each begins in the text, in UTF-8 offsets.
    fileprivate(set) var starts: [Int] = []
    /// Whether a written word spells at least three Latin letters out: «بی‌بی‌سی».
    fileprivate(set) var spellsLetters = false

    /// The words whose written words begin in a stretch of the text.
    func words(in range: Range<Int>) -> [[UInt8]] {
        let first = starts.firstIndex { $0 >= range.lowerBound } ?? starts.count
        let last = starts.lastIndex { $0 < range.upperBound } ?? -1
        return first > last ? [] : Array(words[first...last])
    }

    /// Whether a stretch holds nothing but white space.
    static func isBlank(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            let width = space(text, at)
            if width == 0 { return false }
            at += width
        }
        return true
    }

    /// How many bytes of white space begin here: one scalar's, or none.
    static func space(_ text: [UInt8], _ at: Int) -> Int {
        let byte = text[at]
        if byte < 0x80 { return byte == 0x20 || byte >= 0x09 && byte <= 0x0D ? 1 : 0 }
        guard byte == 0xC2 || byte >= 0xE1 && byte <= 0xE3, at + 1 < text.count else { return 0 }
        let next = text[at + 1], last = at + 2 < text.count ? text[at + 2] : 0
        switch byte {
        // U+0085, U+00A0
        case 0xC2: return next == 0x85 || next == 0xA0 ? 2 : 0
        // U+1680
        case 0xE1: return next == 0x9A && last == 0x80 ? 3 : 0
        // U+2000 to U+200A, U+2028, U+2029, U+202F; U+205F
        case 0xE2 where next == 0x80: return last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
        case 0xE2: return next == 0x81 && last == 0x9F ? 3 : 0
        // U+3000
        default: return next == 0x80 && last == 0x80 ? 3 : 0
        }
    }

    private static let signs = ["-", "‐", "/", ",", "،", "(", ")"].map { Array($0.utf8) }

    /// How many bytes of what parts written words begin here.
    static func separator(_ text: [UInt8], _ at: Int) -> Int {
        let byte = text[at]
        // Letters of a-z and of the Arabic block, but for its comma, part nothing.
        if byte >= 0x40 && byte < 0x80 || byte > 0xD8 && byte < 0xE1 || byte > 0xE3 { return 0 }
        let space = space(text, at)
        if space > 0 { return space }
        for sign in signs where byte == sign[0] && at + sign.count <= text.count && text[at..<at + sign.count].elementsEqual(sign) {
            return sign.count
        }
        return 0
    }
}

extension NamePreparer {
    /// The words of a text.
    func searchWords(of text: [UInt8]) -> SearchWords {
        var result = SearchWords(), written: [Range<Int>] = [], start: Int?, at = 0
        while at < text.count {
            let width = SearchWords.separator(text, at)
            if width > 0, let first = start {
                written.append(first..<at)
                start = nil
            } else if width == 0, start == nil {
                start = at
            }
            at += max(width, 1)
        }
        if let start { written.append(start..<text.count) }
        var form: [UInt8] = [], place = 0
        while place < written.count {
            let word = Array(text[written[place]])
            let (letters, count) = spelledLetters(text, written[place...], word)
            if letters.count > 2, count == 1 { result.spellsLetters = true }
            if count > 1 || count == 1 && !isKnown(word) {
                result.words.append(letters)
                result.starts.append(written[place].lowerBound)
                place += count
                continue
            }
            normalizer.normalize(OtherLetters.english(word), for: .search, into: &form)
            Self.split(form, into: &result.words)
            while result.starts.count < result.words.count { result.starts.append(written[place].lowerBound) }
            place += 1
        }
        return result
    }

    /// The Latin letters that written words at the start spell out, and how many words do: «بی‌بی‌سی», «یو پی آی».
    private func spelledLetters(_ text: [UInt8], _ written: ArraySlice<Range<Int>>, _ first: [UInt8]) -> (letters: [UInt8], words: Int) {
        if LetterNames.letter(of: first) != nil {
            var alone: [UInt8] = []
            for range in written {
                guard let letter = LetterNames.letter(of: Array(text[range])) else { break }
                alone.append(letter)
            }
            if alone.count > 2 { return (alone, alone.count) }
        }
        let letters = LetterNames.letters(of: first)
        return (letters, letters.isEmpty ? 0 : 1)
    }

    private func isKnown(_ word: [UInt8]) -> Bool {
        var form: [UInt8] = [], words: [[UInt8]] = []
        normalizer.normalize(word, for: .search, into: &form)
        Self.split(form, into: &words)
        return knowledge.knows(words.first ?? [])
    }

    /// Adds the words of a text in search form, without what is not part of a word.
    private static func split(_ form: [UInt8], into words: inout [[UInt8]]) {
        var start = 0
        func add(_ end: Int) {
            guard end > start else { return }
            let word = form[start..<end]
            words.append(word.contains(UInt8(ascii: "'")) ? word.filter { $0 != UInt8(ascii: "'") } : Array(word))
            if words[words.count - 1].isEmpty { words.removeLast() }
        }
        for at in form.indices {
            switch form[at] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80..., UInt8(ascii: "'"): continue
            default:
                add(at)
                start = at + 1
            }
        }
        add(form.count)
    }
}
