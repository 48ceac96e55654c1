internal import NameText

extension Scheme {
    /// The segments of a word put together, in lower case.
    func joined(_ segments: [RenderedSegment], as kind: Name.Part.Kind) -> String {
        pieces(segments, as: kind).reduce(into: "") { $0 += $1.text }
    }

    /// A run of a word's text and whether a name starts with it.
    struct Piece {
        var text: String
        var startsName: Bool
    }

    /// The segments of a word with what stands between them.
    func pieces(_ segments: [RenderedSegment], as kind: Name.Part.Kind) -> [Piece] {
        var pieces: [Piece] = []
        // A link that ends in a space or a hyphen starts a name anew.
        var startsName = true
        var index = 0
        while index < segments.count {
            let current = segments[index]
            if current.segment.isArticle, index + 1 < segments.count {
                let next = segments[index + 1]
                var link = articleLink(current, before: next, isFirst: pieces.isEmpty)
                if pieces.isEmpty { while link.text.first == " " || link.text.first == "-" { link.text.removeFirst() } }
                if link.isWhole {
                    // «الله» with its article.
                    let parts = link.text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
                    if parts.count == 2 {
                        pieces.append(Piece(text: parts[0] + " ", startsName: false))
                        pieces.append(Piece(text: String(parts[1]) + ezafe(of: next.segment), startsName: true))
                    } else {
                        let hyphenated = link.text.hasPrefix("-")
                        if hyphenated { pieces.append(Piece(text: "-", startsName: false)) }
                        let text = hyphenated ? String(link.text.dropFirst()) : link.text
                        pieces.append(Piece(text: text + ezafe(of: next.segment), startsName: pieces.isEmpty || hyphenated))
                    }
                    index += 2
                    startsName = false
                    continue
                }
                // A word's own first letter is a capital, its article not, unless the two are one.
                let isSolid = !(link.text.hasSuffix(" ") || link.text.hasSuffix("-"))
                pieces.append(Piece(text: link.text, startsName: pieces.isEmpty && !link.text.hasSuffix("-")))
                startsName = !isSolid
                index += 1
                continue
            }
            if index > 0, !segments[index - 1].segment.isArticle {
                let link = self.link(segments[index - 1].segment, current.segment, as: kind)
                let isSuffix = NameElements.suffixes.contains(current.segment.units) || NameElements.endings.contains(current.segment.units)
                startsName = link.hasSuffix(" ") || link.hasSuffix("-") && !isSuffix
                if !link.isEmpty { pieces.append(Piece(text: link, startsName: false)) }
            }
            pieces.append(Piece(text: current.text + ezafe(of: current.segment), startsName: startsName))
            startsName = false
            index += 1
        }
        return pieces
    }

    /// The article with what stands around it; whole when «الله» is in it.
    private func articleLink(_ article: RenderedSegment, before next: RenderedSegment, isFirst: Bool) -> (
        text: String, isWhole: Bool
    ) {
        if next.segment.beginsWithAllah, isFirst { return (article.text + next.text, true) }
        if next.segment.beginsWithAllah, let allah = style.allah {
            // What follows in the same word: «عبداللهی».
            let own = letters.rewritten([Segment(units: Segment.allah)].ruleInput).joined()
            return (allah + next.text.dropFirst(own.count), true)
        }
        if isFirst, !next.segment.beginsWithAllah, let initial = style.articleAtStart { return (initial, false) }
        return (style.article.replacing("*", with: article.text), false)
    }

    private func link(_ left: Segment, _ right: Segment, as kind: Name.Part.Kind) -> String {
        // An ezafe ends a word: «تخت‌جمشید» is Takht-e Jamshīd.
        if left.ezafe != nil { return style.space }
        let isCompound =
            kind != .family && NameElements.compoundGiven.contains(left.units) && NameElements.compoundGiven.contains(right.units)
        if isCompound {
            return style.compoundGivenAfter["\(left.notation)+\(right.notation)"] ?? style.compoundGivenAfter[left.notation]
                ?? style.compoundGiven
        }
        guard right.boundary == .joiner else { return "" }
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

extension Segment {
    /// The segment's notation.
    var notation: String { Reading(checked: units).notation }
}
