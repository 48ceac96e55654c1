/// The ways in which one word may be written, best first, in arrays that are used again.
struct WordChoices: Sendable {
    /// Where the reading behind a choice is, which is put together only when it is asked for.
    enum Source: Sendable {
        case none
        /// An entry of the lexicon.
        case entry(Int)
        /// Letters with their sounds.
        case spelled(Range<Int>)
        /// A reading that was put together of others.
        case made(Reading)
    }

    /// A letter, its sound, that of the slot after it, and whether a joiner stands before it.
    struct SpelledLetter: Sendable {
        var letter: UInt8
        var sound: UInt8
        var slot: UInt8
        var isJoined = false
    }

    /// One way.
    struct Choice: Sendable {
        /// Where its text is, as UTF-8.
        var text: Range<Int>
        var score: Double
        var source: Source
    }

    /// The word as it was given, and the punctuation around it, as it is to be written.
    var given = ""
    var before = ""
    var after = ""
    /// An apostrophe that was taken for ayn or hamza at the word's start and end.
    var apostrophes: (start: Character?, end: Character?) = (nil, nil)
    var origin = Candidate.Origin.copied
    /// The texts of all choices.
    var texts: [UInt8] = []
    private(set) var choices: [Choice] = []
    private(set) var spelled: [SpelledLetter] = []

    mutating func removeAll() {
        given = ""
        before = ""
        after = ""
        apostrophes = (nil, nil)
        origin = .copied
        texts.removeAll(keepingCapacity: true)
        choices.removeAll(keepingCapacity: true)
        spelled.removeAll(keepingCapacity: true)
    }

    /// Takes over another word's choices, but not the punctuation around it.
    mutating func fill(from other: borrowing WordChoices) {
        given = other.given
        origin = other.origin
        texts.removeAll(keepingCapacity: true)
        choices.removeAll(keepingCapacity: true)
        spelled.removeAll(keepingCapacity: true)
        texts.append(contentsOf: other.texts)
        choices.append(contentsOf: other.choices)
        spelled.append(contentsOf: other.spelled)
    }

    /// Gives the first letter of every choice a capital.
    mutating func capitalize() {
        for choice in choices where !choice.text.isEmpty {
            let byte = texts[choice.text.lowerBound]
            if UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte { texts[choice.text.lowerBound] = byte - 32 }
        }
    }

    /// Ends a choice: its text is what was appended to `texts` since the last one.
    mutating func close(_ score: Double, _ source: Source) {
        let start = choices.last?.text.upperBound ?? 0
        choices.append(Choice(text: start..<texts.count, score: score, source: source))
    }

    /// What `text` says, and nothing else.
    mutating func copy(_ text: String) {
        origin = .copied
        texts.append(contentsOf: text.utf8)
        close(1, .none)
    }

    /// Remembers letters with their sounds, two a letter.
    mutating func spell(_ letters: some Collection<UInt8>, _ sounds: [Int], joiners: Set<Int> = []) -> Source {
        let start = spelled.count
        for (place, letter) in letters.enumerated() {
            spelled.append(
                SpelledLetter(
                    letter: letter, sound: UInt8(sounds[2 * place]), slot: UInt8(sounds[2 * place + 1]), isJoined: joiners.contains(place)))
        }
        return .spelled(start..<spelled.count)
    }

    /// Remembers letters with the tags of a way through the lattice.
    mutating func spell(_ letters: [UInt8], tags: [UInt16], joiners: Set<Int>) -> Source {
        let set = TagSet.standard
        let start = spelled.count
        let openSlot = UInt8(LetterSounds.openSlot)
        for tag in tags {
            let sound = UInt8(truncatingIfNeeded: set.soundIDs[Int(tag)])
            if set.shapes[Int(tag)].letter == Tag.slot {
                spelled[spelled.count - 1].slot = sound
            } else {
                let place = spelled.count - start
                spelled.append(SpelledLetter(letter: letters[place], sound: sound, slot: openSlot, isJoined: joiners.contains(place)))
            }
        }
        return .spelled(start..<spelled.count)
    }

    /// The reading behind a choice, where one is known.
    func reading(of choice: Choice, _ names: NameLexicon) -> Reading? {
        switch choice.source {
        case .none: nil
        case .entry(let entry): names.reading(of: entry)
        case .spelled(let range): spelled[range].reading
        case .made(let reading): reading
        }
    }

    /// Joins the choices of the same text, orders them, and keeps the likeliest `limit`.
    mutating func merge(limit: Int) {
        var merged: [Choice] = []
        for choice in choices {
            if let known = merged.firstIndex(where: { texts[$0.text] == texts[choice.text] }) {
                merged[known].score += choice.score
            } else {
                merged.append(choice)
            }
        }
        if merged.count > 1 { merged.sort { $0.score > $1.score } }
        if merged.count > limit { merged.removeLast(merged.count - limit) }
        choices = merged
    }
}

extension Collection<WordChoices.SpelledLetter> {
    /// The reading that the letters and sounds make.
    var reading: Reading? {
        var letters: [UInt8] = [], sounds: [Int] = [], joiners: Set<Int> = []
        for spelled in self {
            if spelled.isJoined { joiners.insert(letters.count) }
            letters.append(spelled.letter)
            sounds.append(Int(spelled.sound))
            sounds.append(Int(spelled.slot))
        }
        return ReadingBuilder.reading(letters, sounds, joiners: joiners)
    }
}
