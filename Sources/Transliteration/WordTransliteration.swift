extension Transliterator {
    /// How one word is written in `script`, best first; punctuation around it stays around it.
    func candidates(forWord piece: Substring, to script: TargetScript, _ options: TransliterationOptions) -> [Candidate] {
        let scalars = piece.unicodeScalars
        let isName: (Unicode.Scalar) -> Bool = {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.value == 0x200C
                || $0.properties.generalCategory == .nonspacingMark
        }
        guard let first = scalars.firstIndex(where: isName), let last = scalars.lastIndex(where: isName) else { return [.copied(piece)] }
        let end = scalars.index(after: last)
        if first == scalars.startIndex && end == scalars.endIndex { return core(String(piece), to: script, options) }
        let before = String(piece[..<first]), after = String(piece[end...])
        return core(String(piece[first..<end]), to: script, options).map { candidate in
            var whole = candidate
            whole.text = before + candidate.text + after
            return script == .latin ? whole.withLatinSigns(before, after) : whole
        }
    }

    private func core(_ word: String, to script: TargetScript, _ options: TransliterationOptions) -> [Candidate] {
        let letters = PersianLetters.codes(of: word)
        switch script {
        case .latin:
            if letters.isEmpty { return [.copied(Substring(Scheme.latinized(word)))] }
            return latin(word, letters, options)
        case .persian:
            if !letters.isEmpty { return [.copied(Substring(word))] }
            let (latin, breaks) = LatinLetters.folded(word)
            return latin.isEmpty ? [.copied(Substring(word))] : persian(word, latin, breaks, options)
        }
    }

    private func latin(_ word: String, _ letters: [UInt8], _ options: TransliterationOptions) -> [Candidate] {
        let marked = Self.isMarked(word)
        if options.knowledge == .lexiconAndModel {
            let known = knownLatin(word, letters, marked, options.limit)
            if !known.isEmpty { return known }
        }
        guard let reader = models?.persian else { return plainLatin(word, letters, options.limit) }
        var desk = desks.take()
        defer { desks.put(back: desk) }
        let ways = reader.spellings(letters, limit: options.limit, marked: marked ? word : nil, on: &desk)
        let origin: Candidate.Origin = desk.evidence.compositionCount == 0 ? .model : .compound
        return ways.map { way in
            Candidate(
                word: word, text: Self.capitalized(way.letters), score: way.share,
                reading: ReadingBuilder.reading(letters, way.sounds, joiners: Self.joiners(in: word)), origin: origin)
        }
    }

    private func knownLatin(_ word: String, _ letters: [UInt8], _ marked: Bool, _ limit: Int) -> [Candidate] {
        var (ways, total) = names.ways(of: letters, limit: marked ? 100 : limit)
        if marked {
            ways = ways.filter { names.reading(of: $0.entry).admits(word) }
            total = ways.reduce(0) { $0 + $1.count }
        }
        return ways.prefix(limit).map { way in
            Candidate(
                word: word, text: Self.titled(names.spelling(way.spelling)), score: Double(way.count) / (Double(total) + 0.3),
                reading: names.reading(of: way.entry), origin: .lexicon)
        }
    }

    private func plainLatin(_ word: String, _ letters: [UInt8], _ limit: Int) -> [Candidate] {
        let found = plain.readings(of: letters, limit: limit)
        let shares = Self.shares(found.map(\.cost))
        return zip(found, shares).map { item, share in
            Candidate(
                word: word, text: Self.capitalized(item.latin), score: share, reading: ReadingBuilder.reading(letters, item.sounds.sounds),
                origin: .model)
        }
    }

    private func persian(_ word: String, _ latin: [UInt8], _ breaks: [Int], _ options: TransliterationOptions) -> [Candidate] {
        if options.knowledge == .lexiconAndModel {
            let known = merged(readings(ofLatin: word, options.limit * 2, .lexiconAndModel).filter { $0.origin == .lexicon }, word)
            if !known.isEmpty { return Array(known.prefix(options.limit)) }
        }
        guard let reader = models?.latin else {
            return Array(merged(readings(ofLatin: word, options.limit * 2, options.knowledge), word).prefix(options.limit))
        }
        var desk = desks.take()
        defer { desks.put(back: desk) }
        return reader.spellings(latin, breaks: breaks, limit: options.limit, on: &desk).map { way in
            let reading = aligned(way.letters, latin, breaks)
            return Candidate(
                word: word, text: reading?.persian ?? PersianLetters.text(of: way.letters), score: way.share, reading: reading,
                origin: .model)
        }
    }

    private func aligned(_ letters: [UInt8], _ latin: [UInt8], _ breaks: [Int]) -> Reading? {
        aligner.path(letters, latin, breaks: breaks).flatMap { path in
            ReadingBuilder.reading(letters, path.tags.map { aligner.set.soundIDs[$0] })
        }
    }

    /// The Persian spellings of readings, those of the same spelling added up.
    private func merged(_ readings: [ReadCandidate], _ word: String) -> [Candidate] {
        var candidates: [Candidate] = []
        for item in readings {
            let text = item.reading.persian
            if let known = candidates.firstIndex(where: { $0.text == text }) {
                candidates[known].score += item.probability
            } else {
                candidates.append(Candidate(word: word, text: text, score: item.probability, reading: item.reading, origin: item.origin))
            }
        }
        return candidates.sorted { $0.score > $1.score }
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
            let found = names.occurrences(spelled: latin).map { (names.reading(of: $0.entry), $0.count) }
            if !found.isEmpty { return Self.merge(found, limit) }
        }
        if let reader = models?.latin {
            var desk = desks.take()
            defer { desks.put(back: desk) }
            let ways = reader.spellings(latin, breaks: breaks, limit: limit, on: &desk)
            return ways.compactMap { way in
                aligned(way.letters, latin, breaks).map { ReadCandidate(reading: $0, probability: way.share, origin: .model) }
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

    private static func shares(_ costs: [Float]) -> [Double] {
        let weights = costs.map { Double(exponential((costs.first ?? 0) - $0)) }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    /// Whether the word bears vowel marks.
    private static func isMarked(_ word: String) -> Bool {
        word.unicodeScalars.contains { 0x64B...0x652 ~= $0.value || $0.value == 0x670 }
    }

    /// Before which of the word's letters a joiner stands.
    private static func joiners(in word: String) -> Set<Int> {
        var joiners: Set<Int> = []
        var place = 0
        for scalar in word.unicodeScalars {
            if scalar.value == 0x200C { joiners.insert(place) } else if PersianLetters.folded(scalar) != nil { place += 1 }
        }
        return joiners
    }

    private static func capitalized(_ latin: [UInt8]) -> String {
        guard let first = latin.first else { return "" }
        return String(decoding: [first - 32] + latin.dropFirst(), as: UTF8.self)
    }

    /// An attested spelling with the capitals of a name, when it was all in small letters or all in capitals.
    private static func titled(_ spelling: String) -> String {
        let scalars = spelling.unicodeScalars
        guard let first = scalars.first else { return spelling }
        let allCapitals = spelling.utf8.count > 2 && scalars.allSatisfy { !$0.properties.isLowercase }
        guard first.properties.isLowercase || allCapitals else { return spelling }
        return (allCapitals ? spelling.lowercased() : spelling).split(separator: " ", omittingEmptySubsequences: false)
            .map { Scheme.capitalized(String($0)) }.joined(separator: " ")
    }
}

extension Candidate {
    fileprivate static func copied(_ text: Substring) -> Candidate {
        Candidate(word: String(text), text: String(text), score: 1, reading: nil, origin: .copied)
    }

    fileprivate func withLatinSigns(_ before: String, _ after: String) -> Candidate {
        var whole = self
        whole.text = Scheme.latinized(before) + text.dropFirst(before.count).dropLast(after.count) + Scheme.latinized(after)
        return whole
    }
}
