internal import Lexicon

/// The units of a word, or of two words written as one, where the inner loop reads them.
struct UnitRun {
    /// Units beyond this many do not count; no name has so many in one word.
    static let longest = 40

    private var units = [40 of UInt8](repeating: 0)
    private(set) var count = 0

    /// Units that lie in a range of bytes.
    @inline(__always)
    init(_ bytes: Bytes, _ range: Range<Int>) { append(bytes, range) }

    /// Units in an array.
    init(_ units: [UInt8]) { for unit in units.prefix(Self.longest) { append(unit) } }

    /// The two runs one after the other.
    @inline(__always)
    init(_ bytes: Bytes, _ first: Range<Int>, _ second: Range<Int>, asOneWord: Bool = false) {
        append(bytes, first)
        join(bytes, second, asOneWord)
    }

    /// The units of neighbouring words one after the other; `asOneWord` with the letters at their meeting as they are inside a word.
    init(_ name: ComparableName, _ places: Range<Int>, asOneWord: Bool) {
        for token in name.tokens[places] { join(name.bytes, token.letters, asOneWord) }
    }

    @inline(__always)
    subscript(index: Int) -> UInt8 { units[index] }

    @inline(__always)
    private mutating func append(_ bytes: Bytes, _ range: Range<Int>) {
        for at in range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longest - count) {
            units[count] = bytes[at]
            count &+= 1
        }
    }

    /// Appends a word behind another one; the last letter of that no longer ends a word, and its own first no longer begins one, as in
    /// «خامنه ای» and «امیر عبداللهیان».
    private mutating func join(_ bytes: Bytes, _ range: Range<Int>, _ asOneWord: Bool) {
        let start = count
        append(bytes, range)
        guard asOneWord, start > 0, start < count else { return }
        units[start - 1] = SpellingUnit.inside(units[start - 1])
        units[start] = SpellingUnit.inside(units[start])
    }

    private mutating func append(_ unit: UInt8) {
        units[count] = unit
        count += 1
    }

    /// Whether both are the same units.
    @inline(__always)
    func isSame(as other: UnitRun) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where units[index] != other.units[index] { return false }
        return true
    }
}

extension Bytes {
    /// Whether the same bytes lie in a range here and in one of other bytes.
    @inline(__always)
    func holdsSame(_ range: Range<Int>, _ other: Bytes, _ otherRange: Range<Int>) -> Bool {
        guard range.count == otherRange.count else { return false }
        let shift = otherRange.lowerBound &- range.lowerBound
        for at in range where self[at] != other[at &+ shift] { return false }
        return true
    }
}
