public import Lexicon

/// English words and the Persian words that translate them, each pair with the share of its uses that it stands for.
public struct WordLexicon: Sendable {
    /// A Persian word that may translate an English one.
    struct Translation {
        /// The word's number; `persian(_:)` gives the same for the word.
        var word: UInt32
        /// How sure a meeting of the two is to be a translation, 0...1.
        var strength: Float
        /// Whether the pair names a country, language, currency or the like: that is a name, not a word.
        var isName: Bool
    }

    private let english: KeyTable
    private let persian: KeyTable
    /// Pairs of words, as the compiled form holds them.
    public let pairCount: Int

    /// Opens the word lexicon of a compiled archive.
    public init(_ archive: Archive) throws(ArchiveError) {
        english = KeyTable(try archive.required("words.english"))
        persian = KeyTable(try archive.required("words.persian"))
        pairCount = Int(try archive.required("words.count").u32(at: 0))
    }

    /// The number of a folded Persian word, or nil when no pair holds it.
    func persian(_ key: Word) -> UInt32? { persian[key.bytes].first }

    /// Translations of an English word in its lower-case form.
    func translations(of key: Word) -> [Translation] {
        english[key.bytes].map { packed in
            Translation(word: packed >> 9, strength: Float(packed & 0xFF) / 255, isName: packed & 0x100 != 0)
        }
    }
}
