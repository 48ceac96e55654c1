internal import ICU

extension Reading {
    /// The reading of a line of notation.
    ///
    /// - Throws: `ReadingError`, with the UTF-8 offset of the sign.
    public init(_ notation: String) throws(ReadingError) {
        var parser = NotationParser(notation)
        let units = try parser.units()
        do throws(ReadingError) {
            try Self.check(units)
        } catch {
            throw error.moved(to: parser.offsets)
        }
        self.init(checked: units)
    }
}

/// Reads the notation sign by sign.
private struct NotationParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var offset = 0
    /// The UTF-8 offset of each unit read so far.
    private(set) var offsets: [Int] = []
    private var result: [Reading.Unit] = []

    init(_ notation: String) {
        var scalars = Array(notation.unicodeScalars)
        if Self.isDecomposed(scalars) { scalars = Array(notation.normalized(to: .nfc).unicodeScalars) }
        self.scalars = scalars
        result.reserveCapacity(scalars.count)
        offsets.reserveCapacity(scalars.count)
    }

    /// Whether a mark stands apart from its letter; only s̱ has no composed form.
    private static func isDecomposed(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.indices.contains { index in
            let scalar = scalars[index]
            return ("\u{300}"..."\u{36F}").contains(scalar) && !(scalar == "\u{331}" && index > 0 && scalars[index - 1] == "s")
        }
    }

    private func scalar(at ahead: Int) -> Unicode.Scalar? {
        position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    private mutating func skip(_ count: Int) {
        for scalar in scalars[position..<position + count] { offset += UTF8.width(scalar) }
        position += count
    }

    private mutating func add(_ unit: Reading.Unit, _ count: Int) {
        result.append(unit)
        offsets.append(offset)
        skip(count)
    }

    mutating func units() throws(ReadingError) -> [Reading.Unit] {
        while let scalar = scalar(at: 0) {
            switch scalar {
            case " ": add(.boundary(.space), 1)
            case "+": add(.boundary(.solid), 1)
            case "-": addDash()
            case "(": try addSilent()
            case "·":
                guard !result.isEmpty, position + 1 < scalars.count else { throw .emptyPart(offset: offset) }
                skip(1)
            default: try addSound(scalar)
            }
        }
        return result
    }

    /// `-e`, `-ye` and `-ʾe` at a word's end are ezafe, any other dash is a joiner.
    private mutating func addDash() {
        if scalar(at: 1) == "e", isEnd(2) {
            add(.ezafe(.unwritten), 2)
        } else if scalar(at: 1) == "y", scalar(at: 2) == "e", isEnd(3) {
            // After ī and á the ezafe is heard as ye and never written so.
            let unwritten = result.last == .vowel(.longI) || result.last == .vowel(.maksura)
            add(.ezafe(unwritten ? .unwritten : .ye), 3)
        } else if scalar(at: 1) == "ʾ", scalar(at: 2) == "e", isEnd(3) {
            add(.ezafe(.hamza), 3)
        } else {
            add(.boundary(.joiner), 1)
        }
    }

    private func isEnd(_ ahead: Int) -> Bool {
        switch scalar(at: ahead) {
        case nil, " ", "-", "+": true
        default: false
        }
    }

    private mutating func addSilent() throws(ReadingError) {
        guard let (letter, length) = letterOrAlef(at: 1), scalar(at: 1 + length) == ")" else { throw .silentLetter(offset: offset) }
        add(.silent(letter), length + 2)
    }

    private func letterOrAlef(at ahead: Int) -> (Reading.Letter, Int)? {
        scalar(at: ahead) == "ā" ? (.alef, 1) : letter(at: ahead)
    }

    private mutating func addSound(_ scalar: Unicode.Scalar) throws(ReadingError) {
        if let vowel = vowel(of: scalar) { return add(.vowel(vowel), 1) }
        guard let (letter, length) = letter(at: 0) else { throw .unknownSign(String(scalar), offset: offset) }
        if letter == .hamza, self.scalar(at: 1) == "ā" { return add(.vowel(.madda), 2) }
        if self.scalar(at: length) == "=" { return try addArticle(letter, length) }
        if let (twin, _) = self.letter(at: length), twin == letter, !(letter == .hamza && self.scalar(at: 2 * length) == "ā") {
            return add(.doubled(letter), 2 * length)
        }
        add(.consonant(letter), length)
    }

    private mutating func addArticle(_ heard: Reading.Letter, _ length: Int) throws(ReadingError) {
        let next = letter(at: length + 1)?.0
        if let next, next != .lam, next.sound == heard.sound {
            add(.boundary(.assimilatedArticle), length + 1)
        } else if heard == .lam {
            add(.boundary(.article), length + 1)
        } else {
            throw .article(offset: offset)
        }
    }
}

extension NotationParser {
    private func vowel(of scalar: Unicode.Scalar) -> Reading.Vowel? {
        switch scalar {
        case "a": .a
        case "e": .e
        case "o": .o
        case "ā": .longA
        case "ī": .longI
        case "ū": .longU
        case "â": .unwrittenA
        case "á": .maksura
        case "ã": .tanvinA
        case "ẽ": .tanvinE
        case "õ": .tanvinO
        default: nil
        }
    }

    /// The letter whose sign starts here, and how many scalars the sign has.
    private func letter(at ahead: Int) -> (Reading.Letter, Int)? {
        guard let first = scalar(at: ahead) else { return nil }
        let letter: Reading.Letter
        switch first {
        case "ʾ":
            switch scalar(at: ahead + 1) {
            case "ʸ": return (.yehHamza, 2)
            case "ʷ": return (.vavHamza, 2)
            case "ᵃ": return (.alefHamzaAbove, 2)
            case "ᵢ": return (.alefHamzaBelow, 2)
            default: return (.hamza, 1)
            }
        case "s": return scalar(at: ahead + 1) == "\u{331}" ? (.se, 2) : (.sin, 1)
        case "b": letter = .be
        case "p": letter = .pe
        case "t": letter = .te
        case "j": letter = .jim
        case "č": letter = .che
        case "ḥ": letter = .heHotti
        case "x": letter = .khe
        case "d": letter = .dal
        case "ẕ": letter = .zal
        case "r": letter = .re
        case "z": letter = .ze
        case "ž": letter = .zhe
        case "š": letter = .shin
        case "ṣ": letter = .sad
        case "ż": letter = .zad
        case "ṭ": letter = .ta
        case "ẓ": letter = .za
        case "ʿ": letter = .eyn
        case "ġ": letter = .gheyn
        case "f": letter = .fe
        case "q": letter = .qaf
        case "k": letter = .kaf
        case "g": letter = .gaf
        case "l": letter = .lam
        case "m": letter = .mim
        case "n": letter = .nun
        case "v": letter = .vav
        case "w": letter = .glide
        case "h": letter = .he
        case "y": letter = .ye
        case "ẗ": letter = .teMarbuta
        default: return nil
        }
        return (letter, 1)
    }
}

extension ReadingError {
    /// This error of units, told by the offsets of the signs that they were read from.
    func moved(to offsets: [Int]) -> ReadingError {
        func at(_ unit: Int) -> Int { unit < offsets.count ? offsets[unit] : offsets.last ?? 0 }
        return switch self {
        case .unknownSign(let sign, let unit): .unknownSign(sign, offset: at(unit))
        case .hiatus(let vowels, let unit): .hiatus(vowels, offset: at(unit))
        case .initialVowel(let vowel, let unit): .initialVowel(vowel, offset: at(unit))
        case .emptyPart(let unit): .emptyPart(offset: at(unit))
        case .article(let unit): .article(offset: at(unit))
        case .ezafe(let unit): .ezafe(offset: at(unit))
        case .unknownMark(let mark, let unit): .unknownMark(mark, offset: at(unit))
        case .silentLetter(let unit): .silentLetter(offset: at(unit))
        case .empty, .unmarked: self
        }
    }
}
