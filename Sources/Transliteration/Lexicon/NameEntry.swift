/// What the lexicon knows about one reading of a name.
public struct NameEntry: Sendable {
    /// What a name is used as.
    public enum Kind: UInt8, Sendable, CaseIterable {
        case given, family, name, foreign, place
        /// Words that stand beside names: titles, the common words of organizations and places, particles. No model learns of them.
        case title, common, particle

        /// Whether it is no name, but stands beside names.
        public var isWord: Bool { self == .title || self == .common || self == .particle }

        /// As the tables write it.
        public var code: String {
            switch self {
            case .given: "given"
            case .family: "family"
            case .name: "name"
            case .foreign: "foreign"
            case .place: "place"
            case .title: "title"
            case .common: "common"
            case .particle: "particle"
            }
        }
    }

    /// Whose name it is, where that is known.
    public enum Gender: UInt8, Sendable, CaseIterable {
        case unknown, female, male, either

        /// As the tables write it; empty when unknown.
        public var code: String {
            switch self {
            case .unknown: ""
            case .female: "f"
            case .male: "m"
            case .either: "fm"
            }
        }
    }

    /// How it is written and heard.
    public let reading: Reading
    /// What it is used as.
    public let kind: Kind
    /// Whose name it is.
    public let gender: Gender
    /// How often it was seen.
    public let count: Int
    /// Its spellings in the press, commonest first.
    public let spellings: [AttestedSpelling]
    /// Its share among the entries of the same spelling.
    public let probability: Double
    /// Whether it is kept from training, to measure the models with.
    public let heldOut: Bool
}
