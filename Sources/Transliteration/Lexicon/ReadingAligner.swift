public import Lexicon

/// Finds the reading by which a Latin spelling spells a Persian one.
///
/// Every way to share out the Latin letters among the Persian ones that the table of sounds allows is weighed, by dynamic
/// programming; the cheapest wins. Where none is allowed the two are not the same name, or one of them is misspelt.
public struct ReadingAligner: Sendable {
    /// What each tag costs: the negative logarithm of its share among its letter's tags.
    var costs: [Float]
    let set = TagSet.standard
    /// Whether the name comes from elsewhere: و spelled o is then a short vowel, as in «دونالد».
    var foreign = false

    /// An aligner with the costs that the order of the table suggests.
    public init() {
        costs = set.tags.map { tag in
            var cost: Float = 0.2 + 0.9 * Float(tag.rank)
            if tag.doubled { cost += 1.5 }
            // Latin doubles s between vowels only to keep it from being read z.
            if tag.doubled && tag.sound.hasPrefix("s") { cost += 3 }
            if tag.beginsPart { cost += 2.5 }
            if tag.kind == .article { cost -= 0.2 }
            if tag.letter == Tag.slot { cost += tag.sound.isEmpty ? 0.6 : 1.0 }
            return cost
        }
    }

    init(costs: [Float]) { self.costs = costs }

    /// The aligner in a compiled lexicon, with the costs learnt from its names.
    public init(_ archive: Archive) {
        self.init()
        guard let section = archive.section(Self.section), section.count == 4 * costs.count else { return }
        costs = costs.indices.map { section.f32(at: 4 * $0) }
    }

    static let section = "names.aligner"

    /// The costs as a section of an archive.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for cost in costs { bytes.append(littleEndian: cost.bitPattern) }
        return bytes
    }

    /// The reading by which `latin` spells `persian`, and what it costs for each letter: below 1 a usual spelling, above 2.5 a far-fetched one.
    ///
    /// - Returns: `nil` when no reading explains it.
    /// - Complexity: the product of the lengths, times the ways to spell a letter.
    public func reading(persian: String, latin: String) -> (reading: Reading, cost: Double)? {
        let letters = PersianLetters.codes(of: persian)
        let (folded, breaks) = LatinLetters.folded(latin)
        guard !letters.isEmpty, let path = path(letters, folded, breaks: breaks) else { return nil }
        let sounds = path.tags.map { set.tags[$0].soundID }
        guard let reading = ReadingBuilder.reading(letters, sounds) else { return nil }
        return (reading, Double(path.cost) / Double(letters.count))
    }

    /// What it costs, for each letter, to spell `reading` as `latin`; `nil` when it cannot be spelt so.
    public func cost(of reading: Reading, latin: String) -> Double? {
        guard let sounds = LetterSounds(reading) else { return nil }
        let (folded, breaks) = LatinLetters.folded(latin)
        guard let path = path(sounds.letters, folded, breaks: breaks, sounds: sounds.sounds) else { return nil }
        return Double(path.cost) / Double(sounds.letters.count)
    }

    /// Numbers of tags, a letter's and its slot's by turns, and what they cost together.
    struct Path: Equatable, Sendable {
        var tags: [Int]
        var cost: Float
    }

    /// A way to reach a cell of the table: from which cell, by the tags of a letter and its slot.
    private struct Step {
        var from: Int32 = 0
        var letter: Int16 = 0
        var slot: Int16 = 0
    }

    /// Beyond this many pairs of letters nothing is aligned: no name is so long, and the table would be large.
    private static let mostPairs = 1 << 18

    /// The cheapest path through `letters` and `latin`, or, with `sounds`, the cheapest with exactly these sounds.
    func path(_ letters: [UInt8], _ latin: [UInt8], breaks: [Int] = [], sounds: [Int]? = nil) -> Path? {
        let spelled = SpelledTags.standard
        let width = latin.count + 1, states = WordShape.State.allCases.count
        guard letters.count * width <= Self.mostPairs else { return nil }
        let windows = SpelledTags.windows(latin)
        let layer = width * states
        var best = [Float](repeating: .infinity, count: (letters.count + 1) * layer)
        var back = [Step](repeating: Step(), count: best.count)
        best[Int(WordShape.State.start.rawValue)] = 0
        /// The Latin places that the letters so far reach.
        var reach = 0...0
        for place in letters.indices {
            let here = place * layer, next = here + layer, around = WordPlace(letters, at: place)
            var (nearest, farthest) = (width, -1)
            for j in reach {
                let window = windows[j]
                for state in 0..<states {
                    let from = here + j * states + state
                    let cost = best[from]
                    guard cost < .infinity, let before = WordShape.State(rawValue: UInt8(state)) else { continue }
                    for at in spelled.range(Int(letters[place]), window) {
                        let number = spelled[at], shape = set.shapes[number]
                        if let sounds, sounds[2 * place] != set.soundIDs[number] { continue }
                        guard spelled.fits(number, window),
                            let after = sounds != nil
                                ? WordShape.after(given: shape)
                                : WordShape.after(before, shape, at: around, hearing: spelled.isHeard[number])
                        else { continue }
                        let reached = j + Int(spelled.counts[number])
                        var sum = cost + costs[number]
                        // و is heard o after خ (خورشید) and ow elsewhere (نوروز), as a rule.
                        if spelled.vavs[number] != .isNoVowel {
                            let isShort = around.before == WordShape.khe || foreign
                            if isShort != (spelled.vavs[number] == .shortO) { sum += 2.5 }
                        }
                        if shape.vowel == .ey && place >= 3 && around.endsSegment { sum += 4 }
                        // The writer set a space or hyphen where a part begins.
                        if shape.beginsPart && breaks.contains(j) { sum -= 2 }
                        let open = after == .bare && (shape.kind == .consonant || shape.kind == .lam)
                        let slots = spelled.range(SpelledTags.slot, windows[reached])
                        for at in open ? slots : slots.lowerBound..<slots.lowerBound + 1 {
                            let slot = spelled[at]
                            if let sounds, sounds[2 * place + 1] != set.soundIDs[slot] { continue }
                            guard spelled.fits(slot, windows[reached]) else { continue }
                            guard let end = open && sounds == nil ? WordShape.afterSlot(set.shapes[slot], at: around) : after else {
                                continue
                            }
                            let column = reached + Int(spelled.counts[slot])
                            let to = next + column * states + Int(end.rawValue)
                            let total = sum + (open ? costs[slot] : 0)
                            if total < best[to] {
                                best[to] = total
                                back[to] = Step(from: Int32(from), letter: Int16(number), slot: Int16(slot))
                                (nearest, farthest) = (min(nearest, column), max(farthest, column))
                            }
                        }
                    }
                }
            }
            guard nearest <= farthest else { return nil }
            reach = nearest...farthest
        }
        let last = letters.count * layer + latin.count * states
        var end: Int?
        for state in WordShape.State.allCases where WordShape.mayEnd(state) {
            let cell = last + Int(state.rawValue)
            if best[cell] < end.map({ best[$0] }) ?? .infinity { end = cell }
        }
        guard var cell = end else { return nil }
        let cost = best[cell]
        var tags = [Int](repeating: 0, count: 2 * letters.count)
        var place = letters.count
        while place > 0 {
            place -= 1
            tags[2 * place] = Int(back[cell].letter)
            tags[2 * place + 1] = Int(back[cell].slot)
            cell = Int(back[cell].from)
        }
        return Path(tags: tags, cost: cost)
    }
}
