extension Transliterator {
    /// The readings that one part of a name may have, in either script, likeliest first.
    public func readings(of word: String, limit: Int, knowledge: Knowledge = .lexiconAndModel) -> [ReadCandidate] {
        let letters = PersianLetters.codes(of: word)
        return letters.isEmpty ? readings(ofLatin: word, limit, knowledge) : readings(ofPersian: word, letters, limit, knowledge)
    }

    func readings(ofPersian word: String, _ letters: [UInt8], _ limit: Int, _ knowledge: Knowledge) -> [ReadCandidate] {
        let marked = Self.isMarked(word)
        if knowledge == .lexiconAndModel {
            let known = names.numbers(of: letters).map { (names.reading(of: $0), names.count(of: $0)) }.filter {
                !marked || $0.0.admits(word)
            }
            if !known.isEmpty { return Self.merge(known, limit) }
        }
        if let reader = models?.persian {
            var desk = desks.take()
            defer { desks.put(back: desk) }
            return reader.readings(letters, limit: limit, marked: marked ? word : nil, on: &desk).map {
                ReadCandidate(reading: $0.reading, probability: $0.share, origin: .model)
            }
        }
        let found = plain.readings(of: letters, limit: limit)
        return zip(found, Self.shares(found.map(\.cost))).compactMap { item, share in
            ReadingBuilder.reading(letters, item.sounds.sounds).map { ReadCandidate(reading: $0, probability: share, origin: .model) }
        }
    }

    func readings(ofLatin word: String, _ limit: Int, _ knowledge: Knowledge) -> [ReadCandidate] {
        let (latin, breaks) = LatinLetters.folded(word)
        guard !latin.isEmpty else { return [] }
        if knowledge == .lexiconAndModel {
            let found = names.readings(spelled: latin).map { (names.reading(of: $0.entry), $0.count) }
            if !found.isEmpty { return Self.merge(found, limit) }
        }
        if let reader = models?.latin {
            var desk = desks.take()
            defer { desks.put(back: desk) }
            reader.spell(latin, breaks: breaks, limit: limit, on: &desk)
            return desk.spellings.items.indices.compactMap { item in
                let letters = Array(desk.spellings[item])
                let reading = sounds(of: letters, spelled: latin, breaks).flatMap { ReadingBuilder.reading(letters, $0) }
                return reading.map { ReadCandidate(reading: $0, probability: desk.spellings.items[item].share, origin: .model) }
            }
        }
        let found = plain.spellings(of: latin, limit: limit)
        return zip(found, Self.shares(found.map(\.cost))).compactMap { item, share in
            ReadingBuilder.reading(item.sounds.letters, item.sounds.sounds).map {
                ReadCandidate(reading: $0, probability: share, origin: .model)
            }
        }
    }

    private static func merge(_ readings: [(reading: Reading, count: Int)], _ limit: Int) -> [ReadCandidate] {
        var order: [Reading] = []
        var counts: [Reading: Int] = [:]
        for (reading, count) in readings {
            if counts[reading] == nil { order.append(reading) }
            counts[reading, default: 0] += count
        }
        let total = Double(readings.reduce(0) { $0 + $1.count }) + 0.3
        return order.map { ReadCandidate(reading: $0, probability: Double(counts[$0] ?? 0) / total, origin: .lexicon) }
            .sorted { $0.probability > $1.probability }.prefix(limit).map { $0 }
    }

    static func shares(_ costs: [Float]) -> [Double] {
        let weights = costs.map { Double(exponential((costs.first ?? 0) - $0)) }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }
}
