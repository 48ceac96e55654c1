internal import Glibc

/// Two names of organizations, or of places: their words met in any order, weighed by how much each says.
struct OrganizationComparison {
    let left: ComparableName
    let right: ComparableName
    /// Pairs of words that met.
    private(set) var links: [(left: Int, right: Int, meeting: TokenMeeting)] = []
    private(set) var acronym: TokenMeeting?
    private(set) var probability = 0.0

    init(_ left: ComparableName, _ right: ComparableName, _ comparer: NameComparer) {
        self.left = left
        self.right = right
        meet(comparer.costs)
        probability = weighed()
        if let meeting = acronymMeeting(comparer) {
            acronym = meeting
            probability = max(probability, meeting.cost == 0 ? 0.93 : 0.91)
        }
    }

    /// Words met greedily, the surest first; ties by place, so that the order of the two names does not matter.
    private mutating func meet(_ costs: SpellingCosts) {
        var candidates: [(left: Int, right: Int, meeting: TokenMeeting)] = []
        for (i, a) in left.tokens.enumerated() {
            for (j, b) in right.tokens.enumerated() {
                let meeting = Self.meeting(a, b, costs)
                if !meeting.isApart { candidates.append((i, j, meeting)) }
            }
        }
        candidates.sort { ($0.meeting.cost, abs($0.left - $0.right), $0.left + $0.right) < ($1.meeting.cost, abs($1.left - $1.right), $1.left + $1.right) }
        var leftTaken = Set<Int>(), rightTaken = Set<Int>()
        for candidate in candidates where !leftTaken.contains(candidate.left) && !rightTaken.contains(candidate.right) {
            leftTaken.insert(candidate.left)
            rightTaken.insert(candidate.right)
            links.append(candidate)
        }
    }

    static func meeting(_ a: ComparableToken, _ b: ComparableToken, _ costs: SpellingCosts) -> TokenMeeting {
        if let x = a.concept, let y = b.concept {
            return x.number == y.number ? TokenMeeting(cost: 0, rule: .attested) : .apart
        }
        // A word with a meaning of its own is not met by sound: «ملت» is not «ملی».
        let meeting = costs.meeting(a, b)
        if a.concept != nil || b.concept != nil { return meeting.cost <= 8 ? meeting : .apart }
        return meeting.cost <= 45 ? meeting : .apart
    }

    /// How much a word says, in nats.
    static func weight(_ token: ComparableToken) -> Double {
        switch token.concept?.kind {
        case .head?: 1.5
        case .generic?, .place?: 1.2
        case .topic?: 2.5
        case .direction?: 4
        case .genericPlace?: 0.5
        case .legal?, .function?: 0.15
        case nil: min(8, max(3, Double(token.rarity) / 10))
        }
    }

    private func weighed() -> Double {
        var met = 0.0, cost = 0.0, specific = 0.0
        var leftRest = left.tokens.reduce(0) { $0 + Self.weight($1) }, rightRest = right.tokens.reduce(0) { $0 + Self.weight($1) }
        for link in links {
            let a = left.tokens[link.left], b = right.tokens[link.right]
            let weight = min(Self.weight(a), Self.weight(b))
            met += weight
            leftRest -= Self.weight(a)
            rightRest -= Self.weight(b)
            cost += Double(link.meeting.cost) / 10
            if a.concept == nil || b.concept == nil { specific += weight }
        }
        if met == 0 { return 0.001 }
        // What both sides have left over contradicts; what only one has left over is a longer form.
        let conflict = min(leftRest, rightRest), longer = max(leftRest, rightRest) - conflict
        let sum = 0.6 + 0.45 * met - 0.45 * cost - 1.1 * conflict - 0.75 * longer
        return 1 / (1 + exp(-sum))
    }

    /// One name is the other's first letters: IRNA and Islamic Republic News Agency.
    private func acronymMeeting(_ comparer: NameComparer) -> TokenMeeting? {
        for (short, long) in [(left, right), (right, left)] {
            guard short.tokens.count == 1, long.acronym.count > 2, let token = short.tokens.first, token.text.count > 2, token.concept == nil
            else { continue }
            if token.text == long.acronym { return TokenMeeting(cost: 0, rule: .initial) }
            if token.isPersian, long.acronym.allSatisfy({ $0 < 0x80 }) {
                let initials = comparer.preparer.token(long.acronym)
                let meeting = comparer.costs.meeting(initials, token)
                if meeting.cost <= 20 { return TokenMeeting(cost: max(1, meeting.cost), rule: .initial) }
            }
        }
        return nil
    }

    /// What the score is made of.
    var evidence: [Evidence] {
        var evidence = links.sorted { $0.left < $1.left }.map { link in
            let a = left.tokens[link.left], b = right.tokens[link.right]
            return Evidence(
                part: a.concept?.kind == .head ? "kind" : "name", rule: a.concept != nil && b.concept != nil ? "same-meaning" : link.meeting.rule.rawValue,
                detail: Self.text(a) + " = " + Self.text(b),
                weight: 0.45 * min(Self.weight(a), Self.weight(b)) - 0.045 * Double(link.meeting.cost))
        }
        let leftMet = Set(links.map(\.left)), rightMet = Set(links.map(\.right))
        for (index, token) in left.tokens.enumerated() where !leftMet.contains(index) {
            evidence.append(Evidence(part: "name", rule: "left-out", detail: Self.text(token), weight: -0.75 * Self.weight(token)))
        }
        for (index, token) in right.tokens.enumerated() where !rightMet.contains(index) {
            evidence.append(Evidence(part: "name", rule: "left-out", detail: Self.text(token), weight: -0.75 * Self.weight(token)))
        }
        if acronym != nil {
            let long = left.tokens.count == 1 ? right : left
            evidence.append(
                Evidence(part: "name", rule: "acronym", detail: String(decoding: long.acronym, as: UTF8.self), weight: 5))
        }
        return evidence
    }

    private static func text(_ token: ComparableToken) -> String { String(decoding: token.text, as: UTF8.self) }
}
