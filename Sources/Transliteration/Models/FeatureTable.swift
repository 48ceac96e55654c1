internal import Lexicon

/// The weights of a log-linear model, those of each feature together, read where they lie.
///
/// A slot of the hash leads from a feature's fingerprint to its weights: among how many choices, how many weights, then for each the place of
/// the choice and the weight in 1/24.
struct FeatureTable: Sendable {
    private let slots: HashSlots
    private let weights: Bytes

    static let scale: Float = 24

    init(_ bytes: Bytes) {
        let count = Int(bytes.u32(at: 0))
        weights = bytes[4..<4 + count]
        slots = HashSlots(bytes[(4 + count)..<bytes.count])
    }

    /// The fingerprint by which a feature is kept; two in four thousand million may share one.
    @inline(__always)
    static func fingerprint(_ feature: UInt64) -> UInt32 {
        let mixed = (feature ^ (feature &>> 29)) &* 0xBF58_476D_1CE4_E5B9
        return max(1, UInt32(truncatingIfNeeded: mixed &>> 32))
    }

    /// Adds the weights of a feature to the scores of the choices; false when the table lacks it.
    @inline(__always)
    func add(_ feature: UInt64, to scores: inout [Float], at first: Int, choices: Int) -> Bool {
        guard let place = slots[Self.fingerprint(feature)] else { return false }
        var at = Int(place)
        // A feature of another decision with the same fingerprint.
        guard Int(weights[at]) == choices else { return false }
        let count = Int(weights[at &+ 1])
        at &+= 1
        for _ in 0..<count {
            scores[first &+ Int(weights[at &+ 1])] += Float(weights.i8(at: at &+ 2)) / Self.scale
            at &+= 2
        }
        return true
    }

    /// The table of features and, for each, weights by the place of the choice. Features that others extend are kept even without weights.
    static func bytes(_ features: [(feature: UInt64, weights: [Float])]) -> [UInt8] {
        var weights: [UInt8] = []
        /// Where a feature without weights is, by the number of choices.
        var empty: [Int: UInt32] = [:]
        var pairs: [UInt32: UInt32] = [:]
        for (feature, mine) in features {
            let quantized = mine.map { Int(max(-127, min(127, ($0 * scale).rounded()))) }
            let entries = quantized.enumerated().filter { $0.element != 0 }
            let key = fingerprint(feature)
            guard pairs[key] == nil else { continue }
            if entries.isEmpty, let known = empty[mine.count] {
                pairs[key] = known
                continue
            }
            pairs[key] = UInt32(weights.count)
            if entries.isEmpty { empty[mine.count] = UInt32(weights.count) }
            weights += [UInt8(mine.count), UInt8(entries.count)]
            for (choice, weight) in entries { weights += [UInt8(choice), UInt8(bitPattern: Int8(weight))] }
        }
        var bytes: [UInt8] = []
        bytes.append(littleEndian: UInt32(weights.count))
        return bytes + weights + HashSlots.bytes(pairs.keys.sorted().map { ($0, pairs[$0] ?? 0) })
    }
}
