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

    /// Whether nothing is left to compare: no letters, or titles only.
    public var isEmpty: Bool { tokens.isEmpty }
}
