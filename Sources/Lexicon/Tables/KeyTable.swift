/// Finds the numbers that stand with a byte key: a hash table that is read where it lies.
///
/// Layout, 32-bit numbers: number of keys, number of slots (a power of two), number of values; the slots (fingerprint of the key's
/// hash, entry + 1; 0 is free); the entries (start of the key, start of its values; one more marks the ends); the values; then the
/// bytes of the keys. Entries are in byte order of their keys, so the keys that begin alike stand together.
public struct KeyTable: Sendable {
    private let bytes: Bytes
    private let mask: Int
    private let entries: Int
    private let values: Int
    private let keys: Int
    /// How many keys.
    public let count: Int

    static let headerLength = 16

    /// The table in a section.
    public init(_ bytes: Bytes) {
        self.bytes = bytes
        count = Int(bytes.u32(at: 0))
        let slots = Int(bytes.u32(at: 4))
        mask = slots - 1
        entries = Self.headerLength + 8 * slots
        values = entries + 8 * (count + 1)
        keys = values + 4 * Int(bytes.u32(at: 8))
    }

    /// Whether a section is as long as its header and its last entry say, so that no key and no value lies outside.
    static func fills(_ bytes: Bytes) -> Bool {
        guard bytes.count >= headerLength + 8 else { return false }
        let slots = Int(bytes.u32(at: 4)), values = headerLength + 8 * slots + 8 * (Int(bytes.u32(at: 0)) + 1)
        guard slots.nonzeroBitCount == 1, values <= bytes.count, bytes.u32(at: values - 4) == bytes.u32(at: 8) else { return false }
        return values + 4 * Int(bytes.u32(at: 8)) + Int(bytes.u32(at: values - 8)) == bytes.count
    }

    /// The values of a key, ascending; none when the key is not there.
    ///
    /// - Complexity: constant; no allocation.
    public subscript(key: [UInt8]) -> Numbers { key.withUnsafeBytes { self[$0] } }

    /// The values of a key that lies in an archive.
    public subscript(key: Bytes) -> Numbers { key.withUnsafeBytes { self[$0] } }

    /// The values of a key in memory.
    public subscript(key: UnsafeRawBufferPointer) -> Numbers {
        guard let entry = entry(of: key) else { return Numbers(bytes[0..<0]) }
        return values(at: entry)
    }

    /// The entry of a key, or nil when it is not there.
    public func entry(of key: [UInt8]) -> Int? { key.withUnsafeBytes { entry(of: $0) } }

    /// The entry of a key in memory, or nil when it is not there.
    public func entry(of key: UnsafeRawBufferPointer) -> Int? {
        let hash = StableHash.hash(key)
        let fingerprint = UInt32(truncatingIfNeeded: hash &>> 32)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let found = bytes.u64(at: Self.headerLength &+ 8 &* slot)
            if found &>> 32 == 0 { return nil }
            if UInt32(truncatingIfNeeded: found) == fingerprint {
                let entry = Int(found &>> 32) &- 1
                if keyBytes(entry, equal: key) { return entry }
            }
            slot = (slot &+ 1) & mask
        }
    }

    private func keyBytes(_ entry: Int, equal key: UnsafeRawBufferPointer) -> Bool {
        let start = Int(bytes.u32(at: entries &+ 8 &* entry)), end = Int(bytes.u32(at: entries &+ 8 &* entry &+ 8))
        guard end &- start == key.count else { return false }
        return bytes.holds(key, at: keys + start..<keys + end)
    }

    /// The key of an entry; entries are in byte order of their keys.
    public func key(at entry: Int) -> Bytes {
        precondition(entry >= 0 && entry < count)
        return bytes[keys + Int(bytes.u32(at: entries + 8 * entry))..<keys + Int(bytes.u32(at: entries + 8 * entry + 8))]
    }

    /// The values of an entry, ascending.
    public func values(at entry: Int) -> Numbers {
        precondition(entry >= 0 && entry < count)
        let start = Int(bytes.u32(at: entries &+ 8 &* entry &+ 4)), end = Int(bytes.u32(at: entries &+ 8 &* entry &+ 12))
        return Numbers(bytes[values + 4 * start..<values + 4 * end])
    }

    /// The entries whose keys begin with `prefix`.
    ///
    /// - Complexity: logarithmic in the number of keys.
    public func entries(beginningWith prefix: [UInt8]) -> Range<Int> {
        let start = firstEntry { !$0.precedes(prefix) }
        return start..<max(start, firstEntry { !$0.precedes(prefix) && !$0.starts(with: prefix) })
    }

    /// The first entry from which on `holds` is true of every key.
    private func firstEntry(where holds: (UnsafeRawBufferPointer) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if key(at: middle).withUnsafeBytes(holds) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func precedes(_ other: [UInt8]) -> Bool { other.withUnsafeBytes { self.precedes($0) } }
}
