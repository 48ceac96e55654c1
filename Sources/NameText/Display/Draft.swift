/// A text on its way to display: scalars, each with its place in the text that was given, and what was changed so far.
struct Draft {
    /// One scalar.
    struct Sign {
        var value: UInt32
        /// Where what it comes from begins in the given text, in UTF-8 offsets.
        var origin: UInt32
    }

    let table: ScalarTable
    let source: [UInt8]
    private(set) var signs: [Sign]
    /// The changes, when they are to be explained.
    private(set) var changes: [Change]?

    init(_ source: [UInt8], _ table: ScalarTable, explained: Bool) {
        self.table = table
        self.source = source
        changes = explained ? [] : nil
        signs = []
        signs.reserveCapacity(source.count)
        var i = 0
        while i < source.count {
            let (value, width) = decode(source.span, i)
            signs.append(Sign(value: value, origin: UInt32(i)))
            i += width
        }
    }

    var count: Int { signs.count }

    /// The kind of a sign; a space beyond the ends.
    func kind(_ i: Int) -> Kind { signs.indices.contains(i) ? table[signs[i].value].kind : .space }

    func entry(_ i: Int) -> ScalarTable.Entry { table[signs[i].value] }

    /// Whether a sign is this character.
    func holds(_ scalar: Unicode.Scalar, at i: Int) -> Bool { signs.indices.contains(i) && signs[i].value == scalar.value }

    /// The text as it stands.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(signs.count * 2)
        for sign in signs { bytes.append(utf8Of: sign.value) }
        return bytes
    }

    /// The text of some signs.
    func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for sign in signs[range] { text.append(Unicode.Scalar(sign.value)!) }
        return String(text)
    }

    /// Where signs come from in the given text.
    func origin(of range: Range<Int>) -> Range<Int> {
        let start = range.lowerBound < count ? Int(signs[range.lowerBound].origin) : source.count
        let end = range.upperBound < count ? Int(signs[range.upperBound].origin) : source.count
        // A reordered name has its parts' places, not their order.
        return start <= end ? start..<end : end..<start
    }

    /// Writes the text anew: `body` walks over the signs and says what becomes of them.
    mutating func rewrite(_ body: (borrowing Draft, inout Revision) -> Void) {
        var revision = Revision(explained: changes != nil)
        body(self, &revision)
        guard revision.isChanged else { return }
        signs = revision.signs
        changes? += revision.changes
    }
}

/// The next state of a draft while a rule walks over it.
struct Revision {
    var signs: [Draft.Sign] = []
    fileprivate var changes: [Change] = []
    fileprivate(set) var isChanged = false
    private let explained: Bool

    fileprivate init(explained: Bool) { self.explained = explained }

    /// Takes a sign over as it is.
    mutating func keep(_ i: Int, of draft: borrowing Draft) { signs.append(draft.signs[i]) }

    /// Takes signs over as they are.
    mutating func keep(_ range: Range<Int>, of draft: borrowing Draft) { signs += draft.signs[range] }

    /// Takes signs over in another order.
    mutating func append(_ others: some Sequence<Draft.Sign>) { signs += others }

    /// Writes `text` in place of signs, which may be none.
    mutating func put(_ text: String, for range: Range<Int>, of draft: borrowing Draft, _ rule: Rule) {
        let place = draft.origin(of: range)
        for scalar in text.unicodeScalars { signs.append(Draft.Sign(value: scalar.value, origin: UInt32(place.lowerBound))) }
        note(rule, draft.text(range), text, at: place)
    }

    /// Leaves signs out.
    mutating func drop(_ range: Range<Int>, of draft: borrowing Draft, _ rule: Rule) { put("", for: range, of: draft, rule) }

    /// The last sign written, for rules that look back.
    var last: UInt32? { signs.last?.value }

    /// Notes a change that was made by other means, such as a new order.
    mutating func note(_ rule: Rule, _ before: String, _ after: String, at place: Range<Int>) {
        isChanged = true
        if explained { changes.append(Change(rule: rule, range: place, before: before, after: after)) }
    }
}

extension [UInt8] {
    /// Appends a scalar in UTF-8.
    mutating func append(utf8Of value: UInt32) {
        switch value {
        case ..<0x80: append(UInt8(value))
        case ..<0x800:
            append(UInt8(0xC0 | value >> 6))
            append(UInt8(0x80 | value & 0x3F))
        case ..<0x10000:
            append(UInt8(0xE0 | value >> 12))
            append(UInt8(0x80 | value >> 6 & 0x3F))
            append(UInt8(0x80 | value & 0x3F))
        default:
            append(UInt8(0xF0 | value >> 18))
            append(UInt8(0x80 | value >> 12 & 0x3F))
            append(UInt8(0x80 | value >> 6 & 0x3F))
            append(UInt8(0x80 | value & 0x3F))
        }
    }
}
