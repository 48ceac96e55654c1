/// A piece of a word between boundaries: a simple name, an affix, or the article.
struct Segment: Hashable, Sendable {
    /// The units, without the ezafe.
    var units: [Reading.Unit] = []
    /// The boundary before it, or nil at the word's start.
    var boundary: Reading.Boundary?
    /// The ezafe at its end.
    var ezafe: Reading.Ezafe?
    /// Whether this is the Arabic article: its vowel is in `units`, its lam in the boundary after it.
    var isArticle = false

    /// The segments of a word.
    static func segments(of word: Reading) -> [Segment] {
        var segments: [Segment] = []
        var current = Segment()
        for unit in word.units {
            switch unit {
            case .boundary(let boundary):
                current.isArticle = boundary == .article || boundary == .assimilatedArticle
                segments.append(current)
                current = Segment(boundary: boundary)
            case .ezafe(let ezafe): current.ezafe = ezafe
            default: current.units.append(unit)
            }
        }
        segments.append(current)
        return segments
    }

    /// What kind of sound the segment ends in: it decides the form of ezafe.
    var ending: Ending {
        switch units.last {
        case .silent(.he): .silentHe
        case .vowel: .vowel
        case .silent: units.dropLast().last.map { if case .vowel = $0 { .vowel } else { .consonant } } ?? .consonant
        default: .consonant
        }
    }

    enum Ending { case consonant, vowel, silentHe }

    /// Whether this begins with the second half of «الله».
    var beginsWithAllah: Bool { units.starts(with: Self.allah) }

    /// The second half of «الله».
    static let allah: [Reading.Unit] = [.consonant(.lam), .vowel(.unwrittenA), .consonant(.he)]
}

extension [Segment] {
    /// The word as rule files see it: the notation, without ezafe and without the sign `·`.
    var ruleInput: String {
        var text = ""
        for (index, segment) in enumerated() {
            switch segment.boundary {
            case nil: break
            case .joiner: text += "-"
            case .solid, .space: text += "+"
            case .article, .assimilatedArticle: text += "="
            }
            for unit in segment.units {
                switch unit {
                case .consonant(let letter): text += letter.sign
                case .doubled(let letter): text += letter.sign + letter.sign
                case .silent(let letter): text += "(\(letter.sign))"
                case .vowel(let vowel): text += vowel.sign
                case .boundary, .ezafe: break
                }
            }
            guard segment.isArticle, index + 1 < count else { continue }
            let next = self[index + 1]
            text += next.boundary == .assimilatedArticle ? next.units.first?.letter?.sign ?? "l" : "l"
        }
        return text
    }
}

extension Reading {
    /// The words as schemes join them: an article or a suffix after a space belongs to the word before, as in «عبد اللطیف», «حسین زاده».
    var joinedWords: [Reading] {
        guard units.contains(.boundary(.space)) else { return [self] }
        var words: [Reading] = []
        var start = 0
        for index in units.indices where units[index] == .boundary(.space) && !bindsBack(at: index + 1) {
            words.append(Reading(checked: Array(units[start..<index])))
            start = index + 1
        }
        return words + [Reading(checked: Array(units[start...]))]
    }

    private func bindsBack(at index: Int) -> Bool {
        if index >= 2, case .ezafe = units[index - 2] { return false }
        return startsWithArticle(at: index)
            || NameElements.bindingSuffixes.contains(Array(units[index...].prefix { $0 != .boundary(.space) }))
    }

    /// Whether the word that starts here starts with an article.
    func startsWithArticle(at index: Int) -> Bool {
        func isArticle(_ index: Int) -> Bool {
            index < units.count && (units[index] == .boundary(.article) || units[index] == .boundary(.assimilatedArticle))
        }
        if isArticle(index) { return true }
        if index < units.count, case .vowel = units[index] { return isArticle(index + 1) }
        return false
    }
}
