/// A name as the models learn it: letters, and the tags of one way to read and spell them.
struct TaggedName: Sendable {
    var letters: [UInt8]
    /// A letter's tag and, for consonants, its slot's.
    var tags: [Int]
    /// For each tag the place of its letter.
    var places: [Int]
    var weight: Float

    /// Every spelling of every line that is not held out, aligned to its reading.
    static func names(of lines: [NameTableLine], aligner: ReadingAligner, weight: (NameTableLine, Int) -> Float) -> [TaggedName] {
        var names: [TaggedName] = []
        let set = aligner.set
        for line in lines where !line.heldOut && weight(line, 1) > 0 {
            guard let sounds = LetterSounds(line.reading) else { continue }
            for spelling in line.latin {
                let (latin, breaks) = LatinLetters.folded(spelling.latin)
                guard let path = aligner.path(sounds.letters, latin, breaks: breaks, sounds: sounds.sounds) else { continue }
                var name = TaggedName(letters: sounds.letters, tags: [], places: [], weight: weight(line, spelling.count))
                var open = false
                for (index, tag) in path.tags.enumerated() {
                    if index % 2 == 0 {
                        open = set.tags[tag].kind == .consonant || set.tags[tag].kind == .lam
                    } else if !open {
                        continue
                    }
                    name.tags.append(tag)
                    name.places.append(index / 2)
                }
                names.append(name)
            }
        }
        return names
    }
}
