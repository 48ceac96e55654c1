/// What is counted when two people's names are aligned; the decision model weighs it.
struct PersonFeatures: FeatureCounts {
    /// A thing that is counted, as the table of weights names it.
    enum Feature: Int, CaseIterable, Sendable {
        /// 1 always.
        case bias
        /// What the rarest matched word gives, in nats.
        case rarest
        /// What all the other matched words give, in nats.
        case gain
        /// What the differences of matched words cost, in nats.
        case cost
        /// The same of the worst matched word.
        case worst
        /// Matched words that the lexicon knows as different names.
        case contradicted
        /// A left-out Mohammad or Ali before another given name.
        case leadLeftOut
        /// Other given names that one side lacks.
        case givenLeftOut
        /// Family names that one side lacks while others match.
        case familyLeftOut
        /// Words on both sides that met nothing.
        case bothLeftOver
        /// The family name in front on one side.
        case turned
        /// Words that one side writes joined.
        case joined
        /// A man's name and a woman's.
        case gender
        /// Different scripts.
        case acrossScripts
        /// Both names are one word, or one word and the same written apart.
        case alone
        /// Different scripts, and no matched word of the Persian side is in the lexicon.
        case unread
        /// Given names of which one holds the other: Shahab, Shahabeddin.
        case givenPart
        /// Given names of which one is short for the other: Shahab and Shahabeddin, Kami and Kamyab.
        case givenShort
        /// One side is the other's family name alone.
        case givenUnsaid
        /// Family names of which one holds the other: Noori, Noorizadeh.
        case familyPart
        /// Both have a family name, and none met.
        case otherFamily
        /// The second and the third of the name, the elder and the younger.
        case otherNumber
        /// Only one side says which of the name it is.
        case numberLeftOut

        /// The range of its weight, whatever lists happen to have: what contradicts by its meaning never speaks for a name.
        var bounds: ClosedRange<Double> {
            switch self {
            case .otherNumber: -20 ... -12
            case .numberLeftOut: -4 ... -2
            case .gender: -20 ... -3
            case .familyLeftOut: -20 ... -5
            case .givenPart: -5 ... -1
            case .givenShort: -5 ... -2
            case .givenUnsaid: -5 ... -1
            case .cost, .worst, .contradicted, .leadLeftOut, .givenLeftOut, .bothLeftOver, .joined: -20...0
            case .unread, .familyPart, .otherFamily: -20...0
            default: -20...20
            }
        }
    }

    /// One a feature, in their order; there is room for more than there are.
    private var values = [26 of Double](repeating: 0)
    /// Given names that met only as initials: how many; 0 where some met in full.
    var onlyInitials = 0
    /// One name has no given name or initial at all, the other has one that met nothing.
    var bareFamily = false
    /// What leaves it to a person whether the two are one name, however well the rest fits.
    var doubts: Doubts = []

    /// Reasons why two names that fit well may still be two.
    struct Doubts: OptionSet {
        let rawValue: UInt8
        /// A Latin spelling that stands more often for another name: Maleki for ملکی rather than مالکی.
        static let lesserReading = Doubts(rawValue: 1)
        /// A consonant that no habit, and no slip, turns into the other: Rajabi, Rajaei.
        static let otherConsonant = Doubts(rawValue: 2)
        /// Both have initials, and one has more: George W. Bush, George H. W. Bush.
        static let otherInitials = Doubts(rawValue: 4)
        /// A given name that is short for the other's, and for others': Kami for Kamyab, and for Kamran.
        static let shortForm = Doubts(rawValue: 8)
    }

    subscript(feature: Feature) -> Double {
        get { values[feature.rawValue] }
        set { values[feature.rawValue] = newValue }
    }

    /// What the features come to with a weight each.
    func weighed(_ weights: [Double]) -> Double {
        var sum = 0.0
        for index in weights.indices { sum += weights[index] * values[index] }
        return sum
    }
}

extension PersonFeatures {
    /// Counts over an alignment of `left` and `right`.
    init(_ alignment: PartAlignment, _ left: ComparableName, _ right: ComparableName) {
        self[.bias] = 1
        self[.turned] = alignment.rotation == 0 ? 0 : 1
        self[.acrossScripts] = left.isPersian != right.isPersian ? 1 : 0
        var leftOver = 0, rightOver = 0, gain = 0.0, rarest = 0.0
        var initialsMet = 0, givenMetFully = 0, familyMet = false, slips = 0
        // One link is the whole of both: «Amirabdollahian» and "Amir-Abdollahian" too.
        self[.alone] = alignment.links.count == 1 && min(left.tokens.count, right.tokens.count) == 1 ? 1 : 0
        for number in 0..<alignment.links.count {
            let link = alignment.links[number]
            if link.left.isEmpty {
                count(right, link.right.lowerBound)
                if right.tokens[link.right.lowerBound].role != .particle { rightOver += 1 }
                continue
            }
            if link.right.isEmpty {
                count(left, link.left.lowerBound)
                if left.tokens[link.left.lowerBound].role != .particle { leftOver += 1 }
                continue
            }
            let isFamily = link.left.upperBound > left.family || link.right.upperBound > right.family
            if link.meeting.rule == .part || link.meeting.rule == .short {
                self[isFamily ? .familyPart : link.meeting.rule == .short ? .givenShort : .givenPart] += 1
                if !isFamily, link.meeting.rule == .short { doubts.insert(.shortForm) }
                continue
            }
            if isFamily { familyMet = true }
            if link.meeting.rule == .initial {
                if !isFamily { initialsMet += 1 }
                continue
            }
            if !isFamily { givenMetFully += 1 }
            let a = left.tokens[link.left.lowerBound], b = right.tokens[link.right.lowerBound]
            var rarity = min(a.rarity, b.rarity)
            if link.meeting.rule == .joined { rarity = link.left.count > 1 ? b.rarity : a.rarity }
            let own = min(8, Double(rarity) / 10), cost = Double(link.meeting.cost) / 10
            gain += own
            rarest = max(rarest, own)
            self[.cost] += cost
            self[.worst] = max(self[.worst], cost)
            if link.meeting.isLesserReading { doubts.insert(.lesserReading) }
            if self[.acrossScripts] == 0, link.meeting.rule == .spelling, cost >= 5.5,
                !left.bytes.holdsSame(a.skeleton, right.bytes, b.skeleton)
            {
                doubts.insert(.otherConsonant)
            }
            // The first slip is one; with a second the names are two.
            if link.meeting.rule == .slip {
                if slips > 0 { self[.contradicted] += 1 }
                slips += 1
            }
            // Near spellings of two known names may still be slips for one of them.
            if link.meeting.contradicts { self[.contradicted] += min(1, cost / 3) }
            if a.gender.contradicts(b.gender), link.meeting.rule != .joined, link.meeting.cost > 5 { self[.gender] = 1 }
            if link.meeting.rule == .joined { self[.joined] += 1 }
            if self[.acrossScripts] == 1, link.meeting.rule == .spelling || link.meeting.rule == .joined { self[.unread] += 1 }
        }
        self[.bothLeftOver] = Double(min(leftOver, rightOver))
        self[.rarest] = rarest
        self[.gain] = gain - rarest
        self[.otherFamily] = !familyMet && left.family > 0 && right.family > 0 ? 1 : 0
        if left.number != right.number { self[left.number > 0 && right.number > 0 ? .otherNumber : .numberLeftOut] = 1 }
        // Reza Shah is not Mohammad Reza Shah: kings are told apart by their given names.
        if left.isRoyal, right.isRoyal {
            self[.givenLeftOut] += 4 * self[.leadLeftOut]
            self[.leadLeftOut] = 0
        }
        onlyInitials = givenMetFully == 0 ? initialsMet : 0
        bareFamily = (left.family == 0) != (right.family == 0) && leftOver + rightOver > 0
        if alignment.rotation == 0, !(left.isRoyal && right.isRoyal), isFamilyAlone(alignment, left, right, leftOver, rightOver) {
            bareFamily = true
            self[.givenUnsaid] = 1
            self[.givenLeftOut] = 0
            self[.leadLeftOut] = 0
        }
        noteInitials(alignment, left, right)
    }

    /// Whether one name is the other's family name and no more, as «جعفری تبار» is of Majid Jafari Tabar.
    private func isFamilyAlone(
        _ alignment: PartAlignment, _ left: ComparableName, _ right: ComparableName, _ leftOver: Int, _ rightOver: Int
    ) -> Bool {
        guard (leftOver == 0) != (rightOver == 0), self[.familyLeftOut] == 0, self[.familyPart] == 0, self[.contradicted] == 0 else {
            return false
        }
        let family = leftOver == 0 ? right.family : left.family
        guard family > 0 else { return false }
        for number in 0..<alignment.links.count {
            let link = alignment.links[number]
            if link.left.isEmpty || link.right.isEmpty { continue }
            let whole = leftOver == 0 ? link.right : link.left
            if whole.lowerBound < family || link.meeting.rule == .initial { return false }
        }
        return true
    }

    private mutating func noteInitials(_ alignment: PartAlignment, _ left: ComparableName, _ right: ComparableName) {
        guard left.tokens.contains(where: \.isInitial), right.tokens.contains(where: \.isInitial) else { return }
        for number in 0..<alignment.links.count {
            let link = alignment.links[number]
            let isLeftOut =
                link.left.isEmpty
                ? right.tokens[link.right.lowerBound].isInitial : link.right.isEmpty && left.tokens[link.left.lowerBound].isInitial
            if isLeftOut { doubts.insert(.otherInitials) }
        }
    }

    /// A word that the other name lacks.
    private mutating func count(_ name: ComparableName, _ index: Int) {
        let token = name.tokens[index]
        switch token.role {
        case .particle, .title: break
        // Another family name altogether: احمدی‌نژاد is not احمدی.
        case .suffix: self[.familyLeftOut] += 1.5
        case .family where index >= name.family: self[.familyLeftOut] += 1
        default:
            // The first of several given names, as in (Mohammad) Javad.
            let isLead = index == 0 && name.family > 1 && token.isLead
            self[isLead ? .leadLeftOut : .givenLeftOut] += 1
        }
    }
}
