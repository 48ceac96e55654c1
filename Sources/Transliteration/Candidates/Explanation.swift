/// Why a word is read as it is.
public struct Explanation: Sendable {
    /// The candidates with their readings, best first.
    public var candidates: [Candidate]
    /// The elements that make up the word, where it is made of elements: how each is read and what it is.
    public var parts: [(persian: String, kind: String)]
    /// What decided, as a phrase.
    public var decided: String
}

extension Transliterator {
    /// Why `word` is written as it is: its reading, where it came from, the runners-up and what decided.
    public func explanation(of word: String, to script: TargetScript, _ options: TransliterationOptions = .init()) -> Explanation {
        var options = options
        options.limit = max(options.limit, 4)
        let candidates = candidates(for: word, to: script, options)
        let letters = PersianLetters.codes(of: word)
        var parts: [(persian: String, kind: String)] = []
        if !letters.isEmpty, let reader = models?.persian {
            parts = ElementEvidence(letters, reader.elements).parts.map { match in
                (PersianLetters.text(of: letters[match.start..<match.end]), "\(match.kind)")
            }
        }
        let decided: String =
            switch candidates.first?.origin {
            case .lexicon:
                if candidates.count > 1, candidates[0].reading != candidates[1].reading {
                    "the commonest of the readings in the lexicon"
                } else {
                    "the commonest spelling in the lexicon"
                }
            case .compound: "the model, which found known elements"
            case .model: "the model"
            case .copied, nil: "nothing to read"
            }
        return Explanation(candidates: candidates, parts: parts, decided: decided)
    }
}
