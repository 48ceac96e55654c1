/// The readings that explain the Latin spellings of one Persian spelling, with the spellings that each explains.
struct ReadingConsensus: Sendable {
    var readings: [(sounds: LetterSounds, spellings: [AttestedSpelling], count: Int)] = []
    /// Spellings of another name.
    var rejected: [AttestedSpelling] = []

    /// Weighs every reading that one of the spellings suggests by what it costs to spell all the others so; few readings are
    /// better than many, and a reading of its own is granted to homographs only.
    init(_ letters: [UInt8], _ spellings: [AttestedSpelling], _ aligner: ReadingAligner, foreign: Bool = false) {
        var aligner = aligner
        aligner.foreign = foreign
        let set = aligner.set
        var usable: [(spelling: AttestedSpelling, latin: [UInt8], breaks: [Int])] = []
        var proposals: [[Int]] = []
        for spelling in spellings {
            let (latin, breaks) = LatinLetters.folded(spelling.latin)
            guard let path = aligner.path(letters, latin, breaks: breaks) else {
                rejected.append(spelling)
                continue
            }
            usable.append((spelling, latin, breaks))
            let sounds = path.tags.map { set.tags[$0].soundID }
            if !proposals.contains(sounds) { proposals.append(sounds) }
            // The same with each doubled letter heard once.
            for place in sounds.indices {
                let tag = set.tags[path.tags[place]]
                if tag.doubled {
                    var single = sounds
                    single[place] -= 1
                    if !proposals.contains(single) { proposals.append(single) }
                }
            }
        }
        guard !usable.isEmpty else { return }
        let costs = proposals.map { sounds in
            usable.map { min(aligner.path(letters, $0.latin, breaks: $0.breaks, sounds: sounds)?.cost ?? Self.impossible, Self.impossible) }
        }
        let weights = usable.map { Float($0.spelling.count).squareRoot() }
        let total = weights.reduce(0, +)
        var current = [Float](repeating: Self.impossible, count: usable.count)
        var chosen: [Int] = []
        while true {
            let gains = proposals.indices.map { proposal in
                usable.indices.reduce(Float(0)) { $0 + weights[$1] * max(0, current[$1] - costs[proposal][$1]) }
            }
            guard let best = proposals.indices.max(by: { (gains[$0], -$0) < (gains[$1], -$1) }), !chosen.contains(best) else { break }
            if !chosen.isEmpty {
                let own = usable.indices.filter { costs[best][$0] + 3 < current[$0] }.reduce(Float(0)) { $0 + weights[$1] }
                guard gains[best] > 4, own > 0.2 * total else { break }
            }
            chosen.append(best)
            for index in usable.indices { current[index] = min(current[index], costs[best][index]) }
        }
        var groups = [[AttestedSpelling]](repeating: [], count: chosen.count)
        for (index, item) in usable.enumerated() {
            guard let nearest = chosen.indices.min(by: { costs[chosen[$0]][index] < costs[chosen[$1]][index] }),
                costs[chosen[nearest]][index] < Self.impossible
            else {
                rejected.append(item.spelling)
                continue
            }
            groups[nearest].append(item.spelling)
        }
        for (group, proposal) in zip(groups, chosen) where !group.isEmpty {
            let sounds = Self.withTashdid(letters, proposals[proposal], group, aligner)
            readings.append((LetterSounds(letters: letters, sounds: sounds), group, group.reduce(0) { $0 + $1.count }))
        }
        readings.sort { $0.count > $1.count }
    }

    private static let impossible: Float = 18

    /// A letter that a quarter of the writers double is doubled, though the others spare themselves the second letter.
    ///
    /// Of س and ص that is not believed: their doubling in Latin only keeps them from being read z.
    private static func withTashdid(_ letters: [UInt8], _ sounds: [Int], _ spellings: [AttestedSpelling], _ aligner: ReadingAligner)
        -> [Int]
    {
        var result = sounds
        let set = aligner.set
        var doubled = [Float](repeating: 0, count: letters.count)
        var total: Float = 0
        for spelling in spellings {
            let (latin, breaks) = LatinLetters.folded(spelling.latin)
            guard let path = aligner.path(letters, latin, breaks: breaks) else { continue }
            let weight = Float(spelling.count).squareRoot()
            total += weight
            for place in letters.indices where set.tags[path.tags[2 * place]].doubled || Self.isTwice(set.tags[path.tags[2 * place]].latin)
            {
                doubled[place] += weight
            }
        }
        for place in letters.indices {
            guard let tag = set.tags.first(where: { $0.soundID == sounds[2 * place] }), tag.kind == .consonant else { continue }
            let sibilant = tag.letter == sin || tag.letter == sad
            if tag.doubled {
                if sibilant && !isDoublingPattern(letters, sounds, place) { result[2 * place] -= 1 }
            } else if place > 0, doubled[place] > 0.25 * total, tag.letter != WordShape.yeh || doubled[place] > 0.5 * total,
                !sibilant || (isDoublingPattern(letters, sounds, place) && doubled[place] > 0.5 * total), followsVowel(sounds, place, set),
                set.tags.contains(where: { $0.soundID == tag.soundID + 1 && $0.doubled && $0.letter == tag.letter })
            {
                result[2 * place] += 1
            }
        }
        return result
    }

    private static func isTwice(_ latin: [UInt8]) -> Bool { latin.count == 2 && latin[0] == latin[1] }

    private static func followsVowel(_ sounds: [Int], _ place: Int, _ set: TagSet) -> Bool {
        sounds[2 * place - 1] != LetterSounds.openSlot
            || set.tags.contains { $0.soundID == sounds[2 * place - 2] && ($0.kind == .vowel || $0.kind == .initial) }
    }

    private static let sin = PersianLetters.code("س")
    private static let sad = PersianLetters.code("ص")

    /// The pattern of trades and habits: قصّاب, نسّاج, رسّام.
    private static func isDoublingPattern(_ letters: [UInt8], _ sounds: [Int], _ place: Int) -> Bool {
        place == 1 && sounds[1] == LetterSounds.slotA && letters.count > 3 && letters[2] == WordShape.alef
    }
}
