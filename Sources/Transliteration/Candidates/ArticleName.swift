/// A name in Latin letters that the Arabic article joins into one word of Persian: «Jalal ad-Din», «Abd ol-Karim», «Abu'l-Qasim», «Habib Allah».
///
/// Latin spells the article in many ways, apart or joined, assimilated or not; Persian has one: ال.
struct ArticleName {
    /// What stands after the article in names that are one word whatever stands before it.
    private static let joinedSeconds: Set<String> = [
        "din", "deen", "dine", "deyn", "lah", "dowleh", "dowla", "dowlah", "dawla", "dawlah", "dowle", "doleh", "daula", "daulah", "molk",
        "mulk",
        "saltaneh", "saltana", "saltanah", "saltane", "eslam", "islam", "mamalek", "mamalik", "molouk", "moluk", "muluk", "zaman", "sadat",
        "abedin", "abidin", "hokama", "hukama", "shoara", "shuara", "ayaleh", "haqq", "haq", "hagh", "soltan", "sultan", "vezareh",
        "tojjar",
        "zahra", "hoda", "huda", "faqar", "faghar", "fiqar", "feqar", "nesa", "nisa", "olama", "ulama", "vaezin", "atebba", "shari",
        "sharieh",
    ]
    private static let vowels = Set("aeou".utf8)
    private static let lah = Array("lah".utf8), abd = Array("abd".utf8), ab = Array("ab".utf8)

    /// What stands before the article, none where the name begins with it, and after it.
    let first: [UInt8]
    let second: [UInt8]

    /// - Parameter text: one to three words, with spaces or hyphens between; `nil` where no article joins them.
    init?(_ text: some StringProtocol) {
        guard let (first, second) = Self.parts(Self.words(text), isHyphened: text.contains("-")) else { return nil }
        (self.first, self.second) = (first, second)
    }

    /// The name's letters as one word, in the ways to hear the article: as Persian hears it first.
    var spellings: [[UInt8]] {
        let isLah = second == Self.lah
        let vowels = Array((first.isEmpty ? "aeou" : "oeua").utf8)
        var consonants = [Array("l".utf8)]
        if !isLah, let sun = Self.sunLetter(second) { consonants.insert(sun, at: first.isEmpty ? 1 : 0) }
        return consonants.flatMap { consonant in vowels.map { first + [$0] + consonant + second } }
    }

    /// The reading of what stands before the article where that is always the same.
    var firstReading: Reading? {
        switch first {
        case Self.abd: try? Reading("ʿabd")
        case Self.ab: try? Reading("ab(v)")
        default: nil
        }
    }

    /// The reading of what stands after the article where that is always the same.
    var secondReading: Reading? { second == Self.lah ? try? Reading("lâh") : nil }

    /// Two readings with the article between; `nil` where Persian cannot write them so.
    static func joined(_ first: Reading?, _ second: Reading) -> Reading? {
        let isSun = second.units.first?.letter.map(ReadingBuilder.isSunLetter) == true
        let article: [Reading.Unit] = [.boundary(isSun ? .assimilatedArticle : .article)]
        guard let first else { return try? Reading(units: [.vowel(.a)] + article + second.units) }
        let joins = PersianLetters.codes(of: first.persian).last.map(PersianLetters.joins) == true
        return try? Reading(units: first.units + [.boundary(joins ? .joiner : .solid), .vowel(.o)] + article + second.units)
    }

    /// How many of the words, from the first, the article joins into one; 1 where it joins none.
    static func length(_ words: ArraySlice<Substring>) -> Int {
        for length in [3, 2] where words.count >= length {
            let span = words.prefix(length)
            // Punctuation inside parts them.
            guard span.dropLast().allSatisfy({ $0.last.map { $0.isLetter || "'’ʻ-".contains($0) } ?? false }) else { continue }
            if ArticleName(span.joined(separator: " ")) != nil { return length }
        }
        return 1
    }

    /// The words' letters.
    private static func words(_ text: some StringProtocol) -> [[UInt8]] {
        let (letters, breaks) = LatinLetters.folded(String(text))
        let ends = breaks + [letters.count]
        return zip([0] + breaks, ends).map { Array(letters[$0..<$1]) }
    }

    /// What stands before the article and after it.
    private static func parts(_ words: [[UInt8]], isHyphened: Bool) -> (first: [UInt8], second: [UInt8])? {
        switch words.count {
        case 3 where isArticle(words[1], before: words[2]) && joins(words[0], words[2]): return (bare(words[0]), words[2])
        case 2:
            let (first, second) = (words[0], words[1])
            if isHyphened, isArticle(first, before: second), first.count > 1 { return ([], second) }
            // Abdul Rahman, Abol Fazl.
            for base in [abd, ab]
            where first.count > base.count + 1 && first.starts(with: base) && isArticle(Array(first[base.count...]), before: second) {
                return (base, second)
            }
            // Shams Eddin, Habib Ollah.
            for length in 2...3 where second.count > length + 1 && first.count > 2 {
                let (article, rest) = (Array(second[..<length]), Array(second[length...]))
                if isArticle(article, before: rest), isJoinedSecond(rest) || isJoinedSecond(article.suffix(1) + rest) {
                    return (first, isJoinedSecond(rest) ? rest : article.suffix(1) + rest)
                }
            }
            return nil
        default: return nil
        }
    }

    /// Abdo, abu: the end of the first part is the article's own vowel.
    private static func bare(_ first: [UInt8]) -> [UInt8] {
        switch String(decoding: first, as: UTF8.self) {
        case "abdo", "abdu": abd
        case "abu", "abo", "aba", "abou": ab
        default: first
        }
    }

    private static func joins(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        let text = String(decoding: first, as: UTF8.self)
        return ["abd", "abdo", "abdu", "abu", "abo", "aba", "abou"].contains(text) || isJoinedSecond(second)
    }

    private static func isJoinedSecond(_ letters: some Sequence<UInt8>) -> Bool {
        joinedSeconds.contains(String(decoding: Array(letters), as: UTF8.self))
    }

    /// Whether a word is the article before `second`: al, ol, and what it becomes before the letters of the sun (ad-Din, osh-Shams).
    private static func isArticle(_ word: [UInt8], before second: [UInt8]) -> Bool {
        let l = UInt8(ascii: "l")
        if word == [l] { return true }
        guard let vowel = word.first, vowels.contains(vowel), word.count > 1 else { return false }
        let consonant = word[1...]
        return consonant.elementsEqual([l]) || sunLetter(second).map { consonant.elementsEqual($0) } == true
    }

    /// The letters of the sun that a word begins with, as one sound.
    private static func sunLetter(_ word: [UInt8]) -> [UInt8]? {
        guard let first = word.first else { return nil }
        if word.starts(with: Array("sh".utf8)) { return Array("sh".utf8) }
        return "tdrzsnl".utf8.contains(first) ? [first] : nil
    }
}
