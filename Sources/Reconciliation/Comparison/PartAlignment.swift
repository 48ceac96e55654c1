/// Which words of one name met which words of the other.
struct PartAlignment: Sendable {
    /// A run of one or two words on each side; an empty run is a word that the other name lacks.
    struct Link: Sendable, Hashable {
        var left: Range<Int>
        var right: Range<Int>
        var meeting: TokenMeeting

        static let none = Link(left: 0..<0, right: 0..<0, meeting: .apart)
    }

    /// At most as many links as both names have words, without memory of their own.
    struct Links: Sendable {
        private var storage = [16 of Link](repeating: .none)
        private(set) var count = 0

        @inline(__always)
        subscript(index: Int) -> Link { storage[index] }

        @inline(__always)
        mutating func append(_ link: Link) {
            storage[count] = link
            count &+= 1
        }

        var array: [Link] { (0..<count).map { storage[$0] } }
    }

    /// From the last words to the first, as they are found.
    var links = Links()
    /// The second name's words were taken from here on, then from its start: family name first.
    var rotation = 0
    /// What the alignment is worth, in tenths of a nat.
    var worth = Int.min
    /// Whether each name has a word that met nothing.
    var leavesWordsOnBothSides = false

    /// More words than this are not looked at.
    static let longest = 8
}

/// How each word of one name met each of the other's.
struct MeetingTable: Sendable {
    private var storage = [64 of TokenMeeting](repeating: .apart)

    @inline(__always)
    subscript(row: Int, column: Int) -> TokenMeeting {
        get { storage[row &* PartAlignment.longest &+ column] }
        set { storage[row &* PartAlignment.longest &+ column] = newValue }
    }
}
