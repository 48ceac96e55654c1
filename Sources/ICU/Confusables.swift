internal import CICU

/// Letters that look like others (UTS 39), such as a Cyrillic а in a Latin name.
public enum Confusables {
    /// A letter of another script that a reader would take for a Latin one.
    public struct LookAlike: Hashable, Sendable {
        /// The letter as it stands.
        public let scalar: Unicode.Scalar
        /// Where it stands, as a UTF-8 offset.
        public let offset: Int
        /// The Latin letter it looks like.
        public let latin: Unicode.Scalar
    }

    /// The skeleton of a text: two texts that look alike have the same one. It is for comparing, never for showing.
    public static func skeleton(of text: String) throws(ICUError) -> String {
        let bytes = Array(text.utf8)
        var capacity = bytes.count * 3 + 32
        while true {
            var out = [UInt8](repeating: 0, count: capacity)
            var written = 0
            let status = cicu_skeleton(bytes, bytes.count, &out, capacity, &written)
            if status == CICU_BUFFER_OVERFLOW {
                capacity = written + 1
                continue
            }
            try check(status, "confusables")
            return String(decoding: out[..<written], as: UTF8.self)
        }
    }

    /// Cyrillic, Greek and Armenian letters that look Latin and stand in one word with Latin letters.
    ///
    /// A word all in one script is left alone: «Москва» is no Latin name badly typed.
    /// - Complexity: linear; ICU is asked only about letters of those scripts.
    public static func mixedScriptLookAlikes(in text: String) throws(ICUError) -> [LookAlike] {
        var found: [LookAlike] = []
        var word: [LookAlike] = []
        var wordHasLatin = false
        var offset = 0
        for scalar in text.unicodeScalars {
            defer { offset += UTF8.width(scalar) }
            if scalar.isASCII && !scalar.properties.isAlphabetic || scalar.properties.isWhitespace {
                if wordHasLatin { found += word }
                word = []
                wordHasLatin = false
                continue
            }
            let script = Script(of: scalar)
            if script == .latin {
                wordHasLatin = true
            } else if script == .cyrillic || script == .greek || script == .armenian {
                if let latin = try latinLookAlike(of: scalar) { word.append(LookAlike(scalar: scalar, offset: offset, latin: latin)) }
            }
        }
        return wordHasLatin ? found + word : found
    }

    private static func latinLookAlike(of scalar: Unicode.Scalar) throws(ICUError) -> Unicode.Scalar? {
        let skeleton = try skeleton(of: String(scalar)).unicodeScalars
        guard let first = skeleton.first, skeleton.count == 1, Script(of: first) == .latin else { return nil }
        // Skeletons do not keep case: I and l share one. A capital that looks like l is an I.
        if scalar.properties.isUppercase && first == "l" { return "I" }
        return first
    }
}

extension UTF8 {
    /// How many bytes a scalar takes.
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case ..<0x80: 1
        case ..<0x800: 2
        case ..<0x10000: 3
        default: 4
        }
    }
}
