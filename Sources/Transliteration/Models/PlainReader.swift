/// Reads a word by the table of sounds alone, each letter as it is most often heard.
struct PlainReader: Sendable {
    var aligner = ReadingAligner()

    /// A reading in the making.
    private struct Hypothesis {
        var cost: Float = 0
        var state = WordShape.State.start
        var sounds: [Int] = []
        var letters: [UInt8] = []
        var latin: [UInt8] = []
        var place = 0
    }

    private static let beam = 24

    /// Readings of a Persian word, likeliest first, each with its spelling and cost.
    func readings(of letters: [UInt8], limit: Int) -> [(sounds: LetterSounds, latin: [UInt8], cost: Float)] {
        var beam = [Hypothesis()]
        for (place, letter) in letters.enumerated() {
            var next: [Hypothesis] = []
            for hypothesis in beam {
                for number in aligner.set.ofLetter[Int(letter)] where aligner.set.tags[number].rank == 0 {
                    let tag = aligner.set.tags[number]
                    guard let state = WordShape.after(hypothesis.state, tag.shape, at: WordPlace(letters, at: place)) else { continue }
                    extend(hypothesis, number, state, letters, place, into: &next)
                }
            }
            beam = Array(next.sorted { $0.cost < $1.cost }.prefix(Self.beam))
        }
        return beam.filter { WordShape.mayEnd($0.state) }.prefix(limit).map {
            (LetterSounds(letters: letters, sounds: $0.sounds), $0.latin, $0.cost)
        }
    }

    private func extend(
        _ from: Hypothesis, _ number: Int, _ state: WordShape.State, _ letters: [UInt8], _ place: Int, into next: inout [Hypothesis]
    ) {
        let tag = aligner.set.tags[number]
        let open = state == .bare && (tag.kind == .consonant || tag.kind == .lam)
        for (order, slot) in aligner.set.slots.enumerated() {
            if !open && order > 0 { break }
            let vowel = aligner.set.tags[slot]
            if vowel.rank > 0 { continue }
            guard let end = open ? WordShape.afterSlot(vowel.shape, at: WordPlace(letters, at: place)) : state else { continue }
            var longer = from
            longer.cost += aligner.costs[number] + (open ? aligner.costs[slot] : 0)
            // Persian begins no syllable with two consonants and ends few words with three.
            if open && from.state == .start && vowel.sound.isEmpty { longer.cost += 3 }
            if from.state == .bare && open && place + 1 < letters.count && vowel.sound.isEmpty { longer.cost += 1.5 }
            longer.state = end
            longer.sounds += [tag.soundID, vowel.soundID]
            longer.latin += tag.latin + vowel.latin
            next.append(longer)
        }
    }

    /// Persian spellings of a Latin word, likeliest first.
    func spellings(of latin: [UInt8], limit: Int) -> [(sounds: LetterSounds, cost: Float)] {
        var columns = [[Hypothesis]](repeating: [], count: latin.count + 1)
        columns[0] = [Hypothesis()]
        var ends: [Hypothesis] = []
        for column in columns.indices {
            // Letters that spell nothing lead from a column to itself.
            var index = 0
            columns[column] = Array(columns[column].sorted { $0.cost < $1.cost }.prefix(Self.beam))
            while index < columns[column].count {
                let hypothesis = columns[column][index]
                index += 1
                if column == latin.count && WordShape.mayEnd(hypothesis.state) { ends.append(hypothesis) }
                if column == latin.count { continue }
                for letter in UInt8(1)..<UInt8(PersianLetters.count) {
                    for number in aligner.set.ofLetter[Int(letter)] {
                        let tag = aligner.set.tags[number]
                        guard !tag.latin.isEmpty || tag.kind == .carrier, latin[column...].starts(with: tag.latin) else { continue }
                        let letters = hypothesis.letters + [letter]
                        // What comes after is not known yet: a space holds the place.
                        guard
                            let state = WordShape.after(
                                hypothesis.state, tag.shape, at: WordPlace(letters + [WordShape.yeh, 1], at: letters.count - 1))
                        else { continue }
                        let open = state == .bare && tag.kind == .consonant
                        for (order, slot) in aligner.set.slots.enumerated() where order == 0 || open {
                            let vowel = aligner.set.tags[slot]
                            guard latin[(column + tag.latin.count)...].starts(with: vowel.latin) else { continue }
                            guard
                                let end = open
                                    ? WordShape.afterSlot(vowel.shape, at: WordPlace(letters + [1], at: letters.count - 1)) : state
                            else {
                                continue
                            }
                            var longer = hypothesis
                            longer.cost += aligner.costs[number] + (open ? aligner.costs[slot] : 0) + 0.5
                            longer.state = end
                            longer.letters = letters
                            longer.sounds += [tag.soundID, vowel.soundID]
                            let reached = column + tag.latin.count + vowel.latin.count
                            if reached == column {
                                columns[column].append(longer)
                            } else {
                                columns[reached].append(longer)
                            }
                            if !open { break }
                        }
                    }
                }
            }
        }
        return ends.sorted { $0.cost < $1.cost }.prefix(limit).map { (LetterSounds(letters: $0.letters, sounds: $0.sounds), $0.cost) }
    }
}
