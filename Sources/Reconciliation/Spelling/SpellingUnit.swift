/// A unit of spelling that a reader hears as one: a Latin letter or group (`kh`, `ou`), a Persian letter,
/// or, where the reading of a Persian word is known, the sound that its letter has there.
struct SpellingUnit: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The unit with this label, as the table of costs writes it.
    init?(label: some StringProtocol) {
        guard let index = Self.byLabel[String(label)] else { return nil }
        rawValue = index
    }

    /// How the table of costs writes the unit: the letters themselves; `·` after a unit that ends a word, `^`
    /// after one that begins it, `:` before a sound that a known reading gives to a letter.
    var label: String { Self.labels[Int(rawValue)] }

    /// How many codes there are; tables of pairs have this many rows and columns.
    static let count = 128

    static let labels: [String] =
        [""] + latin + [String](repeating: "", count: 55 - latin.count) + persian
        + [String](repeating: "", count: count - 58 - persian.count) + ["∅", "–"]

    /// Nothing written, where both spellings are of one script; unit 0 is nothing written across scripts, where short vowels
    /// are usual on one side.
    static let gap: UInt8 = 127
    /// Nothing written for a sound that a known reading has, or the other way round.
    static let unheard: UInt8 = 126

    static let latin = [
        "a", "aa", "e", "ee", "i", "o", "oo", "ou", "u", "y", "y·", "w", "h·",
        "b", "p", "t", "th", "s", "j", "dj", "ch", "tch", "h", "kh", "d", "z", "r", "zh", "sh", "sch", "gh", "q",
        "f", "ph", "k", "c", "ck", "g", "l", "m", "n", "v", "x", "?",
    ]

    static let persian = [
        "ا", "ا^", "و", "و^", "ی", "ی^", "ه", "ه·", "ء", "ع", "ع^",
        "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش", "ص", "ض", "ط", "ظ",
        "غ", "ف", "ق", "ک", "گ", "ل", "م", "ن", "؟",
        ":a", ":e", ":o", ":ā", ":ī", ":ū", ":w", ":v", ":y", ":(v)", ":(h)", ":(l)", ":ʾ",
    ]

    private static let byLabel = [String: UInt8](
        uniqueKeysWithValues: labels.enumerated().filter { !$0.element.isEmpty }.map { ($0.element, UInt8($0.offset)) })

    /// The code of a unit that the tables above name; a label that they lack is a programmer's mistake.
    static func code(_ label: String) -> UInt8 {
        guard let code = byLabel[label] else { preconditionFailure("no spelling unit “\(label)”") }
        return code
    }

    /// Whether the unit can stand for a vowel; the learner joins only vowels with vowels, consonants with consonants.
    static func isVocalic(_ code: UInt8) -> Bool { vocalic[Int(code)] }

    private static let vocalic: [Bool] = {
        let names: Set<String> = [
            "a", "aa", "e", "ee", "i", "o", "oo", "ou", "u", "y", "y·", "w", "h·",
            "ا", "ا^", "و", "ی", "ه·", "ء", "ع", "ع^", ":a", ":e", ":o", ":ā", ":ī", ":ū", ":w", ":y", ":(v)", ":(h)", ":ʾ",
        ]
        return labels.map { names.contains($0) }
    }()

    static func isPersian(_ code: UInt8) -> Bool { code >= 56 }

    /// The Persian letter as it is inside a word, of one that begins or ends it.
    static func inside(_ unit: UInt8) -> UInt8 { innerUnits[Int(unit)] }

    private static let innerUnits: [UInt8] = labels.indices.map { unit in
        labels[unit].hasSuffix("^") || labels[unit] == "ه·" ? code(String(labels[unit].dropLast())) : UInt8(unit)
    }
}
