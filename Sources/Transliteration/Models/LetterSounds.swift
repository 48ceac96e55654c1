/// A reading as the models see it: folded letters, and for each the numbers of its sound and of the vowel after it.
struct LetterSounds: Hashable, Sendable {
    var letters: [UInt8] = []
    /// Two a letter: the letter's own sound, then its vowel slot's.
    var sounds: [Int] = []
    /// Whether a joiner or solid boundary stands before the letter.
    var beginsPart: [Bool] = []

    init(letters: [UInt8], sounds: [Int]) {
        self.letters = letters
        self.sounds = sounds
        self.beginsPart = [Bool](repeating: false, count: letters.count)
    }

    /// `nil` when the reading holds what the table of sounds lacks: tanvin, silent alef, ezafe.
    init?(_ reading: Reading) {
        var units = reading.units[...]
        var atStart = true, begins = false, afterSpace = true
        while let unit = units.popFirst() {
            let next = units.first
            switch unit {
            case .boundary(.space):
                add(PersianLetters.space, .space, " ", false)
                (atStart, begins, afterSpace) = (true, false, true)
                continue
            case .boundary(.joiner), .boundary(.solid):
                (atStart, begins, afterSpace) = (true, true, false)
                continue
            case .boundary(.article), .boundary(.assimilatedArticle):
                guard atStart else { return nil }
                add(WordShape.alef, .article, "o", begins)
                add(WordShape.lam, .lam, "l", false)
                // A vowel after the article has an alef of its own: «ابوالاعلی».
                let opensVowel = if case .vowel = next { true } else { false }
                (atStart, begins, afterSpace) = (opensVowel, opensVowel, false)
                continue
            case .vowel(let vowel):
                if atStart {
                    if case .boundary(.article) = next { continue }
                    if case .boundary(.assimilatedArticle) = next { continue }
                    guard start(vowel, &units, inside: !afterSpace, begins) else { return nil }
                } else if !inner(vowel, &units) {
                    return nil
                }
            case .consonant(.alefHamzaAbove) where !atStart && sounds.last == Self.slotA:
                // مأمور, most often written مامور: after a, the models hear both as ā.
                sounds[sounds.count - 1] = Self.openSlot
                add(WordShape.alef, .vowel, "ā", false)
            case .consonant(let letter):
                guard let code = PersianLetters.folded(letter.persian) else { return nil }
                if letter == .glide || letter == .teMarbuta { return nil }
                add(code, .consonant, letter.sign, begins)
            case .doubled(let letter):
                guard let code = PersianLetters.folded(letter.persian) else { return nil }
                add(code, .consonant, letter.sign + letter.sign, begins)
            case .silent(.vav): add(WordShape.vav, .silent, "(v)", false)
            case .silent(.he): add(WordShape.he, .silentHe, "(h)", false)
            case .silent, .ezafe: return nil
            }
            (atStart, begins, afterSpace) = (false, false, false)
        }
        guard !sounds.contains(Self.missing), !letters.isEmpty else { return nil }
    }

    private static let missing = -1

    private static let numbers: [String: Int] = {
        var numbers: [String: Int] = [:]
        for tag in TagSet.standard.tags { numbers["\(tag.letter) \(tag.kind) \(tag.sound) \(tag.beginsPart)"] = tag.soundID }
        // The x of کس is the same sound in another spelling; keep the plain one.
        for tag in TagSet.standard.tags where tag.latin != Array("x".utf8) {
            numbers["\(tag.letter) \(tag.kind) \(tag.sound) \(tag.beginsPart)"] = tag.soundID
        }
        return numbers
    }()

    private static func slot(_ sound: String) -> Int { numbers["\(Tag.slot) vowel \(sound) false"] ?? missing }
    static let openSlot = slot("")
    static let slotA = slot("a")
    static let slotE = slot("e")
    static let initialA = number(WordShape.alef, .initial, "a", false)
    static let initialLongA = number(WordShape.alef, .initial, "ā", false)
    static let insideLongA = number(WordShape.alef, .initial, "ā", true)
    static let longA = number(WordShape.alef, .vowel, "ā", false)

    /// The number of a sound of a letter.
    static func number(_ letter: UInt8, _ kind: SoundTable.Kind, _ sound: String, _ inside: Bool) -> Int {
        numbers["\(letter) \(kind) \(sound) \(inside)"] ?? missing
    }

    private mutating func add(_ letter: UInt8, _ kind: SoundTable.Kind, _ sound: String, _ begins: Bool) {
        let inside = begins && (kind == .initial || kind == .carrier)
        letters.append(letter)
        sounds.append(Self.number(letter, kind, sound, inside))
        sounds.append(Self.openSlot)
        beginsPart.append(begins)
    }

    /// A vowel at the start of a segment; `inside` when the segment does not follow a space.
    private mutating func start(_ vowel: Reading.Vowel, _ units: inout ArraySlice<Reading.Unit>, inside: Bool, _ begins: Bool) -> Bool {
        let next = units.first, second = units.dropFirst().first
        switch vowel {
        case .o where next == .consonant(.glide):
            add(WordShape.alef, .carrier, "", begins)
            add(WordShape.vav, .vowel, "ow", false)
            units.removeFirst()
        case .o where next == .silent(.vav):
            add(WordShape.alef, .carrier, "", begins)
            add(WordShape.vav, .vowel, "o(v)", false)
            units.removeFirst()
        case .e where next == .consonant(.ye) && !Self.isVowel(second):
            add(WordShape.alef, .carrier, "", begins)
            add(WordShape.yeh, .vowel, "ey", false)
            units.removeFirst()
        case .a, .e, .o: add(WordShape.alef, .initial, vowel.sign, begins)
        case .longA: add(WordShape.alef, .initial, "ā", begins)
        case .longI:
            add(WordShape.alef, .carrier, "", begins)
            add(WordShape.yeh, .vowel, "ī", false)
        case .longU:
            add(WordShape.alef, .carrier, "", begins)
            add(WordShape.vav, .vowel, "ū", false)
        case .madda, .unwrittenA, .maksura, .tanvinA, .tanvinE, .tanvinO: return false
        }
        return true
    }

    private mutating func inner(_ vowel: Reading.Vowel, _ units: inout ArraySlice<Reading.Unit>) -> Bool {
        let next = units.first, second = units.dropFirst().first
        switch vowel {
        case .o where next == .consonant(.glide):
            add(WordShape.vav, .vowel, "ow", false)
            units.removeFirst()
        case .o where next == .silent(.vav):
            add(WordShape.vav, .vowel, "o(v)", false)
            units.removeFirst()
        case .e where next == .consonant(.ye) && !Self.isVowel(second):
            add(WordShape.yeh, .vowel, "ey", false)
            units.removeFirst()
        case .a, .e, .o, .unwrittenA: sounds[sounds.count - 1] = Self.slot(vowel.sign)
        case .longA: add(WordShape.alef, .vowel, "ā", false)
        // ī before a vowel that is not ā (اسلامیه, کیومرث) is to the models the y that is heard between.
        case .longI where Self.isVowel(next) && next != .vowel(.longA): add(WordShape.yeh, .consonant, "y", false)
        case .longI: add(WordShape.yeh, .vowel, "ī", false)
        case .longU: add(WordShape.vav, .vowel, "ū", false)
        case .maksura: add(WordShape.yeh, .vowel, "á", false)
        case .madda: add(WordShape.alef, .initial, "ā", true)
        case .tanvinA, .tanvinE, .tanvinO: return false
        }
        return true
    }

    private static func isVowel(_ unit: Reading.Unit?) -> Bool {
        if case .vowel = unit { true } else { false }
    }
}
