/// Puts a reading together from the sounds of letters.
enum ReadingBuilder {
    /// The reading of `letters` with two sounds a letter; `nil` when Persian cannot write it so.
    static func reading(_ letters: [UInt8], _ sounds: [Int], beginsPart: [Bool]? = nil, joiners: Set<Int> = []) -> Reading? {
        var units: [Reading.Unit] = []
        units.reserveCapacity(letters.count * 2 + 2)
        for (place, letter) in letters.enumerated() {
            let sound = table[sounds[2 * place]]
            if place > 0, letter != PersianLetters.space, sound.kind != .space {
                let silentHe = table[sounds[2 * place - 2]].kind == .silentHe
                if silentHe || joiners.contains(place) {
                    units.append(.boundary(.joiner))
                } else if sound.beginsPart || sound.kind == .article || beginsPart?[place] == true {
                    let afterArticle = units.last?.endsSegment == true
                    // A letter that joins would hide the article and آ: «شمس‌الدین» beside «ناصرالدین», «حسین‌آباد» beside «نصرآباد».
                    let opensAlef = sound.kind == .article || letter == WordShape.alef && sound.units.first == .vowel(.longA)
                    let isHidden = opensAlef && PersianLetters.joins(letters[place - 1])
                    if !afterArticle { units.append(.boundary(isHidden ? .joiner : .solid)) }
                }
            }
            switch sound.kind {
            case .article:
                // After abo(v) the article's own vowel is not heard.
                let before = units.dropLast().last
                if before != .silent(.vav) && before != .vowel(.longU) { units += sound.units }
            case .lam:
                let next = place + 1 < letters.count ? table[sounds[2 * place + 2]].units.first?.letter : nil
                units.append(.boundary(next.map(isSunLetter) == true ? .assimilatedArticle : .article))
            case .consonant where letter == WordShape.yeh && units.last?.endsSegment == false && isLongI(at: place, letters, sounds):
                units.append(.vowel(.longI))
            // After the article a vowel has an alef of its own.
            case .vowel where units.last == .boundary(.article) || units.last == .boundary(.assimilatedArticle): return nil
            default: units += sound.units
            }
            units += table[sounds[2 * place + 1]].units
        }
        return try? Reading(units: units)
    }

    /// Whether the y at `place` is the end of an ī that a short vowel follows: «مرضیه» is marżīe(h), «امنیت» amnīat, but «مریم» maryam.
    private static func isLongI(at place: Int, _ letters: [UInt8], _ sounds: [Int]) -> Bool {
        let slot = sounds[2 * place + 1]
        guard place > 0, slot == LetterSounds.slotA || slot == LetterSounds.slotE, table[sounds[2 * place]].units.count == 1 else {
            return false
        }
        let isEnd = place + 2 == letters.count && (table[sounds[2 * place + 2]].kind == .silentHe || letters[place + 1] == WordShape.te)
        guard isEnd else { return false }
        let before = table[sounds[2 * place - 2]]
        guard before.kind == .consonant, sounds[2 * place - 1] == LetterSounds.openSlot else { return false }
        if case .doubled = table[sounds[2 * place]].units[0] { return false }
        return letters[place - 1] != WordShape.yeh
    }

    static func isSunLetter(_ letter: Reading.Letter) -> Bool {
        switch letter {
        case .te, .se, .dal, .zal, .re, .ze, .sin, .shin, .sad, .zad, .ta, .za, .nun: true
        default: false
        }
    }

    private struct Sound {
        var kind: SoundTable.Kind
        var beginsPart: Bool
        var units: [Reading.Unit]
    }

    private static let table: [Sound] = {
        let set = TagSet.standard
        var table = [Sound?](repeating: nil, count: set.soundCount)
        for tag in set.tags where table[tag.soundID] == nil {
            table[tag.soundID] = Sound(kind: tag.kind, beginsPart: tag.beginsPart, units: units(of: tag))
        }
        return table.compactMap { $0 }
    }()

    private static func units(of tag: Tag) -> [Reading.Unit] {
        switch tag.sound {
        case "": return []
        case " ": return [.boundary(.space)]
        case "(v)": return [.silent(.vav)]
        case "(h)": return [.silent(.he)]
        case "o(v)": return [.vowel(.o), .silent(.vav)]
        case "ow": return [.vowel(.o), .consonant(.glide)]
        case "á": return [.vowel(.maksura)]
        case "â": return [.vowel(.unwrittenA)]
        default:
            guard let reading = try? Reading(tag.sound) else { preconditionFailure("no reading: \(tag.sound)") }
            return reading.units
        }
    }
}
