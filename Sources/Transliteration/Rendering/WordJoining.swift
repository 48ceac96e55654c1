internal import NameText

/// Puts the segments of a word together as a scheme's style says, and notes where names start in it.
struct WordJoining {
    /// A run of a word's text and whether a name starts with it.
    struct Piece {
        var text: String
        var startsName: Bool
    }

    private let scheme: Scheme
    private let kind: Name.Part.Kind
    /// The word so far.
    private(set) var pieces: [Piece] = []
    /// Whether the last piece was an article that stands apart from what follows.
    private var followsApartArticle = false

    init(_ segments: [RenderedSegment], as kind: Name.Part.Kind, by scheme: Scheme) {
        self.scheme = scheme
        self.kind = kind
        var index = 0
        while index < segments.count {
            if segments[index].segment.isArticle, index + 1 < segments.count {
                index += addArticle(segments[index], before: segments[index + 1])
            } else {
                add(segments[index], after: index > 0 ? segments[index - 1].segment : nil)
                index += 1
            }
        }
    }

    private var style: SchemeStyle { scheme.style }

    private mutating func add(_ current: RenderedSegment, after previous: Segment?) {
        let text = current.text + ezafe(of: current.segment)
        guard let previous else { return add(text, startsName: true) }
        if previous.isArticle { return add(text, startsName: followsApartArticle) }
        let link = link(previous, current.segment)
        add(link, startsName: false)
        let isSuffix = NameElements.suffixes.contains(current.segment.units) || NameElements.endings.contains(current.segment.units)
        add(text, startsName: link.hasSuffix(" ") || link.hasSuffix("-") && !isSuffix)
    }

    private mutating func add(_ text: String, startsName: Bool) {
        if !text.isEmpty { pieces.append(Piece(text: text, startsName: startsName)) }
    }

    /// Adds the article, and «الله» with it; says how many segments that was.
    private mutating func addArticle(_ article: RenderedSegment, before next: RenderedSegment) -> Int {
        let isFirst = pieces.isEmpty
        if next.segment.beginsWithAllah, isFirst {
            add(article.text + next.text + ezafe(of: next.segment), startsName: true)
            return 2
        }
        if next.segment.beginsWithAllah, let allah = style.allah {
            let link = allah.prefix { $0 == " " || $0 == "-" }
            add(String(link), startsName: false)
            // What follows in the same word: «عبداللهی».
            let own = scheme.letters.rewritten([Segment(units: Segment.allah)].ruleInput).joined()
            let text = allah.dropFirst(link.count) + next.text.dropFirst(own.count) + ezafe(of: next.segment)
            add(String(text), startsName: !link.isEmpty)
            return 2
        }
        var text = (isFirst ? style.articleAtStart : nil) ?? style.article.replacing("*", with: article.text)
        if isFirst { text = String(text.drop { $0 == " " || $0 == "-" }) }
        // At the start of a name the article has a capital, unless a hyphen binds it.
        add(text, startsName: isFirst && !text.hasSuffix("-"))
        followsApartArticle = text.hasSuffix(" ") || text.hasSuffix("-")
        return 1
    }

    private func link(_ left: Segment, _ right: Segment) -> String {
        // An ezafe ends a word: «تخت‌جمشید» is Takht-e Jamshīd.
        if left.ezafe != nil { return style.space }
        if kind != .family, NameElements.compoundGiven.contains(left.units), NameElements.compoundGiven.contains(right.units) {
            let first = Reading(checked: left.units).notation, second = Reading(checked: right.units).notation
            return style.compoundGivenAfter["\(first)+\(second)"] ?? style.compoundGivenAfter[first] ?? style.compoundGiven
        }
        // «ناصرالدین‌شاه», «کریم‌خان»: the rank is a word of its own.
        if NameElements.ranks.contains(right.units), right.ezafe == nil || kind != .family { return style.space }
        guard right.boundary == .joiner || right.boundary == .space else { return "" }
        if NameElements.endings.contains(right.units) { return style.ending }
        return NameElements.suffixes.contains(right.units) ? style.suffix : style.joiner
    }

    private func ezafe(of segment: Segment) -> String {
        let forms = style.ezafe
        switch (segment.ezafe, segment.ending) {
        case (nil, _): return ""
        case (.ye, _): return forms.written ?? forms.afterVowel
        case (.unwritten, .consonant): return forms.afterConsonant
        case (.unwritten, .vowel): return forms.afterVowel
        case (.unwritten, .silentHe): return forms.unwrittenAfterSilentHe ?? forms.afterSilentHe
        case (.hamza, _): return forms.afterSilentHe
        }
    }
}
