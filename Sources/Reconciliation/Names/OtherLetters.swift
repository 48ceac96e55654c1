/// Latin spellings of the alphabets other than English in which names from Iran and its neighbours are written: scholarly transliteration
/// (Ḫosrou, Čamrān, Ǧalāl) and Slavic (Milošević), Azeri and Turkish (Şahin Cəfərqulu), and the Cyrillic of Tajik and Russian (Муҳаммад).
enum OtherLetters {
    /// Letters that only Turkic spelling has; where one stands, `c` is j and `x` kh too.
    private static let turkic: [Unicode.Scalar: String] = [
        "ə": "a", "ğ": "gh", "ı": "i", "ş": "sh", "ç": "ch", "Ə": "a", "Ğ": "gh", "İ": "i", "Ş": "sh", "Ç": "ch",
    ]
    private static let turkicPlain: [Unicode.Scalar: String] = ["c": "j", "C": "j", "x": "kh", "X": "kh"]

    /// Letters whose mark tells them from the plain one.
    private static let marked: [Unicode.Scalar: String] = [
        "š": "sh", "Š": "Sh", "č": "ch", "Č": "Ch", "ć": "ch", "Ć": "Ch", "ž": "zh", "Ž": "Zh", "ǧ": "j", "Ǧ": "J", "ǰ": "j", "ḫ": "kh",
        "Ḫ": "Kh", "ḵ": "kh", "Ḵ": "Kh", "ẖ": "kh", "ġ": "gh", "Ġ": "Gh", "ḡ": "gh", "Ḡ": "Gh",
    ]

    private static let cyrillic: [Unicode.Scalar: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "gh", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "ӣ": "i", "й": "y",
        "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ӯ": "u", "ф": "f",
        "х": "kh", "ҳ": "h", "ц": "ts", "ч": "ch", "ҷ": "j", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu",
        "я": "ya",
    ]

    /// The same over UTF-8.
    static func english(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 >= 0xC3 && $0 <= 0xD3 || $0 == 0xE1 }) else { return text }
        return Array(english(String(decoding: text, as: UTF8.self)).utf8)
    }

    /// The text with such letters as English spelling has them; any other text as it is.
    static func english(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xC3 && $0 <= 0xD3 || $0 == 0xE1 }) else { return text }
        let isTurkic = text.unicodeScalars.contains { turkic[$0] != nil && $0 != "ç" && $0 != "Ç" }
        var result = ""
        for scalar in text.unicodeScalars {
            if let letters = marked[scalar] {
                result += letters
            } else if isTurkic, let letters = turkic[scalar] ?? turkicPlain[scalar] {
                result += letters
            } else if let letters = cyrillic[scalar] ?? cyrillic[scalar.properties.lowercaseMapping.unicodeScalars.first!] {
                result += letters
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
