/// A few units of readings and the Latin that a scheme may write for them: a step of reading Latin back.
struct SchemePiece: Sendable {
    /// The Latin, by scalars.
    var latin: [Unicode.Scalar]
    /// What it may stand for.
    var units: [Reading.Unit]
    /// How unlikely it is beside the others that the same Latin may stand for.
    var cost: Double
    /// Where in a word it may stand.
    var place: Place = .anywhere

    /// A place in a word.
    enum Place: Sendable {
        case anywhere
        /// After a letter, and before the end or a space.
        case atEnd
        /// After a letter.
        case inside
        /// At the start, or after a space or hyphen.
        case atStart
    }
}
