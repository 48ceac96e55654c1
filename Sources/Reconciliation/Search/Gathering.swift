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

    /// Takes a name in any case.
    mutating func take(_ name: Int) { tally.add(UInt32(name), 1000) }

    /// The names that share most with the query, weighed by how rare it is, the best first.
    mutating func best(_ most: Int) -> [Int] {
        looks.sort { ($1.weight, $0.entry) < ($0.weight, $1.entry) }
        var read = 0
        for look in looks where read < Self.mostRead {
            let names = keys.values(at: look.entry)
            let count = min(names.count, Self.mostOfKey, Self.mostRead - read)
            for index in 0..<count { tally.add(names[index], look.weight) }
            read += count
        }
        return tally.best(most)
    }
}

/// Adds up weights by number: an open hash table that is made once a search and never grows past what a search reads.
private struct Tally {
    private var numbers = [UInt32](repeating: .max, count: size)
    private var weights = [Float](repeating: 0, count: size)
    private var used: [Int] = []

    /// A power of two, more than twice what a search reads.
    private static let size = 4096

    mutating func add(_ number: UInt32, _ weight: Float) {
        var slot = Int((number &* 0x9E37_79B1) &>> 20)
        while numbers[slot] != number {
            if numbers[slot] == .max {
                if used.count * 4 >= Self.size * 3 { return }
                numbers[slot] = number
                used.append(slot)
                break
            }
            slot = (slot + 1) & (Self.size - 1)
        }
        weights[slot] += weight
    }

    /// The numbers of most weight, the heaviest first, the lowest first among equals.
    func best(_ most: Int) -> [Int] {
        // Weights are not negative, so their bits are in their order; the number's complement breaks ties.
        var ranked = used.map { UInt64(weights[$0].bitPattern) << 32 | UInt64(~numbers[$0]) }
        ranked.keepLargest(most)
        return ranked.map { Int(~UInt32(truncatingIfNeeded: $0)) }
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
