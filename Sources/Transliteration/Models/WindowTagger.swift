internal import Lexicon

/// Probabilities of a tag by the letters around it and the elements over it: a log-linear model over stretches of letters.
struct WindowTagger: Sendable {
    static let reach = 6
    static let longest = 7

    /// What is decided.
    enum Kind: UInt8 {
        /// What a Persian letter stands for.
        case letter = 1
        /// The vowel after a Persian letter.
        case slot
        /// What a Latin letter writes.
        case latin
    }

    private let table: FeatureTable

    init(_ bytes: Bytes) { table = FeatureTable(bytes) }

    /// Walks through the stretches of letters that hold `place`, shortest first from each start, each as a number that tells where it stands.
    ///
    /// `visit` says whether longer stretches from the same start are worth a look.
    @inline(__always)
    static func stretches(_ letters: [UInt8], at place: Int, kind: Kind, _ visit: (_ feature: UInt64, _ first: Bool) -> Bool) {
        let first = max(-1, place - reach), last = min(letters.count, place + reach)
        var start = place
        while start >= first {
            var hash: UInt64 = UInt64(kind.rawValue) &* 977 &+ UInt64(place &- start) &+ 1
            var length: UInt64 = 0
            var shortest = true
            var end = start
            while end <= last && length < UInt64(longest) {
                let letter = end < 0 || end >= letters.count ? 63 : UInt64(letters[end])
                hash = (hash ^ letter) &* 0x9E37_79B9_7F4A_7C15
                hash ^= hash &>> 29
                length &+= 1
                if end >= place {
                    if !visit((hash ^ length) &>> 12, shortest) { break }
                    shortest = false
                }
                end &+= 1
            }
            start &-= 1
        }
    }

    /// Appends the logarithms of the probabilities of `count` choices to `scores`.
    @inline(__always)
    func appendScores(
        _ letters: [UInt8], at place: Int, kind: Kind, group: UInt8, _ evidence: borrowing ElementEvidence, choices count: Int,
        to scores: inout [Float]
    ) {
        let first = scores.count
        for _ in 0..<count { scores.append(0) }
        if count < 2 { return }
        let group = UInt64(group)
        Self.stretches(letters, at: place, kind: kind) { feature, _ in table.add(feature &+ group, to: &scores, at: first, choices: count) }
        evidence.visitFeatures(at: place, slot: kind == .slot) { _ = table.add($0 &+ group, to: &scores, at: first, choices: count) }
        var most = scores[first]
        for index in first &+ 1..<first &+ count { most = max(most, scores[index]) }
        var sum: Float = 0
        for index in first..<first &+ count { sum += exponential(scores[index] - most) }
        let log = most + logarithm(sum)
        for index in first..<first &+ count { scores[index] -= log }
    }
}
