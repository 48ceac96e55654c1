/// One Latin spelling of a name, and how often it was seen.
public struct AttestedSpelling: Hashable, Sendable {
    /// As it was written.
    public var latin: String
    /// How often.
    public var count: Int

    /// A spelling seen `count` times.
    public init(_ latin: String, count: Int) {
        self.latin = latin
        self.count = count
    }

    /// A spelling with the capitals of a name, when it was all in small letters or all in capitals.
    static func titled(_ spelling: String) -> String {
        let scalars = spelling.unicodeScalars
        guard let first = scalars.first else { return spelling }
        let allCapitals = spelling.utf8.count > 2 && scalars.allSatisfy { !$0.properties.isLowercase }
        guard first.properties.isLowercase || allCapitals else { return spelling }
        return (allCapitals ? spelling.lowercased() : spelling).split(separator: " ", omittingEmptySubsequences: false)
            .map { Scheme.capitalized(String($0)) }.joined(separator: " ")
    }
}
