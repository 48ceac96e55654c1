internal import ICU

/// Facts about single letters that the rest of the room builds on.
enum Letters {
    /// Persian letters that articles write in more than one way, and the one that stands for them here.
    static let persianFold: [Unicode.Scalar: Unicode.Scalar?] = [
        "ي": "ی", "ى": "ی", "ې": "ی", "ئ": "ی", "ك": "ک", "ڪ": "ک",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ۀ": "ه", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",
        "ء": nil,
        "ـ": nil,
    ]

    /// Vowel marks, hamza above and below, superscript alef: they never tell two words of the news apart.
    static func isPersianMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x64B...0x65F).contains(scalar.value) || scalar.value == 0x670
    }

    /// What is invisible and inside a word: joiners, direction marks, soft hyphen, byte-order mark.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200C, 0x200D, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xAD: true
        default: false
        }
    }

    static let joiner: Unicode.Scalar = "\u{200C}"

    /// The value of a digit in any of the three scripts, or nil.
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0x660...0x669: Int(scalar.value - 0x660)  // ٠–٩
        case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)  // ۰–۹
        default: nil
        }
    }

    static func isArabicScript(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x621...0x64A, 0x66E...0x6D3, 0x6D5, 0x6FA...0x6FC, 0x6EE...0x6EF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
        default: false
        }
    }

    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
        default: false
        }
    }

    /// Latin letters with marks, by the plain letters that English readers would type for them.
    static func plainLatin(_ scalar: Unicode.Scalar) -> String {
        let value = scalar.value
        if value < 0x80 { return String(Character(value >= 0x41 && value <= 0x5A ? Unicode.Scalar(value + 32)! : scalar)) }
        if let known = special[scalar] { return known }
        let base = String(scalar).decomposed.unicodeScalars.first(where: { $0.value < 0x80 })
        return base.map { plainLatin($0) } ?? ""
    }

    private static let special: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "œ": "oe", "Œ": "oe", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i",
    ]
}

extension String {
    /// The canonical decomposition; only letters with marks need it.
    var decomposed: String { normalized(to: .nfd) }
}
