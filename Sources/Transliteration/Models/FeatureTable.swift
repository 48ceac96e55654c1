internal import Lexicon

/// The weights of a log-linear model, those of each feature together, read where they lie.
///
/// Layout: how many bits of a feature's fingerprint choose its bucket; three bytes a bucket, and one bucket more, where the bucket starts;
/// then the buckets. A bucket holds for each of its features the fingerprint's other bits, how many weights, and for each weight the place of the
/// choice and the weight in 1/24.
struct FeatureTable: Sendable {
    private let bytes: Bytes
    private let mask: UInt32
    private let shift: UInt32
    private let buckets: Int

    static let scale: Float = 24
    private static let header = 4

    init(_ bytes: Bytes) {
        self.bytes = bytes
        shift = bytes.u32(at: 0)
        mask = 1 &<< shift - 1
        buckets = Self.header + 3 * (Int(mask) + 2)
    }

    /// The fingerprint by which a feature is kept; two in four thousand million may share one.
    @inline(__always)
    static func fingerprint(_ feature: UInt64) -> UInt32 {
        let mixed = (feature ^ (feature &>> 29)) &* 0xBF58_476D_1CE4_E5B9
        return UInt32(truncatingIfNeeded: mixed &>> 32)
    }

    /// Adds the weights of a feature, in units of 1/24, to the scores of the choices from `first`; false when the table lacks it.
    @inline(__always)
    func add(_ feature: UInt64, to scores: inout [Float], at first: Int, choices: Int) -> Bool {
        let fingerprint = Self.fingerprint(feature)
        let starts = bytes.u64(at: Self.header &+ 3 &* Int(fingerprint & mask))
        var at = buckets &+ Int(starts & 0xFF_FFFF)
        let end = buckets &+ Int((starts &>> 24) & 0xFF_FFFF)
        let rest = UInt16(truncatingIfNeeded: fingerprint &>> shift)
        while at < end {
            let found = bytes.u16(at: at), count = Int(bytes[at &+ 2])
            at &+= 3
            if found != rest {
                at &+= 2 &* count
                continue
            }
            for _ in 0..<count {
                let choice = Int(bytes[at])
                // A choice beyond is that of another decision's feature with the same fingerprint.
                if choice < choices { scores[first &+ choice] += Float(bytes.i8(at: at &+ 1)) }
                at &+= 2
            }
            return true
        }
        return false
    }

    /// The table of features and, for each, weights by the place of the choice. Features that others extend are kept even without weights.
    static func bytes(_ features: [(feature: UInt64, weights: [Float])]) -> [UInt8] {
        var shift: UInt32 = 1
        while shift < 16 && 1 << shift < features.count { shift += 1 }
        var buckets = [[UInt8]](repeating: [], count: 1 << shift)
        var seen: Set<UInt64> = []
        for (feature, weights) in features {
            let fingerprint = fingerprint(feature)
            let bucket = Int(fingerprint & (1 << shift - 1)), rest = UInt16(truncatingIfNeeded: fingerprint >> shift)
            guard seen.insert(UInt64(bucket) << 16 | UInt64(rest)).inserted else { continue }
            let quantized = weights.map { Int(max(-127, min(127, ($0 * scale).rounded()))) }
            let entries = quantized.enumerated().filter { $0.element != 0 }
            buckets[bucket].append(littleEndian: rest)
            buckets[bucket].append(UInt8(entries.count))
            for (choice, weight) in entries { buckets[bucket] += [UInt8(choice), UInt8(bitPattern: Int8(weight))] }
        }
        var bytes: [UInt8] = []
        bytes.append(littleEndian: shift)
        var start = 0
        for bucket in buckets + [[]] {
            bytes += [UInt8(start & 255), UInt8(start >> 8 & 255), UInt8(start >> 16)]
            start += bucket.count
        }
        // The starts of two buckets are read as one number of eight bytes.
        return bytes + buckets.joined() + [0, 0]
    }
}
