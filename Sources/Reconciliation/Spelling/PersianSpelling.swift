/// A Persian word cut into units of spelling: its letters where the reading is not known, its sounds where it is.
enum PersianSpelling {
    private static let letters: [Unicode.Scalar: UInt8] = {
        var table: [Unicode.Scalar: UInt8] = [:]
        for label in SpellingUnit.persian where label.unicodeScalars.count == 1 && label != "؟" {
            table[label.unicodeScalars.first!] = SpellingUnit.code(label)
        }
        let alike: [Unicode.Scalar: String] = [
            "آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه",
        ]
        for (scalar, label) in alike { table[scalar] = SpellingUnit.code(label) }
        return table
    }()

    /// The same by the low byte of U+0600 to U+06FF, where nearly all letters are; 0 for none.
    private static let arabic: [UInt8] = (0..<256).map { letters[Unicode.Scalar(0x600 + $0)!] ?? 0 }

    private static let atStart = ["ا": "ا^", "و": "و^", "ی": "ی^", "ع": "ع^"]
        .map { (SpellingUnit.code($0.key), SpellingUnit.code($0.value)) }
    private static let he = SpellingUnit.code("ه")
    private static let finalHe = SpellingUnit.code("ه·")
    private static let unknown = SpellingUnit.code("؟")

    /// Units of a word by its letters alone; vowel marks, joiners and hyphens do not count.
    static func units(ofLetters word: some StringProtocol, into units: inout [UInt8]) {
        let start = units.count
        for scalar in word.unicodeScalars {
            switch scalar {
            case "\u{064B}"..."\u{065F}", "\u{0670}", "\u{0640}", "\u{200C}", "\u{200D}", "-", " ", "'": continue
            default:
                let unit = scalar.value >> 8 == 6 ? arabic[Int(scalar.value & 0xFF)] : 0
                units.append(unit == 0 ? unknown : unit)
            }
        }
        guard units.count > start else { return }
        for (letter, first) in atStart where units[start] == letter { units[start] = first }
        if units.count > start + 1, units[units.count - 1] == he { units[units.count - 1] = finalHe }
    }

    /// Units of a word whose reading is known, in the notation of `Reading`.
    static func units(ofReading notation: some StringProtocol, into units: inout [UInt8]) {
        var silent = false
        for scalar in notation.unicodeScalars {
            switch scalar {
            case "(": silent = true
            case ")": silent = false
            case "\u{0331}" where units.last == SpellingUnit.code("س"): units[units.count - 1] = SpellingUnit.code("ث")
            default:
                guard let unit = silent ? silentUnit(scalar) : sounds[scalar] else { continue }
                // A doubled consonant is one letter with tashdid.
                if let last = units.last, last == unit, !SpellingUnit.isVocalic(unit) { continue }
                units.append(unit)
            }
        }
    }

    private static func silentUnit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "v": SpellingUnit.code(":(v)")
        case "h": SpellingUnit.code(":(h)")
        case "\u{0331}", "\u{0323}", "\u{0307}": nil
        default: SpellingUnit.code(":(l)")
        }
    }

    /// The notation's signs, composed; the sign of ث and ذ is a letter with a line below, two scalars.
    private static let sounds: [Unicode.Scalar: UInt8] = {
        let table: [Unicode.Scalar: String] = [
            "ʾ": ":ʾ", "b": "ب", "p": "پ", "t": "ت", "j": "ج", "č": "چ", "ḥ": "ح", "x": "خ", "d": "د", "r": "ر", "z": "ز",
            "ž": "ژ", "s": "س", "š": "ش", "ṣ": "ص", "ż": "ض", "ṭ": "ط", "ẓ": "ظ", "ẕ": "ذ", "ʿ": "ع", "ġ": "غ", "f": "ف",
            "q": "ق", "k": "ک", "g": "گ", "l": "ل", "m": "م", "n": "ن", "v": ":v", "w": ":w", "h": "ه", "y": ":y", "ẗ": ":(h)",
            "a": ":a", "e": ":e", "o": ":o", "ā": ":ā", "ī": ":ī", "ū": ":ū", "â": ":ā", "á": ":ā", "ã": ":a", "ẽ": ":e", "õ": ":o",
        ]
        return table.mapValues { SpellingUnit.code($0) }
    }()
}
