/// What is counted when two people's names are aligned; the decision model weighs it.
struct PersonFeatures: Sendable, Hashable {
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
    }

    var values = [Double](repeating: 0, count: Feature.allCases.count)
    /// Given names that met only as initials: how many; 0 where some met in full.
    var onlyInitials = 0
    /// One name has no given name or initial at all, the other has one that met nothing.
    var bareFamily = false
    /// No family name met.
    var familyMet = false

    subscript(feature: Feature) -> Double {
        get { values[feature.rawValue] }
        set { values[feature.rawValue] = newValue }
    }
}

extension PersonFeatures {
    /// Counts over an alignment of `left` and `right`.
    init(_ alignment: PartAlignment, _ left: ComparableName, _ right: ComparableName, _ words: NameWords) {
        self[.bias] = 1
        self[.turned] = alignment.rotation == 0 ? 0 : 1
        self[.acrossScripts] = left.isPersian != right.isPersian ? 1 : 0
        var leftOver = 0, rightOver = 0, gains: [Double] = []
        var givenMet = 0, givenMetFully = 0
        // One link is the whole of both: «Amirabdollahian» and "Amir-Abdollahian" too.
        self[.alone] = alignment.links.count == 1 && min(left.tokens.count, right.tokens.count) == 1 ? 1 : 0
        for link in alignment.links {
            if link.left.isEmpty {
                count(right, link.right.lowerBound, words)
                if right.tokens[link.right.lowerBound].role != .particle { rightOver += 1 }
                continue
            }
            if link.right.isEmpty {
                count(left, link.left.lowerBound, words)
                if left.tokens[link.left.lowerBound].role != .particle { leftOver += 1 }
                continue
            }
            let isFamily = link.left.upperBound > left.family || link.right.upperBound > right.family
            if isFamily { familyMet = true } else { givenMet += 1 }
            if link.meeting.rule == .initial { continue }
            if !isFamily { givenMetFully += 1 }
            let a = left.tokens[link.left.lowerBound], b = right.tokens[link.right.lowerBound]
            var rarity = min(a.rarity, b.rarity)
            if link.meeting.rule == .joined { rarity = link.left.count > 1 ? b.rarity : a.rarity }
            gains.append(min(8, Double(rarity) / 10))
            self[.cost] += Double(link.meeting.cost) / 10
            self[.worst] = max(self[.worst], Double(link.meeting.cost) / 10)
            // Near spellings of two known names may still be slips for one of them.
            if link.meeting.contradicts { self[.contradicted] += min(1, Double(link.meeting.cost) / 30) }
            if a.gender.contradicts(b.gender), link.meeting.rule != .joined, link.meeting.cost > 5 { self[.gender] = 1 }
            if link.meeting.rule == .joined { self[.joined] += 1 }
            if self[.acrossScripts] == 1, link.meeting.rule == .spelling || link.meeting.rule == .joined { self[.unread] += 1 }
        }
        self[.bothLeftOver] = Double(min(leftOver, rightOver))
        if let best = gains.max() {
            self[.rarest] = best
            self[.gain] = gains.reduce(0, +) - best
        }
        onlyInitials = givenMetFully == 0 ? givenMet : 0
        bareFamily = (left.family == 0) != (right.family == 0) && leftOver + rightOver > 0
    }

    /// A word that the other name lacks.
    private mutating func count(_ name: ComparableName, _ index: Int, _ words: NameWords) {
        let token = name.tokens[index]
        switch token.role {
        case .particle, .title: break
        // Another family name altogether: احمدی‌نژاد is not احمدی.
        case .suffix: self[.familyLeftOut] += 1.5
        case .family where index >= name.family: self[.familyLeftOut] += 1
        default:
            // The first of several given names, as in (Mohammad) Javad.
            let isLead = index == 0 && name.family > 1 && words.role(of: token.text) == .lead
            self[isLead ? .leadLeftOut : .givenLeftOut] += 1
        }
    }
}

extension ComparableName {
    /// Whether the name is mostly written in Persian letters.
    var isPersian: Bool { tokens.last?.isPersian ?? false }
}
