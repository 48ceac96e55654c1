public import NameText

extension Scheme {
    /// A whole name in Latin: its words joined and capitalized as the scheme does it.
    ///
    /// Titles and names get capitals, particles, articles and ezafe do not. Compound given names and double surnames are joined by the
    /// scheme's style, digits become Western, Persian punctuation becomes Latin.
    public func romanized(_ words: [NameWord]) -> String {
        var text = ""
        let words = Self.boundTogether(words)
        for (index, word) in words.enumerated() {
            text += separator(before: word, index > 0 ? words[index - 1] : nil)
            switch word.content {
            case .reading(let reading): text += capitalized(reading, as: word.kind)
            case .text(let given): text += word.kind == .initial ? initial(given) : Self.latinized(given)
            }
        }
        return style.capitals == .all ? text.uppercased() : text
    }

    /// The words with suffixes and articles after a space put to the word that they belong to: «حسین» «زاده».
    private static func boundTogether(_ words: [NameWord]) -> [NameWord] {
        var result: [NameWord] = []
        for word in words {
            if word.separator == " ", case .reading(let reading) = word.content, let last = result.last,
                case .reading(let before) = last.content,
                word.kind == .family && last.kind == .family && NameElements.bindingSuffixes.contains(reading.units)
                    || reading.startsWithArticle(at: 0) && last.kind != .title && last.kind != .honorific,
                !before.endsInEzafe, let both = try? Reading(units: before.units + [.boundary(.space)] + reading.units)
            {
                result[result.count - 1].content = .reading(both)
                if word.kind != .particle { result[result.count - 1].kind = word.kind }
            } else {
                result.append(word)
            }
        }
        return result
    }

    /// A reading in Latin with the capitals of its job in a name.
    public func capitalized(_ reading: Reading, as kind: Name.Part.Kind = .other) -> String {
        reading.joinedWords.map { capitalizedWord($0, as: kind) }.joined(separator: kind == .family ? style.doubleSurname : style.space)
    }

    private func capitalizedWord(_ word: Reading, as kind: Name.Part.Kind) -> String {
        latin(word, as: kind, capitals: kind != .particle && style.capitals != .none && !word.isConjunction)
    }

    private func separator(before word: NameWord, _ previous: NameWord?) -> String {
        guard let previous else { return Self.latinized(word.separator == " " ? "" : word.separator) }
        if word.separator == " ", word.kind == .family, previous.kind == .family, case .reading = word.content,
            case .reading(let before) = previous.content, !before.endsInEzafe
        {
            return style.doubleSurname
        }
        return word.separator == " " ? style.space : Self.latinized(word.separator)
    }

    /// A letter that stands for a name: «م.» is M.
    private func initial(_ text: String) -> String {
        var latin = ""
        for scalar in text.unicodeScalars {
            guard let letter = Reading.Letter(persian: scalar == "آ" ? "ا" : scalar) else {
                latin.unicodeScalars.append(scalar)
                continue
            }
            let rendered = letters.rewritten(letter.sign).joined()
            // A vowel starts most names in ا and ع.
            let isVowel = letter == .alef || letter == .eyn || !rendered.unicodeScalars.contains { $0.properties.isAlphabetic }
            latin += isVowel ? "A" : Self.capitalized(rendered)
        }
        return latin
    }

    /// The text with its first cased letter a capital.
    static func capitalized(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isDone = false
        for scalar in text.unicodeScalars {
            if !isDone, scalar.properties.isCased, scalar.properties.generalCategory != .modifierLetter {
                result.append(contentsOf: scalar.properties.titlecaseMapping.unicodeScalars)
                isDone = true
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
        "۰": "0", "۱": "1", "۲": "2", "۳": "3", "۴": "4", "۵": "5", "۶": "6", "۷": "7", "۸": "8", "۹": "9",
        "٠": "0", "١": "1", "٢": "2", "٣": "3", "٤": "4", "٥": "5", "٦": "6", "٧": "7", "٨": "8", "٩": "9",
        "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",", "«": "“", "»": "”", "ـ": "-",
    ]

    /// Digits and punctuation as Latin writes them.
    static func latinized(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(signs[scalar] ?? scalar) }
        return String(result)
    }
}

extension Reading {
    /// Whether this is the word «و» between two others, which is never a name.
    var isConjunction: Bool {
        units == [.silent(.vav), .vowel(.o)] || units == [.consonant(.vav), .vowel(.a)]
    }

    var endsInEzafe: Bool {
        if case .ezafe = units.last { true } else { false }
    }
}
