internal import Glibc
internal import Lexicon

/// The keys that a query looks under, and the names that are filed there; the keys that tell most are read first.
struct Gathering {
    private let keys: KeyTable
    private var looks: [(entry: Int, weight: Float)] = []
    private var tally = Tally()

    /// Names under one key beyond these are not read: so common a key tells little.
    private static let mostOfKey = 400
    /// Names under all keys beyond these are not read: what the rarer keys have not found, commoner ones find by chance only.
    private static let mostRead = 800

    init(_ keys: KeyTable) { self.keys = keys }

    /// Looks under a key, which counts so much against an equally rare one of another sort.
    mutating func look(_ key: [UInt8], _ factor: Float) {
        guard let entry = keys.entry(of: key) else { return }
        looks.append((entry, factor * max(0.5, 14 - log2(Float(keys.values(at: entry).count)))))
    }

    /// The names that share most with the query by the keys looked under since the last call, and by those before, weighed by how rare it is, the
    /// best first; none is given twice.
    ///
    /// - Parameter share: names that share less of it than this are left for another call, as a share of what the best one has.
    mutating func best(_ most: Int, atLeast share: Float = 0) -> [Int] {
        looks.sort { ($1.weight, $0.entry) < ($0.weight, $1.entry) }
        var read = 0
        for look in looks where read < Self.mostRead {
            let names = keys.values(at: look.entry)
            let count = min(names.count, Self.mostOfKey, Self.mostRead - read)
            for index in 0..<count { tally.add(names[index], look.weight) }
            read += count
        }
        looks.removeAll(keepingCapacity: true)
        return tally.best(most, atLeast: share)
    }
}

/// Adds up weights by number: an open hash table that is made once a search and never grows past what a search reads.
private struct Tally {
    private var numbers = [UInt32](repeating: .max, count: size)
    private var weights = [Float](repeating: 0, count: size)
    private var used: [Int32] = []

    /// A power of two, more than twice what a search reads.
    private static let size = 4096

    mutating func add(_ number: UInt32, _ weight: Float) {
        var slot = Int((number &* 0x9E37_79B1) &>> 20)
        while numbers[slot] != number {
            if numbers[slot] == .max {
                if used.count * 4 >= Self.size * 3 { return }
                numbers[slot] = number
                used.append(Int32(slot))
                break
            }
            slot = (slot + 1) & (Self.size - 1)
        }
        weights[slot] += weight
    }

    /// The numbers of most weight, the heaviest first, the lowest first among equals. They are not given again.
    mutating func best(_ most: Int, atLeast share: Float) -> [Int] {
        var least: Float = 0
        if share > 0 { for slot in used { least = max(least, share * weights[Int(slot)]) } }
        // Weights are not negative, so their bits are in their order; the number's complement breaks ties.
        var ranked: [UInt64] = []
        ranked.reserveCapacity(used.count)
        for slot in used where weights[Int(slot)] > 0 && weights[Int(slot)] >= least {
            ranked.append(UInt64(weights[Int(slot)].bitPattern) << 32 | UInt64(~numbers[Int(slot)]))
        }
        ranked.keepLargest(most)
        let names = ranked.map { ~UInt32(truncatingIfNeeded: $0) }
        for name in names { weights[slot(of: name)] = -.infinity }
        return names.map(Int.init)
    }

    private func slot(of number: UInt32) -> Int {
        var slot = Int((number &* 0x9E37_79B1) &>> 20)
        while numbers[slot] != number { slot = (slot + 1) & (Self.size - 1) }
        return slot
    }
}

extension [UInt64] {
    /// Keeps the largest numbers, in falling order.
    ///
    /// - Complexity: linear on average, and `most` log `most` for the order.
    mutating func keepLargest(_ most: Int) {
        var low = 0, high = count
        while high - low > 1, high > most {
            // Three-way partition of low..<high around the middle one, larger ones first.
            let pivot = self[(low + high) / 2]
            var larger = low, at = low, smaller = high
            while at < smaller {
                if self[at] > pivot {
                    swapAt(larger, at)
                    larger += 1
                    at += 1
                } else if self[at] < pivot {
                    smaller -= 1
                    swapAt(at, smaller)
                } else {
                    at += 1
                }
            }
            if most < larger { high = larger } else if most <= smaller { break } else { low = smaller }
        }
        if count > most { removeLast(count - most) }
        sort(by: >)
    }
}
