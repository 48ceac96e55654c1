extension Reading {
    /// Whether Persian can write these units in this order.
    static func check(_ units: [Unit]) throws(ReadingError) {
        guard let first = units.first else { throw .empty }
        if case .boundary(.space) = first { throw .emptyPart(offset: 0) }
        var previous: Unit = .boundary(.space)
        for index in units.indices {
            let unit = units[index]
            let next: Unit? = index + 1 < units.count ? units[index + 1] : nil
            switch unit {
            case .consonant(let letter), .doubled(let letter):
                if letter == .alef { throw .unknownSign(letter.sign, offset: index) }
            case .silent(let letter):
                if letter == .glide { throw .silentLetter(offset: index) }
            case .vowel(let vowel):
                try check(vowel, after: previous, at: index)
                if vowel == .maksura, case .vowel(let heard) = units[..<index].last(where: { !$0.isSilent }) {
                    throw .hiatus(heard.sign + vowel.sign, offset: index)
                }
            case .boundary(let boundary):
                try check(boundary, in: units, at: index, next)
            case .ezafe(let ezafe):
                try check(ezafe, after: previous, at: index, next)
            }
            previous = unit
        }
    }

    private static func check(_ vowel: Vowel, after previous: Unit, at index: Int) throws(ReadingError) {
        switch (previous, vowel) {
        case (.boundary, .madda), (.boundary, .maksura), (.boundary, .tanvinA), (.boundary, .tanvinE), (.boundary, .tanvinO):
            throw .initialVowel(vowel.sign, offset: index)
        // آ holds its own hamza, so any vowel may stand before it.
        case (.vowel(.a), .madda), (.vowel(.e), .madda), (.vowel(.o), .madda), (.vowel(.longA), .madda), (.vowel(.longI), .madda),
            (.vowel(.longU), .madda), (.vowel(.madda), .madda):
            break
        // ی marked with alef above would be read as the letter ye.
        case (.vowel(let first), .maksura), (.vowel(let first), .unwrittenA):
            throw .hiatus(first.sign + vowel.sign, offset: index)
        case (.vowel(.longI), _), (.vowel(.longU), _), (.vowel(.longA), .longA), (.vowel(.longA), .longI), (.vowel(.longA), .longU),
            (.vowel(.madda), .longA), (.vowel(.madda), .longI), (.vowel(.madda), .longU):
            break
        case (.vowel(let first), _):
            throw .hiatus(first.sign + vowel.sign, offset: index)
        case (.ezafe, _):
            throw .ezafe(offset: index)
        default:
            break
        }
    }

    private static func check(_ boundary: Boundary, in units: [Unit], at index: Int, _ next: Unit?) throws(ReadingError) {
        switch next {
        case nil: throw .emptyPart(offset: index)
        case .boundary(.article), .boundary(.assimilatedArticle): break
        case .boundary: throw .emptyPart(offset: index)
        case .ezafe: throw .ezafe(offset: index + 1)
        default: break
        }
        guard boundary == .article || boundary == .assimilatedArticle else {
            if index == 0 { throw .emptyPart(offset: index) }
            return
        }
        if boundary == .assimilatedArticle {
            guard case .consonant(let letter) = next, letter != .lam else { throw .article(offset: index) }
        }
        var before = index - 1
        if before >= 0, case .vowel(let vowel) = units[before], vowel == .a || vowel == .e || vowel == .o { before -= 1 }
        guard before < 0 || units[before].endsSegment else { throw .article(offset: index) }
    }

    private static func check(_ ezafe: Ezafe, after previous: Unit, at index: Int, _ next: Unit?) throws(ReadingError) {
        switch previous {
        case .boundary, .ezafe: throw .ezafe(offset: index)
        case .vowel(let vowel) where vowel.isUnwritten || vowel == .tanvinA: throw .ezafe(offset: index)
        case .vowel(.longI), .vowel(.maksura): if ezafe != .unwritten { throw .ezafe(offset: index) }
        default: if ezafe == .hamza, previous != .silent(.he) { throw .ezafe(offset: index) }
        }
        switch next {
        case nil, .boundary(.space), .boundary(.joiner), .boundary(.solid): break
        default: throw .ezafe(offset: index)
        }
    }
}
