internal import Lexicon

/// The elements that names are made of, as a tree of letters that is read where it lies.
///
/// Layout: how many nodes, how many numbers a letter has in an element, how many nodes have elements, zero; four bytes a node, and one node more
/// (its first child, 20 bits; whether it has elements, 1 bit; its letter, upper 8 bits): the children of a node stand together in the order of
/// their letters; eight bytes for 32 nodes (which of them have elements, and how many nodes before them have, 32 bits each); four bytes a node
/// that has elements, where these start; then the elements of each: how many; for each its kind, then the numbers of its letters.
struct ElementTrie: Sendable {
    private let bytes: Bytes
    private let ranks: Int
    private let starts: Int
    private let elements: Int
    /// How many numbers a letter has: its own, or its own and its slot's.
    private let width: Int

    private static let header = 16

    init(_ bytes: Bytes) {
        self.bytes = bytes
        let nodes = Int(bytes.u32(at: 0))
        width = Int(bytes.u32(at: 4))
        ranks = Self.header + 4 * (nodes + 1)
        starts = ranks + 8 * ((nodes + 31) / 32)
        elements = starts + 4 * Int(bytes.u32(at: 8))
    }

    /// A stretch of a word that is an element.
    struct Match: Sendable {
        var start: Int
        var end: Int
        var kind: ElementKind
        /// Where the numbers of its letters are.
        var at: Int

        var count: Int { end - start }
    }

    /// What an element says of the letter at `place` of the word: the letter's own number, or its slot's.
    @inline(__always)
    func sound(_ match: Match, at place: Int, slot: Bool) -> UInt64 {
        UInt64(bytes[match.at &+ width &* (place &- match.start) &+ (slot ? 1 : 0)])
    }

    @inline(__always)
    private func node(_ number: Int) -> UInt32 { bytes.u32(at: Self.header &+ 4 &* number) }

    @inline(__always)
    private func child(_ number: Int, _ letter: UInt8) -> Int? {
        var low = Int(node(number) & 0xF_FFFF), high = Int(node(number &+ 1) & 0xF_FFFF)
        while low < high {
            let middle = (low &+ high) &>> 1
            let found = UInt8(truncatingIfNeeded: node(middle) &>> 24)
            if found == letter { return middle }
            if found < letter { low = middle &+ 1 } else { high = middle }
        }
        return nil
    }

    /// Where the elements of a node that has some are.
    @inline(__always)
    private func place(of number: Int) -> Int {
        let block = bytes.u64(at: ranks &+ 8 &* (number &>> 5))
        let before = UInt32(truncatingIfNeeded: block) & (1 &<< UInt32(number & 31) &- 1)
        let rank = Int(block &>> 32) &+ before.nonzeroBitCount
        return elements &+ Int(bytes.u32(at: starts &+ 4 &* rank))
    }

    /// Every element inside `letters`, by start and end, in `matches`; a given name or a place is never the whole of them.
    func find(in letters: [UInt8], into matches: inout [Match]) {
        matches.removeAll(keepingCapacity: true)
        for start in letters.indices {
            var node = 0
            var end = start
            while end < letters.count, let next = child(node, letters[end]) {
                node = next
                end &+= 1
                if self.node(node) & 1 &<< 20 == 0 { continue }
                var at = place(of: node)
                let count = Int(bytes[at])
                at &+= 1
                for _ in 0..<count {
                    let kind = ElementKind(rawValue: bytes[at]) ?? .word
                    let whole = start == 0 && end == letters.count
                    let unfit =
                        whole && (kind == .given || kind == .place) || kind == .suffix && start == 0
                        || kind == .prefix && end == letters.count
                    if !unfit { matches.append(Match(start: start, end: end, kind: kind, at: at &+ 1)) }
                    at &+= 1 &+ width &* (end &- start)
                }
            }
        }
    }
}
