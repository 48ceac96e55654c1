internal import Lexicon

/// Trains a `SpellingModel` on the spellings of names in one script.
struct SpellingTrainer {
    private var ngrams: NGramTrainer

    /// - Parameter order: how many letters an n-gram has at most.
    init(order: Int) { ngrams = NGramTrainer(order: order, discount: 0.85) }

    /// Adds a spelling: small Latin letters, or the numbers of Persian ones.
    mutating func add(_ letters: some Sequence<UInt8>, weight: Float) {
        ngrams.add(letters.compactMap(SpellingModel.symbol), weight: weight)
    }

    /// The model as it lies in an archive.
    func bytes(pruning: Float) -> [UInt8] { ngrams.bytes(pruning: pruning) }
}
