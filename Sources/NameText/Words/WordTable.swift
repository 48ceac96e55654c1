internal import Lexicon

/// Words by their folded spelling, with what is known of each: a hash table in plain arrays, loaded as it lies in the archive.
final class WordTable: Sendable {
    /// Where an entry stands.
    typealias Index = Int

    private let slots: [UInt32]
    private let starts: [UInt32]
    private let flags: [UInt32]
    private let pool: [UInt8]
    /// A bit for the hash of every interesting word: most words of running text need no look-up.
    private let filter: [UInt64]

    /// How many words there are.
    var count: Int { flags.count }

    /// The hash of no bytes yet.
    @inline(__always) static var emptyHash: UInt64 { 0xCBF2_9CE4_8422_2325 }
    /// The hash with one byte more (FNV-1a).
    @inline(__always) static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// Whether the word with this hash may be interesting; never wrongly no.
    @inline(__always) func mayInterest(_ hash: UInt64) -> Bool {
        let bit = (hash ^ hash >> 29) & 0xFFFF
        return filter[Int(bit >> 6)] >> (bit & 63) & 1 != 0
    }

    /// The entry of `bytes[range]`, whose hash is known.
    func find(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt64) -> Index? { find(bytes.span, range, hash: hash) }

    /// The entry of `bytes[range]`, whose hash is known.
    func find(_ bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt64) -> Index? {
        guard !slots.isEmpty else { return nil }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[slot] != 0 {
            let entry = Int(slots[slot]) - 1
            let start = Int(starts[3 * entry]), count = Int(starts[3 * entry + 1]) - start
            if count == range.count {
                var i = 0
                while i < count, pool[start + i] == bytes[range.lowerBound + i] { i += 1 }
                if i == count { return entry }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The entry of `bytes[range]`.
    func find(_ bytes: [UInt8], _ range: Range<Int>) -> Index? {
        var hash = Self.emptyHash
        for i in range { hash = Self.hash(hash, bytes[i]) }
        return find(bytes, range, hash: hash)
    }

    /// What is known of an entry.
    func word(_ entry: Index) -> Word { Word(rawValue: flags[entry]) }
    /// How an editor writes it, or empty.
    func written(_ entry: Index) -> ArraySlice<UInt8> { pool[Int(starts[3 * entry + 1])..<Int(starts[3 * entry + 2])] }
    /// What search makes of it, or empty.
    func searched(_ entry: Index) -> ArraySlice<UInt8> { pool[Int(starts[3 * entry + 2])..<Int(starts[3 * entry + 3])] }

    /// One word before the table is built.
    struct Definition: Sendable, Equatable {
        var word: Word = []
        var written = ""
        var searched = ""
    }

    /// Lays out a table.
    init(_ definitions: [String: Definition]) {
        var starts: [UInt32] = [], flags: [UInt32] = [], pool: [UInt8] = []
        var filter = [UInt64](repeating: 0, count: 1024)
        var size = 2
        while size < definitions.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: definitions.isEmpty ? 0 : size)
        for (key, definition) in definitions.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }) {
            for text in [key, definition.written, definition.searched] {
                starts.append(UInt32(pool.count))
                pool += text.utf8
            }
            flags.append(definition.word.rawValue)
            let hash = key.utf8.reduce(Self.emptyHash) { Self.hash($0, $1) }
            if !definition.word.isDisjoint(with: .interesting) {
                let bit = (hash ^ hash >> 29) & 0xFFFF
                filter[Int(bit >> 6)] |= 1 << (bit & 63)
            }
            var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(flags.count)
        }
        starts.append(UInt32(pool.count))
        self.slots = slots
        self.starts = starts
        self.flags = flags
        self.pool = pool
        self.filter = filter
    }

    /// The table that lies in a section of an archive, or nil when the section is no such table.
    init?(_ section: Bytes) {
        guard section.count >= 16 else { return nil }
        let counts = (0..<4).map { Int(section.u32(at: 4 * $0)) }
        let numbers = counts[0] + counts[1] + counts[2]
        let filterStart = 16 + 4 * numbers, poolStart = filterStart + 8 * 1024
        guard section.count == poolStart + counts[3], counts[1] == 3 * counts[2] + 1 else { return nil }
        func read(_ first: Int, _ count: Int) -> [UInt32] { (first..<first + count).map { section.u32(at: 16 + 4 * $0) } }
        slots = read(0, counts[0])
        starts = read(counts[0], counts[1])
        flags = read(counts[0] + counts[1], counts[2])
        filter = (0..<1024).map { section.u64(at: filterStart + 8 * $0) }
        pool = section[poolStart..<section.count].array
    }

    /// The table as bytes of an archive.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for count in [slots.count, starts.count, flags.count, pool.count] { bytes.append(littleEndian: UInt32(count)) }
        for value in slots + starts + flags { bytes.append(littleEndian: value) }
        for value in filter { bytes.append(littleEndian: value) }
        return bytes + pool
    }
}
