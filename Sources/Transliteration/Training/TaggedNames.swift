/// A name as the models learn it: letters, and the tags of one way to read and spell them.
struct TaggedName: Sendable {
    var letters: [UInt8]
    /// A letter's tag and, for consonants, its slot's.
    var tags: [Int]
    /// For each tag the place of its letter.
    var places: [Int]
    var weight: Float
    /// Whether reports count how the name is read: names of Iran, not the world's and not elements.
    var isMeasured = false
    /// Whether this is an element that is learnt as a name.
    var isElement = false

    init(letters: [UInt8], tags: [Int], places: [Int], weight: Float) {
        self.letters = letters
        self.tags = tags
        self.places = places
        self.weight = weight
    }

    /// A name by the tags of a path, a letter's and its slot's by turns.
    init(_ letters: [UInt8], _ path: [Int], weight: Float) {
        self.init(letters: letters, tags: [], places: [], weight: weight)
        var open = false
        for (index, tag) in path.enumerated() {
            if index % 2 == 0 {
                let kind = TagSet.standard.shapes[tag].kind
                open = kind == .consonant || kind == .lam
            } else if !open {
                continue
            }
            tags.append(tag)
            places.append(index / 2)
        }
    }

    /// The same name with another weight.
    func weighing(_ weight: Float) -> TaggedName {
        var name = self
        name.weight = weight
        return name
    }

    /// The fold of cross-validation that the name is held out in: names that are spelt alike but for spaces share one.
    var fold: Int {
        let spelling = letters.filter { $0 != PersianLetters.space }
        return Int(spelling.reduce(UInt32(7)) { ($0 ^ UInt32($1)) &* 16_777_619 } >> 7) % ModelTraining.folds
    }

    /// Every spelling of every line that is not held out, aligned to its reading.
    static func names(of lines: [NameTableLine], aligner: ReadingAligner, weight: (NameTableLine, Int) -> Float) -> [TaggedName] {
        var names: [TaggedName] = []
        for line in lines where !line.heldOut && weight(line, 1) > 0 {
            guard let sounds = LetterSounds(line.reading) else { continue }
            for spelling in line.latin {
                let (latin, breaks) = LatinLetters.folded(spelling.latin)
                guard let path = aligner.path(sounds.letters, latin, breaks: breaks, sounds: sounds.sounds) else { continue }
                var name = TaggedName(sounds.letters, path.tags, weight: weight(line, spelling.count))
                name.isMeasured = [.given, .family, .name].contains(line.kind) && line.source != "wikidata-af"
                names.append(name)
            }
        }
        return names
    }
}
