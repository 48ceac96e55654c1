import Lexicon

/// Stories told in both languages by a seed, as two newsrooms tell them: people, places, numbers, days and news words in sentences of
/// which each side leaves out, reorders and adds some.
struct InventedStories {
    private let supply: NameSupply
    private let words: Weighted<(english: String, persian: String)>
    /// People are in the news again and again, some of them often.
    private var people: Weighted<(english: [String], persian: String)>
    private let places: Weighted<(english: String, persian: String)>
    private var random: SplitMix

    init(dictionaries: String, seed: UInt64) throws {
        supply = try NameSupply(folder: "\(dictionaries)/names")
        random = SplitMix(seed: seed)
        var pairs: [(element: (english: String, persian: String), count: Double)] = [], places = pairs
        for row in try TableFile(path: "\(dictionaries)/words/news.tsv", columns: ["english", "persian", "weight", "source"]).rows {
            pairs.append(((row[0], row[1]), 1 / Double(20 + random.below(2000))))
        }
        for row in try TableFile(path: "\(dictionaries)/words/locale.tsv", columns: ["english", "persian", "weight", "source"]).rows {
            if let first = row[0].first, first.isLetter {
                places.append(((first.uppercased() + row[0].dropFirst(), row[1]), 1 / Double(1 + random.below(300))))
            }
        }
        words = Weighted(pairs)
        self.places = Weighted(places)
        people = Weighted([])
        people = Weighted(
            (0..<4_000).map { _ in
                let given = supply.drawnGiven(by: &random), family = supply.drawnFamily(by: &random)
                let spellings = (0..<2).map { _ in given.latin.drawn(by: &random) + " " + family.latin.drawn(by: &random) }
                return ((spellings, given.persian + " " + family.persian), 1 / Double(1 + random.below(400)))
            })
    }

    /// The next story: its English and its Persian article, a line a sentence.
    mutating func next() -> (english: String, persian: String) {
        let cast = (0..<3 + random.below(4)).map { _ in people.drawn(by: &random) }
        let scenes = (0..<2 + random.below(3)).map { _ in places.drawn(by: &random) }
        let topic = (0..<25).map { _ in words.drawn(by: &random) }
        var sentences = (0..<10 + random.below(15)).map { _ in sentence(cast, scenes, topic) }
        let english = sentences.filter { _ in !random.happens(0.15) }.map(\.english)
        if sentences.count > 3 { sentences.swapAt(1 + random.below(sentences.count - 1), 1 + random.below(sentences.count - 1)) }
        let persian = sentences.filter { _ in !random.happens(0.2) }.map(\.persian)
        return (lines(english), lines(persian))
    }

    private func lines(_ sentences: [String]) -> String { sentences.map { $0 + ".\n" }.joined() }

    private mutating func sentence(
        _ cast: [(english: [String], persian: String)], _ scenes: [(english: String, persian: String)],
        _ topic: [(english: String, persian: String)]
    ) -> (english: String, persian: String) {
        var english: [String] = ["The"], persian: [String] = []
        for _ in 0..<6 + random.below(10) {
            switch random.share() {
            case ..<0.1:
                let person = cast[random.below(cast.count)], isShort = random.happens(0.5)
                let name = person.english[random.below(person.english.count)]
                english.append(isShort ? String(name.split(separator: " ").last ?? "") : name)
                persian.append(isShort ? String(person.persian.split(separator: " ").last ?? "") : person.persian)
            case ..<0.15:
                let place = scenes[random.below(scenes.count)]
                english += ["in", place.english]
                persian += ["در", place.persian]
            case ..<0.18:
                let number = random.happens(0.5) ? 10 + random.below(90) : 100 + random.below(5_000)
                english.append("\(number)")
                persian.append(String(String.UnicodeScalarView("\(number)".unicodeScalars.map { Unicode.Scalar($0.value + 0x6C0)! })))
            default:
                // What one side says in a word of its own the other leaves out.
                let word = random.happens(0.6) ? topic[random.below(topic.count)] : words.drawn(by: &random)
                if !random.happens(0.3) { english.append(word.english) }
                if !random.happens(0.3) { persian.append(word.persian) }
            }
        }
        return (english.joined(separator: " "), persian.joined(separator: " "))
    }
}
