/// A name made ready for comparison: its words with all that comparing needs of them.
public struct ComparableName: Sendable, Hashable {
    /// By which rules a name is compared.
    enum Kind: UInt8, Sendable {
        case person, organization, place
    }

    var kind: Kind
    /// Title words stand apart: they are told of, but a name is the same without them.
    var titles: [ComparableToken] = []
    /// Given names and initials first, then the family name.
    var tokens: [ComparableToken] = []
    /// Where the family name begins among the tokens.
    var family = 0
    /// The name in its search form, words joined.
    var joined: [UInt8] = []
    /// First letters of the words that an acronym takes, where there are several.
    var acronym: [UInt8] = []

    /// Names whose words are less rare together, in tenths of a nat, are borne by many.
    static let commonRarity = 75

    /// Whether many people have such a name: about one in two thousand or more, as محمد حسینی.
    var isCommon: Bool {
        guard kind == .person, tokens.count > 1 else { return false }
        return tokens.reduce(0) { $0 + ($1.isInitial || $1.role == .particle ? 0 : Int($1.rarity)) } < Self.commonRarity
    }

    /// Whether nothing is left to compare: no letters, or titles only.
    public var isEmpty: Bool { tokens.isEmpty }
}
