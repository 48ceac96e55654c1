internal import Lexicon

/// How well a word is spelt, whatever it spells: an n-gram model of the letters of one script, by which spellings are weighed that were found letter
/// by letter of the other.
struct SpellingModel: Sendable {
    private let ngrams: NGramModel

    init(_ bytes: Bytes) { ngrams = NGramModel(bytes) }

    /// The logarithm of the probability of a spelling: small Latin letters, or the numbers of Persian ones.
    func score(_ letters: ArraySlice<UInt8>) -> Float {
        var state = ngrams.start
        var sum: Float = 0
        for letter in letters {
            guard let symbol = Self.symbol(letter) else { continue }
            let (score, next) = ngrams.step(state, symbol)
            sum += score
            state = next
        }
        return sum + ngrams.step(state, NGramModel.end).score
    }

    /// The symbol of a letter; `nil` for what tells nothing: spaces, and a hamza on no seat. Letters with a hamza are the letters that bear it.
    static func symbol(_ letter: UInt8) -> Int? {
        if letter >= UInt8(ascii: "a") { return Int(letter - UInt8(ascii: "a")) + 1 }
        if letter == PersianLetters.space || letter == PersianLetters.hamza { return nil }
        return Int(PersianLetters.withoutHamza(letter))
    }
}
