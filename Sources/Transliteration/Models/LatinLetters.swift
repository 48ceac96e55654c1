internal import ICU

/// Latin spellings as the models see them: `a` to `z`, lower case, without diacritics; what separates words is remembered beside.
enum LatinLetters {
    /// Letters that do not decompose into one of `a` to `z`.
    private static let sameAs: [Unicode.Scalar: String] = [
        "ı": "i", "ə": "a", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d", "ħ": "h", "ʿ": "", "ʾ": "",
    ]

    /// The letters of `text`, and the places in them before which a space or hyphen stood.
    static func folded(_ text: String) -> (letters: [UInt8], breaks: [Int]) {
        var letters: [UInt8] = []
        var breaks: [Int] = []
        func take(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "a"..."z": letters.append(UInt8(scalar.value))
            case "A"..."Z": letters.append(UInt8(scalar.value) + 32)
            case " ", "-", "\u{A0}", "\u{2010}"..."\u{2013}":
                if !letters.isEmpty && breaks.last != letters.count { breaks.append(letters.count) }
            default:
                let lower = Unicode.Scalar(scalar.properties.lowercaseMapping) ?? scalar
                if let same = sameAs[lower] { letters.append(contentsOf: same.utf8) }
            }
        }
        if text.utf8.allSatisfy({ $0 < 128 }) {
            for scalar in text.unicodeScalars { take(scalar) }
        } else {
            for scalar in text.normalized(to: .nfkd).unicodeScalars { take(scalar) }
        }
        if breaks.last == letters.count { breaks.removeLast() }
        return (letters, breaks)
    }
}
