internal import Glibc
internal import Lexicon

/// Weighs what was counted into a probability: a logistic regression whose weights were learnt on attested pairs.
struct DecisionModel: Sendable {
    /// One weight a feature, in their order.
    var weights: [Double]

    /// The probability that names with these counts are the same name.
    func probability(_ features: some FeatureCounts) -> Double { 1 / (1 + exp(-features.weighed(weights))) }
}

/// A model for each way in which names are compared.
struct DecisionModels: Sendable {
    static let section = "reconciliation.weights"

    var person = DecisionModel(weights: [Double](repeating: 0, count: PersonFeatures.count))
    var organization = DecisionModel(weights: [Double](repeating: 0, count: OrganizationFeatures.count))
    var place = DecisionModel(weights: [Double](repeating: 0, count: OrganizationFeatures.count))

    subscript(kind: ComparableName.Kind) -> DecisionModel {
        get {
            switch kind {
            case .person: person
            case .organization: organization
            case .place: place
            }
        }
        set {
            switch kind {
            case .person: person = newValue
            case .organization: organization = newValue
            case .place: place = newValue
            }
        }
    }

    /// The features' names in their order, as the table has them.
    static func features(_ kind: ComparableName.Kind) -> [String] {
        switch kind {
        case .person: PersonFeatures.Feature.allCases.map { "\($0)" }
        case .organization, .place: OrganizationFeatures.Feature.allCases.map { "\($0)" }
        }
    }

    /// The range of each feature's weight.
    static func bounds(_ kind: ComparableName.Kind) -> [ClosedRange<Double>] {
        switch kind {
        case .person: PersonFeatures.Feature.allCases.map(\.bounds)
        case .organization, .place: OrganizationFeatures.Feature.allCases.map(\.bounds)
        }
    }

    /// Reads the table of weights: columns `kind`, `feature` and `weight`.
    init(path: String) throws(TableError) {
        for row in try TableFile(path: path, columns: ["kind", "feature", "weight"], optional: ["source"]).rows {
            guard let kind = ComparableName.Kind(label: row[0]) else {
                throw .cell(file: path, line: row.line, column: "kind", found: row[0], expected: "person, organization or place")
            }
            guard let feature = Self.features(kind).firstIndex(of: row[1]), let weight = Double(row[2]) else {
                throw .cell(file: path, line: row.line, column: "feature", found: row[1], expected: "a feature of such names and a number")
            }
            self[kind].weights[feature] = weight
        }
    }

    /// The table as `init(path:)` reads it.
    func table(source: String) -> String {
        var table = "kind\tfeature\tweight\tsource\n"
        for kind in ComparableName.Kind.allCases.sorted(by: { $0.label < $1.label }) {
            for (feature, weight) in zip(Self.features(kind), self[kind].weights).sorted(by: { $0.0 < $1.0 }) {
                table += "\(kind.label)\t\(feature)\t\((weight * 1000).rounded() / 1000)\t\(source)\n"
            }
        }
        return table
    }

    func compiled() -> [UInt8] {
        var bytes: [UInt8] = []
        for kind in ComparableName.Kind.allCases {
            for weight in self[kind].weights { bytes.append(littleEndian: UInt64(weight.bitPattern)) }
        }
        return bytes
    }

    /// The weights in the section that `compiled` wrote.
    init(_ archive: Archive) throws(ArchiveError) {
        let bytes = try archive.required(Self.section), count = ComparableName.Kind.allCases.reduce(0) { $0 + Self.features($1).count }
        guard bytes.count == 8 * count else {
            throw .malformedSection(
                path: archive.path, section: Self.section,
                reason: "it has \(bytes.count / 8) weights, and this program has \(count) features")
        }
        var at = 0
        for kind in ComparableName.Kind.allCases {
            for feature in self[kind].weights.indices {
                self[kind].weights[feature] = Double(bitPattern: bytes.u64(at: at))
                at += 8
            }
        }
    }
}

extension ComparableName.Kind {
    /// The kind as tables write it.
    var label: String { "\(self)" }

    init?(label: String) {
        guard let kind = Self.allCases.first(where: { $0.label == label }) else { return nil }
        self = kind
    }
}
