internal import Lexicon

/// Reads Persian words: a recurrent network, which sees the elements too, scores what each letter may stand for, and a beam search under an n-gram
/// model finds the best ways.
struct PersianReader: Sendable {
    /// Tags by symbol of the n-gram model; the symbols of a letter stand together, those of the slot come last.
    private let tags: [Int]
    private let shapes: [Tag.Shape]
    /// The symbols of each letter, and last those of the slot.
    private let symbols: [Range<Int>]
    /// Whether a letter may be a consonant, after which a vowel slot stands.
    private let opensSlot: [Bool]
    private let ngrams: NGramModel
    private let network: LetterNetwork
    let elements: ElementTrie
    var ngramWeight: Float = 0.6
    var temperature: Float = 2.2
    var bounds = BeamSearch.Bounds(width: 40, threshold: 11)
    /// How well the Latin is spelt.
    let spelling: SpellingModel
    var weights = Spellings.Weights(found: 1.06, spelling: 0.2, letter: 0)

    static let prefix = "persian"

    /// The reader in compiled models; `nil` when they have none.
    init?(_ models: Archive) {
        guard let choices = models.section("\(Self.prefix).tags"), let ngrams = models.section("\(Self.prefix).ngrams"),
            let network = models.section("\(Self.prefix).network"), let elements = models.section("\(Self.prefix).elements"),
            let spelling = models.section("\(Self.prefix).spelling")
        else { return nil }
        // Lists of tags, one after another: how many, then each. Symbol 0 is the n-gram model's end.
        var tags = [0], symbols: [Range<Int>] = []
        var at = 0
        while at < choices.count {
            let count = Int(choices.u16(at: at))
            symbols.append(tags.count..<tags.count + count)
            for index in 0..<count { tags.append(Int(choices.u16(at: at + 2 + 2 * index))) }
            at += 2 + 2 * count
        }
        let shapes = tags.map { TagSet.standard.shapes[$0] }
        (self.tags, self.symbols, self.shapes) = (tags, symbols, shapes)
        opensSlot = symbols.map { $0.contains { shapes[$0].kind == .consonant || shapes[$0].kind == .lam } }
        self.ngrams = NGramModel(ngrams)
        self.elements = ElementTrie(elements)
        self.spelling = SpellingModel(spelling)
        guard let network = LetterNetwork(network) else { return nil }
        self.network = network
    }

    /// The grammar of words at the places of one word. The lowest bits are a state of `WordShape`; `open` says that a vowel slot follows.
    private struct Grammar: ChoiceGrammar {
        let shapes: [Tag.Shape]
        let places: [WordPlace]

        static let open: UInt8 = 8

        var start: UInt8 { WordShape.State.start.rawValue }

        @inline(__always)
        func isOpen(_ state: UInt8, _ decision: Lattice.Decision) -> Bool { decision.kind != .slot || state & Self.open != 0 }

        @inline(__always)
        func after(_ state: UInt8, _ symbol: Int, _ decision: Lattice.Decision) -> UInt8? {
            let shape = shapes[symbol]
            if decision.kind == .slot { return WordShape.afterSlot(shape, at: places[decision.place])?.rawValue }
            let before = WordShape.State(rawValue: state & 7) ?? .start
            guard let after = WordShape.after(before, shape, at: places[decision.place]) else { return nil }
            let open = after == .bare && (shape.kind == .consonant || shape.kind == .lam)
            return open ? after.rawValue | Self.open : after.rawValue
        }

        @inline(__always)
        func mayEnd(_ state: UInt8) -> Bool { WordShape.mayEnd(WordShape.State(rawValue: state & 7) ?? .start) }
    }

    /// Finds the best ways to read `letters`; they are then in `desk.beam`.
    func read(_ letters: [UInt8], on desk: inout ReadingDesk, _ bounds: BeamSearch.Bounds) {
        desk.places.removeAll(keepingCapacity: true)
        desk.lattice.removeAll()
        for place in letters.indices {
            let letter = Int(letters[place])
            desk.places.append(WordPlace(letters, at: place))
            desk.lattice.append(.letter, at: place, symbols[letter])
            if opensSlot[letter] { desk.lattice.append(.slot, at: place, symbols[symbols.count - 1]) }
        }
        desk.evidence.find(letters, elements)
        network.score(&desk.lattice, letters, desk.evidence, elements, &desk.trace)
        desk.beam.search(desk.lattice, ngrams, weight: ngramWeight, Grammar(shapes: shapes, places: desk.places), bounds)
    }

    /// The tags of a way that was found, in `desk.tags`: a letter's and for consonants its slot's.
    func follow(_ end: BeamSearch.End, on desk: inout ReadingDesk) {
        desk.beam.symbols(to: end, into: &desk.tags)
        for index in desk.tags.indices { desk.tags[index] = UInt16(tags[Int(desk.tags[index])]) }
    }
}
