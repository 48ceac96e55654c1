/// Which words of one name met which words of the other.
struct PartAlignment: Sendable {
    /// A run of one or two words on each side; an empty run is a word that the other name lacks.
    struct Link: Sendable, Hashable {
        var left: Range<Int>
        var right: Range<Int>
        var meeting: TokenMeeting
    }

    var links: [Link] = []
    /// The second name's words were taken from here on, then from its start: family name first.
    var rotation = 0
    /// What the alignment is worth, in tenths of a nat.
    var worth = Int.min

    /// More words than this are not looked at.
    static let longest = 8

    /// Whether each name has a word that met nothing.
    var leavesWordsOnBothSides: Bool {
        links.contains { $0.right.isEmpty } && links.contains { $0.left.isEmpty }
    }
}
