/// Candidates one after another, in arrays that are used again; a reading is put together only when it is asked for.
struct CandidateList: Sendable {
    /// A word of a candidate, and where its reading is.
    private enum Source: Sendable {
        case none
        case entry(Int)
        case spelled(Range<Int>)
        case made(Reading)
    }

    private struct Record: Sendable {
        var text: Range<Int>
        var score: Double
        var origin: Candidate.Origin
        var words: Range<Int>
    }

    /// The texts of all candidates, as UTF-8.
    private(set) var texts: [UInt8] = []
    private var records: [Record] = []
    private var words: [(given: String, source: Source, before: String, after: String)] = []
    private var spelled: [WordChoices.SpelledLetter] = []

    var count: Int { records.count }

    mutating func removeAll() {
        texts.removeAll(keepingCapacity: true)
        records.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        spelled.removeAll(keepingCapacity: true)
    }

    /// Adds the candidate that takes one of the choices of each piece.
    mutating func append(_ pieces: ArraySlice<WordChoices>, _ choices: [Int], score: Double, origin: Candidate.Origin) {
        let start = texts.count, first = words.count
        for (index, choice) in zip(pieces.indices, choices) {
            let taken = pieces[index].choices[choice]
            if index > pieces.startIndex { texts.append(UInt8(ascii: " ")) }
            texts.append(contentsOf: pieces[index].before.utf8)
            for byte in taken.text { texts.append(pieces[index].texts[byte]) }
            texts.append(contentsOf: pieces[index].after.utf8)
            let source: Source
            switch taken.source {
            case .none: source = .none
            case .entry(let entry): source = .entry(entry)
            case .made(let reading): source = .made(reading)
            case .spelled(let range):
                source = .spelled(spelled.count..<spelled.count + range.count)
                for letter in range { spelled.append(pieces[index].spelled[letter]) }
            }
            words.append((pieces[index].given, source, pieces[index].before, pieces[index].after))
        }
        records.append(Record(text: start..<texts.count, score: score, origin: origin, words: first..<words.count))
    }

    /// Adds a candidate that was made elsewhere.
    mutating func append(_ candidate: Candidate) {
        let start = texts.count, first = words.count
        texts.append(contentsOf: candidate.text.utf8)
        for word in candidate.words { words.append((word.given, word.reading.map(Source.made) ?? .none, word.before, word.after)) }
        records.append(Record(text: start..<texts.count, score: candidate.score, origin: candidate.origin, words: first..<words.count))
    }

    func text(of candidate: Int) -> Range<Int> { records[candidate].text }
    func score(of candidate: Int) -> Double { records[candidate].score }
    func origin(of candidate: Int) -> Candidate.Origin { records[candidate].origin }

    /// The candidate with its readings.
    func candidate(_ number: Int, _ names: NameLexicon) -> Candidate {
        let record = records[number]
        let words = words[record.words].map {
            Candidate.Word(given: $0.given, reading: reading($0.source, names), before: $0.before, after: $0.after)
        }
        return Candidate(
            text: String(decoding: texts[record.text], as: UTF8.self), score: record.score, reading: Self.joined(words),
            origin: record.origin, words: words)
    }

    private func reading(_ source: Source, _ names: NameLexicon) -> Reading? {
        switch source {
        case .none: nil
        case .entry(let entry): names.reading(of: entry)
        case .spelled(let range): spelled[range].reading
        case .made(let reading): reading
        }
    }

    /// The reading of the words with spaces between; `nil` when one has none.
    private static func joined(_ words: [Candidate.Word]) -> Reading? {
        if words.count == 1 { return words[0].reading }
        var units: [Reading.Unit] = []
        for word in words {
            guard let reading = word.reading else { return nil }
            if !units.isEmpty { units.append(.boundary(.space)) }
            units += reading.units
        }
        return units.isEmpty ? nil : Reading(checked: units)
    }
}
