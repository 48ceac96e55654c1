import Lexicon

/// Things drawn as often as they are met: few of them often, most of them seldom, as names are.
struct Weighted<Element> {
    private let elements: [Element]
    private let ends: [Double]

    init(_ counted: [(element: Element, count: Double)]) {
        elements = counted.map(\.element)
        var sum = 0.0
        ends = counted.map {
            sum += $0.count
            return sum
        }
    }

    func drawn(by random: inout SplitMix) -> Element {
        let point = random.share() * ends[ends.count - 1]
        var low = 0, high = ends.count - 1
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > point { high = middle } else { low = middle + 1 }
        }
        return elements[low]
    }
}

extension SplitMix {
    /// A number from 0 to 1, without 1.
    mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// Whether something happens that happens with this probability.
    mutating func happens(_ probability: Double) -> Bool { share() < probability }

    /// A number below `limit`.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
