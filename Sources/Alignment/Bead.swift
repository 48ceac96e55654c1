/// Sentences of the two articles that say the same, or a sentence of one that the other leaves out.
public struct Bead: Hashable, Sendable {
    /// Indices of English sentences, ascending, from 0; empty when the Persian sentence stands alone.
    public var english: [Int]
    /// Indices of Persian sentences, ascending, from 0; empty when the English sentence stands alone.
    public var persian: [Int]
    /// How sure it is that these and only these correspond, 0...1.
    public var score: Double
    /// The names, dates and numbers that correspond inside it.
    public var names: [NameLink]

    /// A bead as it is found.
    public init(english: [Int], persian: [Int], score: Double, names: [NameLink] = []) {
        self.english = english
        self.persian = persian
        self.score = score
        self.names = names
    }

    /// Whether both sides have sentences.
    public var isTwoSided: Bool { !english.isEmpty && !persian.isEmpty }
}
