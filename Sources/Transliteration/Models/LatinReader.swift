internal import Lexicon

/// Writes Latin words in Persian letters: as `PersianReader` does it, with one decision a Latin letter.
struct LatinReader: Sendable {
    /// What the symbols of the n-gram model write, one after another: a Latin letter's share of the Persian spelling, mostly none to two letters.
    /// The symbols of a Latin letter stand together.
    private let written: [UInt8]
    private let starts: [Int]
    /// The symbols of each Latin letter.
    private let symbols: [Range<Int>]
    private let ngrams: NGramModel
    private let network: LetterNetwork
    let elements: ElementTrie
    var ngramWeight: Float = 0.7
    var temperature: Float = 2.6
    var bounds = BeamSearch.Bounds(width: 32, threshold: 14)
    /// How well the Persian is spelt.
    let spelling: SpellingModel
    var weights = Spellings.Weights(found: 1, spelling: 0.23, letter: 0.09)

    static let prefix = "latin"
    /// The number of a hyphen or space inside a word.
    static let hyphen: UInt8 = 27

    /// The reader in compiled models; `nil` when they have none.
    init?(_ models: Archive) {
        guard let tags = models.section("\(Self.prefix).tags"), let ngrams = models.section("\(Self.prefix).ngrams"),
            let network = models.section("\(Self.prefix).network"), let elements = models.section("\(Self.prefix).elements"),
            let spelling = models.section("\(Self.prefix).spelling")
        else { return nil }
        // For each tag its Latin letter, how many Persian letters it writes, and these. Symbol 0 is the n-gram model's end.
        var written: [UInt8] = [], starts = [0, 0]
        var symbols = [Range<Int>](repeating: 0..<0, count: Int(Self.hyphen) + 1)
        var at = 0
        while at < tags.count {
            let count = Int(tags[at + 1]), letter = Int(tags[at])
            symbols[letter] = (symbols[letter].isEmpty ? starts.count - 1 : symbols[letter].lowerBound)..<starts.count
            written += tags[at + 2..<at + 2 + count].array
            starts.append(written.count)
            at += 2 + count
        }
        (self.written, self.starts, self.symbols) = (written, starts, symbols)
        self.ngrams = NGramModel(ngrams)
        self.elements = ElementTrie(elements)
        self.spelling = SpellingModel(spelling)
        guard let network = LetterNetwork(network) else { return nil }
        self.network = network
    }

    /// The Latin letters as numbers from 1, with breaks as letters of their own.
    static func codes(_ letters: [UInt8], breaks: [Int]) -> [UInt8] {
        var codes: [UInt8] = []
        codes.reserveCapacity(letters.count + breaks.count)
        for (index, letter) in letters.enumerated() {
            if breaks.contains(index) { codes.append(hyphen) }
            codes.append(letter - UInt8(ascii: "a") + 1)
        }
        return codes
    }

    /// Any letter may be written after any other.
    private struct Grammar: ChoiceGrammar {
        var start: UInt8 { 0 }
        func isOpen(_ state: UInt8, _ decision: Lattice.Decision) -> Bool { true }
        func after(_ state: UInt8, _ symbol: Int, _ decision: Lattice.Decision) -> UInt8? { 0 }
        func mayEnd(_ state: UInt8) -> Bool { true }
    }

    /// Finds the best ways to write `codes`; they are then in `desk.beam`.
    func write(_ codes: [UInt8], on desk: inout ReadingDesk, _ bounds: BeamSearch.Bounds) {
        desk.lattice.removeAll()
        for place in codes.indices { desk.lattice.append(.latin, at: place, symbols[Int(codes[place])]) }
        desk.evidence.find(codes, elements)
        network.score(&desk.lattice, codes, desk.evidence, elements, &desk.trace)
        desk.beam.search(desk.lattice, ngrams, weight: ngramWeight, Grammar(), bounds)
    }

    /// Appends the Persian letters of a way that was found to those of `desk.spellings`.
    func appendLetters(of way: BeamSearch.End, on desk: inout ReadingDesk) {
        desk.beam.symbols(to: way, into: &desk.tags)
        for symbol in desk.tags {
            for index in starts[Int(symbol)]..<starts[Int(symbol) + 1] { desk.spellings.letters.append(written[index]) }
        }
    }
}
