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
    /// The ways to spell a word in Latin, the shares of the readings that give the same spelling added up, best first.
    func spellings(_ letters: [UInt8], limit: Int, marked word: String? = nil) -> [WrittenWord] {
        var ways = read(letters, width: word != nil ? 160 : limit > 1 ? 12 : 6, threshold: word != nil ? 20 : nil)
        if let word {
            // Where the marks agree with nothing that the model can think of, they are let be.
            let agreeing = ways.filter { ReadingBuilder.reading(letters, Self.sounds($0.tags))?.admits(word) == true }
            if !agreeing.isEmpty { ways = agreeing }
        }
        return grouped(ways, limit: limit) { way in
            var latin: [UInt8] = []
            for tag in way.tags { latin += TagSet.standard.tags[tag].latin }
            return latin
        }
    }

    /// The readings of a word, the shares of their spellings added up, best first.
    func readings(_ letters: [UInt8], limit: Int, marked word: String? = nil) -> [(reading: Reading, share: Double)] {
        let ways = read(letters, width: word != nil ? 160 : 12, threshold: word != nil ? 20 : nil)
        guard let best = ways.first?.score else { return [] }
        var order: [Reading] = []
        var shares: [Reading: Double] = [:]
        for way in ways {
            guard let reading = ReadingBuilder.reading(letters, Self.sounds(way.tags)) else { continue }
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

    private func grouped(_ ways: [Way], limit: Int, _ key: (Way) -> [UInt8]) -> [WrittenWord] {
        guard let best = ways.first?.score else { return [] }
        var words: [WrittenWord] = []
        var total = 0.0
        for way in ways {
            let share = Double(exponential((way.score - best) / temperature))
            total += share
            let letters = key(way)
            if let known = words.firstIndex(where: { $0.letters == letters }) {
                words[known].share += share
            } else {
                words.append(WrittenWord(letters: letters, share: share, sounds: Self.sounds(way.tags)))
            }
        }
        words.sort { $0.share > $1.share }
        if words.count > limit { words.removeLast(words.count - limit) }
        for index in words.indices { words[index].share /= total }
        return words
    }

    /// Two sounds a letter from tags that leave out closed slots.
    static func sounds(_ tags: [Int]) -> [Int] {
        let set = TagSet.standard
        var sounds: [Int] = []
        sounds.reserveCapacity(tags.count * 2)
        for tag in tags {
            if set.shapes[tag].letter == Tag.slot {
                sounds[sounds.count - 1] = set.soundIDs[tag]
            } else {
                sounds.append(set.soundIDs[tag])
                sounds.append(LetterSounds.openSlot)
            }
        }
        return sounds
    }
}

extension LatinReader {
    /// The ways to spell a word in Persian, best first.
    func spellings(_ latin: [UInt8], breaks: [Int], limit: Int) -> [WrittenWord] {
        let ways = write(Self.codes(latin, breaks: breaks), width: limit > 1 ? 24 : 8)
        guard let best = ways.first?.score else { return [] }
        var words: [WrittenWord] = []
        var total = 0.0
        for way in ways {
            let share = Double(exponential((way.score - best) / temperature))
            total += share
            if let known = words.firstIndex(where: { $0.letters == way.letters }) {
                words[known].share += share
            } else {
                words.append(WrittenWord(letters: way.letters, share: share, sounds: []))
            }
        }
        words.sort { $0.share > $1.share }
        if words.count > limit { words.removeLast(words.count - limit) }
        for index in words.indices { words[index].share /= total }
        return words
    }
}
