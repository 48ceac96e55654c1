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

    /// Visits what is known of the letter at `place`, or, with `slot`, of the vowel after it, as features of a decision; no choice is shared
    /// between groups.
    @inline(__always)
    func visitFeatures(at place: Int, slot: Bool, in trie: ElementTrie, _ visit: (UInt64) -> Void) {
        if matches.isEmpty { return }
        let over = over[place]
        if over.composed >= 0 { visit(feature(1, over.composed, min(compositionCount, 4), place, slot, trie)) }
        if over.longest >= 0 { visit(feature(2, over.longest, min(matches[over.longest].count, 7), place, slot, trie)) }
        if over.first >= 0 { visit(feature(3, over.first, min(matches[over.first].count, 7), place, slot, trie)) }
        if over.last >= 0 { visit(feature(4, over.last, min(matches[over.last].count, 7), place, slot, trie)) }
        for index in whole { visit(feature(5, index, min(whole.count, 3), place, slot, trie)) }
    }

    @inline(__always)
    private func feature(_ view: UInt64, _ index: Int, _ quality: Int, _ place: Int, _ slot: Bool, _ trie: ElementTrie) -> UInt64 {
        let match = matches[index]
        // The last letter of an element says little about the vowel after it, unless the element ends the word.
        let edge: UInt64 = place + 1 == match.end ? 1 : 0
        let packed = view &<< 40 | trie.sound(match, at: place, slot: slot) &<< 8 | UInt64(quality) &<< 2 | (slot ? 2 : 0) | edge
        return (packed &* 0x9E37_79B9_7F4A_7C15) &>> 12
    }
}
