internal import Entities
internal import Lexicon

extension EntityID {
    /// An id that follows from texts: `m` and a number in base 36, the same on every machine.
    static func made(of texts: [String]) -> EntityID {
        EntityID("m" + String(StableHash.hash(Array(texts.joined(separator: "\n").utf8)), radix: 36))
    }
}
