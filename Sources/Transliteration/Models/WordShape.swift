/// What may follow what when letters are read: the grammar that the aligner and the models share.
enum WordShape {
    /// What was read last.
    enum State: UInt8, CaseIterable {
        case start, bare, short, shortE, long, carrier, article, silentHe
    }

    /// The state after the letter tag `tag` read in `state` at `place`; `nil` where it cannot stand.
    ///
    /// A state `bare` leaves the vowel slot open; every other closes it. With `hearing`, a spelling tells what is rare but heard in it: ey at
    /// the end of a long word (بندپی), and an ending after silent he (خامنه‌ای).
    static func after(_ state: State, _ tag: Tag.Shape, at place: WordPlace, hearing: Bool = false) -> State? {
        switch tag.kind {
        case .space: return state == .carrier || state == .article ? nil : .start
        case .consonant:
            if state == .carrier || state == .article { return nil }
            if tag.letter == he && place.endsSegment && (state == .shortE || state == .short) {
                // Only in words of two letters is a final ه heard after a short vowel: ده, مه.
                guard place.startsWord else { return nil }
            }
            if tag.letter == yeh && !tag.doubled && place.index > 0 {
                // «فریار» has ī, not e and y; and ی is not heard twice in a row without a vowel between.
                if state == .shortE && place.after == alef { return nil }
                if state == .bare && place.before == yeh { return nil }
            }
            return tag.doubled && (state == .start || state == .bare || state == .silentHe) ? nil : .bare
        case .vowel:
            if tag.letter == alef && place.startsKnownArticle { return nil }
            if tag.letter == yeh && state == .long && tag.vowel == .longI && place.after == yeh { return nil }
            // A word ends in ey only when it is short: ری, پی.
            if tag.vowel == .ey && place.index >= 3 && !hearing && place.endsSegment { return nil }
            if tag.vowel == .ow && place.precedesArticle { return nil }
            switch state {
            case .bare: return .long
            case .carrier: return tag.letter == yeh && tag.vowel != .maksura || tag.letter == vav ? .long : nil
            case .long: return canFollowLong(tag, place.before) ? .long : nil
            case .start, .short, .shortE, .article, .silentHe: return nil
            }
        case .silent:
            return state == .bare && place.before == khe && (place.after == alef || place.after == yeh) ? .bare : nil
        case .silentHe: return state == .shortE && place.index > 0 ? .silentHe : nil
        case .initial, .carrier:
            if place.startsKnownArticle { return nil }
            guard place.isInside == tag.beginsPart, state != .carrier, state != .article else { return nil }
            if place.isInside && place.left < 2 && !(hearing && state == .silentHe) { return nil }
            if tag.kind == .initial { return tag.vowel == .longA ? .long : .short }
            return place.after == yeh || place.after == vav ? .carrier : nil
        case .article:
            guard place.index > 1, state != .carrier, state != .article, place.startsArticle else { return nil }
            return .article
        case .lam: return state == .article ? .bare : nil
        }
    }

    /// The state after a tag that a reading holds, which no grammar forbids.
    static func after(given tag: Tag.Shape) -> State {
        switch tag.kind {
        case .space: .start
        case .consonant, .lam: .bare
        case .carrier: .carrier
        case .article: .article
        case .silentHe: .silentHe
        case .silent: .bare
        case .vowel, .initial: .long
        }
    }

    /// The state after the vowel slot of a consonant.
    static func afterSlot(_ tag: Tag.Shape, at place: WordPlace) -> State? {
        if tag.vowel == .none { return place.takesUnwrittenAlef ? nil : .bare }
        if place.endsSegment { return nil }
        if tag.vowel == .unwrittenA || place.takesUnwrittenAlef {
            return tag.vowel == .unwrittenA && place.takesUnwrittenAlef ? .long : nil
        }
        return tag.vowel == .shortE ? .shortE : .short
    }

    static func mayEnd(_ state: State) -> Bool { state != .carrier && state != .article && state != .start }

    // Numbers of `PersianLetters.alphabet`, as constants that cost nothing to look at.
    static let alef: UInt8 = 1, te: UInt8 = 4, khe: UInt8 = 9, lam: UInt8 = 27, vav: UInt8 = 30, he: UInt8 = 31, yeh: UInt8 = 32

    private static func canFollowLong(_ tag: Tag.Shape, _ before: UInt8) -> Bool {
        if tag.letter == alef { return before == yeh || before == vav }
        return before == alef && (tag.vowel == .longI || tag.vowel == .longU)
    }
}
