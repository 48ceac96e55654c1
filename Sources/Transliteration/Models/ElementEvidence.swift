/// What the elements of names say about the letters of one word, before any name is looked at.
///
/// The arrays are used again from word to word.
struct ElementEvidence: Sendable {
    private var matches: [ElementTrie.Match] = []
    /// How many elements the cheapest way to make the word of elements has; none where there is no way.
    private(set) var compositionCount = 0
    /// For each letter the element over it in that composition, the longest over it, and the longest that starts or ends the word; -1 for none.
    private var over: [Over] = []
    /// Elements that are the whole word.
    private var whole: [Int] = []
    /// For each place the cheapest way to reach it, and the element that ends there in it.
    private var cheapest: [(cost: Float, last: Int)] = []

    private struct Over {
        var composed = -1
        var longest = -1
        var first = -1
        var last = -1
    }

    /// No evidence.
    init() {}

    init(_ letters: [UInt8], _ trie: ElementTrie) {
        self.init()
        find(letters, trie)
    }

    /// Looks at the elements in another word.
    mutating func find(_ letters: [UInt8], _ trie: ElementTrie) {
        trie.find(in: letters, into: &matches)
        compositionCount = 0
        over.removeAll(keepingCapacity: true)
        whole.removeAll(keepingCapacity: true)
        cheapest.removeAll(keepingCapacity: true)
        if matches.isEmpty { return }
        for _ in letters.indices { over.append(Over()) }
        for _ in 0...letters.count { cheapest.append((.infinity, -1)) }
        cheapest[0].cost = 0
        for index in matches.indices {
            let match = matches[index]
            let isWhole = match.count == letters.count
            for place in match.start..<match.end {
                if match.count > length(over[place].longest, or: 1) { over[place].longest = index }
                if isWhole { continue }
                if match.start == 0 && match.count > length(over[place].first, or: 1) { over[place].first = index }
                if match.end == letters.count && match.count > length(over[place].last, or: 0) { over[place].last = index }
            }
            if isWhole {
                whole.append(index)
                continue
            }
            let total = cheapest[match.start].cost + match.kind.cost(match.count)
            if total < cheapest[match.end].cost { cheapest[match.end] = (total, index) }
        }
        var end = letters.count
        guard cheapest[end].cost < .infinity else { return }
        while end > 0 {
            let index = cheapest[end].last
            compositionCount += 1
            for place in matches[index].start..<end { over[place].composed = index }
            end = matches[index].start
        }
    }

    @inline(__always)
    private func length(_ match: Int, or least: Int) -> Int { match < 0 ? least : matches[match].count }

    /// The parts of the composition, in order.
    var parts: [ElementTrie.Match] {
        var parts: [ElementTrie.Match] = []
        for place in over.indices where over[place].composed >= 0 && matches[over[place].composed].start == place {
            parts.append(matches[over[place].composed])
        }
        return parts
    }

    /// The ways to look at the elements over a letter: in the composition, the longest, the first, the last, and the whole word.
    static let views = 5
    /// How many qualities an element may have in a view: its length, where in it the letter stands, and its kind.
    static let qualities = 8 * 4 * 6

    /// Visits the element over the letter at `place` in each view that has one, with its quality there.
    @inline(__always)
    func visitViews(at place: Int, _ visit: (_ view: Int, _ match: ElementTrie.Match, _ quality: Int) -> Void) {
        if matches.isEmpty { return }
        let over = over[place]
        view(0, over.composed, place, visit)
        view(1, over.longest, place, visit)
        view(2, over.first, place, visit)
        view(3, over.last, place, visit)
        for index in whole { view(4, index, place, visit) }
    }

    @inline(__always)
    private func view(_ view: Int, _ index: Int, _ place: Int, _ visit: (Int, ElementTrie.Match, Int) -> Void) {
        if index < 0 { return }
        let match = matches[index]
        let length = min(match.count, 8) &- 1
        let edge = (place == match.start ? 1 : 0) &+ (place &+ 1 == match.end ? 2 : 0)
        visit(view, match, (length &* 4 &+ edge) &* 6 &+ Int(match.kind.rawValue))
    }
}
