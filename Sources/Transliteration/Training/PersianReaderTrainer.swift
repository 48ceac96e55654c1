internal import Lexicon

/// Trains a `PersianReader`: n-grams of tags, and a network that sees the elements of names.
struct PersianReaderTrainer {
    var order = 7
    var discount: Float = 0.95
    var pruning: Float = 0.25
    var network = NetworkTrainer()

    /// The reader's sections of an archive of models.
    func add(_ names: [TaggedName], elements: ElementTrieBuilder, to builder: inout ArchiveBuilder) {
        let set = TagSet.standard
        var ngrams = NGramTrainer(order: order, discount: discount)
        var seen = [Set<Int>](repeating: [], count: PersianLetters.count + 1)
        for name in names {
            for (tag, place) in zip(name.tags, name.places) {
                seen[set.tags[tag].letter == Tag.slot ? PersianLetters.count : Int(name.letters[place])].insert(tag)
            }
        }
        // A letter that no name had keeps its usual sounds.
        for letter in 0..<PersianLetters.count where seen[letter].isEmpty {
            seen[letter] = Set(set.ofLetter[letter].filter { set.tags[$0].rank == 0 })
        }
        let choices = seen.map { $0.sorted() }
        // The n-gram model's symbols: the choices of a letter stand together.
        var symbols = [Int](repeating: 0, count: set.tags.count)
        for (number, tag) in choices.joined().enumerated() { symbols[tag] = number + 1 }
        var ranges: [Range<Int>] = []
        for list in choices { ranges.append((ranges.last?.upperBound ?? 1)..<(ranges.last?.upperBound ?? 1) + list.count) }
        var words = NetworkWords(), spellings = SpellingTrainer(order: 6)
        for name in names {
            spellings.add(name.tags.flatMap { set.tags[$0].latin }, weight: name.weight)
            ngrams.add(name.tags.map { symbols[$0] }, weight: name.weight)
            words.add(
                name.letters,
                zip(name.tags, name.places).map { tag, place in
                    let slot = set.tags[tag].letter == Tag.slot
                    return (place, ranges[slot ? PersianLetters.count : Int(name.letters[place])], symbols[tag])
                }, weight: name.weight, isElement: name.isElement)
        }
        let elementBytes = elements.bytes()
        let network = network.network(
            words.words, elements: ElementTrie(Bytes(elementBytes)), letters: PersianLetters.count, numbers: 2,
            symbols: ranges[ranges.count - 1].upperBound)
        var tags: [UInt8] = []
        for list in choices {
            tags.append(littleEndian: UInt16(list.count))
            for tag in list { tags.append(littleEndian: UInt16(tag)) }
        }
        builder.add("\(PersianReader.prefix).tags", tags)
        builder.add("\(PersianReader.prefix).ngrams", ngrams.bytes(pruning: pruning))
        builder.add("\(PersianReader.prefix).network", network.bytes)
        builder.add("\(PersianReader.prefix).elements", elementBytes)
        builder.add("\(PersianReader.prefix).spelling", spellings.bytes(pruning: pruning))
    }
}
