internal import Lexicon

/// Trains a `LatinReader` from names whose spellings are aligned.
struct LatinReaderTrainer {
    var order = 7
    var discount: Float = 0.95
    var pruning: Float = 0.25
    var network = NetworkTrainer()

    /// A Latin spelling as numbers, and what each of its letters writes.
    struct Example {
        var codes: [UInt8]
        var written: [[UInt8]]
        var weight: Float
        var isElement = false
    }

    /// Shares out the Persian letters among the Latin ones: a letter that spells nothing goes with what follows it, or at the end with what stands before.
    static func example(_ name: TaggedName) -> Example {
        let set = TagSet.standard
        var example = Example(codes: [], written: [], weight: name.weight, isElement: name.isElement)
        var waiting: [UInt8] = []
        for (tag, place) in zip(name.tags, name.places) {
            let tag = set.tags[tag]
            if tag.letter != Tag.slot { waiting.append(name.letters[place]) }
            for letter in tag.latin {
                if waiting.first == PersianLetters.space {
                    example.codes.append(LatinReader.hyphen)
                    example.written.append([PersianLetters.space])
                    waiting.removeFirst()
                }
                example.codes.append(letter - UInt8(ascii: "a") + 1)
                example.written.append(waiting)
                waiting = []
            }
        }
        if !waiting.isEmpty && !example.written.isEmpty { example.written[example.written.count - 1] += waiting }
        return example
    }

    /// The reader's sections of an archive of models.
    func add(_ names: [TaggedName], elements: ElementTrieBuilder, to builder: inout ArchiveBuilder) {
        let examples = names.map(Self.example).filter { !$0.codes.isEmpty }
        // A tag is a Latin letter and what it writes; a hyphen may write nothing.
        var numbers: [[UInt8]: Int] = [:]
        for example in examples {
            for (code, written) in zip(example.codes, example.written) { numbers[[code] + written] = 0 }
        }
        numbers[[LatinReader.hyphen]] = 0
        for code in UInt8(1)..<LatinReader.hyphen where !numbers.keys.contains(where: { $0[0] == code }) { numbers[[code]] = 0 }
        let tags = numbers.keys.sorted { $0.lexicographicallyPrecedes($1) }
        for (number, tag) in tags.enumerated() { numbers[tag] = number }
        var ranges = [Range<Int>](repeating: 0..<0, count: Int(LatinReader.hyphen) + 1)
        for (number, tag) in tags.enumerated() {
            let range = ranges[Int(tag[0])]
            ranges[Int(tag[0])] = (range.isEmpty ? number + 1 : range.lowerBound)..<number + 2
        }
        var ngrams = NGramTrainer(order: order, discount: discount)
        var words = NetworkWords()
        for example in examples {
            let sequence = zip(example.codes, example.written).map { (numbers[[$0] + $1] ?? 0) + 1 }
            ngrams.add(sequence, weight: example.weight)
            words.add(
                example.codes, sequence.enumerated().map { ($0, ranges[Int(example.codes[$0])], $1) }, weight: example.weight,
                isElement: example.isElement)
        }
        let elementBytes = elements.bytes()
        let network = network.network(
            words.words, elements: ElementTrie(Bytes(elementBytes)), letters: ranges.count, numbers: 1, symbols: tags.count + 1)
        builder.add("\(LatinReader.prefix).tags", tags.flatMap { [$0[0], UInt8($0.count - 1)] + $0.dropFirst() })
        builder.add("\(LatinReader.prefix).ngrams", ngrams.bytes(pruning: pruning))
        builder.add("\(LatinReader.prefix).network", network.bytes)
        builder.add("\(LatinReader.prefix).elements", elementBytes)
        var spellings = SpellingTrainer(order: 5)
        for name in names { spellings.add(name.letters, weight: name.weight) }
        builder.add("\(LatinReader.prefix).spelling", spellings.bytes(pruning: pruning))
    }

    /// The elements by the ways in which they are usually spelt in Latin.
    static func latinElements(_ elements: [(reading: Reading, kind: ElementKind)], aligner: ReadingAligner) -> ElementTrieBuilder {
        var trie = ElementTrieBuilder(width: 1)
        /// What letters write, by number; beyond 255 kinds the rest are one.
        var numbers: [[UInt8]: UInt8] = [:]
        for (reading, kind) in elements {
            guard let sounds = LetterSounds(reading), !sounds.letters.contains(PersianLetters.space) else { continue }
            for tags in usualSpellings(sounds, aligner, limit: 6) {
                var name = TaggedName(letters: sounds.letters, tags: [], places: [], weight: 1)
                for (index, tag) in tags.enumerated() {
                    name.tags.append(tag)
                    name.places.append(index / 2)
                }
                let example = example(name)
                guard !example.codes.isEmpty else { continue }
                let written = example.written.map { letters in
                    let number = numbers[letters] ?? UInt8(min(numbers.count, 255))
                    numbers[letters] = number
                    return number
                }
                trie.add(example.codes, written, kind)
            }
        }
        return trie
    }

    /// The cheapest ways to spell a reading, a letter's tag and its slot's by turns.
    static func usualSpellings(_ sounds: LetterSounds, _ aligner: ReadingAligner, limit: Int) -> [[Int]] {
        var ways: [(tags: [Int], cost: Float)] = [([], 0)]
        for (index, sound) in sounds.sounds.enumerated() {
            let group = index % 2 == 0 ? aligner.set.ofLetter[Int(sounds.letters[index / 2])] : aligner.set.slots
            let tags = group.filter { aligner.set.tags[$0].soundID == sound }
            guard let least = tags.map({ aligner.costs[$0] }).min() else { return [] }
            var longer: [(tags: [Int], cost: Float)] = []
            for way in ways {
                for tag in tags where aligner.costs[tag] < least + 2 { longer.append((way.tags + [tag], way.cost + aligner.costs[tag])) }
            }
            ways = Array(longer.sorted { $0.cost < $1.cost }.prefix(limit))
        }
        return ways.map(\.tags)
    }
}
