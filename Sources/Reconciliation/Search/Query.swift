public import Entities

/// A name to be found, and what else is known of its bearer.
public struct Query: Sendable, Hashable {
    /// The name, in any script.
    public var name: String
    /// Only entities of this type; those of unstated type are always looked at.
    public var type: EntityType?
    /// How many candidates are wanted.
    public var limit: Int
    /// A year of birth: it decides between namesakes, and speaks against those born in another year.
    public var birthYear: Int?
    /// Other properties, compared as text: gender, country, role, place, …
    public var properties: [String: String]
    /// Whether each candidate says why: without it an answer takes less time.
    public var isExplained = true

    /// Whether names one slip away are looked for also where a likely one is found, as a search for whatever is near wants it.
    var isThorough = false

    /// Whether nothing but the name, and perhaps the type, is known.
    var isByNameAlone: Bool { birthYear == nil && properties.isEmpty }

    /// A query by name alone, or with what else is known.
    public init(_ name: String, type: EntityType? = nil, limit: Int = 5, birthYear: Int? = nil, properties: [String: String] = [:]) {
        self.name = name
        self.type = type
        self.limit = limit
        self.birthYear = birthYear
        self.properties = properties
    }
}

/// What reconciling a query came to.
public struct Reconciliation: Sendable, Hashable {
    /// What a reconciliation comes to.
    public enum Decision: String, Sendable, CaseIterable {
        /// The first candidate is the one meant.
        case match
        /// A person should choose among the candidates.
        case review
        /// Nothing in the dictionary has such a name.
        case none
    }

    /// An entity that may be meant.
    public struct Candidate: Sendable, Hashable {
        /// The entity's id.
        public var id: EntityID
        /// The entity's label.
        public var name: String
        /// The entity's type.
        public var type: EntityType
        /// The alias that was met.
        public var alias: String
        /// The probability that the alias and the query are the same name.
        public var score: Double
        /// Why.
        public var evidence: [Evidence]
    }

    /// What it came to.
    public var decision: Decision
    /// Who may be meant, best first.
    public var candidates: [Candidate]
}
