/// The Arabic article as Latin spellings part it from its noun: Jalal ad-Din, Mosavvar-al-Molk, al-Haj.
enum LatinArticle {
    private static let forms: Set<[UInt8]> = Set(
        ["al", "ol", "ul", "el", "ad", "od", "ud", "ed", "ar", "or", "ur", "as", "os", "us", "ash", "osh", "az", "oz", "an", "on"].map {
            Array($0.utf8)
        })

    /// What is joined through the article to a name before it: Jalal ad-Din, Mosavvar al-Molk.
    private static let nouns = [
        "din", "deen", "molk", "mulk", "dow", "doleh", "dawl", "saltan", "eslam", "islam", "allah", "llah", "lah", "zaman",
    ]
    .map { Array($0.utf8) }
    /// What is joined through the article to any noun: Abd ol-Hossein, Abu l-Fazl.
    private static let servants: Set<[UInt8]> = Set(
        ["abd", "abu", "abo", "abou", "abi", "nasr", "seyf", "seif", "sayf", "zeyn", "zein", "zayn", "zain"].map { Array($0.utf8) })

    /// What is never a name by itself: Abdul Reza, «عبد الحمید».
    private static let beginnings: Set<[UInt8]> = Set(
        ["abdul", "abdol", "abdoul", "abdel", "abdal", "abul", "abol", "aboul", "عبد"].map { Array($0.utf8) })

    // Few words are so short: the rest need not be hashed.
    private static func isForm(_ word: [UInt8]) -> Bool { (2...3).contains(word.count) && forms.contains(word) }
    private static func isBeginning(_ word: [UInt8]) -> Bool { (5...6).contains(word.count) && beginnings.contains(word) }

    /// Whether a word is one that an article joins to any noun: Abd, Abu, Zayn.
    static func isServant(_ word: [UInt8]) -> Bool { (3...4).contains(word.count) && servants.contains(word) }

    /// The written words of a name, with those joined that an article parts: Zayn al-Abidin is one given name.
    static func servantsJoined(_ words: [String]) -> [String] {
        var result: [String] = [], at = 0
        while at < words.count {
            let pieces = at + 1 < words.count ? words[at + 1].split(separator: "-") : []
            if isServant(Array(words[at].lowercased().utf8)), pieces.count == 2, forms.contains(Array(pieces[0].lowercased().utf8)) {
                result.append(words[at] + pieces.joined())
                at += 2
            } else {
                result.append(words[at])
                at += 1
            }
        }
        return result
    }

    /// Words with each article joined to the words around it, as Persian writes them; before any other word (al-Isfahani) it is dropped.
    static func joined(_ words: [[UInt8]]) -> [[UInt8]] {
        guard words.contains(where: { isForm($0) || isBeginning($0) }) else { return words }
        var result: [[UInt8]] = [], at = 0
        while at < words.count {
            if at + 1 < words.count, isBeginning(words[at]), words[at + 1].count > 2 {
                result.append(words[at] + words[at + 1])
                at += 2
                continue
            }
            guard isArticle(words, at) else {
                result.append(words[at])
                at += 1
                continue
            }
            let noun = words[at + 1]
            if let before = result.last, servants.contains(before) || nouns.contains(where: { noun.starts(with: $0) }) {
                result[result.count - 1] = before + words[at] + noun
            } else {
                result.append(noun)
            }
            at += 2
        }
        return result
    }

    /// An article has a noun after it and, unless it ends in l, takes the noun's first sound.
    private static func isArticle(_ words: [[UInt8]], _ at: Int) -> Bool {
        guard at + 1 < words.count, isForm(words[at]), words[at + 1].count > 2 else { return false }
        let form = words[at]
        return form.last == UInt8(ascii: "l") || form[1] == words[at + 1][0]
    }
}
