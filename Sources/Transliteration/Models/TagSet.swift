/// One Persian letter, the sound that it stands for, and the Latin that spells it; or, of no letter, the vowel after a consonant.
struct Tag: Sendable {
    /// What the grammar of words looks at.
    struct Shape: Sendable {
        let letter: UInt8
        let kind: SoundTable.Kind
        let vowel: Vowel
        let doubled: Bool
        let beginsPart: Bool
    }

    /// The vowels that the grammar of words tells apart.
    enum Vowel: UInt8, Sendable {
        case none, short, shortE, longA, longI, longU, ey, ow, maksura, unwrittenA, other

        init(_ sound: String) {
            switch sound {
            case "": self = .none
            case "a", "o": self = .short
            case "e": self = .shortE
            case "ā": self = .longA
            case "ī": self = .longI
            case "ū": self = .longU
            case "ey": self = .ey
            case "ow": self = .ow
            case "á": self = .maksura
            case "â": self = .unwrittenA
            default: self = .other
            }
        }
    }

    var shape: Shape { Shape(letter: letter, kind: kind, vowel: Vowel(sound), doubled: doubled, beginsPart: beginsPart) }
    /// The letter's number, or `Tag.slot`.
    let letter: UInt8
    let kind: SoundTable.Kind
    /// The sound in the notation of readings.
    let sound: String
    /// Which sound of the table this is: equal for tags that differ in their Latin only.
    let soundID: Int
    let latin: [UInt8]
    let doubled: Bool
    /// Whether a part begins here, inside a word.
    let beginsPart: Bool
    /// How far down the table's list of spellings this one stands.
    let rank: Int

    static let slot: UInt8 = 254
}

/// Every tag that the table of sounds allows, numbered.
struct TagSet: Sendable {
    let tags: [Tag]
    let shapes: [Tag.Shape]
    let soundIDs: [Int]
    /// The numbers of the tags of each letter.
    let ofLetter: [[Int]]
    /// The numbers of the vowel slot's tags; the first is "no vowel".
    let slots: [Int]
    /// Sounds by number: letter, notation, whether it begins a part.
    let soundCount: Int

    static let standard = TagSet()

    private init() {
        var tags: [Tag] = []
        var sounds = 0
        func add(_ letter: UInt8, _ kind: SoundTable.Kind, _ sound: String, _ spellings: String, doubled: Bool, beginsPart: Bool) {
            var seen: Set<[UInt8]> = []
            var all = spellings.split(separator: " ").map { $0 == "_" ? [] : Array($0.utf8) }
            if kind == .consonant {
                let twice = all.filter { $0.count == 1 && $0 != Array("x".utf8) }.map { $0 + $0 }
                all = doubled ? [twice.first].compactMap { $0 } + all + twice.dropFirst() : all + twice
            }
            for (rank, latin) in all.enumerated() where seen.insert(latin).inserted {
                tags.append(
                    Tag(
                        letter: letter, kind: kind, sound: sound, soundID: sounds, latin: latin, doubled: doubled, beginsPart: beginsPart,
                        rank: rank))
            }
            sounds += 1
        }
        add(PersianLetters.space, .space, " ", "_", doubled: false, beginsPart: false)
        for row in SoundTable.consonants {
            let letter = PersianLetters.code(row.letter)
            add(letter, .consonant, row.sound, row.spellings, doubled: false, beginsPart: false)
            if row.spellings != "x" && !"عءئؤ".unicodeScalars.contains(row.letter) {
                add(letter, .consonant, row.sound + row.sound, row.spellings, doubled: true, beginsPart: false)
            }
        }
        for row in SoundTable.vowels + SoundTable.article {
            add(PersianLetters.code(row.letter), row.kind, row.sound, row.spellings, doubled: false, beginsPart: false)
        }
        for row in SoundTable.initials {
            add(PersianLetters.code(row.letter), row.kind, row.sound, row.spellings, doubled: false, beginsPart: false)
            add(PersianLetters.code(row.letter), row.kind, row.sound, row.spellings, doubled: false, beginsPart: true)
        }
        for row in SoundTable.slots { add(Tag.slot, .vowel, row.sound, row.spellings, doubled: false, beginsPart: false) }
        var ofLetter = [[Int]](repeating: [], count: PersianLetters.count)
        for (number, tag) in tags.enumerated() where tag.letter != Tag.slot { ofLetter[Int(tag.letter)].append(number) }
        self.tags = tags
        self.shapes = tags.map(\.shape)
        self.soundIDs = tags.map(\.soundID)
        self.ofLetter = ofLetter
        self.slots = tags.indices.filter { tags[$0].letter == Tag.slot }
        self.soundCount = sounds
    }
}
