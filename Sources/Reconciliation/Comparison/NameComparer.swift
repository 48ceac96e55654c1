public import Entities
public import Lexicon
public import NameText

/// Says whether two spellings are the same name, how surely, and why. Safe to share between threads.
public struct NameComparer: Sendable {
    let costs: SpellingCosts
    let model: DecisionModel
    let words: NameWords
    let preparer: NamePreparer
    /// From which score on names match.
    public var thresholds = Thresholds.standard

    /// A comparer over the sections that `compile` wrote.
    public init(_ lexicon: Archive, vocabulary: Vocabulary, normalizer: Normalizer) throws(ArchiveError) {
        costs = SpellingCosts(try lexicon.required(SpellingCosts.section))
        model = DecisionModel(try lexicon.required(DecisionModel.section))
        words = try NameWords(lexicon)
        preparer = NamePreparer(vocabulary: vocabulary, normalizer: normalizer, knowledge: try NameKnowledge(lexicon), words: words)
    }

    /// Makes a name ready to be compared many times; by the rules for its type, or for what its words say that it is.
    public func prepare(_ name: String, as type: EntityType? = nil) -> ComparableName {
        preparer.prepare(name, kind: ComparableName.Kind(type))
    }

    /// Compares two names in any scripts; by the rules for `type`, or for what their words say that they are.
    public func compare(_ a: String, _ b: String, type: EntityType? = nil) -> Comparison {
        var kind = ComparableName.Kind(type)
        if kind == nil {
            // One name may say what both are: «IRNA» does not, "Islamic Republic News Agency" does.
            let kinds = [preparer.inferredKind(of: a), preparer.inferredKind(of: b)]
            kind = kinds.first { $0 != .person } ?? (Self.isAcronym(a) || Self.isAcronym(b) ? .organization : .person)
        }
        return compare(preparer.prepare(a, kind: kind), preparer.prepare(b, kind: kind))
    }

    /// A word of a few capitals, as acronyms are written.
    private static func isAcronym(_ name: String) -> Bool {
        name.utf8.count > 2 && name.utf8.count < 6 && name.utf8.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    }

    /// Compares two prepared names of one type.
    public func compare(_ a: ComparableName, _ b: ComparableName) -> Comparison {
        let (score, evidence) = evaluate(a, b)
        return Comparison(score: score, decision: thresholds.decision(score), evidence: evidence)
    }

    /// The probability alone, for inner loops.
    public func score(_ a: ComparableName, _ b: ComparableName) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        switch a.kind {
        case .person: return PersonComparison(a, b, self).probability
        case .organization, .place: return OrganizationComparison(a, b, self).probability
        }
    }

    private func evaluate(_ a: ComparableName, _ b: ComparableName) -> (Double, [Evidence]) {
        guard !a.isEmpty, !b.isEmpty else {
            return (0, [Evidence(part: "name", rule: "empty", detail: "nothing to compare in one of the names", weight: 0)])
        }
        switch a.kind {
        case .person:
            let comparison = PersonComparison(a, b, self)
            return (comparison.probability, comparison.evidence)
        case .organization, .place:
            let comparison = OrganizationComparison(a, b, self)
            return (comparison.probability, comparison.evidence)
        }
    }
}

extension ComparableName.Kind {
    /// The rules for a type, or nil for one that says nothing of them.
    init?(_ type: EntityType?) {
        switch type {
        case .person?, .name?: self = .person
        case .organization?: self = .organization
        case .place?: self = .place
        default: return nil
        }
    }
}
