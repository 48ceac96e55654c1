/// Up to seven bytes of UTF-8 in one word, so that a table's answer needs no second look-up.
struct PackedText: Equatable {
    let bits: UInt64

    init(_ text: String) {
        var bits: UInt64 = 0
        precondition(text.utf8.count <= 7)
        for byte in text.utf8.reversed() { bits = bits << 8 | UInt64(byte) }
        self.bits = bits | UInt64(text.utf8.count) << 56
    }

    static let none = PackedText("")

    @inline(__always) var count: Int { Int(truncatingIfNeeded: bits >> 56) }
    @inline(__always) func byte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(8 &* index)) }

    var text: String { String(decoding: (0..<count).map(byte), as: UTF8.self) }
}

/// What every scalar is and becomes: pages of 256 scalars, built once from the tables of letters and signs.
///
/// A class, so that handing it on costs one count of references and not one an array.
final class ScalarTable: Sendable {
    static let shared = ScalarTableBuilder().table

    /// What one scalar is and becomes; `-1` for a rule is none.
    struct Entry {
        var kind: Kind = .unknown
        /// Index into `Rule.all` of why display or search changes it.
        var displayRule: Int8 = -1
        var searchRule: Int8 = -1
        var display = PackedText("")
        var search = PackedText("")
    }

    /// ASCII that search keeps, in lower case; zero for what needs its kind: spaces, punctuation, digits.
    let ascii: [UInt8]
    /// The entries of U+0000 to U+07FF, without the step over pages: all letters of names are there.
    let low: [Entry]
    private let pages: [UInt8]
    private let entries: [Entry]

    fileprivate init(pages: [UInt8], entries: [Entry]) {
        self.pages = pages
        self.entries = entries
        low = (0..<0x800).map { entries[Int(pages[$0 >> 8]) << 8 | $0 & 0xFF] }
        ascii = (0..<128).map { byte in
            let entry = entries[Int(pages[0]) << 8 | byte]
            return entry.kind == .latin ? entry.search.byte(0) : 0
        }
    }

    /// The entry of a scalar; for one that no table names, of kind `unknown` and empty.
    @inline(__always)
    subscript(value: UInt32) -> Entry {
        value < 0x800 ? low[Int(value)] : entries[Int(pages[Int(value >> 8)]) << 8 | Int(value & 0xFF)]
    }
}

/// Fills the pages from the tables of letters and signs.
private struct ScalarTableBuilder {
    private var pages = [UInt8](repeating: 0, count: 0x1100)
    private var entries = [ScalarTable.Entry](repeating: ScalarTable.Entry(), count: 256)

    init() {
        addSigns()
        addLatin()
        addPersian()
        for value in 0xFB00...0xFEFF as ClosedRange<UInt32> where PresentationForms.contains(value) { self.set(value, .form) }
        for value in 0xFF01...0xFF5E as ClosedRange<UInt32> { self.set(value, .form) }
    }

    var table: ScalarTable { ScalarTable(pages: pages, entries: entries) }

    private mutating func set(
        _ value: UInt32, _ kind: Kind, display: String? = nil, _ displayRule: Rule? = nil, search: String? = nil, _ searchRule: Rule? = nil
    ) {
        let page = Int(value >> 8)
        if pages[page] == 0 {
            pages[page] = UInt8(entries.count >> 8)
            entries += [ScalarTable.Entry](repeating: ScalarTable.Entry(), count: 256)
        }
        let itself = Unicode.Scalar(value).map { String($0) } ?? ""
        let display = display ?? itself
        entries[Int(pages[page]) << 8 | Int(value & 0xFF)] = ScalarTable.Entry(
            kind: kind, displayRule: displayRule.map { Int8($0.index) } ?? -1, searchRule: searchRule.map { Int8($0.index) } ?? -1,
            display: PackedText(display), search: PackedText(search ?? display))
    }

    private mutating func set(
        _ scalars: String, _ kind: Kind, display: String? = nil, _ displayRule: Rule? = nil, search: String? = nil,
        _ searchRule: Rule? = nil
    ) {
        for scalar in scalars.unicodeScalars { set(scalar.value, kind, display: display, displayRule, search: search, searchRule) }
    }

    private mutating func addSigns() {
        set(Signs.spaces, .space, display: " ", .space)
        set(" ", .space)
        set(Signs.newlines, .newline, display: "\n", .newline)
        set("\n", .newline)
        set(Signs.controls, .control, display: "", .control)
        set(Signs.brokenJoiners, .brokenJoiner)
        set("\u{200C}", .joiner, search: "", .searchJoiner)
        set("\u{200D}", .widthJoiner, search: "", .searchJoiner)
        set("\u{0640}", .tatweel)
        set(Signs.punctuation, .punctuation, search: " ", .searchPunctuation)
        set(".٫", .point, search: " ", .searchPunctuation)
        set(Signs.hyphens, .hyphen, search: " ", .searchPunctuation)
        set(Signs.plainHyphens, .hyphen, display: "-", .hyphen, search: " ", .searchPunctuation)
        set(Signs.apostrophes, .apostrophe, search: "", .searchApostrophe)
        for (zero, ten) in zip(Signs.digits.latin.unicodeScalars, 0...) {
            set(zero.value, .digit)
            let persian = Array(Signs.digits.persian.unicodeScalars)[ten], arabic = Array(Signs.digits.arabic.unicodeScalars)[ten]
            set(persian.value, .digit, search: String(zero), .searchDigit)
            set(arabic.value, .digit, display: String(persian), .arabicDigit, search: String(zero), .searchDigit)
        }
    }

    private mutating func addLatin() {
        for value in UInt32(0x41)...0x5A { set(value, .latin, search: String(Unicode.Scalar(value + 0x20)!), .searchCase) }
        for value in UInt32(0x61)...0x7A { set(value, .latin) }
        for (to, from) in LatinLetters.folded { set(from, .latin, search: to, .searchAccent) }
        for value in UInt32(0x300)...0x36F { set(value, .accent) }
        for value in [0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF] as [ClosedRange<UInt32>] { for v in value { set(v, .accent) } }
    }

    private mutating func addPersian() {
        var foldedTo: [String: (to: String, rule: Rule)] = [:]
        for (rule, pairs) in PersianLetters.folded { for (from, to) in pairs { foldedTo[from] = (to, rule) } }
        let final = Set(PersianLetters.final.unicodeScalars)
        func kind(_ letter: String) -> Kind { final.contains(letter.unicodeScalars.first!) ? .final : .joining }
        func folded(_ text: String) -> String {
            text.unicodeScalars.filter { !PersianLetters.hamzas.unicodeScalars.contains($0) }.map { foldedTo[String($0)]?.to ?? String($0) }
                .joined()
        }
        // Letters of other languages that no table folds stay as they are, but are letters.
        for value in [
            0x620...0x63F, 0x641...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5...0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FF, 0x750...0x77F,
        ]
            as [ClosedRange<UInt32>]
        {
            for v in value { set(v, kind(String(Unicode.Scalar(v)!))) }
        }
        for letter in PersianLetters.plain.unicodeScalars.map({ String($0) }) {
            set(letter, kind(letter), search: folded(letter), foldedTo[letter]?.rule)
        }
        for (rule, pairs) in PersianLetters.folded {
            for (from, to) in pairs { set(from, kind(from), search: to, rule) }
        }
        for (rule, pairs) in PersianLetters.written {
            for (from, to) in pairs { set(from, kind(to), display: to, rule, search: folded(to), rule) }
        }
        set(PersianLetters.marks, .mark, search: "", .searchMark)
        set(PersianLetters.hamzas, .hamza, search: "", .searchMark)
    }
}
