/// The form in which single words are looked up: letters that Persian spelling wavers between are one.
enum FoldedWord {
    private static let folds: [Unicode.Scalar: Unicode.Scalar] = [
        "آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه",
    ]

    /// The letter or digit that a scalar counts as; nil for what does not count.
    private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if let fold = folds[scalar] { return fold }
        switch scalar {
        case "a"..."z", "0"..."9", "غ"..."غ", "ف"..."و", "ا"..."ع", "پ"..."ۏ", "ی": return scalar
        default: return nil
        }
    }

    /// Letters and digits only, folded; no spaces, joiners, marks or hamza.
    static func key(_ text: some StringProtocol) -> String {
        var key = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { if let letter = letter(scalar) { key.append(letter) } }
        return String(key)
    }

    /// The letters of the Arabic block, U+0600 to U+06FF, by their low byte; 0 for what does not count.
    private static let arabic: [UInt8] = (0..<256).map { low in
        letter(Unicode.Scalar(0x600 + low)!).map { UInt8($0.value & 0xFF) } ?? 0
    }

    /// The same over UTF-8; words of a-z, by far the most, are kept as they are.
    static func key(_ word: [UInt8]) -> [UInt8] {
        guard word.contains(where: { $0 >= 0x80 }) else { return word }
        var key: [UInt8] = [], at = 0
        key.reserveCapacity(word.count)
        let arabic = arabic
        while at < word.count {
            let byte = word[at]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                key.append(byte)
                at += 1
            case 0xD8...0xDB:
                guard at + 1 < word.count else { return key }
                let letter = arabic[Int(byte & 3) << 6 | Int(word[at + 1] & 0x3F)]
                if letter != 0 {
                    key.append(0xD8 | letter >> 6)
                    key.append(0x80 | letter & 0x3F)
                }
                at += 2
            default:
                at += 1
                while at < word.count, word[at] & 0xC0 == 0x80 { at += 1 }
            }
        }
        return key
    }
}
