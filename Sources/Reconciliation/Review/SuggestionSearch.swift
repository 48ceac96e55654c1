public import Entities
internal import NameText

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

    /// Names that were met and that the dictionary lacks, each with the entity that they most likely mean; the likeliest first.
    public func newAliases(of mentions: [Mention], least: Double, progress: (Int) -> Void = { _ in }) -> [ReviewSuggestion] {
        var counts: [String.UTF8ViewCopy: (mention: Mention, count: Int)] = [:]
        for mention in mentions { counts[.init(mention.name), default: (mention, 0)].count += mention.count }
        var found: [ReviewSuggestion] = [], done = 0
        for (mention, count) in counts.values.sorted(by: { $0.mention.name < $1.mention.name }) {
            done += 1
            progress(done)
            let normalizer = reconciler.comparer.preparer.normalizer
            let form = Array(normalizer.normalized(mention.name, for: .search).utf8)
            guard dictionary.aliases(spelled: form).isEmpty else { continue }
            let answer = reconciler.reconcile(Query(mention.name, type: mention.type, limit: 1))
            guard answer.decision != .none, let best = answer.candidates.first, best.score >= least else { continue }
            found.append(
                ReviewSuggestion(
                    kind: .newAlias, subject: .names(best.id, [mention.name]), labels: .init(a: best.alias), score: best.score,
                    evidence: best.evidence, count: count))
        }
        return found.sorted { ($1.score, $1.count) < ($0.score, $0.count) }
    }
}
