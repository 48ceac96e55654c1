internal import Lexicon

/// Finds the alignment of two names that is worth most: what rare words give in meeting, less what differences cost.
struct PartAligner {
    let costs: SpellingCosts
    let left: ComparableName
    let right: ComparableName
    private let meetings: MeetingTable

    /// An aligner of two names whose words have met.
    init(_ costs: SpellingCosts, _ left: ComparableName, _ right: ComparableName, meetings: MeetingTable) {
        self.costs = costs
        self.left = left
        self.right = right
        self.meetings = meetings
    }

    /// Compares all words of two names first.
    init(_ costs: SpellingCosts, _ left: ComparableName, _ right: ComparableName) {
        var meetings = MeetingTable()
        for i in left.tokens.indices {
            for j in right.tokens.indices { meetings[i, j] = costs.meeting(left.tokens[i], left.bytes, right.tokens[j], right.bytes) }
        }
        self.init(costs, left, right, meetings: meetings)
    }

    /// The best alignment in the words' order or, where that leaves words over on both sides, with one name's family part in front.
    func best() -> PartAlignment {
        var best = aligned(rotation: 0)
        guard left.tokens.count > 1, right.tokens.count > 1, best.leavesWordsOnBothSides, mayTurn(best) else { return best }
        for rotation in 1..<right.tokens.count {
            var turned = aligned(rotation: rotation)
            turned.worth -= Self.turning
            if turned.worth > best.worth { best = turned }
        }
        return best
    }

    /// Whether a word that met nothing would meet one in another place.
    private func mayTurn(_ alignment: PartAlignment) -> Bool {
        if left.tokens.count + right.tokens.count > 4 { return true }
        for index in 0..<alignment.links.count {
            let link = alignment.links[index]
            guard link.right.isEmpty else { continue }
            for j in right.tokens.indices where !meetings[link.left.lowerBound, j].isApart { return true }
        }
        return false
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
        if meeting.rule == .part || meeting.rule == .short { return -45 }
        return Int(rarity) - Int(meeting.cost) - (meeting.contradicts ? 20 : 0)
    }

    /// How a cell of the table was reached.
    private enum Step: UInt8 {
        case none, leftAlone, rightAlone, meet, joinLeft, joinRight, joinThreeLeft, joinThreeRight
    }

    private func aligned(rotation: Int) -> PartAlignment {
        let rows = left.tokens.count, columns = right.tokens.count, stride = columns + 1
        func at(_ column: Int) -> Int { column + rotation < columns ? column + rotation : column + rotation - columns }
        var table = [81 of Int](repeating: Int.min / 2)
        var steps = [81 of Step](repeating: .none)
        var joins = [81 of TokenMeeting](repeating: .apart)
        table[0] = 0
        for i in 0...rows {
            for j in 0...columns where i + j > 0 {
                let cell = i * stride + j
                var best = Int.min / 2, step = Step.none
                if i > 0 {
                    best = table[cell - stride] - Self.leaving(left.tokens[i - 1])
                    step = .leftAlone
                }
                if j > 0 {
                    let value = table[cell - 1] - Self.leaving(right.tokens[at(j - 1)])
                    if value > best { (best, step) = (value, .rightAlone) }
                }
                if i > 0, j > 0 {
                    let meeting = meetings[i - 1, at(j - 1)]
                    if !meeting.isApart {
                        let rarity = min(left.tokens[i - 1].rarity, right.tokens[at(j - 1)].rarity)
                        let value = table[cell - stride - 1] + Self.worth(meeting, rarity)
                        if value > best { (best, step) = (value, .meet) }
                    }
                    if meeting.cost > 20 {
                        let own = left.tokens[i - 1].rarity, its = right.tokens[at(j - 1)].rarity
                        for span in 2...3 {
                            if i >= span, let joined = join(left, i - span..<i, right, at(j - 1)) {
                                let value = table[cell - span * stride - 1] + Self.worth(joined, its)
                                if value > best { (best, step, joins[cell]) = (value, span == 2 ? .joinLeft : .joinThreeLeft, joined) }
                            }
                            if j >= span, at(j - 1) >= span - 1, let joined = join(right, at(j - span)..<at(j - 1) + 1, left, i - 1) {
                                let value = table[cell - stride - span] + Self.worth(joined, own)
                                if value > best { (best, step, joins[cell]) = (value, span == 2 ? .joinRight : .joinThreeRight, joined) }
                            }
                        }
                    }
                }
                table[cell] = best
                steps[cell] = step
            }
        }
        var result = PartAlignment(rotation: rotation, worth: table[rows * stride + columns])
        var i = rows, j = columns, leftAlone = false, rightAlone = false
        while i + j > 0 {
            let cell = i * stride + j
            switch steps[cell] {
            case .rightAlone:
                j -= 1
                rightAlone = true
                result.links.append(.init(left: i..<i, right: at(j)..<at(j) + 1, meeting: .apart))
            case .meet:
                i -= 1
                j -= 1
                result.links.append(.init(left: i..<i + 1, right: at(j)..<at(j) + 1, meeting: meetings[i, at(j)]))
            case .joinLeft, .joinThreeLeft:
                let span = steps[cell] == .joinLeft ? 2 : 3
                i -= span
                j -= 1
                result.links.append(.init(left: i..<i + span, right: at(j)..<at(j) + 1, meeting: joins[cell]))
            case .joinRight, .joinThreeRight:
                let span = steps[cell] == .joinRight ? 2 : 3
                i -= 1
                j -= span
                result.links.append(.init(left: i..<i + 1, right: at(j)..<at(j) + span, meeting: joins[cell]))
            case .leftAlone, .none:
                i -= 1
                leftAlone = true
                result.links.append(.init(left: i..<i + 1, right: 0..<0, meeting: .apart))
            }
        }
        result.leavesWordsOnBothSides = leftAlone && rightAlone
        return result
    }

    /// Whether a name ends in the -din of Naser al-Din, which is no family name.
    private func isFaith(_ name: ComparableName) -> Bool {
        guard let last = name.tokens.last, last.skeletonCount == 2 else { return false }
        return name.bytes[last.skeleton.lowerBound] == UInt8(ascii: "d") && name.bytes[last.skeleton.lowerBound + 1] == UInt8(ascii: "n")
    }

    /// Two or three neighbouring words of one name against one of the other: محمد جواد and Mohammadjavad, Ahmadi Nejad and احمدی‌نژاد.
    private func join(_ parts: ComparableName, _ places: Range<Int>, _ other: ComparableName, _ otherPlace: Int) -> TokenMeeting? {
        let first = parts.tokens[places.lowerBound], whole = other.tokens[otherPlace]
        let x = parts.bytes, y = other.bytes
        guard first.skeletonCount > 0, whole.skeletonCount > 0, !whole.isInitial,
            x[first.skeleton.lowerBound] == y[whole.skeleton.lowerBound]
        else { return nil }
        var sounds: UInt32 = 0
        for token in parts.tokens[places] {
            if token.isInitial || token.isPersian != first.isPersian || token.skeletonCount > whole.skeletonCount { return nil }
            sounds |= token.sounds
        }
        var limit = SpellingCosts.limit(Int(whole.letterCount))
        // A given name and the last one are written as one word by a slip, and then not misspelt too: «رضایی» is not Reza Avaei.
        if places.upperBound == parts.tokens.count, places.lowerBound < parts.family, parts.family < places.upperBound, !isFaith(parts) {
            limit = other.tokens.count == 1 && places.count == parts.tokens.count ? 40 : 13
        }
        guard (sounds ^ whole.sounds).nonzeroBitCount * 20 < Int(limit) else { return nil }
        let letters = UnitRun(parts, places, asOneWord: first.isPersian && whole.isPersian), wholeLetters = UnitRun(y, whole.letters)
        var cost = costs.distance(letters, wholeLetters, limit: limit)
        if whole.isPersian != first.isPersian, cost > 0 {
            // Whichever side is Persian may have known sounds; those of two words are joined as they stand.
            if whole.isPersian { cost = min(cost, costs.heard(letters, whole, y, limit)) }
            if places.count == 2, let a = SpellingCosts.firstReading(first, x),
                let b = SpellingCosts.firstReading(parts.tokens[places.lowerBound + 1], x)
            {
                cost = min(cost, costs.distance(wholeLetters, UnitRun(x, a, b), limit: limit, heard: true))
            }
        }
        return cost >= limit ? nil : TokenMeeting(cost: cost + Self.joining, rule: .joined)
    }
}
