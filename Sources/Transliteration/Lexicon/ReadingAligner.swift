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

    /// Whether a spelling tells the sound apart from every other: ey is not ī when it is spelt so, and an ending is there when it is spelt at all.
    private func isHeard(_ tag: Tag) -> Bool {
        tag.shape.vowel == .ey ? tag.latin.count > 1 && tag.latin != Array("ee".utf8) : tag.kind == .carrier
    }

    /// Numbers of tags, a letter's and its slot's by turns, and what they cost together.
    struct Path: Equatable, Sendable {
        var tags: [Int]
        var cost: Float
    }

    /// The cheapest path through `letters` and `latin`, or, with `sounds`, the cheapest with exactly these sounds.
    func path(_ letters: [UInt8], _ latin: [UInt8], breaks: [Int] = [], sounds: [Int]? = nil) -> Path? {
        let places = letters.indices.map { WordPlace(letters, at: $0) }
        let width = latin.count + 1, states = WordShape.State.allCases.count
        let infinite = Float.infinity
        let layer = width * states
        var best = [Float](repeating: infinite, count: (letters.count + 1) * layer)
        var back = [(from: Int32, letter: Int16, slot: Int16)](repeating: (0, 0, 0), count: best.count)
        best[Int(WordShape.State.start.rawValue)] = 0
        func fits(_ text: [UInt8], at place: Int) -> Bool {
            guard place + text.count <= latin.count else { return false }
            for i in 0..<text.count where latin[place + i] != text[i] { return false }
            return true
        }
        for (place, letter) in letters.enumerated() {
            let here = place * layer, next = here + layer
            for j in 0..<width {
                for state in WordShape.State.allCases {
                    let from = here + j * states + Int(state.rawValue)
                    let cost = best[from]
                    if cost == infinite { continue }
                    for number in set.ofLetter[Int(letter)] {
                        let tag = set.tags[number]
                        if let sounds, sounds[2 * place] != tag.soundID { continue }
                        guard fits(tag.latin, at: j),
                            let after = sounds != nil
                                ? WordShape.after(given: tag.shape)
                                : WordShape.after(state, tag.shape, at: places[place], hearing: isHeard(tag))
                        else { continue }
                        let reached = j + tag.latin.count
                        var sum = cost + costs[number]
                        // The writer set a space or hyphen where a part begins.
                        // و is heard o after خ (خورشید) and ow elsewhere (نوروز), as a rule.
                        if tag.letter == WordShape.vav && tag.sound != "ū" && tag.kind == .vowel {
                            let afterKhe = place > 0 && letters[place - 1] == WordShape.khe
                            if (afterKhe || foreign) != (tag.sound == "o(v)") { sum += 2.5 }
                        }
                        if tag.shape.vowel == .ey && place >= 3 && places[place].endsSegment { sum += 4 }
                        if tag.beginsPart && breaks.contains(j) { sum -= 2 }
                        let open = after == .bare && (tag.kind == .consonant || tag.kind == .lam)
                        for (order, slot) in set.slots.enumerated() {
                            if !open && order > 0 { break }
                            let vowel = set.tags[slot]
                            if let sounds, sounds[2 * place + 1] != vowel.soundID { continue }
                            guard fits(vowel.latin, at: reached) else { continue }
                            guard let end = open && sounds == nil ? WordShape.afterSlot(vowel.shape, at: places[place]) : after else {
                                continue
                            }
                            let to = next + (reached + vowel.latin.count) * states + Int(end.rawValue)
                            let total = sum + (open ? costs[slot] : 0)
                            if total < best[to] {
                                best[to] = total
                                back[to] = (Int32(from), Int16(number), Int16(slot))
                            }
                        }
                    }
                }
            }
        }
        let ends = WordShape.State.allCases.filter(WordShape.mayEnd).map { letters.count * layer + latin.count * states + Int($0.rawValue) }
        guard var cell = ends.min(by: { best[$0] < best[$1] }), best[cell] < infinite else { return nil }
        let cost = best[cell]
        var tags: [Int] = []
        while cell >= layer {
            tags.append(Int(back[cell].slot))
            tags.append(Int(back[cell].letter))
            cell = Int(back[cell].from)
        }
        return Path(tags: tags.reversed(), cost: cost)
    }
}
