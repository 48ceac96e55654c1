/// Finds the alignment of two names that is worth most: what rare words give in meeting, less what differences cost.
struct PartAligner {
    let costs: SpellingCosts
    let left: [ComparableToken]
    let right: [ComparableToken]
    /// One meeting a pair of words, the second name's words running fastest.
    private let single: [TokenMeeting]

    init(_ costs: SpellingCosts, _ left: [ComparableToken], _ right: [ComparableToken], meetings: [TokenMeeting]) {
        self.costs = costs
        self.left = left
        self.right = right
        single = meetings
    }

    /// Compares all words of two names first.
    init(_ costs: SpellingCosts, _ left: [ComparableToken], _ right: [ComparableToken]) {
        var meetings: [TokenMeeting] = []
        meetings.reserveCapacity(left.count * right.count)
        for a in left { for b in right { meetings.append(costs.meeting(a, b)) } }
        self.init(costs, left, right, meetings: meetings)
    }

    /// The best alignment in the words' order or, where that leaves words over on both sides, with one name's family part in front.
    func best() -> PartAlignment {
        var best = aligned(rotation: 0)
        guard left.count > 1, right.count > 1, best.leavesWordsOnBothSides, mayTurn(best) else { return best }
        for rotation in 1..<right.count {
            var turned = aligned(rotation: rotation)
            turned.worth -= Self.turning
            if turned.worth > best.worth { best = turned }
        }
        return best
    }

    /// Whether a word that met nothing would meet one in another place.
    private func mayTurn(_ alignment: PartAlignment) -> Bool {
        alignment.links.contains { link in
            link.right.isEmpty && right.indices.contains { !single[link.left.lowerBound * right.count + $0].isApart }
        } || left.count + right.count > 4
    }

    /// What it costs that the order is turned.
    private static let turning = 15
    /// What it costs that one side writes one word where the other writes two.
    private static let joining: UInt16 = 3

    /// What it costs to leave a word out.
    private static func leaving(_ token: ComparableToken) -> Int {
        switch token.role {
        case .title: 0
        case .particle: 3
        case .initial: 15
        default: 25
        }
    }

    static func worth(_ meeting: TokenMeeting, _ rarity: UInt8) -> Int {
        if meeting.rule == .initial { return 5 }
        // Little more than leaving both words out.
        if meeting.rule == .part { return -45 }
        return Int(rarity) - Int(meeting.cost) - (meeting.contradicts ? 20 : 0)
    }

    /// How a cell of the table was reached.
    private enum Step: UInt8 {
        case none, leftAlone, rightAlone, meet, joinLeft, joinRight
    }

    private func aligned(rotation: Int) -> PartAlignment {
        let rows = left.count, columns = right.count, stride = columns + 1
        func at(_ column: Int) -> Int { (column + rotation) % columns }
        var table = [81 of Int](repeating: Int.min / 2)
        var steps = [81 of Step](repeating: .none)
        var joins: [(cell: Int, meeting: TokenMeeting)] = []
        table[0] = 0
        for i in 0...rows {
            for j in 0...columns where i + j > 0 {
                var best = Int.min / 2, step = Step.none
                if i > 0 {
                    best = table[(i - 1) * stride + j] - Self.leaving(left[i - 1])
                    step = .leftAlone
                }
                if j > 0 {
                    let value = table[i * stride + j - 1] - Self.leaving(right[at(j - 1)])
                    if value > best { (best, step) = (value, .rightAlone) }
                }
                if i > 0, j > 0 {
                    let meeting = single[(i - 1) * columns + at(j - 1)]
                    if !meeting.isApart {
                        let rarity = min(left[i - 1].rarity, right[at(j - 1)].rarity)
                        let value = table[(i - 1) * stride + j - 1] + Self.worth(meeting, rarity)
                        if value > best { (best, step) = (value, .meet) }
                    }
                    if meeting.cost > 20 {
                        if i > 1, let joined = join(left[i - 2], left[i - 1], right[at(j - 1)]) {
                            let value = table[(i - 2) * stride + j - 1] + Self.worth(joined, right[at(j - 1)].rarity)
                            if value > best {
                                (best, step) = (value, .joinLeft)
                                joins.append((i * stride + j, joined))
                            }
                        }
                        if j > 1, at(j - 1) > 0, let joined = join(right[at(j - 2)], right[at(j - 1)], left[i - 1]) {
                            let value = table[(i - 1) * stride + j - 2] + Self.worth(joined, left[i - 1].rarity)
                            if value > best {
                                (best, step) = (value, .joinRight)
                                joins.append((i * stride + j, joined))
                            }
                        }
                    }
                }
                table[i * stride + j] = best
                steps[i * stride + j] = step
            }
        }
        var result = PartAlignment(rotation: rotation, worth: table[rows * stride + columns])
        result.links.reserveCapacity(max(rows, columns))
        var i = rows, j = columns
        while i + j > 0 {
            // The last join noted for a cell is the one that won there.
            let joined = joins.last { $0.cell == i * stride + j }?.meeting ?? .apart
            switch steps[i * stride + j] {
            case .rightAlone:
                j -= 1
                result.links.append(.init(left: i..<i, right: at(j)..<at(j) + 1, meeting: .apart))
            case .meet:
                i -= 1
                j -= 1
                result.links.append(.init(left: i..<i + 1, right: at(j)..<at(j) + 1, meeting: single[i * columns + at(j)]))
            case .joinLeft:
                i -= 2
                j -= 1
                result.links.append(.init(left: i..<i + 2, right: at(j)..<at(j) + 1, meeting: joined))
            case .joinRight:
                i -= 1
                j -= 2
                result.links.append(.init(left: i..<i + 1, right: at(j)..<at(j) + 2, meeting: joined))
            case .leftAlone, .none:
                i -= 1
                result.links.append(.init(left: i..<i + 1, right: 0..<0, meeting: .apart))
            }
        }
        result.links.reverse()
        return result
    }

    /// Two words of one name against one of the other: محمد جواد and Mohammadjavad, Ahmadi Nejad and احمدی‌نژاد.
    private func join(_ first: ComparableToken, _ second: ComparableToken, _ whole: ComparableToken) -> TokenMeeting? {
        guard whole.skeleton.count >= max(first.skeleton.count, second.skeleton.count),
            !whole.isInitial, !first.isInitial, !second.isInitial, first.isPersian == second.isPersian,
            whole.skeleton.first == first.skeleton.first
        else { return nil }
        let letters = first.letters + second.letters
        let limit = SpellingCosts.limit(whole.letters.count)
        var cost = costs.distance(letters, whole.letters, limit: limit)
        if whole.isPersian != first.isPersian, cost > 0 {
            // Whichever side is Persian may have known sounds; those of two words are joined as they stand.
            for reading in whole.readings { cost = min(cost, costs.distance(letters, reading, limit: limit, heard: true)) }
            if let a = first.readings.first, let b = second.readings.first {
                cost = min(cost, costs.distance(whole.letters, a + b, limit: limit, heard: true))
            }
        }
        return cost >= limit ? nil : TokenMeeting(cost: cost + Self.joining, rule: .joined)
    }
}
