/// The consonants of a name as an ear hears them, the same from either script: "Jahromi" and «جهرمی» are both j r m.
///
/// Vowels, glides and h, which the scripts write so differently, leave nothing but a mark for a vowel in front. Coarse on purpose: it
/// makes keys for an index, never a score by itself.
enum NameSkeleton {
    /// The skeleton of a folded Persian word; empty when it holds a letter that is none of the alphabet.
    static func persian(_ word: Word) -> [UInt8] {
        var skeleton: [UInt8] = []
        for (index, scalar) in word.text.unicodeScalars.enumerated() {
            guard let sound = persianSounds[scalar] else { return [] }
            if index == 0, scalar == "ا" || scalar == "ع" { skeleton.append(vowel) }
            append(sound, to: &skeleton)
        }
        return skeleton
    }

    /// The skeletons that a Latin spelling may have, at most six: "Michael" is m c l and m k l.
    static func latin(_ letters: [UInt8]) -> [[UInt8]] {
        var skeletons: [[UInt8]] = [[]]
        var at = 0
        if let first = letters.first, "aeiou".utf8.contains(first) { skeletons[0].append(vowel) }
        while at < letters.count {
            let (width, sounds) = sounds(letters, at)
            at += width
            var next: [[UInt8]] = []
            for sound in sounds {
                for skeleton in skeletons where next.count < 6 {
                    var longer = skeleton
                    append(sound, to: &longer)
                    if !next.contains(longer) { next.append(longer) }
                }
            }
            skeletons = next
        }
        return skeletons
    }

    /// Consonants in a skeleton.
    static func count(_ skeleton: [UInt8]) -> Int { skeleton.count - (skeleton.first == vowel ? 1 : 0) }

    private static let vowel = UInt8(ascii: "A")

    private static func append(_ sound: UInt8, to skeleton: inout [UInt8]) {
        if sound != 0, skeleton.last != sound { skeleton.append(sound) }
    }

    private static let persianSounds: [Unicode.Scalar: UInt8] = {
        var sounds: [Unicode.Scalar: UInt8] = [:]
        for (sound, letters) in [
            ("b", "ب"), ("p", "پ"), ("t", "تط"), ("s", "سصث"), ("j", "جژ"), ("c", "چ"), ("x", "خ"), ("d", "د"), ("z", "زذضظ"), ("r", "ر"),
            ("S", "ش"), ("q", "قغ"), ("f", "ف"), ("k", "ک"), ("g", "گ"), ("l", "ل"), ("m", "م"), ("n", "ن"),
        ] {
            for letter in letters.unicodeScalars { sounds[letter] = sound.utf8.first! }
        }
        for silent in "اعهحیو".unicodeScalars { sounds[silent] = 0 }
        return sounds
    }()

    /// The letters that are one sound at a place, and what it may be; 0 is nothing.
    private static func sounds(_ letters: [UInt8], _ at: Int) -> (width: Int, sounds: [UInt8]) {
        for (spelling, sounds) in groups where letters[at...].starts(with: spelling) { return (spelling.count, sounds) }
        let next = at + 1 < letters.count ? letters[at + 1] : 0
        let isSoft = "eiy".utf8.contains(next)
        switch letters[at] {
        case UInt8(ascii: "c"): return (1, isSoft ? [UInt8(ascii: "s"), UInt8(ascii: "c")] : [UInt8(ascii: "k")])
        case UInt8(ascii: "g"): return (1, isSoft ? [UInt8(ascii: "g"), UInt8(ascii: "j")] : [UInt8(ascii: "g")])
        case UInt8(ascii: "j"): return (1, [UInt8(ascii: "j"), 0])
        case UInt8(ascii: "q"): return (1, [UInt8(ascii: "q"), UInt8(ascii: "k")])
        case UInt8(ascii: "x"): return (1, [UInt8(ascii: "k")])
        case UInt8(ascii: "s") where at > 0 && "aeiouy".utf8.contains(next) && "aeiouy".utf8.contains(letters[at - 1]):
            return (1, [UInt8(ascii: "s"), UInt8(ascii: "z")])
        case let letter where "bdfklmnprstz".utf8.contains(letter): return (1, [letter])
        default: return (1, [0])
        }
    }

    // Longest first.
    private static let groups: [(spelling: [UInt8], sounds: [UInt8])] = [
        ("sch", "S"), ("tch", "c"), ("dge", "j"), ("ch", "ckS"), ("sh", "S"), ("kh", "xk"), ("gh", "qg0"), ("ph", "f"), ("zh", "j"),
        ("dj", "j"),
        ("ck", "k"), ("th", "ts"), ("qu", "k"),
    ].map { (Array($0.0.utf8), $0.1.utf8.map { $0 == UInt8(ascii: "0") ? 0 : $0 }) }
}
