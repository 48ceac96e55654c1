/// How many English and how many Persian sentences a bead joins.
struct BeadShape: Hashable {
    var english: Int
    var persian: Int
    /// Two single beads that cross: neighbours exchanged, the commonest break of the order.
    var isCrossed = false

    /// Every shape the search tries; those with one empty side first.
    static let all = [
        BeadShape(english: 1, persian: 0), BeadShape(english: 0, persian: 1), BeadShape(english: 1, persian: 1),
        BeadShape(english: 1, persian: 2), BeadShape(english: 2, persian: 1), BeadShape(english: 2, persian: 2),
        BeadShape(english: 1, persian: 3), BeadShape(english: 3, persian: 1), BeadShape(english: 1, persian: 4),
        BeadShape(english: 4, persian: 1), BeadShape(english: 2, persian: 2, isCrossed: true),
    ]

    /// The two shapes with one empty side.
    static let oneSided = 2
    static let oneToOne = 2
    static let largest = 4
}
