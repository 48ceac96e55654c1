extension Draft {
    /// A name as lists print it, "ZARIF, Mohammad Javad" or "JEBELLI Peyman", in the order and the letters of running text.
    ///
    /// Only a text that is nothing but such a name: a known given name or an initial stands in it.
    mutating func correctLatinName(_ vocabulary: WordTable) {
        guard let name = LatinList(self, vocabulary) else { return }
        let order = name.order
        rewrite { draft, revision in
            for (place, index) in order.enumerated() {
                if place > 0 { revision.append([Sign(value: 0x20, origin: draft.signs[name.words[index].range.lowerBound].origin)]) }
                let word = name.words[index]
                if word.isCapitals && name.lowersCapitals {
                    let text = LatinList.capitalized(draft.text(word.range))
                    if text != draft.text(word.range) {
                        revision.put(text, for: word.range, of: draft, .capitals)
                        continue
                    }
                }
                revision.keep(word.range, of: draft)
            }
            if name.isInverted {
                let text = order.map { draft.text(name.words[$0].range) }.joined(separator: " ")
                revision.note(.invertedName, draft.text(0..<draft.count), text, at: 0..<draft.source.count)
            }
        }
    }
}

/// A short Latin text as the words of one name, when it is one in the manner of lists.
struct LatinList {
    struct Word {
        var range: Range<Int>
        var isCapitals = false
        var isCapitalized = false
        var isInitial = false
        var known: NameText.Word = []
    }

    /// Longer texts are no names.
    private static let longest = 256

    let words: [Word]
    /// How many words stand before the comma, or before the given names.
    private var familyCount = 0
    private(set) var isInverted = false
    private(set) var lowersCapitals = false

    /// The words in the order of running text.
    var order: [Int] { isInverted ? Array(familyCount..<words.count) + Array(0..<familyCount) : Array(words.indices) }

    init?(_ draft: borrowing Draft, _ vocabulary: WordTable) {
        guard draft.count <= Self.longest else { return nil }
        var words: [Word] = []
        var comma: Int?
        var start: Int?
        for i in 0...draft.count {
            switch i < draft.count ? draft.kind(i) : .space {
            case .latin, .apostrophe, .hyphen, .point, .accent:
                if start == nil { start = i }
                continue
            case .space: break
            case .punctuation where draft.holds(",", at: i) && comma == nil && (start != nil || !words.isEmpty):
                comma = words.count + (start == nil ? 0 : 1)
            default: return nil
            }
            if let first = start { words.append(Word(first..<i, draft, vocabulary)) }
            start = nil
        }
        guard words.count >= 2, words.count <= 8, comma != words.count,
            words.allSatisfy({ !$0.known.contains(.function) || $0.known.contains(.particle) })
        else { return nil }
        self.words = words
        if let comma {
            guard isInvertedByComma(comma) else { return nil }
            familyCount = comma
            isInverted = true
        } else {
            let capitals = words.prefix { $0.isCapitals }.count
            if capitals > 0, capitals < words.count,
                words[..<capitals].allSatisfy({ $0.known.isDisjoint(with: [.acronym, .title, .honorific]) }),
                words[capitals].known.contains(.given), words[capitals...].allSatisfy({ $0.isCapitalized || $0.known.contains(.particle) })
            {
                familyCount = capitals
                isInverted = true
            }
        }
        let isName = words.contains { $0.known.contains(.given) } || words.contains { $0.isInitial }
        lowersCapitals = isName && words.contains { $0.isCapitals && !$0.known.contains(.acronym) }
        guard isInverted || lowersCapitals else { return nil }
    }

    private func isInvertedByComma(_ comma: Int) -> Bool {
        let family = words[..<comma], given = words[comma...]
        guard given.allSatisfy({ $0.isCapitalized || $0.isCapitals || $0.isInitial || $0.known.contains(.particle) }),
            given.contains(where: { $0.known.contains(.given) }) || given.allSatisfy(\.isInitial),
            family.allSatisfy({ $0.isCapitalized || $0.isCapitals || $0.known.contains(.particle) })
        else { return false }
        // "ASADI, Ali" is a list's; "Hassan, Ali" may be two persons.
        return family.contains { $0.isCapitals && !$0.known.contains(.acronym) }
            || family.allSatisfy { $0.known.isDisjoint(with: [.given, .title, .honorific, .acronym]) }
    }

    /// "AHMADI-NEJAD" → "Ahmadi-Nejad", "O'NEILL" → "O'Neill", "JA'FAR" → "Ja'far".
    static func capitalized(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var letters = 0
        for scalar in text.unicodeScalars {
            let kind = ScalarTable.shared[scalar.value].kind
            if kind == .latin {
                if letters == 0 {
                    result.append(scalar)
                } else {
                    result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
                }
                letters += 1
            } else {
                result.append(scalar)
                if kind != .apostrophe || letters == 1 { letters = 0 }
            }
        }
        return String(result)
    }
}

extension LatinList.Word {
    fileprivate init(_ range: Range<Int>, _ draft: borrowing Draft, _ vocabulary: WordTable) {
        self.range = range
        let scalars = draft.signs[range].map { Unicode.Scalar($0.value)! }
        let letters = scalars.filter { ScalarTable.shared[$0.value].kind == .latin }
        let upper = letters.count { $0.properties.isUppercase }
        // Two plain capitals side by side: search looks for them before it reads a list.
        let hasPair = zip(scalars, scalars.dropFirst()).contains { ("A"..."Z").contains($0) && ("A"..."Z").contains($1) }
        isCapitals = letters.count >= 2 && upper == letters.count && hasPair && !scalars.contains(".")
        isCapitalized = letters.count >= 2 && upper < letters.count && letters.first?.properties.isUppercase == true
        isInitial =
            letters.count == 1 && upper == 1 && scalars.count <= 2
            || scalars.contains(".") && upper == letters.count && letters.count <= 3 && upper > 0
        let folded = Array(Folding.folded(draft.text(range)).utf8)
        if let entry = vocabulary.find(folded, 0..<folded.count) {
            known = vocabulary.word(entry)
        } else {
            // "Mohammad-Javad" is given when its first part is.
            let first = folded.prefix { $0 != 0x20 }
            if first.count < folded.count, let entry = vocabulary.find(folded, 0..<first.count) {
                known = vocabulary.word(entry).intersection(.given)
            }
        }
    }
}
