/// Makes a `KeyTable` from keys in any order; a key may come again with another value.
public struct KeyTableBuilder: Sendable {
    private struct Pair {
        var start: Int
        var count: UInt32
        var value: UInt32
    }

    private var pairs: [Pair] = []
    private var texts: [UInt8] = []

    /// An empty table.
    public init() {}

    /// Adds a value to a key; the same pair twice counts once.
    public mutating func insert(_ key: some Collection<UInt8>, _ value: UInt32) {
        pairs.append(Pair(start: texts.count, count: UInt32(key.count), value: value))
        texts.append(contentsOf: key)
    }

    /// Adds a value to a text's bytes.
    public mutating func insert(_ key: String, _ value: UInt32) { insert(key.utf8, value) }

    /// The section's bytes.
    ///
    /// - Complexity: n log n comparisons in the number of pairs.
    public func bytes() -> [UInt8] {
        texts.withUnsafeBytes { texts in Layout(sorted(texts), texts).bytes() }
    }

    private func sorted(_ texts: UnsafeRawBufferPointer) -> [Pair] {
        pairs.sorted { a, b in
            let left = UnsafeRawBufferPointer(rebasing: texts[a.start..<a.start + Int(a.count)])
            let right = UnsafeRawBufferPointer(rebasing: texts[b.start..<b.start + Int(b.count)])
            return left.holdsSameBytes(as: right) ? a.value < b.value : left.precedes(right)
        }
    }

    /// The parts of the section while it is laid out.
    private struct Layout {
        private var slots: [UInt32]
        private var entries: [UInt32] = []
        private var values: [UInt32] = []
        private var keys: [UInt8] = []
        private var count = 0

        init(_ pairs: [Pair], _ texts: UnsafeRawBufferPointer) {
            slots = []
            var hashes: [UInt64] = []
            var previous: UnsafeRawBufferPointer?
            for pair in pairs {
                let key = UnsafeRawBufferPointer(rebasing: texts[pair.start..<pair.start + Int(pair.count)])
                if let previous, previous.holdsSameBytes(as: key) {
                    if values.last != pair.value { values.append(pair.value) }
                    continue
                }
                entries += [UInt32(keys.count), UInt32(values.count)]
                keys.append(contentsOf: key)
                values.append(pair.value)
                hashes.append(StableHash.hash(key))
                previous = key
            }
            precondition(keys.count <= Int(UInt32.max), "more than 4 GB of keys in one table")
            count = hashes.count
            entries += [UInt32(keys.count), UInt32(values.count)]
            fillSlots(hashes)
        }

        /// At most three quarters of the slots are taken, so that a search ends soon.
        private mutating func fillSlots(_ hashes: [UInt64]) {
            var size = 2
            while size * 3 < count * 4 { size *= 2 }
            slots = [UInt32](repeating: 0, count: 2 * size)
            for (entry, hash) in hashes.enumerated() {
                var slot = Int(truncatingIfNeeded: hash) & (size - 1)
                while slots[2 * slot + 1] != 0 { slot = (slot + 1) & (size - 1) }
                slots[2 * slot] = UInt32(truncatingIfNeeded: hash >> 32)
                slots[2 * slot + 1] = UInt32(entry + 1)
            }
        }

        func bytes() -> [UInt8] {
            var result: [UInt8] = []
            result.reserveCapacity(KeyTable.headerLength + 4 * (slots.count + entries.count + values.count) + keys.count)
            result.append(littleEndian: [UInt32(count), UInt32(slots.count / 2), UInt32(values.count), 0])
            result.append(littleEndian: slots)
            result.append(littleEndian: entries)
            result.append(littleEndian: values)
            result += keys
            return result
        }
    }
}
