/// Acronyms of Latin letters as Persian spells them out: «بی‌بی‌سی» is BBC, «یو پی آی» UPI.
enum LetterNames {
    private static let names: [String: UInt8] = {
        let table: [(String, [String])] = [
            ("a", ["ای", "اِی"]), ("b", ["بی"]), ("c", ["سی"]), ("d", ["دی"]), ("f", ["اف"]), ("g", ["جی"]), ("h", ["اچ", "ایچ"]),
            ("i", ["آی"]),
            ("j", ["جِی", "جی"]), ("k", ["کی", "کا", "کِی"]), ("l", ["ال"]), ("m", ["ام"]), ("n", ["ان"]), ("o", ["او"]), ("p", ["پی"]),
            ("q", ["کیو"]), ("r", ["آر"]), ("s", ["اس"]), ("t", ["تی"]), ("u", ["یو"]), ("v", ["وی"]), ("w", ["دبلیو", "دابلیو"]),
            ("x", ["ایکس", "اکس"]), ("y", ["وای"]), ("z", ["زد", "زی"]),
        ]
        var names: [String: UInt8] = [:]
        for (letter, spellings) in table { for spelling in spellings where names[spelling] == nil { names[spelling] = letter.utf8.first! } }
        return names
    }()

    /// The longest name, in scalars.
    private static let longest = 6

    /// The letters that a word names from end to end, with how many separate pieces it is written in; none for any other word.
    ///
    /// A word without a joiner between the letters must name three, since short words name letters by chance.
    static func letters(of word: Substring) -> [UInt8] {
        guard let first = word.unicodeScalars.first, first.value > 0x600 else { return [] }
        // By scalars: a joiner is one character with the letter before it.
        let pieces = word.unicodeScalars.split(separator: "\u{200C}")
        var letters: [UInt8] = []
        for piece in pieces {
            let text = String(String.UnicodeScalarView(piece.map { alike[$0] ?? $0 }))
            if let name = names[text] {
                letters.append(name)
                continue
            }
            guard let run = run(Array(text.unicodeScalars)[...]), run.count > 1 else { return [] }
            letters += run
        }
        return pieces.count > 1 || letters.count > 2 ? letters : []
    }

    /// The one letter that a word by itself may name.
    static func letter(of word: Substring) -> UInt8? {
        names[String(String.UnicodeScalarView(word.unicodeScalars.map { alike[$0] ?? $0 }))]
    }

    private static let alike: [Unicode.Scalar: Unicode.Scalar] = ["ي": "ی", "ى": "ی", "ك": "ک"]

    /// Letters named by scalars written without a break.
    private static func run(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8]? {
        if scalars.isEmpty { return [] }
        for length in (2...longest).reversed() where length <= scalars.count {
            guard let name = names[String(String.UnicodeScalarView(scalars.prefix(length)))] else { continue }
            if let rest = run(scalars.dropFirst(length)) { return [name] + rest }
        }
        return nil
    }
}
