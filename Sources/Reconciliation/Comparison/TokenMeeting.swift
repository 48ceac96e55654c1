/// How two words of names met.
struct TokenMeeting: Sendable, Hashable {
    /// Why the words were taken for the same, or how far apart they are.
    enum Rule: String, Sendable {
        case same, attested, sound, spelling, initial, joined, acronym, part, far
    }

    /// Tenths of a nat; 0 for the same word or the usual spelling of it.
    var cost: UInt16
    var rule: Rule
    /// Both words are known names, and not the same one.
    var contradicts = false

    static let apart = TokenMeeting(cost: 255, rule: .far)
    static let part = TokenMeeting(cost: 130, rule: .part)
    var isApart: Bool { rule == .far }
}

extension SpellingCosts {
    /// Compares two words in any scripts.
    func meeting(_ a: ComparableToken, _ b: ComparableToken) -> TokenMeeting {
        if a.letters == b.letters { return TokenMeeting(cost: 0, rule: a.isInitial ? .initial : .same) }
        if a.isInitial || b.isInitial { return initialMeeting(a, b) }
        let limit = Self.limit(min(a.letters.count, b.letters.count))
        // A sound that only one word has costs two nats at least, whether it is left out or taken for another.
        var meeting = TokenMeeting.apart
        if (a.sounds ^ b.sounds).nonzeroBitCount * 20 < Int(limit) {
            switch (a.isPersian, b.isPersian) {
            case (false, true): meeting = across(a, b, limit)
            case (true, false): meeting = across(b, a, limit)
            default: meeting = within(a, b, limit)
            }
        }
        return meeting.isApart && Self.holds(a, b) ? .part : meeting
    }

    /// Whether one word begins or ends with all sounds of the other: Noorizadeh and Noori. They are two names, but not any two.
    private static func holds(_ a: ComparableToken, _ b: ComparableToken) -> Bool {
        let (short, long) = a.skeleton.count < b.skeleton.count ? (a.skeleton, b.skeleton) : (b.skeleton, a.skeleton)
        guard short.count > 2, short.count < long.count else { return false }
        return long.starts(with: short) || long.suffix(short.count).elementsEqual(short)
    }

    /// How far apart two words of this length may be and still be compared: long words leave room for more habits.
    static func limit(_ length: Int) -> UInt16 { UInt16(min(140, 60 + 10 * length)) }

    /// An initial meets any word that begins so.
    private func initialMeeting(_ a: ComparableToken, _ b: ComparableToken) -> TokenMeeting {
        guard let x = a.letters.first, let y = b.letters.first else { return .apart }
        let begins = cost(x, y) <= 15 || a.skeleton.first == b.skeleton.first && cost(x, y) <= 45
        return begins ? TokenMeeting(cost: 0, rule: .initial) : .apart
    }

    private func within(_ a: ComparableToken, _ b: ComparableToken, _ limit: UInt16) -> TokenMeeting {
        var meeting = TokenMeeting(cost: distance(a.letters, b.letters, limit: limit), rule: .spelling)
        let overlap = a.known.overlap(b.known)
        if overlap > 20, meeting.cost > 8 {
            meeting = TokenMeeting(cost: min(meeting.cost, UInt16(20 - overlap / 8)), rule: .attested)
        } else if overlap == 0, !a.known.isEmpty, !b.known.isEmpty, meeting.cost > 0 {
            meeting.contradicts = true
        }
        return meeting.cost >= limit ? .apart : meeting
    }

    private func across(_ latin: ComparableToken, _ persian: ComparableToken, _ limit: UInt16) -> TokenMeeting {
        var meeting = TokenMeeting(cost: distance(latin.letters, persian.letters, limit: limit), rule: .spelling)
        if !persian.readings.isEmpty {
            // The letters alone leave the short vowels open, so a known reading has the last word; but it may be one of several.
            var sound = limit
            for reading in persian.readings { sound = min(sound, distance(latin.letters, reading, limit: limit, heard: true)) }
            meeting = TokenMeeting(cost: (3 * sound + meeting.cost) / 4, rule: .sound)
        }
        let share = latin.known.share(of: persian)
        if share > 10 {
            let attested = UInt16(12 - share / 10)
            if attested < meeting.cost { meeting = TokenMeeting(cost: attested, rule: .attested) }
        } else if share == 0, meeting.cost > 0, !latin.known.isEmpty, !persian.known.isEmpty {
            meeting.contradicts = true
        }
        return meeting.cost >= limit ? .apart : meeting
    }
}

extension [KnownSpelling] {
    /// How much of both words' use is the same name, in hundredths.
    func overlap(_ other: [KnownSpelling]) -> Int {
        var shared = 0, i = 0, j = 0
        while i < count, j < other.count {
            if self[i].id == other[j].id {
                shared += Int(Swift.min(self[i].share, other[j].share))
                i += 1
                j += 1
            } else if self[i].id < other[j].id {
                i += 1
            } else {
                j += 1
            }
        }
        return shared
    }

    /// How much of the word's use is the name that `persian` spells, in hundredths.
    func share(of persian: ComparableToken) -> Int {
        guard let name = persian.known.first else { return 0 }
        return Int(first { $0.id == name.id }?.share ?? 0)
    }
}
