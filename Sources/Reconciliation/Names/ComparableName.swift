internal import Lexicon

/// A name made ready for comparison: its words with all that comparing needs of them.
public struct ComparableName: Sendable {
    /// By which rules a name is compared.
    enum Kind: UInt8, Sendable, CaseIterable {
        case person, organization, place
    }

    var kind: Kind
    /// Given names and initials first, then the family name.
    var tokens: [ComparableToken] = []
    /// Title words stand apart: they are told of, but a name is the same without them.
    var titles: [ComparableToken] = []
    /// Where the family name begins among the tokens.
    var family = 0
    /// Which of the name it is, the second or the younger: 2; 0 where nothing says so.
    var number: UInt8 = 0
    /// First letters of the words that an acronym takes, where there are several.
    var acronym: [UInt8] = []
    /// What the words' runs of bytes lie in: the name's own memory, or a dictionary's file.
    var bytes = Bytes([])

    /// Names whose words are less rare together, in tenths of a nat, are borne by many.
    static let commonRarity = 75

    /// Whether many people have such a name: about one in two thousand or more, as محمد حسینی.
    var isCommon: Bool {
        guard kind == .person, tokens.count > 1 else { return false }
        return tokens.reduce(0) { $0 + ($1.isInitial || $1.role == .particle ? 0 : Int($1.rarity)) } < Self.commonRarity
    }

    /// Whether a person's name has «شاه» in it as a word.
    var isRoyal: Bool { titles.contains { isShah($0) } || tokens.contains { isShah($0) } }

    private static let shah = ["shah", "شاه"].map { Array($0.utf8) }

    private func isShah(_ token: ComparableToken) -> Bool {
        (token.textCount == 4 || token.textCount == 6) && Self.shah.contains(textBytes(token))
    }

    /// Whether nothing is left to compare: no letters, or titles only.
    public var isEmpty: Bool { tokens.isEmpty }

    /// Whether the name is mostly written in Persian letters.
    var isPersian: Bool { tokens.last?.isPersian ?? false }

    /// A word in its search form.
    func text(_ token: ComparableToken) -> String { bytes[token.text].string }

    /// Words in their search form, with spaces between.
    func text(_ range: Range<Int>) -> String { tokens[range].map(text).joined(separator: " ") }

    /// A word's text as bytes.
    func textBytes(_ token: ComparableToken) -> [UInt8] { bytes[token.text].array }

    /// A word's sound classes.
    func skeleton(_ token: ComparableToken) -> [UInt8] { bytes[token.skeleton].array }
}
