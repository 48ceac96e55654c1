internal import ICU

/// The forms under which a Persian word may stand in a lexicon: as written, without plural, pronoun, ی, and as an infinitive.
///
/// Persian writes its endings attached, after a joiner or after a space, so «نگرانیهایی», «نگرانی‌هایی» and «نگرانی هایی»
/// are one word. All are returned, likeliest first, since «ات» ends both «مقامات» and «ادبیات»: the lexicon decides.
struct PersianForms {
    /// The letters of a word as they are compared: one spelling a letter, no marks; joiners kept as borders of parts.
    static func parts(of scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        var parts: [[Unicode.Scalar]] = [[]]
        for scalar in scalars {
            if scalar == Letters.joiner {
                if !parts[parts.count - 1].isEmpty { parts.append([]) }
                continue
            }
            if Letters.isInvisible(scalar) || Letters.isPersianMark(scalar) { continue }
            if scalar.value >= 0xFB50 {
                for plain in String(scalar).normalized(to: .nfkc).unicodeScalars where Letters.isArabicScript(plain) {
                    append(plain, to: &parts)
                }
            } else {
                append(scalar, to: &parts)
            }
        }
        if parts.count > 1, parts[parts.count - 1].isEmpty { parts.removeLast() }
        return parts
    }

    private static func append(_ scalar: Unicode.Scalar, to parts: inout [[Unicode.Scalar]]) {
        switch Letters.persianFold[scalar] {
        case .none: parts[parts.count - 1].append(scalar)
        case .some(.none): break
        case .some(.some(let folded)): parts[parts.count - 1].append(folded)
        }
    }

    /// The written form, joined and folded.
    static func word(_ scalars: [Unicode.Scalar]) -> Word { Word(Array(parts(of: scalars).joined())) }

    /// Keys of a word, the written form first; at most eight.
    static func keys(of parts: [[Unicode.Scalar]]) -> [Word] {
        var keys: [Word] = []
        func add(_ scalars: some Collection<Unicode.Scalar>) {
            guard scalars.count > 1, keys.count < 8 else { return }
            let key = Word(scalars)
            if !keys.contains(key) { keys.append(key) }
        }
        let joined = parts.flatMap { $0 }
        add(joined)
        if let infinitive = PersianVerbs.infinitive(ofParts: parts) { keys.append(infinitive) }
        var stems: [ArraySlice<Unicode.Scalar>] = []
        if parts.count > 1, isEnding(parts[parts.count - 1]) {
            stems = [ArraySlice(parts.dropLast().flatMap { $0 })]
            add(stems[0])
        }
        // Two rounds: «ایرانیان» → «ایرانی» → «ایران».
        var round = stems.isEmpty ? [ArraySlice(joined)] : stems
        for _ in 0..<2 {
            var next: [ArraySlice<Unicode.Scalar>] = []
            for word in round {
                for stem in stripped(word) {
                    add(stem)
                    next.append(stem)
                }
            }
            round = next
        }
        return keys
    }

    static func text(_ scalars: [Unicode.Scalar]) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }

    /// What may follow a joiner, or a space, and is no word of its own.
    static let endings: Set<Word> = [
        "ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "ی", "ای", "ام", "ات", "اش",
        "مان", "تان", "شان", "ایم", "اید", "اند", "تر", "ترین", "تری", "یی", "ان", "گان",
    ]

    static func isEnding(_ part: [Unicode.Scalar]) -> Bool { part.count <= 6 && endings.contains(Word(part)) }

    // Longest first: «هایی» must win over «ی».
    private static let suffixes: [(ending: [Unicode.Scalar], restore: [Unicode.Scalar], least: Int)] = [
        ("هایشان", "", 2), ("هایمان", "", 2), ("هایتان", "", 2), ("هایی", "", 2), ("هایش", "", 2), ("هایم", "", 2),
        ("های", "", 2), ("ترین", "", 2), ("گان", "ه", 2), ("شان", "", 3), ("مان", "", 3), ("ها", "", 2), ("تر", "", 3), ("ان", "", 3),
        ("ات", "", 3), ("ین", "", 4), ("ای", "", 3), ("یی", "", 2), ("اش", "", 3), ("ی", "", 2), ("ش", "", 3), ("م", "", 4),
    ].map { (Array($0.0.unicodeScalars), Array($0.1.unicodeScalars), $0.2) }

    private static func stripped(_ word: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
        var results: [ArraySlice<Unicode.Scalar>] = []
        for (ending, restore, least) in suffixes where word.count >= ending.count + least {
            if word.suffix(ending.count).elementsEqual(ending) {
                results.append(restore.isEmpty ? word.dropLast(ending.count) : word.dropLast(ending.count) + restore)
                if results.count == 2 { break }
            }
        }
        return results
    }
}
