/// Why a name is written as it is: its words one by one, the runners-up, and what decided.
public struct Explanation: Sendable {
    /// The candidates for the whole name, best first.
    public var candidates: [Candidate]
    /// The words of the best candidate, in order.
    public var words: [Word]
    /// What decided, as a phrase.
    public var decided: String

    /// A word of the best candidate.
    public struct Word: Sendable {
        /// As it was given, without the punctuation around it.
        public var given: String
        /// How it is written in the other script.
        public var text: String
        /// How it is heard, where that is known.
        public var reading: Reading?
        /// Where the reading came from.
        public var origin: Candidate.Origin
        /// The probability that the word is written so.
        public var share: Double
        /// The lexicon's entry that it was taken from.
        public var entry: NameEntry?
        /// The elements that make up a word which the lexicon lacks, in order.
        public var elements: [Element]
        /// The other ways to write the word, likeliest first.
        public var others: [(text: String, reading: Reading?, share: Double)]
    }

    /// A part of a word that the readers know, such as a suffix or a word of the language.
    public struct Element: Sendable {
        /// As it is written, restored where its reading is known: «آباد».
        public var persian: String
        /// How it is heard.
        public var reading: Reading?
        /// What it is: word, given, prefix, suffix, pattern (of Arabic) or place.
        public var kind: String
    }
}

extension Transliterator {
    /// Why `name` is written as it is: its words' readings, where they came from, the runners-up and what decided.
    public func explanation(of name: String, to script: TargetScript, _ options: TransliterationOptions = .init()) -> Explanation {
        var options = options
        options.limit = max(options.limit, 4)
        var desk = desks.take(), memory = WordMemory.none, list = CandidateList()
        defer { desks.put(back: desk) }
        transliterate(name, to: script, options, &memory, on: &desk, into: &list)
        var words: [Explanation.Word] = []
        if let best = desk.combinations.ends.first, list.count > 0 {
            _ = desk.combinations.follow(best)
            words = zip(desk.pieces, desk.combinations.choices).map { explained($0, choice: $1) }
        }
        return Explanation(candidates: candidates(in: list, for: name, to: script, options), words: words, decided: Self.decided(words))
    }

    private func explained(_ piece: WordChoices, choice: Int) -> Explanation.Word {
        let chosen = piece.choices[choice]
        var word = Explanation.Word(
            given: piece.given, text: String(decoding: piece.texts[chosen.text], as: UTF8.self), reading: piece.reading(of: chosen, names),
            origin: piece.origin, share: chosen.score, entry: nil, elements: [],
            others: piece.choices.indices.filter { $0 != choice }.map { index in
                let other = piece.choices[index]
                return (String(decoding: piece.texts[other.text], as: UTF8.self), piece.reading(of: other, names), other.score)
            })
        if case .entry(let entry) = chosen.source { word.entry = names.entry(entry, of: Double(names.count(of: entry))) }
        if piece.origin == .compound { word.elements = elements(of: PersianLetters.codes(of: piece.given)) }
        return word
    }

    private func elements(of letters: [UInt8]) -> [Explanation.Element] {
        guard let trie = models?.persian?.elements else { return [] }
        return ElementEvidence(letters, trie).parts.map { match in
            let own = Array(letters[match.start..<match.end])
            let sounds = (match.start..<match.end).flatMap { place in
                [Int(trie.sound(match, at: place, slot: false)), Int(trie.sound(match, at: place, slot: true))]
            }
            let reading = ReadingBuilder.reading(own, sounds)
            return Explanation.Element(persian: reading?.persian ?? PersianLetters.text(of: own), reading: reading, kind: "\(match.kind)")
        }
    }

    /// What decided: the word that is least certain says it.
    private static func decided(_ words: [Explanation.Word]) -> String {
        guard let doubtful = words.filter({ $0.origin != .copied }).min(by: { $0.share < $1.share }) else { return "nothing to read" }
        let of = words.count > 1 ? " of «\(doubtful.given)»" : ""
        guard let next = doubtful.others.first else {
            return doubtful.origin == .lexicon ? "the lexicon knows no other way\(of)" : "the models found no other way\(of)"
        }
        let times = doubtful.share / max(next.share, 0.001)
        let more =
            times < 1.15
            ? "hardly likelier than \(next.text)"
            : times < 10 ? "\((times * 10).rounded() / 10) times as likely as \(next.text)" : "far likelier than \(next.text)"
        switch doubtful.origin {
        case .lexicon where doubtful.reading != next.reading: return "the reading\(of) met most often, \(more)"
        case .lexicon: return "the spelling\(of) met most often, \(more)"
        case .compound: return "the models, by the elements\(of): \(more)"
        case .model, .copied: return "the models, by the letters\(of): \(more)"
        }
    }
}
