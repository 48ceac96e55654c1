/// Cuts running text into sentences: ICU's rules (UAX 29), mended by a list of abbreviations.
///
/// ICU breaks after every full stop that a capital or a letter without case follows, so «دکتر ا. رضایی» and "Gen. H. Salami"
/// would fall apart. A break is taken back when the sentence ends in a known abbreviation or in an initial.
public struct SentenceBreaker: Sendable {
    private let language: Language
    /// Without their last full stop; English ones in lower case.
    private let abbreviations: Set<[UInt8]>

    /// A breaker for one language; abbreviations with or without their last full stop.
    public init(_ language: Language, abbreviations: some Sequence<String>) {
        self.language = language
        self.abbreviations = Set(
            abbreviations.map { abbreviation in
                var bytes = Array(abbreviation.lowercased().utf8)
                while bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
                return bytes
            })
    }

    /// Where the sentences of a text stand, as UTF-8 offsets, without the white space around them.
    ///
    /// A line feed ends a sentence. White space alone is no sentence.
    /// - Complexity: linear.
    public func sentences(in text: String) throws(ICUError) -> [Range<Int>] {
        var text = text
        var result: Result<[Range<Int>], ICUError> = .success([])
        text.withUTF8 { utf8 in
            result = Result { () throws(ICUError) in
                let offsets = try boundaries(.sentence, language, in: utf8).offsets
                return join(offsets.map { Int($0) }, in: utf8)
            }
        }
        return try result.get()
    }

    private func join(_ offsets: [Int], in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for end in offsets {
            let isLast = end == text.count
            if !isLast && continues(text, from: start, at: end) { continue }
            let trimmed = trim(start..<end, in: text)
            if !trimmed.isEmpty { sentences.append(trimmed) }
            start = end
        }
        return sentences
    }

    /// Whether the sentence that seems to end at `end` goes on.
    private func continues(_ text: UnsafeBufferPointer<UInt8>, from start: Int, at end: Int) -> Bool {
        let sentence = trim(start..<end, in: text)
        // A line feed is a real end whatever stands before it.
        if text[sentence.upperBound..<end].contains(UInt8(ascii: "\n")) { return false }
        guard let last = sentence.last, text[last] == UInt8(ascii: ".") else { return false }
        var wordStart = last
        while wordStart > sentence.lowerBound, !isWordEdge(text, wordStart - 1) { wordStart -= 1 }
        let word = text[wordStart..<last]
        if word.isEmpty { return false }
        let lowered = word.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        if abbreviations.contains(lowered) {
            return !(isDotted(lowered) && startsSentence(text, from: end))
        }
        return isInitial(word)
    }

    /// One letter: «ا» or "H". Numbers are not initials: "in 2015." ends a sentence.
    private func isInitial(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let scalar = String(decoding: word, as: UTF8.self).unicodeScalars.only else { return false }
        guard Category(of: scalar) == .letter else { return false }
        // "I." and "a." end sentences; a lower-case letter is no initial.
        return scalar != "I" && !scalar.properties.isLowercase
    }

    /// An abbreviation with dots inside, such as "u.s", may also end a sentence.
    private func isDotted(_ word: [UInt8]) -> Bool { word.contains(UInt8(ascii: ".")) }

    /// Whether the next word is one that begins sentences far more often than it follows "U.S.".
    private func startsSentence(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var at = start
        while at < text.count, text[at] <= 0x20 { at += 1 }
        var end = at
        while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: ","), text[end] != UInt8(ascii: "'") { end += 1 }
        return Self.starters.contains(String(decoding: text[at..<end], as: UTF8.self))
    }

    private static let starters: Set<String> = [
        "A", "After", "An", "And", "As", "At", "Before", "But", "By", "During", "For", "From", "He", "His", "However", "If", "In", "It",
        "Its", "Last", "Many", "Meanwhile", "Most", "On", "Since", "She", "Some", "That", "The", "Their", "There", "These", "They", "This",
        "Those", "Under", "We", "When", "While", "With", "You",
    ]

    private func isWordEdge(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        switch text[at] {
        case 0...0x20, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "/"):
            return true
        case 0xAB: return at > 0 && text[at - 1] == 0xC2  // «
        case 0xA0: return at > 0 && text[at - 1] == 0xC2  // no-break space
        case 0x9C, 0x98: return at > 1 && text[at - 1] == 0x80 && text[at - 2] == 0xE2  // “ ‘
        default: return false
        }
    }
}

/// A range without the white space at its ends; no-break spaces, byte-order marks and bidi marks count as white space.
private func trim(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
        let width = spaceWidth(text, at: start, before: end)
        if width == 0 { break }
        start += width
    }
    trailing: while start < end {
        for width in 1...3 where end - width >= start && spaceWidth(text, at: end - width, before: end) == width {
            end -= width
            continue trailing
        }
        break
    }
    return start..<end
}

/// The bytes of the space at a place, 0 when none stands there.
private func spaceWidth(_ text: UnsafeBufferPointer<UInt8>, at: Int, before end: Int) -> Int {
    let first = text[at]
    if first <= 0x20 { return 1 }
    if first == 0xC2, at + 1 < end, text[at + 1] == 0xA0 || text[at + 1] == 0x85 { return 2 }
    guard at + 2 < end else { return 0 }
    switch (first, text[at + 1], text[at + 2]) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
}

extension Collection {
    /// The one element of a collection that has just one.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
