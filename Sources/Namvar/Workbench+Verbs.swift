public import Entities
public import NameText
public import Reconciliation
internal import Transliteration

/// What most callers want, in one call each, on names as they are found.
extension Workbench {
    /// The name as a careful editor would print it or, for `.search`, in the one form of everything that should be found together.
    public func normalized(_ name: String, for profile: Profile = .display) throws -> String {
        try normalizer.normalized(name, for: profile)
    }

    /// How the name is most likely written in Latin letters; the everyday newspaper spelling.
    public func romanized(_ name: String) throws -> String {
        try transliterator.candidates(for: name, to: .latin).first?.text ?? name
    }

    /// How the name is most likely written in Persian.
    public func persian(_ name: String) throws -> String {
        try transliterator.candidates(for: name, to: .persian).first?.text ?? name
    }

    /// Whether two spellings, in any scripts, are the same name; how surely, and why.
    public func compare(_ a: String, _ b: String) throws -> Comparison {
        try comparer.compare(a, b)
    }

    /// The entities that a spelling may stand for, best first, and whether one of them is certain.
    public func reconcile(_ name: String, type: EntityType? = nil, limit: Int = 5) throws -> Reconciliation {
        try reconciler.reconcile(Query(name, type: type, limit: limit))
    }
}
