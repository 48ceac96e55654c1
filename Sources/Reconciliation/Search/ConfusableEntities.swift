public import Entities
internal import ICU
public import NameText

/// Two entities of a dictionary that a reader or a matcher could take for one another.
public struct ConfusablePair: Hashable, Sendable {
    /// Why they could be.
    public enum Reason: Hashable, Sendable {
        /// A name of both, but for what normalization takes away.
        case sameName
        /// Names of other letters that look the same: ΑΒ and AB.
        case sameLook
        /// Names that compare as nearly the same.
        case nearName([Evidence])
    }

    /// The one that comes first in the dictionary.
    public var first: EntityID
    /// Its name that the other's was taken for.
    public var firstName: String
    /// The other one.
    public var second: EntityID
    /// Its name.
    public var secondName: String
    /// The probability that the two names are the same.
    public var score: Double
    /// Why.
    public var reason: Reason
    /// The properties that tell the two apart, with both values.
    public var apart: [String]
}

/// Finds the entities of one dictionary whose names are so near that one could be taken for the other.
public struct ConfusableEntities: Sendable {
    private let dictionary: EntityDictionary
    private let reconciler: Reconciler
    private let normalizer: Normalizer

    /// A search in a dictionary by a reconciler over it.
    public init(_ dictionary: EntityDictionary, reconciler: Reconciler, normalizer: Normalizer) {
        self.dictionary = dictionary
        self.reconciler = reconciler
        self.normalizer = normalizer
    }

    /// The pairs whose names compare with at least the score `least`, the nearest first. `progress` hears the number of entities done.
    ///
    /// Weak names, which mean several by themselves, are left out.
    public func pairs(least: Double, progress: (Int) -> Void = { _ in }) -> [ConfusablePair] {
        var found: [[EntityID]: ConfusablePair] = [:]
        func note(_ pair: ConfusablePair) {
            let key = [pair.first, pair.second]
            if pair.score > found[key]?.score ?? -1 { found[key] = pair }
        }
        for index in 0..<dictionary.count {
            for pair in near(index, least) { note(pair) }
            progress(index + 1)
        }
        for pair in alike() where found[[pair.first, pair.second]] == nil { note(pair) }
        return found.values.sorted { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }.map(explained)
    }

    private static func isOwn(_ alias: Alias) -> Bool { [.preferred, .alias, .historical].contains(alias.role) }

    /// The pair with its evidence, which is worth finding only for pairs that are kept.
    private func explained(_ pair: ConfusablePair) -> ConfusablePair {
        guard case .nearName = pair.reason, let index = dictionary.index(of: pair.first) else { return pair }
        let comparer = reconciler.comparer, type = Self.stated(dictionary.type(at: index))
        let names = [pair.firstName, pair.secondName].map { comparer.prepare($0, as: type) }
        var explained = pair
        explained.reason = .nearName(comparer.compare(names[0], names[1]).evidence)
        return explained
    }

    /// A type that names are prepared by.
    private static func stated(_ type: EntityType) -> EntityType? { [.unstated, .other(type.text)].contains(type) ? nil : type }

    private func near(_ index: Int, _ least: Double) -> [ConfusablePair] {
        let entity = dictionary.entity(at: index)
        let type = Self.stated(entity.type)
        return entity.names.filter(Self.isOwn).flatMap { name -> [ConfusablePair] in
            var query = Query(name.text, type: type, limit: 10)
            query.isThorough = true
            query.isExplained = false
            return reconciler.reconcile(query).candidates.compactMap { candidate in
                guard candidate.score >= least, let other = dictionary.index(of: candidate.id), other != index else { return nil }
                let entities = (entity, dictionary.entity(at: other))
                guard entities.1.names.contains(where: { $0.text == candidate.alias && Self.isOwn($0) }) else { return nil }
                let isSame = normalizer.normalized(name.text, for: .search) == normalizer.normalized(candidate.alias, for: .search)
                return pair(
                    index, name.text, other, candidate.alias, candidate.score, isSame ? .sameName : .nearName([]))
            }
        }
    }

    /// Pairs whose names look the same and are written with other letters.
    private func alike() -> [ConfusablePair] {
        var seen: [String: (index: Int, text: String)] = [:], pairs: [ConfusablePair] = []
        for index in 0..<dictionary.count {
            for name in dictionary.entity(at: index).names where Self.isOwn(name) {
                guard let skeleton = try? Confusables.skeleton(of: name.text) else { continue }
                let key = dictionary.type(at: index).text + "\t" + skeleton
                guard let other = seen[key] else {
                    seen[key] = (index, name.text)
                    continue
                }
                let isOther = normalizer.normalized(other.text, for: .search) != normalizer.normalized(name.text, for: .search)
                if other.index != index, isOther { pairs.append(pair(other.index, other.text, index, name.text, 1, .sameLook)) }
            }
        }
        return pairs
    }

    private func pair(_ a: Int, _ aName: String, _ b: Int, _ bName: String, _ score: Double, _ reason: ConfusablePair.Reason)
        -> ConfusablePair
    {
        let (first, firstName, second, secondName) = a < b ? (a, aName, b, bName) : (b, bName, a, aName)
        let entities = (dictionary.entity(at: first), dictionary.entity(at: second))
        return ConfusablePair(
            first: entities.0.id, firstName: firstName, second: entities.1.id, secondName: secondName, score: score, reason: reason,
            apart: Self.apart(entities.0, entities.1))
    }

    private static func apart(_ a: Entity, _ b: Entity) -> [String] {
        ["birthYear", "birthDate", "gender", "role", "kind", "country"].compactMap { key in
            guard let first = a.stated(key), let second = b.stated(key), first != second else { return nil }
            return "\(key): \(first.words) | \(second.words)"
        }
    }
}

extension JSON {
    /// The value for people: a list without its brackets.
    fileprivate var words: String { array?.map(\.words).joined(separator: ", ") ?? string ?? text }
}
