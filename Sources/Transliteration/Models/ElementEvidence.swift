/// What the elements of names say about the letters of one word, before any name is looked at.
struct ElementEvidence {
    private let trie: ElementTrie
    private let matches: [ElementTrie.Match]
    /// The matches of the cheapest way to make the word of elements, last first; none where there is no way.
    private(set) var composition: [Int] = []
    /// For each letter the longest element over it, and the longest that starts or ends the word; -1 for none.
    private var longest: [Int]
    private var first: [Int]
    private var last: [Int]
    /// Elements that are the whole word.
    private var whole: [Int] = []

    init(_ letters: [UInt8], _ trie: ElementTrie) {
        self.trie = trie
        matches = trie.matches(in: letters)
        let none = [Int](repeating: -1, count: letters.count)
        (longest, first, last) = (none, none, none)
        if matches.isEmpty { return }
        var cost = [Float](repeating: .infinity, count: letters.count + 1)
        var back = [Int](repeating: -1, count: letters.count + 1)
        cost[0] = 0
        for (index, match) in matches.enumerated() {
            let isWhole = match.count == letters.count
            for place in match.start..<match.end {
                if match.count > length(longest[place], or: 1) { longest[place] = index }
                if match.start == 0 && !isWhole && match.count > length(first[place], or: 1) { first[place] = index }
                if match.end == letters.count && !isWhole && match.count > length(last[place], or: 0) { last[place] = index }
            }
            if isWhole {
                whole.append(index)
                continue
            }
            let total = cost[match.start] + match.kind.cost(match.count)
            if total < cost[match.end] {
                cost[match.end] = total
                back[match.end] = index
            }
        }
        var end = letters.count
        guard cost[end] < .infinity else { return }
        while end > 0 {
            composition.append(back[end])
            end = matches[back[end]].start
        }
    }

    private func length(_ match: Int, or least: Int) -> Int { match < 0 ? least : matches[match].count }

    /// The parts of the composition, in order.
    var parts: [ElementTrie.Match] { composition.reversed().map { matches[$0] } }

    /// Visits what is known of the letter at `place`, or, with `slot`, of the vowel after it, as features of a decision; no choice is shared
    /// between groups.
    @inline(__always)
    func visitFeatures(at place: Int, slot: Bool, _ visit: (UInt64) -> Void) {
        if matches.isEmpty { return }
        for index in composition where matches[index].start <= place && place < matches[index].end {
            visit(feature(1, index, min(composition.count, 4), place, slot))
        }
        if longest[place] >= 0 { visit(feature(2, longest[place], min(matches[longest[place]].count, 7), place, slot)) }
        if first[place] >= 0 { visit(feature(3, first[place], min(matches[first[place]].count, 7), place, slot)) }
        if last[place] >= 0 { visit(feature(4, last[place], min(matches[last[place]].count, 7), place, slot)) }
        for index in whole { visit(feature(5, index, min(whole.count, 3), place, slot)) }
    }

    @inline(__always)
    private func feature(_ view: UInt64, _ index: Int, _ quality: Int, _ place: Int, _ slot: Bool) -> UInt64 {
        let match = matches[index]
        // The last letter of an element says little about the vowel after it, unless the element ends the word.
        let edge: UInt64 = place + 1 == match.end ? 1 : 0
        let packed = view &<< 40 | trie.sound(match, at: place, slot: slot) &<< 8 | UInt64(quality) &<< 2 | (slot ? 2 : 0) | edge
        return (packed &* 0x9E37_79B9_7F4A_7C15) &>> 12
    }
}
