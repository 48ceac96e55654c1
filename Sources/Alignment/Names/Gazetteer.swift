public import Entities
public import NameText
public import Reconciliation

/// What dictionaries know about names: asked while names are linked.
public struct Gazetteer: Sendable {
    private let dictionaries: [EntityDictionary]
    private let normalizer: Normalizer
    private let reconciler: Reconciler

    /// A gazetteer over dictionaries that the reconciler searches too.
    public init(_ dictionaries: [EntityDictionary], reconciler: Reconciler, normalizer: Normalizer) {
        self.dictionaries = dictionaries
        self.reconciler = reconciler
        self.normalizer = normalizer
    }

    /// An entity of one of the dictionaries.
    struct Known: Hashable {
        var dictionary: Int
        var index: Int
        /// The spelling is one that others may share, such as a surname alone.
        var isWeak = false

        static func == (a: Known, b: Known) -> Bool { a.dictionary == b.dictionary && a.index == b.index }
        func hash(into hasher: inout Hasher) {
            hasher.combine(dictionary)
            hasher.combine(index)
        }
    }

    /// Entities that are spelled so, letter for letter after normalization.
    func entities(spelled text: String) -> [Known] {
        let form = Array(normalizer.normalized(text, for: .search).utf8)
        guard !form.isEmpty else { return [] }
        var found: [Known] = []
        for (place, dictionary) in dictionaries.enumerated() {
            for alias in dictionary.aliases(spelled: form) {
                let entity = Known(
                    dictionary: place, index: dictionary.entity(ofAlias: Int(alias)), isWeak: dictionary.role(ofAlias: Int(alias)) == .weak)
                if !found.contains(entity) { found.append(entity) }
            }
        }
        return found
    }

    func id(of entity: Known) -> String { dictionaries[entity.dictionary].id(at: entity.index).rawValue }

    /// Everything that the dictionary says of an entity.
    func entity(_ known: Known) -> Entity { dictionaries[known.dictionary].entity(at: known.index) }

    /// The entity of an id, in the first dictionary that has it.
    func entity(id: String) -> Entity? {
        for dictionary in dictionaries {
            if let index = dictionary.index(of: EntityID(id)) { return dictionary.entity(at: index) }
        }
        return nil
    }

    func kind(of entity: Known) -> NameLink.Kind {
        switch dictionaries[entity.dictionary].type(at: entity.index) {
        case .person: .person
        case .organization: .organization
        case .place: .place
        case .name, .unstated, .other: .other
        }
    }

    /// The entity that both spellings match, when exactly one does.
    func entity(english: String, persian: String, kind: NameLink.Kind) -> (id: String, kind: NameLink.Kind)? {
        let type: EntityType? =
            switch kind {
            case .person: .person
            case .organization: .organization
            case .place: .place
            case .other, .date, .number: nil
            }
        let here = reconciler.reconcile(Query(english, type: type, limit: 3))
        guard here.decision == .match, let best = here.candidates.first else { return nil }
        let there = reconciler.reconcile(Query(persian, type: type, limit: 3))
        guard there.decision != .none, there.candidates.contains(where: { $0.id == best.id }) else { return nil }
        return (best.id.rawValue, Self.kind(best.type))
    }

    private static func kind(_ type: EntityType) -> NameLink.Kind {
        switch type {
        case .person: .person
        case .organization: .organization
        case .place: .place
        case .name, .unstated, .other: .other
        }
    }
}
