/// Why a text is not JSON, and in which column (from 1, in bytes).
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1, in bytes.
    public var column: Int
    /// What was expected there, in words.
    public var expected: String

    /// A place and what should stand there.
    public init(column: Int, expected: String) {
        self.column = column
        self.expected = expected
    }

    /// The place and what should stand there.
    public var description: String { "column \(column): not JSON: \(expected)" }
}
