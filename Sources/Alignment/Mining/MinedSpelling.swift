internal import NameText

/// A name as an editor would enter it, from the way in which an article writes it: titles off, endings off, letters in order.
struct MinedSpelling {
    let vocabulary: Vocabulary
    let normalizer: Normalizer

    /// An English mention; nil when nothing is left of it.
    func english(_ mention: String, isPerson: Bool) -> String? {
        var name = normalizer.normalized(isPerson ? withoutTitle(mention) : mention, for: .display)
        // The dateline's capitals: "TEHRAN", not "IRNA".
        let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }
        if letters.count > 5 || isPerson, letters.allSatisfy(\.properties.isUppercase) {
            name = name.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
        }
        for ending in ["'s", "’s", "'", "’"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
        return name.unicodeScalars.contains { $0.properties.isAlphabetic } ? name : nil
    }

    /// A Persian mention; its English counterpart decides what is ending and what is name. Nil when it is an adjective or nothing is left.
    func persian(_ mention: String, english: String, isPerson: Bool) -> String? {
        let name = normalizer.normalized(isPerson ? withoutTitle(mention) : mention, for: .display)
        var words = name.split(separator: " ").map { withoutVowelMark(String($0)) }
        guard let last = words.popLast(), !last.isEmpty else { return nil }
        let sounds = english.split(whereSeparator: { $0 == " " || $0 == "-" }).last.map { word in
            SoundMatch(EnglishForms.fold(Array(word.unicodeScalars)))
        }
        guard let bare = withoutEnding(last, counterpart: sounds ?? nil) else { return nil }
        words.append(bare)
        return normalizer.normalized(words.joined(separator: " "), for: .display)
    }

    private func withoutTitle(_ name: String) -> String {
        let parts = Name(name, vocabulary).parts
        guard let first = parts.first(where: { $0.kind != .title }), first.range.lowerBound > 0 else { return name }
        return String(decoding: Array(name.utf8)[first.range.lowerBound...], as: UTF8.self)
    }

    /// Without the kasra or hamza of an ezafe at its end: «وزارتِ», «خانهٔ».
    private func withoutVowelMark(_ word: String) -> String {
        var scalars = Array(word.unicodeScalars)
        while let last = scalars.last, Letters.isPersianMark(last) { scalars.removeLast() }
        if scalars.last == "ۀ" { scalars[scalars.count - 1] = "ه" }
        return PersianForms.text(scalars)
    }

    /// Without a plural, a pronoun or the ی of an ezafe, unless the ending is heard in the English name too: «خامنه‌ای» keeps its own.
    ///
    /// Nil for an adjective, which is no name of what it is made of: «هراتی» beside Herat.
    private func withoutEnding(_ word: String, counterpart: SoundMatch?) -> String? {
        let scalars = Array(word.unicodeScalars)
        func strength(_ scalars: some Sequence<Unicode.Scalar>) -> Float {
            guard let counterpart, let spelling = SoundMatch.Spelling(PersianForms.word(Array(scalars))) else { return 0 }
            return counterpart.strength(of: spelling)
        }
        let whole = strength(scalars)
        for ending in Self.endings where scalars.count > ending.count + 1 && scalars.suffix(ending.count).elementsEqual(ending) {
            let stem = scalars.dropLast(ending.count)
            if strength(stem) > whole { return PersianForms.text(Array(stem)) }
        }
        guard scalars.count > 2, scalars.last == "ی", strength(scalars.dropLast()) > whole else { return word }
        // After a long vowel it may be an ezafe; «یی» never is.
        let isEzafe = scalars[scalars.count - 2] == "ا" || scalars[scalars.count - 2] == "و"
        return isEzafe ? PersianForms.text(scalars.dropLast()) : nil
    }

    // Longest first.
    private static let endings: [[Unicode.Scalar]] = ["هایشان", "هایی", "های", "شان", "مان", "تان", "ها", "ای", "اند", "اش", "ست", "ی"]
        .map { [Letters.joiner] + $0.unicodeScalars }

    /// One form for all spellings that are found together.
    func key(_ name: String) -> String { normalizer.normalized(name, for: .search) }
}
