/// What is counted when the words of two names of organizations, or of places, have met; the decision model weighs it.
struct OrganizationFeatures: FeatureCounts {
    /// A thing that is counted, as the table of weights names it. What words say is in nats.
    enum Feature: Int, CaseIterable, Sendable {
        /// 1 always.
        case bias
        /// Nothing is left over on either side.
        case whole
        /// What proper names that met say.
        case metName
        /// What fields of work that met say.
        case metTopic
        /// What kinds and other generic words that met say.
        case metGeneric
        /// What the differences of met words cost.
        case cost
        /// The same of the worst met word.
        case worst
        /// Proper names left over on both sides.
        case otherName
        /// Fields of work left over on both sides.
        case otherTopic
        /// Whatever else both sides have left over: one side's proper name against the other's field of work or kind.
        case otherRest
        /// Proper names that only one side has.
        case nameLeftOut
        /// Fields of work that only one side has.
        case topicLeftOut
        /// Generic words that only one side has.
        case genericLeftOut
        /// Both say what kind they are, and not the same.
        case otherKind
        /// Different directions, or one that only one side has.
        case otherDirection
        /// Different numbers: Unit 8200 is not Unit 910.
        case otherNumber
        /// A number that only one side has.
        case numberLeftOut
        /// Different scripts.
        case acrossScripts
        /// One side is a single word.
        case alone
        /// No proper name met.
        case nameless
        /// Words that one side writes joined.
        case joined

        /// The range of its weight, whatever lists happen to have: many of their aliases are other names altogether, and teach
        /// that leftovers say little.
        var bounds: ClosedRange<Double> {
            switch self {
            case .otherNumber: -20 ... -12
            case .otherDirection: -20 ... -4
            case .otherKind: -20 ... -2.5
            case .numberLeftOut: -20 ... -2
            case .otherName: -20 ... -1
            case .otherTopic: -20 ... -0.9
            case .otherRest: -20 ... -0.8
            case .topicLeftOut: -20 ... -0.6
            case .nameLeftOut: -20 ... -0.4
            case .genericLeftOut: -20 ... -0.3
            case .cost: -20 ... -0.2
            case .worst, .joined: -20...0
            case .acrossScripts: -20...0.5
            default: -20...20
            }
        }
    }

    private var values = [24 of Double](repeating: 0)

    subscript(feature: Feature) -> Double {
        get { values[feature.rawValue] }
        set { values[feature.rawValue] = newValue }
    }

    func weighed(_ weights: [Double]) -> Double {
        var sum = 0.0
        for index in weights.indices { sum += weights[index] * values[index] }
        return sum
    }
}

extension OrganizationFeatures {
    /// How much more other words say where no proper name and no field of work has met.
    private static let namelessFactor = 1.5

    /// What words are counted as.
    private enum Sort: Int {
        case name, topic, generic, direction, number
    }

    /// What the words of one sort that met nothing say, on one side.
    private struct Rest {
        var values = [5 of Double](repeating: 0)
        var kinds = 0
        subscript(sort: Sort) -> Double {
            get { values[sort.rawValue] }
            set { values[sort.rawValue] = newValue }
        }
        /// All but directions and numbers, which are counted apart.
        var words: Double { self[.name] + self[.topic] + self[.generic] }
        var sum: Double { (0..<5).reduce(0) { $0 + values[$1] } }
    }

    init(_ links: [OrganizationComparison.Link], _ left: ComparableName, _ right: ComparableName) {
        self[.bias] = 1
        self[.acrossScripts] = left.isPersian != right.isPersian ? 1 : 0
        self[.alone] = min(left.tokens.count, right.tokens.count) == 1 ? 1 : 0
        var leftMet: UInt64 = 0, rightMet: UInt64 = 0, kindsMet = false, namesMet = false, tellingMet = false
        for link in links {
            for index in link.left { leftMet |= 1 << UInt64(index) }
            for index in link.right { rightMet |= 1 << UInt64(index) }
            let sides = (Self.weight(left, link.left), Self.weight(right, link.right))
            let weight = link.meeting.rule == .acronym ? max(sides.0, sides.1) : min(sides.0, sides.1)
            switch Self.sort(left, link.left, right, link.right) {
            case .name:
                self[.metName] += weight
                namesMet = true
                if left.tokens[link.left.lowerBound].concept?.kind != .place { tellingMet = true }
            case .topic: self[.metTopic] += weight
            case .generic: self[.metGeneric] += weight
            case .direction, .number: self[.metTopic] += 2
            }
            if [left.tokens[link.left.lowerBound], right.tokens[link.right.lowerBound]].contains(where: { $0.concept?.kind == .head }) {
                kindsMet = true
            }
            let cost = Double(link.meeting.cost) / 10
            self[.cost] += cost
            self[.worst] = max(self[.worst], cost)
            if link.meeting.rule == .joined { self[.joined] += 1 }
        }
        let leftRest = Self.rest(left, leftMet), rightRest = Self.rest(right, rightMet)
        func both(_ sort: Sort) -> Double { min(leftRest[sort], rightRest[sort]) }
        func one(_ sort: Sort) -> Double { max(leftRest[sort], rightRest[sort]) - both(sort) }
        self[.otherName] = both(.name)
        self[.otherTopic] = both(.topic)
        let shared = both(.name) + both(.topic)
        self[.otherRest] = min(leftRest.words, rightRest.words) - shared
        self[.nameLeftOut] = one(.name)
        self[.topicLeftOut] = one(.topic)
        self[.genericLeftOut] = leftRest[.generic] + rightRest[.generic]
        self[.otherKind] = !kindsMet && leftRest.kinds > 0 && rightRest.kinds > 0 ? 1 : 0
        self[.otherDirection] = max(leftRest[.direction], rightRest[.direction])
        self[.otherNumber] = both(.number)
        self[.numberLeftOut] = one(.number)
        self[.nameless] = namesMet ? 0 : 1
        if !tellingMet, self[.metTopic] == 0 {
            // Nothing but these words says who the two are: بانک ملی, بانک ملت; National Iranian Oil, and Gas, Company.
            self[.otherTopic] *= Self.namelessFactor
            self[.otherRest] *= Self.namelessFactor
        }
        self[.whole] = leftRest.sum + rightRest.sum < 0.3 ? 1 : 0
    }

    private static func sort(_ token: ComparableToken) -> Sort {
        switch token.concept?.kind {
        case nil, .name?, .place?: .name
        case .topic?: .topic
        case .direction?: .direction
        case .number?: .number
        case .head?, .generic?, .legal?, .function?, .genericPlace?: .generic
        }
    }

    /// What words that met count as: «بندرعباس» and Bandar Abbas as a name, whatever a part of it means.
    private static func sort(_ left: ComparableName, _ leftRange: Range<Int>, _ right: ComparableName, _ rightRange: Range<Int>) -> Sort {
        if leftRange.count == rightRange.count {
            // Of two words of which only one has a meaning, the one that says less.
            let sorts = (sort(left.tokens[leftRange.lowerBound]), sort(right.tokens[rightRange.lowerBound]))
            return sorts.0.rawValue > sorts.1.rawValue ? sorts.0 : sorts.1
        }
        let whole = leftRange.count == 1 ? left.tokens[leftRange.lowerBound] : right.tokens[rightRange.lowerBound]
        return sort(whole)
    }

    /// What a word that met counts as.
    static func met(_ token: ComparableToken) -> Feature {
        switch sort(token) {
        case .name: .metName
        case .topic, .direction, .number: .metTopic
        case .generic: .metGeneric
        }
    }

    /// What a word that one side lacks counts as.
    static func leftOut(_ token: ComparableToken) -> Feature {
        switch sort(token) {
        case .name: .nameLeftOut
        case .topic: .topicLeftOut
        case .generic: .genericLeftOut
        case .direction: .otherDirection
        case .number: .numberLeftOut
        }
    }

    /// How much a word says, in nats.
    static func weight(_ token: ComparableToken) -> Double {
        switch token.concept?.kind {
        case .head?: 1.5
        case .generic?, .place?: 1.2
        case .topic?: 2.5
        case .direction?, .number?: 1
        case .name?: 4
        case .genericPlace?: 0.5
        case .legal?, .function?: 0.1
        case nil: min(8, max(3, Double(token.rarity) / 10))
        }
    }

    static func weight(_ name: ComparableName, _ range: Range<Int>) -> Double { name.tokens[range].reduce(0) { $0 + weight($1) } }

    private static func rest(_ name: ComparableName, _ met: UInt64) -> Rest {
        var rest = Rest()
        for (index, token) in name.tokens.enumerated() where met & 1 << UInt64(index) == 0 {
            rest[sort(token)] += weight(token)
            if token.concept?.kind == .head { rest.kinds += 1 }
        }
        return rest
    }
}
