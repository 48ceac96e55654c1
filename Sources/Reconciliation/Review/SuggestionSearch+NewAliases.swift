internal import Entities
internal import NameText

/// The names that were met and that a dictionary lacks, each once with its count: memory is bounded by them, not by the mentions.
public struct UnknownNames: Sendable {
    private let dictionary: EntityDictionary
    private let normalizer: Normalizer
    fileprivate var met: [String.UTF8ViewCopy: (mention: Mention, count: Int)] = [:]

    fileprivate init(_ dictionary: EntityDictionary, _ normalizer: Normalizer) {
        self.dictionary = dictionary
        self.normalizer = normalizer
    }

    /// How many different ones there are so far.
    public var count: Int { met.count }

    /// Takes in a mention; one whose name the dictionary has says nothing new.
    public mutating func add(_ mention: Mention) {
        let key = String.UTF8ViewCopy(mention.name)
        if met[key] != nil {
            met[key]!.count += mention.count
        } else if dictionary.aliases(spelled: Array(normalizer.normalized(mention.name, for: .search).utf8)).isEmpty {
            met[key] = (mention, mention.count)
        }
    }
}

extension SuggestionSearch {
    /// A collection, empty so far, of names that the dictionary lacks.
    public var unknownNames: UnknownNames { UnknownNames(dictionary, reconciler.comparer.preparer.normalizer) }

    /// Names that the dictionary lacks, each with the entity that it most likely means; the likeliest first.
    public func newAliases(among names: UnknownNames, least: Double, progress: (Int) -> Void = { _ in }) -> [ReviewSuggestion] {
        var found: [ReviewSuggestion] = [], done = 0
        for (mention, count) in names.met.values.sorted(by: { $0.mention.name < $1.mention.name }) {
            done += 1
            progress(done)
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
