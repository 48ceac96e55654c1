internal import Lexicon

/// The trained models: Persian words into readings and spellings, Latin words into Persian spellings.
struct ReadingModels: Sendable {
    let persian: PersianReader?
    let latin: LatinReader?

    init(_ archive: Archive) {
        persian = PersianReader(archive)
        latin = LatinReader(archive)
    }
}

/// One way to write a word in the other script, from a model.
struct WrittenWord: Sendable {
    /// Lower-case Latin letters, or the numbers of Persian ones.
    var letters: [UInt8]
    var share: Double
    /// Two sounds a letter, from the best of the ways that give this spelling.
    var sounds: [Int]
}

extension PersianReader {
    /// A word with vowel marks is read more broadly, since most readings will not agree with the marks.
    private func bounds(marked: Bool, limit: Int) -> BeamSearch.Bounds {
        marked
            ? BeamSearch.Bounds(width: 160, threshold: 20)
            : BeamSearch.Bounds(width: limit > 1 ? 12 : 6, threshold: threshold)
    }

    /// The ways to spell a word in Latin, the shares of the readings that give the same spelling added up, best first.
    func spellings(_ letters: [UInt8], limit: Int, marked word: String? = nil, on desk: inout ReadingDesk) -> [WrittenWord] {
        read(letters, on: &desk, bounds(marked: word != nil, limit: limit))
        var ways = desk.beam.ends
        if let word {
            // Where the marks agree with nothing that the model can think of, they are let be.
            var agreeing: [BeamSearch.End] = []
            for way in ways where ReadingBuilder.reading(letters, sounds(of: way, on: &desk))?.admits(word) == true { agreeing.append(way) }
            if !agreeing.isEmpty { ways = agreeing }
        }
        guard let best = ways.first?.score else { return [] }
        var words: [WrittenWord] = []
        var total = 0.0
        let set = TagSet.standard
        for way in ways {
            let share = Double(exponential((way.score - best) / temperature))
            total += share
            follow(way, on: &desk)
            var latin: [UInt8] = []
            for tag in desk.tags { latin += set.tags[Int(tag)].latin }
            if let known = words.firstIndex(where: { $0.letters == latin }) {
                words[known].share += share
            } else {
                words.append(WrittenWord(letters: latin, share: share, sounds: Self.sounds(desk.tags)))
            }
        }
        return words.ranked(limit, of: total)
    }

    /// The readings of a word, the shares of their spellings added up, best first.
    func readings(_ letters: [UInt8], limit: Int, marked word: String? = nil, on desk: inout ReadingDesk) -> [(
        reading: Reading, share: Double
    )] {
        read(letters, on: &desk, bounds(marked: word != nil, limit: 5))
        guard let best = desk.beam.ends.first?.score else { return [] }
        var order: [Reading] = []
        var shares: [Reading: Double] = [:]
        for way in desk.beam.ends {
            guard let reading = ReadingBuilder.reading(letters, sounds(of: way, on: &desk)) else { continue }
            if shares[reading] == nil { order.append(reading) }
            shares[reading, default: 0] += Double(exponential((way.score - best) / temperature))
        }
        if let word {
            let agreeing = order.filter { $0.admits(word) }
            if !agreeing.isEmpty { order = agreeing }
        }
        let total = order.reduce(0) { $0 + (shares[$1] ?? 0) }
        return order.map { ($0, (shares[$0] ?? 0) / total) }.sorted { $0.1 > $1.1 }.prefix(limit).map { $0 }
    }

    private func sounds(of way: BeamSearch.End, on desk: inout ReadingDesk) -> [Int] {
        follow(way, on: &desk)
        return Self.sounds(desk.tags)
    }

    /// Two sounds a letter from tags that leave out closed slots.
    static func sounds(_ tags: [UInt16]) -> [Int] {
        let set = TagSet.standard
        var sounds: [Int] = []
        sounds.reserveCapacity(tags.count * 2)
        for tag in tags {
            if set.shapes[Int(tag)].letter == Tag.slot {
                sounds[sounds.count - 1] = set.soundIDs[Int(tag)]
            } else {
                sounds.append(set.soundIDs[Int(tag)])
                sounds.append(LetterSounds.openSlot)
            }
        }
        return sounds
    }
}

extension LatinReader {
    /// The ways to spell a word in Persian, best first.
    func spellings(_ latin: [UInt8], breaks: [Int], limit: Int, on desk: inout ReadingDesk) -> [WrittenWord] {
        write(Self.codes(latin, breaks: breaks), on: &desk, BeamSearch.Bounds(width: limit > 1 ? 24 : 8, threshold: threshold))
        var words: [WrittenWord] = []
        var total = 0.0
        var best: Float?
        for way in desk.beam.ends {
            let letters = letters(of: way, on: &desk)
            if letters.isEmpty { continue }
            let share = Double(exponential((way.score - (best ?? way.score)) / temperature))
            best = best ?? way.score
            total += share
            if let known = words.firstIndex(where: { $0.letters == letters }) {
                words[known].share += share
            } else {
                words.append(WrittenWord(letters: letters, share: share, sounds: []))
            }
        }
        return words.ranked(limit, of: total)
    }
}

extension [WrittenWord] {
    /// The likeliest, with their shares of the whole.
    fileprivate func ranked(_ limit: Int, of total: Double) -> [WrittenWord] {
        var words = sorted { $0.share > $1.share }
        if words.count > limit { words.removeLast(words.count - limit) }
        for index in words.indices { words[index].share /= total }
        return words
    }
}
