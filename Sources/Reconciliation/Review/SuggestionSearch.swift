public import Entities

/// Looks through a dictionary for what a person should decide.
public struct SuggestionSearch: Sendable {
    let dictionary: EntityDictionary
    let reconciler: Reconciler

    /// A search in a dictionary by a reconciler over it.
    public init(_ dictionary: EntityDictionary, reconciler: Reconciler) {
        self.dictionary = dictionary
        self.reconciler = reconciler
    }

    /// Entities that may be one, or that only share a name; the nearest first.
    public func pairs(least: Double, progress: (Int) -> Void = { _ in }) -> [ReviewSuggestion] {
        let search = ConfusableEntities(dictionary, reconciler: reconciler, normalizer: reconciler.comparer.preparer.normalizer)
        return search.pairs(least: least, progress: progress).map { pair in
            let isNamesake = !pair.apart.isEmpty && reconciler.comparer.thresholds.decision(pair.score) == .match
            var evidence: [Evidence] = []
            if case .nearName(let found) = pair.reason { evidence = found }
            return ReviewSuggestion(
                kind: isNamesake ? .namesake : .merge, subject: .pair(pair.first, pair.second),
                labels: .init(a: pair.firstName, b: pair.secondName), score: pair.score, evidence: evidence, likeness: pair.reason,
                apart: pair.apart)
        }
    }
}
