internal import ICU
internal import NameText

/// What a name in a dictionary must be, and what in it is suspect.
struct NameCheck {
    private let vocabulary: Vocabulary?
    private let type: EntityType

    init(_ vocabulary: Vocabulary?, _ type: EntityType) {
        self.vocabulary = vocabulary
        self.type = type
    }

    /// Whether the name may stand; every problem with it is reported.
    func admits(_ text: String, _ problem: (EntityProblem.Kind) -> Void) -> Bool {
        if let refusal = Self.refusal(of: text) {
            problem(refusal)
            return false
        }
        if !text.unicodeScalars.allSatisfy(Self.isPlain) { reportSuspects(text, problem) }
        // Kept: Sardar and Mirza are titles, and names as well.
        if type == .person, holdsOnlyTitles(text) { problem(.onlyTitles(text)) }
        return true
    }

    /// Why a name may not stand in a dictionary, or nil where it may.
    static func refusal(of text: String) -> EntityProblem.Kind? {
        if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return .emptyName }
        if text.utf8.count > EntityParser.nameLimit, case let letters = text.unicodeScalars.count, letters > EntityParser.nameLimit {
            let beginning = EntityProblem.Kind.visible(String(text.unicodeScalars.prefix(30)))
            return .nameTooLong(letters: letters, limit: EntityParser.nameLimit, beginning: beginning)
        }
        return text.unicodeScalars.contains(where: isBase) ? nil : .noLetters(text)
    }

    /// Letters and signs of which no suspicion falls on the name: ASCII and the Arabic block, without its formatting characters.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0x621...0x6FF, 0x200C: true
        default: false
        }
    }

    private static func isBase(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "ء"..."غ", "ف"..."ي", "ٱ"..."ۓ": true
        case "\0"..."\u{7F}": false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    private func reportSuspects(_ text: String, _ problem: (EntityProblem.Kind) -> Void) {
        for scalar in text.unicodeScalars {
            if let name = Self.hidden(scalar) {
                problem(.hiddenCharacter(name, text: text))
                break
            }
        }
        if text.unicodeScalars.contains(where: { $0.properties.isEmojiPresentation }) { problem(.pictograph(text)) }
        if let found = try? Confusables.mixedScriptLookAlikes(in: text), !found.isEmpty {
            problem(.mixedScripts(text, lookAlikes: found.map { "\($0.scalar) that looks like Latin \($0.latin)" }))
        }
    }

    /// The name of a character that cannot be seen and does not belong in a name; the joiners do.
    private static func hidden(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: "the control character U+\(String(scalar.value, radix: 16, uppercase: true))"
        case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C:
            "the direction mark U+\(String(scalar.value, radix: 16, uppercase: true))"
        case 0xAD: "a soft hyphen"
        case 0xFEFF: "a byte-order mark"
        case 0x200B, 0x2060: "the invisible space U+\(String(scalar.value, radix: 16, uppercase: true))"
        default: nil
        }
    }

    private func holdsOnlyTitles(_ text: String) -> Bool {
        guard let vocabulary else { return false }
        let parts = Name(text, vocabulary).parts
        return !parts.isEmpty && parts.allSatisfy { $0.kind == .title || $0.kind == .honorific }
    }
}
