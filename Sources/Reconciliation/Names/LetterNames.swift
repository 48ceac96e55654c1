/// Acronyms of Latin letters as Persian spells them out: «بی‌بی‌سی» is BBC, «یو پی آی» UPI.
enum LetterNames {
    private struct Named {
        var spelling: [UInt8]
        var letter: UInt8
    }

    /// The names by the low byte of their first letter, the longest first.
    private static let names: [[Named]] = {
        let table: [(String, [String])] = [
            ("a", ["ای", "اِی"]), ("b", ["بی"]), ("c", ["سی"]), ("d", ["دی"]), ("f", ["اف"]), ("g", ["جی"]), ("h", ["اچ", "ایچ"]),
            ("i", ["آی"]),
            ("j", ["جِی", "جی"]), ("k", ["کی", "کا", "کِی"]), ("l", ["ال"]), ("m", ["ام"]), ("n", ["ان"]), ("o", ["او"]), ("p", ["پی"]),
            ("q", ["کیو"]), ("r", ["آر"]), ("s", ["اس"]), ("t", ["تی"]), ("u", ["یو"]), ("v", ["وی"]), ("w", ["دبلیو", "دابلیو"]),
            ("x", ["ایکس", "اکس"]), ("y", ["وای"]), ("z", ["زد", "زی"]),
        ]
        var names = [[Named]](repeating: [], count: 256)
        for (letter, spellings) in table {
            for spelling in spellings.map({ Array($0.utf8) }) where !names[first(spelling, 0)].contains(where: { $0.spelling == spelling })
            {
                names[first(spelling, 0)].append(Named(spelling: spelling, letter: letter.utf8.first!))
            }
        }
        return names.map { $0.sorted { $0.spelling.count > $1.spelling.count } }
    }()

    /// The low byte of a letter of the Arabic block.
    private static func first(_ word: [UInt8], _ at: Int) -> Int { Int(word[at] & 3) << 6 | Int(word[at + 1] & 0x3F) }

    private static func isArabic(_ byte: UInt8) -> Bool { byte >= 0xD8 && byte <= 0xDB }

    /// The letters that a word names from end to end; none for any other word.
    ///
    /// A word without a joiner between the letters must name three, since short words name letters by chance.
    static func letters(of word: [UInt8]) -> [UInt8] {
        guard let first = word.first, isArabic(first) else { return [] }
        let word = persian(word)
        var letters: [UInt8] = [], pieces = 0, at = 0
        while at < word.count {
            var end = at
            while end < word.count, !isJoiner(word, end) { end += 1 }
            if end > at {
                pieces += 1
                guard add(word, at..<end, to: &letters) else { return [] }
            }
            at = end + 3
        }
        return pieces > 1 || letters.count > 2 ? letters : []
    }

    /// The one letter that a word by itself may name.
    static func letter(of word: [UInt8]) -> UInt8? {
        guard let first = word.first, isArabic(first), word.count > 1, word.count <= longest else { return nil }
        let word = persian(word)
        return names[Self.first(word, 0)].first { $0.spelling == word }?.letter
    }

    /// The letter that a word inside a person's name stands for, as in «جورج دبلیو بوش»; nil for those that Persian names have as words.
    static func initial(of word: [UInt8]) -> UInt8? {
        let word = word.last == UInt8(ascii: ".") ? word.dropLast() : word
        return words.contains(persian(word)) ? nil : letter(of: word)
    }

    /// خامنه ای, ام کلثوم, بی بی, …
    private static let words = Set(["ای", "اِی", "ام", "ال", "بی", "او", "کا", "سی", "ان", "زی"].map { Array($0.utf8) })

    /// The longest name, in bytes: دابلیو.
    private static let longest = 12

    private static func isJoiner(_ word: [UInt8], _ at: Int) -> Bool {
        word[at] == 0xE2 && at + 2 < word.count && word[at + 1] == 0x80 && word[at + 2] == 0x8C
    }

    /// Adds the letters named by what is written without a break; false where it names none.
    private static func add(_ word: [UInt8], _ range: Range<Int>, to letters: inout [UInt8]) -> Bool {
        if range.isEmpty { return true }
        guard range.count > 1, isArabic(word[range.lowerBound]) else { return false }
        for name in names[first(word, range.lowerBound)] where name.spelling.count <= range.count {
            let end = range.lowerBound + name.spelling.count
            guard word[range.lowerBound..<end].elementsEqual(name.spelling) else { continue }
            letters.append(name.letter)
            if add(word, end..<range.upperBound, to: &letters) { return true }
            letters.removeLast()
        }
        return false
    }

    /// Arabic letters, and the Persian ones that look like them.
    private static let alike = [("ي", "ی"), ("ى", "ی"), ("ك", "ک")].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    private static func persian(_ word: [UInt8]) -> [UInt8] {
        var word = word
        for at in word.indices.dropLast() where isArabic(word[at]) {
            for (arabic, persian) in alike where word[at] == arabic[0] && word[at + 1] == arabic[1] {
                (word[at], word[at + 1]) = (persian[0], persian[1])
            }
        }
        return word
    }
}
