/// Letters of both scripts that habits of spelling confuse: one class a sound, none for what is often left unwritten.
///
/// Classes make the keys by which candidates are found, never the score: too many different names share them.
enum SoundClass {
    /// The class as a visible letter, or 0 for vowels, glides and silent letters.
    @inline(__always)
    static func of(_ unit: UInt8) -> UInt8 { table[Int(unit)] }

    private static let classes: [(UInt8, [String])] = [
        (UInt8(ascii: "b"), ["b", "ب"]),
        (UInt8(ascii: "p"), ["p", "پ"]),
        (UInt8(ascii: "t"), ["t", "th", "ت", "ط"]),
        (UInt8(ascii: "s"), ["s", "س", "ص", "ث"]),
        (UInt8(ascii: "j"), ["j", "dj", "zh", "ج", "ژ"]),
        (UInt8(ascii: "c"), ["ch", "tch", "چ"]),
        (UInt8(ascii: "h"), ["h", "ه", "ح"]),
        (UInt8(ascii: "x"), ["kh", "خ"]),
        (UInt8(ascii: "d"), ["d", "د"]),
        (UInt8(ascii: "z"), ["z", "ز", "ذ", "ض", "ظ"]),
        (UInt8(ascii: "r"), ["r", "ر"]),
        (UInt8(ascii: "S"), ["sh", "sch", "ش"]),
        (UInt8(ascii: "q"), ["gh", "q", "ق", "غ"]),
        (UInt8(ascii: "f"), ["f", "ph", "ف"]),
        (UInt8(ascii: "k"), ["k", "c", "ck", "x", "ک"]),
        (UInt8(ascii: "g"), ["g", "گ"]),
        (UInt8(ascii: "l"), ["l", "ل"]),
        (UInt8(ascii: "m"), ["m", "م"]),
        (UInt8(ascii: "n"), ["n", "ن"]),
        (UInt8(ascii: "v"), ["و^", "v"]),
        (UInt8(ascii: "?"), ["?", "؟"]),
    ]

    private static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: SpellingUnit.count)
        for (key, labels) in classes { for label in labels { table[Int(SpellingUnit.code(label))] = key } }
        return table
    }()

    /// A sound of a known reading: a consonant's class, a vowel as it is; nil for what is written and not heard.
    static func heard(_ unit: UInt8) -> UInt8? {
        let key = of(unit)
        return key != 0 ? key : silent.contains(unit) ? nil : unit
    }

    private static let silent = Set([":(v)", ":(h)", ":(l)", ":ʾ", "ع", "ع^", "ء"].map(SpellingUnit.code))

    /// The classes of a word's units in order, without `v`, which Persian writes as it writes a vowel, except in front;
    /// a first vowel leaves `A`, a first glide `y`. Equal neighbours count once.
    static func skeleton(of units: [UInt8], into skeleton: inout [UInt8]) {
        let start = skeleton.count
        for (index, unit) in units.enumerated() {
            var key = of(unit)
            if index == 0 {
                if unit == consonantalY || unit == firstYe { key = UInt8(ascii: "y") }
                if unit == w { key = UInt8(ascii: "v") }
                if key == 0 { key = UInt8(ascii: "A") }
            } else if key == UInt8(ascii: "v") {
                continue
            }
            if key == 0 || skeleton.count > start && skeleton[skeleton.count - 1] == key { continue }
            skeleton.append(key)
        }
    }

    /// The classes of a folded word in either script.
    static func skeleton(of word: String) -> [UInt8] {
        var units: [UInt8] = [], skeleton: [UInt8] = []
        if word.utf8.first.map({ $0 < 0x80 }) ?? true {
            LatinSpelling.units(of: Array(word.utf8), into: &units)
        } else {
            PersianSpelling.units(ofLetters: word, into: &units)
        }
        Self.skeleton(of: units, into: &skeleton)
        return skeleton
    }

    /// A bit for each class of a skeleton; vowels in front do not count.
    static func set(of skeleton: [UInt8]) -> UInt32 {
        var bits: UInt32 = 0
        for key in skeleton where key != UInt8(ascii: "A") && key != UInt8(ascii: "y") { bits |= 1 << UInt32(key & 31) }
        return bits
    }

    private static let consonantalY = SpellingUnit.code("y")
    private static let firstYe = SpellingUnit.code("ی^")
    private static let w = SpellingUnit.code("w")
}
