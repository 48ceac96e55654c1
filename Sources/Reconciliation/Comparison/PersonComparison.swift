/// Two people's names, aligned and weighed.
struct PersonComparison {
    let left: ComparableName
    let right: ComparableName
    let alignment: PartAlignment
    let features: PersonFeatures
    let model: DecisionModel

    init(_ left: ComparableName, _ right: ComparableName, _ comparer: NameComparer) {
        self.init(left, right, PartAligner(comparer.costs, left, right).best(), comparer)
    }

    init(_ left: ComparableName, _ right: ComparableName, _ alignment: PartAlignment, _ comparer: NameComparer) {
        self.left = left
        self.right = right
        self.alignment = alignment
        features = PersonFeatures(alignment, left, right)
        model = comparer.models.person
    }

    /// What the score is at most, whatever the rest says: a name that says too little, or may as well be another one, is for review.
    var cap: (rule: String, score: Double)? {
        if features.bareFamily { return ("bare-family-name", 0.7) }
        if features.doubts.contains(.lesserReading) { return ("likelier-another-name", 0.8) }
        if features.doubts.contains(.otherConsonant) { return ("another-consonant", 0.8) }
        if features.doubts.contains(.otherInitials) { return ("other-initials", 0.8) }
        if features.doubts.contains(.shortForm) { return ("short-form", 0.8) }
        if features.onlyInitials == 1 { return ("initial-only", 0.85) }
        if features.onlyInitials > 1 { return ("initials-only", 0.95) }
        return nil
    }

    /// The probability that the two are the same name.
    var probability: Double {
        // The same letters are the same name, however little they say of who bears it.
        let isIdentical =
            alignment.rotation == 0 && left.number == right.number
            && (0..<alignment.links.count).allSatisfy { alignment.links[$0].meeting.rule == .same }
        let probability = isIdentical ? max(0.995, model.probability(features)) : model.probability(features)
        // In proportion, so that of several names which are capped the likelier stays ahead.
        return cap.map { $0.score * probability } ?? probability
    }

    /// What the score is made of: each pair of words, each word left over, and what holds for the whole.
    var evidence: [Evidence] {
        var evidence: [Evidence] = []
        for link in alignment.links.array.reversed() {
            let detail = [left.text(link.left), right.text(link.right)].filter { !$0.isEmpty }.joined(separator: " = ")
            let isFamily =
                link.left.upperBound > left.family && !link.left.isEmpty || link.right.upperBound > right.family && !link.right.isEmpty
            let part = isFamily ? "family" : "given"
            if link.left.isEmpty || link.right.isEmpty {
                let token = link.left.isEmpty ? right.tokens[link.right.lowerBound] : left.tokens[link.left.lowerBound]
                let feature: PersonFeatures.Feature = isFamily ? .familyLeftOut : .givenLeftOut
                let isLead = !isFamily && features[.leadLeftOut] > 0 && features[.givenLeftOut] == 0
                let weight = token.role == .particle ? 0 : model.weights[(isLead ? .leadLeftOut : feature).rawValue]
                evidence.append(Evidence(part: part, rule: isLead ? "left-out-lead" : "left-out", detail: detail, weight: weight))
            } else {
                var weight = -model.weights[PersonFeatures.Feature.cost.rawValue].magnitude * Double(link.meeting.cost) / 10
                if link.meeting.rule != .initial {
                    let rarity = min(left.tokens[link.left.lowerBound].rarity, right.tokens[link.right.lowerBound].rarity)
                    weight += model.weights[PersonFeatures.Feature.gain.rawValue] * min(8, Double(rarity) / 10)
                }
                if link.meeting.contradicts { weight += model.weights[PersonFeatures.Feature.contradicted.rawValue] }
                evidence.append(
                    Evidence(
                        part: part, rule: link.meeting.contradicts ? "known-apart" : link.meeting.rule.rawValue, detail: detail,
                        weight: weight))
            }
        }
        for title in left.titles.map(left.text) + right.titles.map(right.text) {
            evidence.append(Evidence(part: "title", rule: "title", detail: title, weight: 0))
        }
        for (feature, part) in [
            (PersonFeatures.Feature.turned, "order"), (.gender, "gender"), (.bothLeftOver, "name"), (.otherFamily, "family"),
            (.otherNumber, "number"), (.numberLeftOut, "number"),
        ]
        where features[feature] > 0 {
            evidence.append(
                Evidence(part: part, rule: "\(feature)", detail: "", weight: model.weights[feature.rawValue] * features[feature]))
        }
        if let cap {
            evidence.append(Evidence(part: "name", rule: cap.rule, detail: "the score is at most \(cap.score)", weight: 0))
        }
        return evidence
    }
}
