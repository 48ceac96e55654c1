/// Letters that stand for names: «م. ج. آذری جهرمی», «م.ا. به‌آذین».
enum Initials {
    /// How the press writes the first letter of a Persian name; a vowel begins most names in ا and ع.
    private static let latin: [Unicode.Scalar: String] = [
        "ا": "A", "آ": "A", "ب": "B", "پ": "P", "ت": "T", "ث": "S", "ج": "J", "چ": "Ch", "ح": "H", "خ": "Kh", "د": "D", "ذ": "Z", "ر": "R",
        "ز": "Z",
        "ژ": "Zh", "س": "S", "ش": "Sh", "ص": "S", "ض": "Z", "ط": "T", "ظ": "Z", "ع": "A", "غ": "Gh", "ف": "F", "ق": "Gh", "ک": "K",
        "ك": "K", "گ": "G",
        "ل": "L", "م": "M", "ن": "N", "و": "V", "ه": "H", "ی": "Y", "ي": "Y",
    ]

    /// A single Persian letter as an initial in Latin; `nil` for anything else.
    static func latin(_ text: String) -> String? {
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first.flatMap { latin[$0] } : nil
    }

    /// Initials without a space between, parted: «م.ا.» is «م.» and «ا.»; any other word as it is.
    static func parted(_ word: Substring) -> [Substring] {
        var parts: [Substring] = []
        var rest = word
        while !rest.isEmpty {
            let letters = rest.prefix { $0.isLetter }
            let end = rest.index(letters.startIndex, offsetBy: letters.count)
            guard (1...2).contains(letters.count), end < rest.endIndex, rest[end] == "." else { return [word] }
            // Two letters are one initial in Latin only: Kh.
            guard letters.count == 1 || letters.utf8.count == 2 else { return [word] }
            let next = rest.index(after: end)
            parts.append(rest[rest.startIndex..<next])
            rest = rest[next...]
            if rest.first == "-", !rest.dropFirst().isEmpty { rest = rest.dropFirst() }
        }
        return parts.count > 1 ? parts : [word]
    }
}
