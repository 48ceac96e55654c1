/// A Latin spelling as Persian hears it, where that is not what the letters say to one who reads names of Iran.
struct LatinHearing: Equatable, Sendable {
    var letters: [UInt8]
    /// The places in them before which a space or hyphen stood.
    var breaks: [Int]
    /// How likely it is that this is meant.
    var share = 1.0

    /// How often an x after the first letter is ks, as in the world's names, and not the kh of Azerbaijan and Kurdistan.
    private static let shareOfKs = 0.6
    /// How often s and a consonant begin a word of another language, before which Persian puts a vowel: «استیون», Steven.
    private static let shareOfVowel = 0.7

    /// The ways in which a word may be heard: mostly one, its letters as they are.
    static func hearings(of letters: [UInt8], breaks: [Int]) -> [LatinHearing] {
        var hearings = [LatinHearing(letters: letters, breaks: breaks)]
        if letters.dropFirst().contains(x) { hearings += hearings.map { $0.writingOutX() } }
        if letters.count > 2, letters[0] == s, closing.contains(letters[1]) { hearings += hearings.map { $0.openingWithVowel() } }
        if hearings.count > 1 {
            let total = hearings.reduce(0) { $0 + $1.share }
            for index in hearings.indices { hearings[index].share /= total }
        }
        return hearings
    }

    private static let x = UInt8(ascii: "x"), s = UInt8(ascii: "s")
    /// Consonants that follow an s in no Persian syllable.
    private static let closing: Set<UInt8> = Set("ptkcqmnlw".utf8)

    /// With ks for every x after the first letter.
    private func writingOutX() -> LatinHearing {
        var written = LatinHearing(letters: [], breaks: [], share: share * Self.shareOfKs / (1 - Self.shareOfKs))
        for (place, letter) in letters.enumerated() {
            if breaks.contains(place) { written.breaks.append(written.letters.count) }
            written.letters += place > 0 && letter == Self.x ? Array("ks".utf8) : [letter]
        }
        return written
    }

    /// With an e before the first letter.
    private func openingWithVowel() -> LatinHearing {
        LatinHearing(
            letters: [UInt8(ascii: "e")] + letters, breaks: breaks.map { $0 + 1 },
            share: share * Self.shareOfVowel / (1 - Self.shareOfVowel))
    }
}
