/// The form in which single words are looked up: letters that Persian spelling wavers between are one.
enum FoldedWord {
    private static let folds: [Unicode.Scalar: String] = [
        "آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه",
    ]

    /// Letters and digits only, folded; no spaces, joiners, marks or hamza.
    static func key(_ text: some StringProtocol) -> String {
        var key = ""
        for scalar in text.unicodeScalars {
            if let fold = folds[scalar] {
                key += fold
            } else {
                switch scalar {
                case "a"..."z", "0"..."9", "غ"..."غ", "ف"..."و", "ا"..."ع", "پ"..."ۏ", "ی": key.unicodeScalars.append(scalar)
                default: continue
                }
            }
        }
        return key
    }

    /// The same over UTF-8; words of a-z, by far the most, are kept as they are.
    static func key(_ word: [UInt8]) -> [UInt8] {
        word.allSatisfy { $0 < 0x80 } ? word : Array(key(String(decoding: word, as: UTF8.self)).utf8)
    }
}
