/// The letters that the models know, by number, and the folding that brings a spelling to them.
///
/// Madda, joiners, vowel marks and hamza over alef do not count here, as they do not in the spellings that the models learnt from.
enum PersianLetters {
    /// Number 0 is "no letter": before the start and after the end.
    static let alphabet: [Unicode.Scalar] = Array(" ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤ".unicodeScalars)

    /// The number of a space, which begins a new segment as the start does.
    static let space: UInt8 = 0

    static let count = alphabet.count

    /// The number of `scalar`, which must be one of `alphabet`.
    static func code(_ scalar: Unicode.Scalar) -> UInt8 {
        guard let code = folded(scalar) else { preconditionFailure("not a letter of the table: \(scalar)") }
        return code
    }

    /// Look-alikes and seats that count as another letter.
    private static let sameAs: [(from: String, to: Unicode.Scalar)] = [
        ("آأإٱ", "ا"), ("يىېۍ", "ی"), ("ك", "ک"), ("ةۀہۂەھ", "ه"), ("ۆۇۋ", "و"), ("ڕ", "ر"), ("ڵ", "ل"), ("ڤ", "و"), ("ێے", "ی"),
        ("ګڭ", "گ"),
        ("ټ", "ت"), ("ډ", "د"), ("ړ", "ر"), ("ڼ", "ن"), ("ښ", "ش"), ("ږ", "ژ"), ("ځ", "ز"), ("څ", "س"),
    ]

    private static let table: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 0x700)
        for (code, scalar) in alphabet.enumerated() { table[Int(scalar.value)] = UInt8(code) }
        for (from, to) in sameAs {
            for scalar in from.unicodeScalars { table[Int(scalar.value)] = table[Int(to.value)] }
        }
        for scalar in "-_/".unicodeScalars { table[Int(scalar.value)] = space }
        return table
    }()

    /// The number of a letter after folding; `nil` for marks, joiners and what is not Persian.
    static func folded(_ scalar: Unicode.Scalar) -> UInt8? {
        guard scalar.value < 0x700 else { return nil }
        let code = table[Int(scalar.value)]
        return code == 255 ? nil : code
    }

    /// The numbers of the letters of `text`, one space between words, none at the ends.
    static func codes(of text: String) -> [UInt8] {
        var codes: [UInt8] = []
        codes.reserveCapacity(text.utf8.count / 2)
        for scalar in text.unicodeScalars {
            guard let code = folded(scalar) else { continue }
            if code == space && (codes.isEmpty || codes.last == space) { continue }
            codes.append(code)
        }
        if codes.last == space { codes.removeLast() }
        return codes
    }

    private static let unjoined = Set(" ادذرزژوءؤ".unicodeScalars.map(code))

    /// Whether a letter joins to the one after it.
    static func joins(_ code: UInt8) -> Bool { !unjoined.contains(code) }

    /// The letters as many write them: ؤ as و, ئ as ی, and no ء.
    static func withoutHamza(_ codes: [UInt8]) -> [UInt8] {
        codes.compactMap { $0 == hamza ? nil : withoutHamza($0) }
    }

    /// Whether there is a hamza among the letters, on whatever seat.
    static func holdHamza(_ codes: [UInt8]) -> Bool { codes.contains { $0 >= hamza } }

    /// The letter that bears a hamza, or the letter itself.
    @inline(__always)
    static func withoutHamza(_ letter: UInt8) -> UInt8 { letter == vavHamza ? vav : letter == yehHamza ? yeh : letter }

    /// The hamza that has no seat.
    static let hamza = code("ء")
    private static let vavHamza = code("ؤ"), yehHamza = code("ئ"), vav = code("و"), yeh = code("ی")

    /// The spelling that `codes` stand for.
    static func text(of codes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for code in codes { text.append(alphabet[Int(code)]) }
        return String(text)
    }
}
