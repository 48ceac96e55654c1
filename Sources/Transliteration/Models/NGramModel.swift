internal import Lexicon

/// Probabilities of a tag after the tags before it, as an automaton that is read where it lies: a state is the longest history that was seen.
///
/// Layout: how many states there are, the state at the start, and the score of what was never seen; eight bytes a state (back-off, suffix);
/// then the hash of transitions. A transition holds its score, in 1/256, and the state after it, packed in 12 and 20 bits.
struct NGramModel: Sendable {
    /// The tag of the end.
    static let end = 0

    private let states: Bytes
    private let transitions: HashSlots
    let start: UInt32
    private let unknown: Float

    init(_ bytes: Bytes) {
        let count = Int(bytes.u32(at: 0))
        start = bytes.u32(at: 4)
        unknown = bytes.f32(at: 8)
        states = bytes[16..<16 + 8 * count]
        transitions = HashSlots(bytes[(16 + 8 * count)..<bytes.count])
    }

    static let tagBits: UInt32 = 12
    static let scale: Float = 256

    /// The logarithm of the probability of a tag in `state`, and the state after it. Tags are numbered from 1.
    @inline(__always)
    func step(_ state: UInt32, _ tag: Int) -> (score: Float, state: UInt32) {
        var state = state
        var score: Float = 0
        while true {
            if let found = transitions[(state &<< Self.tagBits | UInt32(truncatingIfNeeded: tag)) &+ 1] {
                return (score - Float(found &>> 20) / Self.scale, found & 0xF_FFFF)
            }
            let record = states.u64(at: Int(state) &* 8)
            score -= Float(UInt32(truncatingIfNeeded: record)) / 65536
            if state == 0 { return (score + unknown, 0) }
            state = UInt32(truncatingIfNeeded: record &>> 32)
        }
    }
}
