public import Entities
public import Lexicon
public import NameText
public import Transliteration

/// Says whether two spellings are the same name, how surely, and why. Safe to share between threads.
public struct NameComparer: Sendable {
    let costs: SpellingCosts
    let models: DecisionModels
    let words: NameWords
    let preparer: NamePreparer
    /// From which score on names match.
    public var thresholds = Thresholds.standard

    /// Reads words that the lexicon lacks, where letters leave it open whether two are the same name.
    private let reader: @Sendable () -> Transliterator?

    /// A comparer over the sections that `compile` wrote; `reader` is asked only when letters do not decide.
    public init(
        _ lexicon: Archive, vocabulary: Vocabulary, normalizer: Normalizer, reader: @escaping @Sendable () -> Transliterator? = { nil }
    ) throws(ArchiveError) {
        self.reader = reader
        costs = SpellingCosts(try lexicon.required(SpellingCosts.section))
        models = try DecisionModels(lexicon)
        words = try NameWords(lexicon)
        preparer = NamePreparer(
            vocabulary: vocabulary, normalizer: normalizer, knowledge: try NameKnowledge(lexicon), words: words,
            acronyms: try AttestedAcronyms(lexicon))
    }

    /// Makes a name ready to be compared many times; by the rules for its type, or for what its words say that it is.
    public func prepare(_ name: String, as type: EntityType? = nil) -> ComparableName {
        preparer.prepare(name, kind: ComparableName.Kind(type))
    }

    /// Compares two names in any scripts; by the rules for `type`, or for what their words say that they are.
    public func compare(_ a: String, _ b: String, type: EntityType? = nil, explained: Bool = true) -> Comparison {
        var kind = ComparableName.Kind(type)
        if kind == nil {
            // One name may say what both are: «IRNA» does not, "Islamic Republic News Agency" does.
            let kinds = [preparer.inferredKind(of: a), preparer.inferredKind(of: b)]
            kind = kinds.first { $0 != .person } ?? (Self.isAcronym(a) || Self.isAcronym(b) ? .organization : .person)
            // Urmia and «ارومیه» are nobody's name.
            if kind == .person, preparer.haveOneMeaning(a, b) { kind = .place }
        }
        var comparison = compare(preparer.prepare(a, kind: kind), preparer.prepare(b, kind: kind), explained: explained)
        if comparison.score > 0, comparison.score < Self.sameSpelling, searchForm(a) == searchForm(b) {
            comparison.score = Self.sameSpelling
            comparison.decision = thresholds.decision(comparison.score)
            if explained { comparison.evidence.append(Evidence(part: "name", rule: "same", detail: "both are spelt so", weight: 3)) }
        }
        return comparison
    }

    /// The least score of two names that are spelt the same, however little their words tell: «Iran» and «Iran».
    static let sameSpelling = 0.97

    private func searchForm(_ name: String) -> [UInt8] {
        var form: [UInt8] = []
        preparer.normalizer.normalize(Array(name.utf8), for: .search, into: &form)
        return form
    }

    /// A word of a few capitals, as acronyms are written.
    private static func isAcronym(_ name: String) -> Bool {
        name.utf8.count > 2 && name.utf8.count < 6 && name.utf8.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    }

    /// Compares two prepared names of one type; without evidence where it is not asked for.
    public func compare(_ a: ComparableName, _ b: ComparableName, explained: Bool = true) -> Comparison {
        var (a, b) = (a, b), score = score(a, b)
        if a.kind == .person, Self.doubt.contains(score), let x = read(a), let y = read(b) {
            (a, b) = (x, y)
            score = self.score(a, b)
        }
        return Comparison(score: score, decision: thresholds.decision(score), evidence: explained ? evidence(a, b) : [])
    }

    /// Scores that letters leave open.
    static let doubt = 0.00001..<0.97

    /// A name with the words that the lexicon lacks read; nil without a reader.
    func read(_ name: ComparableName) -> ComparableName? { reader().map { preparer.read(name, by: $0) } }

    /// The probability alone, for inner loops: by letters and by what the lexicon knows.
    public func score(_ a: ComparableName, _ b: ComparableName) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        switch a.kind {
        case .person: return PersonComparison(a, b, self).probability
        case .organization, .place: return OrganizationComparison(a, b, self).probability
        }
    }

    private func evidence(_ a: ComparableName, _ b: ComparableName) -> [Evidence] {
        guard !a.isEmpty, !b.isEmpty else {
            return [Evidence(part: "name", rule: "empty", detail: "nothing to compare in one of the names", weight: 0)]
        }
        switch a.kind {
        case .person: return PersonComparison(a, b, self).evidence
        case .organization, .place: return OrganizationComparison(a, b, self).evidence
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
