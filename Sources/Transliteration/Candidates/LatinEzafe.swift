/// The ezafe that Latin writes after a word: «Shahr-e Kord», «Darya-ye Khazar», «Takht-e-Jamshid».
enum LatinEzafe {
    private static let endings = ["-e", "-ye", "-i", "-yi"]

    /// A word with an ezafe inside as two, the first with its ezafe: «Takht-e-Jamshid» is «Takht-e» and «Jamshid»; any other word as it is.
    static func parted(_ word: Substring) -> [Substring] {
        for ending in endings {
            guard let range = word.firstRange(of: ending + "-"), range.lowerBound > word.startIndex, range.upperBound < word.endIndex else {
                continue
            }
            return [word[..<word.index(before: range.upperBound)]] + parted(word[range.upperBound...])
        }
        return [word]
    }

    /// The word without its ezafe; `nil` where it has none.
    static func stem(of word: String) -> String? {
        guard let ending = endings.first(where: word.hasSuffix), word.utf8.count > ending.utf8.count + 1 else { return nil }
        return String(word.dropLast(ending.count))
    }

    /// The reading with the ezafe as Persian writes it: a ye after a long vowel, nothing after a consonant or silent he.
    static func added(to reading: Reading) -> Reading? {
        let isWritten = reading.units.last == .vowel(.longA) || reading.units.last == .vowel(.longU)
        return try? Reading(units: reading.units + [.ezafe(isWritten ? .ye : .unwritten)])
    }
}
