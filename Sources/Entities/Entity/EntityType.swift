/// What sort of thing an entity is.
public enum EntityType: Hashable, Sendable {
    /// A human being.
    case person
    /// A body of people with a name: state, company, party, agency.
    case organization
    /// Somewhere.
    case place
    /// A given or family name itself, as an entry of a dictionary of names.
    case name
    /// The dictionary does not say.
    case unstated
    /// A type that this program does not know; kept as it was written.
    case other(String)

    /// The types that a dictionary may state, as the text form writes them.
    public static let known: [String: EntityType] = [
        "person": .person, "organization": .organization, "place": .place, "name": .name,
    ]

    /// The type that the text form writes so; the empty text is `unstated`.
    public init(_ text: String) {
        self = text.isEmpty ? .unstated : Self.known[text] ?? .other(text)
    }

    /// As the text form writes it; empty when unstated.
    public var text: String {
        switch self {
        case .person: "person"
        case .organization: "organization"
        case .place: "place"
        case .name: "name"
        case .unstated: ""
        case .other(let text): text
        }
    }
}
