/// A Latin word cut into units of spelling.
enum LatinSpelling {
    /// Longest first: “tch” must win over “t”, “sch” over “s”. German writes “dsch” and “tsch” for what English has as j and ch.
    private static let groups: [([UInt8], UInt8)] =
        [("dsch", "dj"), ("tsch", "tch")].map { (Array($0.0.utf8), SpellingUnit.code($0.1)) }
        + ["tch", "sch", "aa", "ee", "oo", "ou", "th", "dj", "ch", "kh", "zh", "sh", "gh", "ph", "ck"]
        .map { (Array($0.utf8), SpellingUnit.code($0)) }

    /// Letters that a group begins with.
    private static let starts: [Bool] = (0...255).map { (letter: Int) in groups.contains { Int($0.0[0]) == letter } }

    private static let single: [UInt8] = {
        var table = [UInt8](repeating: SpellingUnit.code("?"), count: 256)
        for letter in "abcdefghijklmnopqrstuvwxyz".utf8 {
            table[Int(letter)] = (SpellingUnit(label: String(UnicodeScalar(letter))) ?? SpellingUnit(rawValue: table[0])).rawValue
        }
        return table
    }()

    private static let vocalicY = SpellingUnit.code("y·")
    private static let finalH = SpellingUnit.code("h·")

    /// Units of a lower-case word; a doubled letter counts once, apostrophes and hyphens not at all.
    static func units(of word: some RandomAccessCollection<UInt8>, into units: inout [UInt8]) {
        let letters = Array(word.filter { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x80 })
        var at = 0
        while at < letters.count {
            let (unit, length) = group(letters, at)
            defer { at += length }
            if length == 1, at > 0, letters[at] == letters[at - 1], !isVowel(letters[at]) { continue }
            let next = at + length < letters.count ? letters[at + length] : 0
            switch letters[at] {
            case UInt8(ascii: "y") where !isVowel(next) && at > 0: units.append(vocalicY)
            case UInt8(ascii: "h") where length == 1 && next == 0 && at > 0 && isVowel(letters[at - 1]): units.append(finalH)
            default: units.append(unit)
            }
        }
    }

    private static func group(_ letters: [UInt8], _ at: Int) -> (UInt8, Int) {
        guard starts[Int(letters[at])], at + 1 < letters.count else { return (single[Int(letters[at])], 1) }
        for (spelling, unit) in groups where letters[at] == spelling[0] && letters[at...].starts(with: spelling) {
            return (unit, spelling.count)
        }
        return (single[Int(letters[at])], 1)
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch UnicodeScalar(letter) {
        case "a", "e", "i", "o", "u": true
        default: false
        }
    }
}
