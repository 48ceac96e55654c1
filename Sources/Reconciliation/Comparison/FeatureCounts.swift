/// What is counted when two names are compared, one number a feature, in the order in which the table of weights has them.
protocol FeatureCounts: Sendable {
    associatedtype Feature: CaseIterable & RawRepresentable & Sendable where Feature.RawValue == Int

    subscript(feature: Feature) -> Double { get }

    /// What the features come to with a weight each.
    func weighed(_ weights: [Double]) -> Double
}

extension FeatureCounts {
    /// How many features there are.
    static var count: Int { Feature.allCases.count }

    /// The counts, in the order of the features.
    var array: [Double] { Feature.allCases.map { self[$0] } }
}
