public import Lexicon

/// Writes names in the other script: the lexicon's readings first, the models' for the rest.
public struct Transliterator: Sendable {
    /// The names that are known.
    public let names: NameLexicon
    /// Tells by which reading one spelling spells another.
    public let aligner: ReadingAligner
    private let plain: PlainReader

    /// A transliterator over a compiled lexicon and, when there are any, compiled models.
    public init(lexicon: Archive, models: Archive?) throws(ArchiveError) {
        names = try NameLexicon(lexicon)
        aligner = ReadingAligner(lexicon)
        plain = PlainReader(aligner: aligner)
    }

    /// How a whole name is written in `script`, best first.
    public func candidates(for name: String, to script: TargetScript, _ options: TransliterationOptions = .init()) -> [Candidate] {
        var whole: [Candidate] = [Candidate(text: "", score: 1, reading: nil, origin: .copied)]
        for word in name.split(whereSeparator: { $0 == " " }) {
            let choices = wordCandidates(String(word), to: script, options)
            var longer: [Candidate] = []
            for start in whole {
                for choice in choices {
                    let reading: Reading? =
                        start.text.isEmpty
                        ? choice.reading
                        : start.reading.flatMap { a in
                            choice.reading.flatMap { try? Reading(units: a.units + [.boundary(.space)] + $0.units) }
                        }
                    longer.append(
                        Candidate(
                            text: start.text.isEmpty ? choice.text : start.text + " " + choice.text, score: start.score * choice.score,
                            reading: reading,
                            origin: choice.origin))
                }
            }
            whole = Array(longer.sorted { $0.score > $1.score }.prefix(max(options.limit, 5)))
        }
        return Array(whole.prefix(options.limit))
    }

    /// The readings that one part of a name may have, in either script, likeliest first.
    public func readings(of word: String, limit: Int, knowledge: Knowledge = .lexiconAndModel) -> [ReadCandidate] {
        let letters = PersianLetters.codes(of: word)
        if !letters.isEmpty {
            if knowledge == .lexiconAndModel {
                let known = names.entries(of: letters).filter { $0.reading.admits(word) }
                if !known.isEmpty { return merged(known, limit) }
            }
            return shares(plain.readings(of: letters, limit: limit).map { ($0.sounds, $0.cost) })
        }
        let latin = LatinLetters.folded(word).letters
        guard !latin.isEmpty else { return [] }
        if knowledge == .lexiconAndModel {
            let found = names.occurrences(spelled: latin)
            if !found.isEmpty {
                let total = Double(found.reduce(0) { $0 + $1.count })
                return merge(found.map { (names.reading(of: $0.entry), Double($0.count) / total) }, .lexicon, limit)
            }
        }
        return shares(plain.spellings(of: latin, limit: limit).map { ($0.sounds, $0.cost) })
    }

    private func merged(_ entries: [NameEntry], _ limit: Int) -> [ReadCandidate] {
        let total = Double(entries.reduce(0) { $0 + $1.count })
        return merge(entries.map { ($0.reading, Double($0.count) / max(total, 1)) }, .lexicon, limit)
    }

    private func merge(_ readings: [(Reading, Double)], _ origin: Candidate.Origin, _ limit: Int) -> [ReadCandidate] {
        var order: [Reading] = []
        var shares: [Reading: Double] = [:]
        for (reading, share) in readings {
            if shares[reading] == nil { order.append(reading) }
            shares[reading, default: 0] += share
        }
        return order.map { ReadCandidate(reading: $0, probability: shares[$0] ?? 0, origin: origin) }
            .sorted { $0.probability > $1.probability }.prefix(limit).map { $0 }
    }

    private func shares(_ found: [(sounds: LetterSounds, cost: Float)]) -> [ReadCandidate] {
        let best = found.first?.cost ?? 0
        let weights = found.map { Double(exponential(best - $0.cost)) }
        let total = weights.reduce(0, +)
        return zip(found, weights).compactMap { item, weight in
            ReadingBuilder.reading(item.sounds.letters, item.sounds.sounds).map {
                ReadCandidate(reading: $0, probability: weight / total, origin: .model)
            }
        }
    }

    private func wordCandidates(_ word: String, to script: TargetScript, _ options: TransliterationOptions) -> [Candidate] {
        let letters = PersianLetters.codes(of: word)
        if letters.isEmpty == (script == .latin) { return [Candidate(text: word, score: 1, reading: nil, origin: .copied)] }
        switch script {
        case .latin:
            if options.knowledge == .lexiconAndModel {
                let entries = names.entries(of: letters).filter { $0.reading.admits(word) }
                let spellings = entries.flatMap { entry in entry.spellings.map { (entry.reading, $0) } }
                let total = Double(spellings.reduce(0) { $0 + $1.1.count })
                if total > 0 {
                    return spellings.sorted { $0.1.count > $1.1.count }.prefix(options.limit).map {
                        Candidate(text: $0.1.latin, score: Double($0.1.count) / total, reading: $0.0, origin: .lexicon)
                    }
                }
            }
            let found = plain.readings(of: letters, limit: options.limit)
            let best = found.first?.cost ?? 0
            let weights = found.map { Double(exponential(best - $0.cost)) }
            let total = weights.reduce(0, +)
            return zip(found, weights).map { item, weight in
                Candidate(
                    text: capitalized(item.latin), score: weight / total, reading: ReadingBuilder.reading(letters, item.sounds.sounds),
                    origin: .model)
            }
        case .persian:
            return readings(of: word, limit: options.limit, knowledge: options.knowledge).map {
                Candidate(text: $0.reading.persian, score: $0.probability, reading: $0.reading, origin: $0.origin)
            }
        }
    }

    private func capitalized(_ latin: [UInt8]) -> String {
        guard let first = latin.first else { return "" }
        return String(decoding: [first - 32] + latin.dropFirst(), as: UTF8.self)
    }

    /// Compiles the tables of names under `folder` into the lexicon's archive.
    public static func compile(folder: String, into builder: inout ArchiveBuilder) throws(NameTableError) {
        let lines = try NameTable.lines(folder: folder)
        NameLexicon.compile(lines, into: &builder)
        builder.add(ReadingAligner.section, ReadingAligner.trained(on: lines).bytes)
    }
}
