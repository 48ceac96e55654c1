internal import Lexicon

/// Probabilities of a symbol after the symbols before it, as an automaton that is read where it lies: a state is the longest history that was seen.
///
/// Layout: numbers of states and transitions, the state at the start, and the score of what was never seen; eight bytes a state, and one state
/// more (where its transitions start, the state to back off to, 24 bits each, and what that costs in 1/4096, 16 bits); four bytes a transition,
/// those of a state together in the order of symbols (symbol, 12 bits, and the state after it, 20 bits); a byte a transition, its score in 1/16.
struct NGramModel: Sendable {
    /// The symbol of the end.
    static let end = 0

    private let bytes: Bytes
    private let transitions: Int
    private let scores: Int
    let start: UInt32
    private let unknown: Float

    private static let header = 16
    static let backoffScale: Float = 4096
    static let scale: Float = 16

    init(_ bytes: Bytes) {
        self.bytes = bytes
        let states = Int(bytes.u32(at: 0)), count = Int(bytes.u32(at: 4))
        start = bytes.u32(at: 8)
        unknown = bytes.f32(at: 12)
        transitions = Self.header + 8 * (states + 1)
        scores = transitions + 4 * count
    }

    /// The logarithm of the probability of a symbol in `state`, and the state after it. Symbols are numbered from 1.
    @inline(__always)
    func step(_ state: UInt32, _ symbol: Int) -> (score: Float, state: UInt32) {
        var state = state
        var backoff = 0
        while true {
            let record = bytes.u64(at: Self.header &+ 8 &* Int(state))
            var low = Int(record & 0xFF_FFFF), high = Int(bytes.u32(at: Self.header &+ 8 &+ 8 &* Int(state)) & 0xFF_FFFF)
            // Most states have one transition or two.
            while high &- low > 4 {
                let middle = (low &+ high) &>> 1
                if self.symbol(middle) <= symbol { low = middle } else { high = middle }
            }
            while low < high {
                let found = bytes.u32(at: transitions &+ 4 &* low)
                if Int(found & 0xFFF) == symbol {
                    return (-Float(bytes[scores &+ low]) / Self.scale - Float(backoff) / Self.backoffScale, found &>> 12)
                }
                low &+= 1
            }
            backoff &+= Int(record &>> 48)
            if state == 0 { return (unknown - Float(backoff) / Self.backoffScale, 0) }
            state = UInt32(truncatingIfNeeded: record &>> 24) & 0xFF_FFFF
        }
    }

    @inline(__always)
    private func symbol(_ transition: Int) -> Int { Int(bytes.u16(at: transitions &+ 4 &* transition) & 0xFFF) }

    /// A state before it is laid out: transitions by symbol.
    struct State {
        var suffix: Int
        var backoff: Float
        var transitions: [(symbol: Int, score: Float, next: Int)]
    }

    /// The automaton's bytes; state 0 is the empty history.
    static func bytes(_ states: [State], start: Int, unknown: Float) -> [UInt8] {
        var records: [UInt8] = [], transitions: [UInt8] = [], scores: [UInt8] = []
        for state in states {
            let backoff = UInt64(max(0, min(65535, (state.backoff * backoffScale).rounded())))
            records.append(littleEndian: UInt64(scores.count) | UInt64(state.suffix) << 24 | backoff << 48)
            for (symbol, score, next) in state.transitions.sorted(by: { $0.symbol < $1.symbol }) {
                transitions.append(littleEndian: UInt32(symbol) | UInt32(next) << 12)
                scores.append(UInt8(max(0, min(255, (-score * scale).rounded()))))
            }
        }
        records.append(littleEndian: UInt64(scores.count))
        var bytes: [UInt8] = []
        bytes.append(littleEndian: UInt32(states.count))
        bytes.append(littleEndian: UInt32(scores.count))
        bytes.append(littleEndian: UInt32(start))
        bytes.append(littleEndian: unknown.bitPattern)
        return bytes + records + transitions + scores
    }
}
