internal import Lexicon

/// Tells ا from آ at the start of a name whose source writes both ا.
struct InitialAlef: Sendable {
    /// Folded stems, and whether each begins with آ.
    private var stems: [[UInt8]: Bool] = [:]
    private var longest = 0

    /// No stems: nothing is told.
    init() {}

    /// The stems of a table: stem, sound, source.
    init(path: String) throws(TableError) {
        let table = try TableFile(path: path, columns: ["stem", "sound", "source"])
        for row in table.rows {
            let letters = PersianLetters.codes(of: row[0])
            stems[letters] = row[1] == "ā"
            longest = max(longest, letters.count)
        }
    }

    /// Whether the segment that starts at `place` starts with آ; `nil` when no stem tells.
    func isLong(_ letters: [UInt8], at place: Int) -> Bool? {
        for length in stride(from: min(longest, letters.count - place), through: 2, by: -1) {
            if let long = stems[Array(letters[place..<place + length])] { return long }
        }
        return nil
    }

    /// The sounds with ا and آ told apart wherever a segment starts.
    func applied(to sounds: LetterSounds) -> LetterSounds {
        var told = sounds
        for place in sounds.letters.indices where sounds.letters[place] == WordShape.alef {
            let starts = place == 0 || sounds.letters[place - 1] == PersianLetters.space
            if starts, let long = isLong(sounds.letters, at: place) {
                if long && told.sounds[2 * place] == LetterSounds.initialA { told.sounds[2 * place] = LetterSounds.initialLongA }
                if !long && told.sounds[2 * place] == LetterSounds.initialLongA { told.sounds[2 * place] = LetterSounds.initialA }
            } else if !starts, place >= 2, sounds.letters[place...].starts(with: Self.abad), sounds.letters.count - place <= 5,
                sounds.sounds[2 * place] == LetterSounds.longA
            {
                // «بیدآبادی», from a place's name.
                told.sounds[2 * place] = LetterSounds.insideLongA
            }
        }
        return told
    }

    private static let abad = PersianLetters.codes(of: "آباد")
}
