internal import Glibc
internal import Lexicon

/// How two words of names met.
struct TokenMeeting: Sendable, Hashable {
    /// Why the words were taken for the same, or how far apart they are.
    enum Rule: String, Sendable {
        case same, attested, sound, spelling, reading, slip, initial, joined, acronym, short, part, far
    }

    /// Tenths of a nat; 0 for the same word or the usual spelling of it.
    var cost: UInt16
    var rule: Rule
    /// Both words are known names, and not the same one.
    var contradicts = false
    /// The Latin word stands more often for a name that sounds otherwise, as Maleki for ملکی rather than مالکی.
    var isLesserReading = false

    static let apart = TokenMeeting(cost: 255, rule: .far)
    static let part = TokenMeeting(cost: 130, rule: .part)
    static let short = TokenMeeting(cost: 130, rule: .short)
    /// What one slip of the hand or of a text reader costs: more than a habit, less than another consonant.
    static let slip = TokenMeeting(cost: 40, rule: .slip)
    var isApart: Bool { rule == .far }
}

extension SpellingCosts {
    /// Compares two words in any scripts, each with the bytes that it lies in.
    func meeting(_ a: ComparableToken, _ x: Bytes, _ b: ComparableToken, _ y: Bytes) -> TokenMeeting {
        if x.holdsSame(a.letters, y, b.letters) {
            return Self.haveOtherDigits(a, x, b, y) ? .apart : TokenMeeting(cost: 0, rule: a.isInitial ? .initial : .same)
        }
        if a.isInitial || b.isInitial { return initialMeeting(a, x, b, y) }
        let limit = Self.limit(Int(min(a.letterCount, b.letterCount)))
        // A sound that only one word has costs two nats at least, whether it is left out or taken for another.
        var meeting = TokenMeeting.apart
        if (a.sounds ^ b.sounds).nonzeroBitCount * 20 < Int(limit) {
            switch (a.isPersian, b.isPersian) {
            case (false, true): meeting = across(a, x, b, y, limit)
            case (true, false): meeting = across(b, y, a, x, limit)
            default: meeting = within(a, x, b, y, limit)
            }
        }
        guard meeting.isApart else { return meeting }
        if isShortForm(a, x, b, y) || isShortForm(b, y, a, x) { return .short }
        return Self.holds(a, x, b, y) ? .part : meeting
    }

    /// Whether both words have digits, and not the same: TV1 and TV2 are two.
    private static func haveOtherDigits(_ a: ComparableToken, _ x: Bytes, _ b: ComparableToken, _ y: Bytes) -> Bool {
        func nextDigit(_ bytes: Bytes, _ at: inout Int, _ end: Int) -> UInt8? {
            while at < end {
                let byte = bytes[at]
                at += 1
                if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { return byte }
            }
            return nil
        }
        var i = a.text.lowerBound, j = b.text.lowerBound
        guard var left = nextDigit(x, &i, a.text.upperBound), var right = nextDigit(y, &j, b.text.upperBound) else { return false }
        while left == right {
            switch (nextDigit(x, &i, a.text.upperBound), nextDigit(y, &j, b.text.upperBound)) {
            case (let next?, let other?): (left, right) = (next, other)
            case (nil, nil): return false
            default: return true
            }
        }
        return true
    }

    /// Whether one word begins or ends with all sounds of the other: Noorizadeh and Noori. They are two names, but not any two.
    private static func holds(_ a: ComparableToken, _ x: Bytes, _ b: ComparableToken, _ y: Bytes) -> Bool {
        if a.skeletonCount > b.skeletonCount { return holds(b, y, a, x) }
        guard a.skeletonCount > 2, a.skeletonCount < b.skeletonCount, a.sounds & ~b.sounds == 0 else { return false }
        let long = b.skeleton
        return x.holdsSame(a.skeleton, y, long.lowerBound..<long.lowerBound + Int(a.skeletonCount))
            || x.holdsSame(a.skeleton, y, long.upperBound - Int(a.skeletonCount)..<long.upperBound)
    }

    /// How far apart two words of this length may be and still be compared: long words leave room for more habits.
    static func limit(_ length: Int) -> UInt16 { UInt16(min(140, 60 + 10 * length)) }

    /// An initial meets any word that begins so.
    private func initialMeeting(_ a: ComparableToken, _ x: Bytes, _ b: ComparableToken, _ y: Bytes) -> TokenMeeting {
        guard a.letterCount > 0, b.letterCount > 0 else { return .apart }
        let cost = cost(x[a.letters.lowerBound], y[b.letters.lowerBound])
        let soundAlike = a.skeletonCount > 0 && b.skeletonCount > 0 && x[a.skeleton.lowerBound] == y[b.skeleton.lowerBound]
        return cost <= 15 || soundAlike && cost <= 45 ? TokenMeeting(cost: 0, rule: .initial) : .apart
    }

    private func within(_ a: ComparableToken, _ x: Bytes, _ b: ComparableToken, _ y: Bytes, _ limit: UInt16) -> TokenMeeting {
        var meeting = TokenMeeting(cost: distance(UnitRun(x, a.letters), UnitRun(y, b.letters), limit: limit), rule: .spelling)
        let overlap = a.known.overlap(x, b.known, y)
        if a.isRead || b.isRead {
            meeting = Self.read(meeting, overlap)
        } else if overlap > 20, meeting.cost > 8 {
            meeting = TokenMeeting(cost: min(meeting.cost, UInt16(20 - overlap / 8)), rule: .attested)
        } else if overlap == 0, a.isKnown, b.isKnown, meeting.cost > 0 {
            meeting.contradicts = true
        }
        // A slip makes a word that is no name.
        if meeting.cost > TokenMeeting.slip.cost, !a.isKnown || !b.isKnown, Slip.tellsApart(a, x, b, y) { return .slip }
        return meeting.cost >= limit ? .apart : meeting
    }

    private func across(_ latin: ComparableToken, _ x: Bytes, _ persian: ComparableToken, _ y: Bytes, _ limit: UInt16) -> TokenMeeting {
        let letters = UnitRun(x, latin.letters)
        var meeting = TokenMeeting(cost: distance(letters, UnitRun(y, persian.letters), limit: limit), rule: .spelling)
        if meeting.cost > SlavicEnding.cost, let stems = SlavicEnding.stems(latin, x, persian, y) {
            let cost = distance(UnitRun(x, stems.latin), UnitRun(y, stems.persian), limit: limit) + SlavicEnding.cost
            meeting.cost = min(meeting.cost, cost)
        }
        if persian.readingCount > 0 {
            // The letters alone leave the short vowels open, so a known reading has the last word; but it may be one of several.
            let sound = heard(letters, persian, y, limit)
            meeting = TokenMeeting(cost: (3 * sound + meeting.cost) / 4, rule: .sound)
        }
        let (share, isLesser) = persian.knownCount > 0 ? latin.known.share(ofName: persian.known.number(0, y), x) : (0, false)
        meeting.isLesserReading = isLesser
        if latin.isRead || persian.isRead {
            meeting = Self.read(meeting, share)
        } else if share > 10 {
            let attested = UInt16(12 - share / 10)
            if attested < meeting.cost { meeting = TokenMeeting(cost: attested, rule: .attested) }
            meeting.cost = max(meeting.cost, Self.cost(ofShare: share))
        } else if share > 0 {
            meeting.cost = max(meeting.cost, Self.cost(ofShare: share))
        } else if share == 0, meeting.cost > 0, latin.isKnown, persian.isKnown {
            meeting.contradicts = true
        }
        return meeting.cost >= limit ? .apart : meeting
    }

    /// Maleki is mostly ملکی: where the lexicon knows, in hundredths, how often the word stands for a name, rarely costs what chance says.
    static func cost(ofShare share: Int) -> UInt16 { share >= 50 ? 0 : UInt16(-10 * log(Double(share) / 100)) }

    /// What two words come to that were read, in part, as the same name: reading models weigh what letters alone leave open.
    private static func read(_ meeting: TokenMeeting, _ overlap: Int) -> TokenMeeting {
        guard overlap > 10 else { return meeting }
        let cost = UInt16(24 - overlap / 5)
        return cost < meeting.cost ? TokenMeeting(cost: cost, rule: .reading) : meeting
    }

    /// How near a Latin spelling is to the nearest of a Persian word's readings.
    func heard(_ letters: UnitRun, _ persian: ComparableToken, _ bytes: Bytes, _ limit: UInt16) -> UInt16 {
        var least = limit, at = persian.readings
        for _ in 0..<persian.readingCount {
            let sounds = at + 1..<at + 1 + Int(bytes[at])
            least = min(least, distance(letters, UnitRun(bytes, sounds), limit: least, heard: true))
            at = sounds.upperBound
        }
        return least
    }

    /// The units of a Persian word's first reading, where it has one.
    static func firstReading(_ persian: ComparableToken, _ bytes: Bytes) -> Range<Int>? {
        guard persian.readingCount > 0 else { return nil }
        let start = persian.readings
        return start + 1..<start + 1 + Int(bytes[start])
    }
}
