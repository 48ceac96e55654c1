/// Brings names and running text to one of two forms: see `Profile`. `Rule.all` lists what it does.
///
/// Idempotent in both profiles, and `search(display(x)) == search(x)`. Safe to share between threads.
public struct Normalizer: Sendable {
    private let vocabulary: Vocabulary
    private let table = ScalarTable.shared

    /// Lists print names in so few bytes; a longer text keeps its order.
    private static let longestListedName = 600

    /// A normalizer that joins, parts and recognises words by `vocabulary`.
    public init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// The text in the form that `profile` asks for.
    ///
    /// - Complexity: linear.
    public func normalized(_ text: String, for profile: Profile) -> String {
        var output: [UInt8] = []
        normalize(Array(text.utf8), for: profile, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Replaces `output` by the form of `utf8` that `profile` asks for; for inner loops, which keep one buffer.
    ///
    /// - Precondition: `utf8` is valid UTF-8.
    public func normalize(_ utf8: [UInt8], for profile: Profile, into output: inout [UInt8]) {
        switch profile {
        case .display: output = draft(utf8, explained: false).bytes
        case .search: search(utf8, into: &output)
        }
    }

    /// Every change that normalizing `text` makes, rule after rule, with its place in `text`.
    public func changes(in text: String, for profile: Profile) -> [Change] {
        let draft = draft(Array(text.utf8), explained: true)
        let changes = draft.changes ?? []
        return profile == .display ? changes : changes + SearchChanges(draft, vocabulary.words).changes
    }

    private func draft(_ utf8: [UInt8], explained: Bool) -> Draft {
        var draft = Draft(utf8, table, explained: explained)
        draft.restore(vocabulary.words)
        draft.correctSpaces()
        draft.correctMarks()
        draft.correctPunctuation()
        draft.correctOldHeEndings()
        draft.correctWords(vocabulary.words)
        draft.correctLatinName(vocabulary.words)
        return draft
    }

    private func search(_ utf8: [UInt8], into output: inout [UInt8]) {
        // The buffer goes from hand to hand, so that it is never copied.
        var buffer: [UInt8] = []
        swap(&buffer, &output)
        var folding = Folding(table, vocabulary.words, reusing: buffer, keepsTokens: false, partsCompounds: true)
        buffer = []
        let outcome = folding.fold(utf8, isDisplayed: false)
        if outcome == .needsDisplay || folding.output.count <= Self.longestListedName && Self.mayBeListed(utf8) {
            let displayed = draft(utf8, explained: false).bytes
            folding = Folding(table, vocabulary.words, keepsTokens: false)
            _ = folding.fold(displayed, isDisplayed: true)
            if folding.isInteresting || folding.hasCompound { folding.joinWords() }
        } else if folding.isInteresting {
            if folding.hasCompound {
                folding = Folding(table, vocabulary.words, keepsTokens: false)
                _ = folding.fold(utf8, isDisplayed: false)
            }
            folding.joinWords()
        }
        output = folding.output
        if folding.hasNewCase {
            let once = output
            search(once, into: &output)
        }
    }

    /// Whether a text may be a name as lists print it: a comma, or two capitals side by side.
    private static func mayBeListed(_ utf8: [UInt8]) -> Bool {
        guard let first = utf8.first, first < 0xD8 else { return false }
        var wasCapital = false
        for byte in utf8 {
            if byte == 0x2C { return true }
            let isCapital = byte >= 0x41 && byte <= 0x5A
            if isCapital && wasCapital { return true }
            wasCapital = isCapital
        }
        return false
    }
}
