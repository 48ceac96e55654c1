internal import Lexicon

/// A hash table from 32-bit keys to 32-bit values that is read where it lies: mask, then a key and a value a slot; key 0 is a free slot.
struct HashSlots: Sendable {
    private let bytes: Bytes
    private let mask: UInt32

    init(_ bytes: Bytes) {
        self.bytes = bytes
        mask = bytes.u32(at: 0)
    }

    @inline(__always)
    static func spread(_ key: UInt32) -> UInt32 {
        var hash = key &* 0x9E37_79B1
        hash ^= hash &>> 15
        return hash &* 0x85EB_CA77
    }

    /// The value of a key other than 0.
    @inline(__always)
    subscript(key: UInt32) -> UInt32? {
        var slot = (Self.spread(key) &>> 7) & mask
        while true {
            let found = bytes.u64(at: Int(8 &+ 8 &* slot))
            let foundKey = UInt32(truncatingIfNeeded: found)
            if foundKey == key { return UInt32(truncatingIfNeeded: found &>> 32) }
            if foundKey == 0 { return nil }
            slot = (slot &+ 1) & mask
        }
    }

    /// The table's bytes; keys must differ and not be 0.
    static func bytes(_ pairs: [(key: UInt32, value: UInt32)]) -> [UInt8] {
        var count = 16
        while count * 2 < pairs.count * 3 { count *= 2 }
        let mask = UInt32(count - 1)
        var slots = [UInt64](repeating: 0, count: count)
        for (key, value) in pairs {
            var slot = Int((spread(key) &>> 7) & mask)
            while slots[slot] != 0 { slot = (slot + 1) & Int(mask) }
            slots[slot] = UInt64(value) << 32 | UInt64(key)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + 8 * count)
        bytes.append(littleEndian: mask)
        bytes.append(littleEndian: UInt32(pairs.count))
        for slot in slots { bytes.append(littleEndian: slot) }
        return bytes
    }
}
