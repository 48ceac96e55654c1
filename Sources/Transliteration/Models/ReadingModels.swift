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

extension PersianReader {
    /// A word with vowel marks is read more broadly, since most readings will not agree with the marks.
    private func bounds(marked: Bool, limit: Int) -> BeamSearch.Bounds {
        marked ? BeamSearch.Bounds(width: 160, threshold: 20) : limit > 1 ? bounds : bounds.forTheBest
    }

    /// Finds the ways to spell a word in Latin; they are then in `desk.spellings`.
    func spell(_ letters: [UInt8], limit: Int, marked word: String? = nil, on desk: inout ReadingDesk) {
        read(letters, on: &desk, bounds(marked: word != nil, limit: limit))
        desk.spellings.removeAll()
        var ways = desk.beam.ends
        if let word {
            // Where the marks agree with nothing that the model can think of, they are let be.
            var agreeing: [BeamSearch.End] = []
            for way in ways where ReadingBuilder.reading(letters, sounds(of: way, on: &desk))?.admits(word) == true { agreeing.append(way) }
            if !agreeing.isEmpty { ways = agreeing }
        }
        guard let best = ways.first?.score else { return }
        let spelled = SpelledTags.standard
        for way in ways {
            follow(way, on: &desk)
            for tag in desk.tags { spelled.append(Int(tag), to: &desk.spellings.letters) }
            desk.spellings.close(Double(exponential((way.score - best) / temperature)), way)
        }
        desk.spellings.weigh(by: spelling, weights)
        desk.spellings.rank(limit: limit)
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
    /// Finds the ways to spell a word in Persian; they are then in `desk.spellings`.
    func spell(_ latin: [UInt8], breaks: [Int], limit: Int, on desk: inout ReadingDesk) {
        desk.spellings.removeAll(foldingHamza: true)
        let bounds = limit > 1 ? bounds : bounds.forTheBest
        for hearing in LatinHearing.hearings(of: latin, breaks: breaks) { find(hearing, bounds, on: &desk) }
        desk.spellings.weigh(by: spelling, weights)
        desk.spellings.rank(limit: limit)
    }

    /// Adds the ways to spell a word as it is heard to `desk.spellings`.
    private func find(_ hearing: LatinHearing, _ bounds: BeamSearch.Bounds, on desk: inout ReadingDesk) {
        write(Self.codes(hearing.letters, breaks: hearing.breaks), on: &desk, bounds)
        guard let best = desk.beam.ends.first?.score else { return }
        let total = desk.beam.ends.reduce(0) { $0 + Double(exponential(($1.score - best) / temperature)) }
        for index in desk.beam.ends.indices {
            let way = desk.beam.ends[index], before = desk.spellings.letters.count
            appendLetters(of: way, on: &desk)
            // A word of letters that write nothing is no word.
            if desk.spellings.letters.count == before { continue }
            desk.spellings.close(hearing.share * Double(exponential((way.score - best) / temperature)) / total, way)
        }
    }
}
