internal import Lexicon

/// Probabilities of a choice by the letters around it and the elements over it: a log-linear model over stretches of letters.
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
    let elements: ElementTrie

    init(_ window: Bytes, elements: Bytes) {
        table = FeatureTable(window)
        self.elements = ElementTrie(elements)
    }

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

    /// Sets the scores of every decision of `lattice` to the logarithms of the choices' probabilities.
    func score(_ lattice: inout Lattice, _ letters: [UInt8], _ evidence: borrowing ElementEvidence) {
        for index in lattice.decisions.indices {
            let decision = lattice.decisions[index]
            if decision.count < 2 { continue }
            let group = Self.group(of: decision.kind, letters[decision.place])
            Self.stretches(letters, at: decision.place, kind: decision.kind) { feature, _ in
                table.add(feature &+ group, to: &lattice.scores, at: decision.scores, choices: decision.count)
            }
            evidence.visitFeatures(at: decision.place, slot: decision.kind == .slot, in: elements) {
                _ = table.add($0 &+ group, to: &lattice.scores, at: decision.scores, choices: decision.count)
            }
            lattice.normalize(decision, scale: 1 / FeatureTable.scale)
        }
    }

    /// What keeps the features of decisions among different choices apart.
    @inline(__always)
    static func group(of kind: Kind, _ letter: UInt8) -> UInt64 { kind == .slot ? 0 : UInt64(letter) }
}
