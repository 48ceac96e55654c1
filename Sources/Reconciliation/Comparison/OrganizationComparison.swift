internal import Glibc
internal import Lexicon

/// Two names of organizations, or of places: their words met in any order, weighed by how much each says.
struct OrganizationComparison {
    /// Words that met: one on each side, or two on one of them written apart.
    struct Link {
        var left: Range<Int>
        var right: Range<Int>
        var meeting: TokenMeeting
    }

    let left: ComparableName
    let right: ComparableName
    private let model: DecisionModel
    private(set) var links: [Link] = []
    private(set) var features = OrganizationFeatures()
    /// How well one name is the other's acronym, where it is.
    private(set) var acronymFit = 0.0
    private(set) var probability = 0.0

    init(_ left: ComparableName, _ right: ComparableName, _ comparer: NameComparer) {
        self.left = left
        self.right = right
        model = comparer.models[left.kind]
        meet(comparer.costs)
        features = OrganizationFeatures(links, left, right)
        probability = links.isEmpty ? 0 : model.probability(features)
        acronymFit = max(Self.acronymFit(left, right, comparer), Self.acronymFit(right, left, comparer))
        if links.contains(where: { $0.meeting.rule == .acronym }) { probability = min(probability, 0.8) }
        // First letters coincide: what nobody has attested is for a person to look at.
        if acronymFit > 0.5 { probability = max(probability, 0.8 * acronymFit * acronymFit) }
    }

    /// Words met greedily, the surest first; ties by place, so that the order of the two names does not matter.
    private mutating func meet(_ costs: SpellingCosts) {
        var candidates: [Link] = []
        for i in left.tokens.indices {
            for j in right.tokens.indices {
                let meeting = Self.meeting(left, i, right, j, costs)
                if !meeting.isApart { candidates.append(Link(left: i..<i + 1, right: j..<j + 1, meeting: meeting)) }
                if meeting.cost > 10 {
                    if i > 0, let joined = Self.joined(left, i - 1, right, j, costs) {
                        candidates.append(Link(left: i - 1..<i + 1, right: j..<j + 1, meeting: joined))
                    }
                    if j > 0, let joined = Self.joined(right, j - 1, left, i, costs) {
                        candidates.append(Link(left: i..<i + 1, right: j - 1..<j + 1, meeting: joined))
                    }
                }
            }
        }
        candidates += Self.expansions(left, right).map { Link(left: $0..<$0 + 1, right: $1, meeting: Self.expanded) }
        candidates += Self.expansions(right, left).map { Link(left: $1, right: $0..<$0 + 1, meeting: Self.expanded) }
        func order(_ link: Link) -> (UInt16, Int, Int) {
            (link.meeting.cost, abs(link.left.lowerBound - link.right.lowerBound), link.left.lowerBound + link.right.lowerBound)
        }
        candidates.sort { order($0) < order($1) }
        var leftTaken = Set<Int>(), rightTaken = Set<Int>()
        for link in candidates where leftTaken.isDisjoint(with: link.left) && rightTaken.isDisjoint(with: link.right) {
            leftTaken.formUnion(link.left)
            rightTaken.formUnion(link.right)
            links.append(link)
        }
    }

    private static let expanded = TokenMeeting(cost: 2, rule: .acronym)

    /// Words of one name that stand for the first letters of a run of words in the other: IRGC Navy, Islamic Revolutionary Guard Corps Navy.
    private static func expansions(_ short: ComparableName, _ long: ComparableName) -> [(Int, Range<Int>)] {
        var found: [(Int, Range<Int>)] = []
        let initials = long.tokens.map { long.bytes[$0.text.lowerBound] }
        for (index, token) in short.tokens.enumerated()
        where token.concept == nil && token.textCount > 2 && token.textCount <= initials.count && !token.isPersian {
            let letters = short.textBytes(token)
            for start in 0...initials.count - letters.count where initials[start..<start + letters.count].elementsEqual(letters) {
                found.append((index, start..<start + letters.count))
            }
        }
        return found
    }

    private static func meeting(_ left: ComparableName, _ i: Int, _ right: ComparableName, _ j: Int, _ costs: SpellingCosts) -> TokenMeeting
    {
        let a = left.tokens[i], b = right.tokens[j]
        if let x = a.concept, let y = b.concept {
            return x.number == y.number ? TokenMeeting(cost: 0, rule: .attested) : .apart
        }
        let meeting = costs.meeting(a, left.bytes, b, right.bytes)
        // A word with a meaning of its own is not met by sound: «ملت» is not «ملی».
        if a.concept != nil || b.concept != nil { return meeting.cost <= 8 ? meeting : .apart }
        // A short word leaves little room for habits: MKS is not MCS. Between scripts vowels are written or not: Rey, «ری».
        let letters = Int(min(a.letterCount, b.letterCount))
        let isAcross = a.isPersian != b.isPersian && left.bytes.holdsSame(a.skeleton, right.bytes, b.skeleton)
        if Int(meeting.cost) <= (letters < 4 ? isAcross ? 25 : 8 : min(60, 9 * letters)) { return meeting }
        return left.kind == .organization && haveOneStem(left.textBytes(a), right.textBytes(b))
            ? TokenMeeting(cost: 30, rule: .spelling) : .apart
    }

    /// Brokerage and Brokers, Engineering and Engineers: words that begin alike and end in different ways.
    private static func haveOneStem(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        let shared = zip(a, b).prefix { $0 == $1 }.count
        return shared >= 5 && 10 * shared >= 6 * max(a.count, b.count)
    }

    private static func joined(
        _ parts: ComparableName, _ place: Int, _ other: ComparableName, _ otherPlace: Int, _ costs: SpellingCosts
    ) -> TokenMeeting? {
        let first = parts.tokens[place], second = parts.tokens[place + 1], whole = other.tokens[otherPlace]
        guard first.isPersian == second.isPersian, whole.skeletonCount >= max(first.skeletonCount, second.skeletonCount),
            first.skeletonCount > 0, parts.bytes[first.skeleton.lowerBound] == other.bytes[whole.skeleton.lowerBound]
        else { return nil }
        let cost = costs.distance(
            UnitRun(parts.bytes, first.letters, second.letters, asOneWord: first.isPersian && whole.isPersian),
            UnitRun(other.bytes, whole.letters), limit: 40)
        return cost < 40 ? TokenMeeting(cost: cost + 3, rule: .joined) : nil
    }

    private static func acronymFit(_ short: ComparableName, _ long: ComparableName, _ comparer: NameComparer) -> Double {
        guard let token = short.tokens.first, token.concept == nil, long.tokens.count > 1,
            short.tokens.dropFirst().allSatisfy({ $0.concept?.kind == .legal || $0.concept?.kind == .head })
        else { return 0 }
        let skippable = long.tokens.map { $0.concept?.kind == .legal || $0.concept?.kind == .head }
        if !token.isPersian { return Acronym.fit(short.textBytes(token), long.tokens.map(long.textBytes), skippable: skippable) }
        guard long.acronym.count > 2, long.acronym.allSatisfy({ $0 < 0x80 }) else { return 0 }
        // «ایرنا» is read as IRNA is.
        let spelled = comparer.preparer.word(long.acronym)
        return comparer.costs.meeting(spelled.tokens[0], spelled.bytes, token, short.bytes).cost <= 20 ? 0.99 : 0
    }

    /// What the score is made of.
    var evidence: [Evidence] {
        var evidence = links.sorted { $0.left.lowerBound < $1.left.lowerBound }.map { link in
            let a = left.tokens[link.left.lowerBound], b = right.tokens[link.right.lowerBound]
            let worth = min(OrganizationFeatures.weight(left, link.left), OrganizationFeatures.weight(right, link.right))
            return Evidence(
                part: a.concept?.kind == .head ? "kind" : "name",
                rule: a.concept != nil && b.concept != nil ? "same-meaning" : link.meeting.rule.rawValue,
                detail: left.text(link.left) + " = " + right.text(link.right),
                weight: weight(OrganizationFeatures.met(a)) * worth + weight(.cost) * Double(link.meeting.cost) / 10)
        }
        for (name, met) in [(left, Set(links.flatMap(\.left))), (right, Set(links.flatMap(\.right)))] {
            for (index, token) in name.tokens.enumerated() where !met.contains(index) {
                let worth = OrganizationFeatures.weight(token)
                evidence.append(
                    Evidence(
                        part: token.concept?.kind == .head ? "kind" : "name", rule: "left-out", detail: name.text(token),
                        weight: weight(OrganizationFeatures.leftOut(token)) * worth))
            }
        }
        for feature in [OrganizationFeatures.Feature.otherName, .otherTopic, .otherRest, .otherKind, .otherDirection, .otherNumber]
        where features[feature] > 0 {
            evidence.append(Evidence(part: "name", rule: "\(feature)", detail: "", weight: weight(feature) * features[feature]))
        }
        if acronymFit > 0.5 {
            let long = left.tokens.count > right.tokens.count ? left : right
            evidence.append(
                Evidence(part: "name", rule: "acronym", detail: String(decoding: long.acronym, as: UTF8.self), weight: 5 * acronymFit))
        }
        return evidence
    }

    private func weight(_ feature: OrganizationFeatures.Feature) -> Double { model.weights[feature.rawValue] }
}
