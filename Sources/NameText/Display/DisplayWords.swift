extension Draft {
    /// Words joined and spelled as the vocabulary and the plan of the words say.
    mutating func correctWords(_ words: WordTable) {
        let text = bytes
        var folding = Folding(table, words, keepsTokens: true)
        _ = folding.fold(text, isDisplayed: true)
        guard folding.isInteresting else { return }
        let plan = WordPlan(folding.tokens, in: folding.output, words)
        let places = tokenPlaces(folding.tokens, text.count)
        rewrite { draft, revision in
            var next = 0
            for (i, place) in places.enumerated() where place.lowerBound >= next {
                // A joint holds across one plain space; punctuation between two words keeps them apart.
                let gap = next..<place.lowerBound
                let joint = i > 0 && gap.count == 1 && draft.kind(gap.lowerBound) == .space ? plan.joints[i] : .apart
                if case .joined(let rule, let joiner) = joint {
                    let joins = joiner && draft.lastLetterJoins(before: gap.lowerBound)
                    revision.put(joins ? "\u{200C}" : "", for: gap, of: draft, rule)
                } else {
                    revision.keep(gap, of: draft)
                }
                next = place.upperBound
                guard let entry = plan.spellings[i] else {
                    revision.keep(place, of: draft)
                    continue
                }
                if i + 1 < places.count, plan.joints[i + 1] == .pair {
                    let gap = place.upperBound..<places[i + 1].lowerBound
                    if gap.count == 1, draft.kind(gap.lowerBound) == .space {
                        draft.spell(place.lowerBound..<places[i + 1].upperBound, words.written(entry), .joinedWords, &revision)
                        next = places[i + 1].upperBound
                    } else {
                        revision.keep(place, of: draft)
                    }
                } else {
                    draft.spell(place, words.written(entry), .knownWord, &revision)
                }
            }
            revision.keep(next..<draft.count, of: draft)
        }
    }

    /// The tokens' places as signs.
    private func tokenPlaces(_ tokens: [Token], _ byteCount: Int) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var offset = 0, i = 0
        func advance(to byte: Int) -> Int {
            while offset < byte {
                offset += UTF8.width(signs[i].value)
                i += 1
            }
            return i
        }
        for token in tokens {
            let start = advance(to: token.source.lowerBound)
            places.append(start..<advance(to: token.source.upperBound))
        }
        return places
    }

    private func lastLetterJoins(before i: Int) -> Bool {
        var letter = i - 1
        while kind(letter).isMark { letter -= 1 }
        return kind(letter) == .joining
    }

    /// Writes signs as `spelling` has them: its joiners and some of its letters, with the marks that stand there.
    private func spell(_ range: Range<Int>, _ spelling: ArraySlice<UInt8>, _ rule: Rule, _ revision: inout Revision) {
        let target = Array(String(decoding: spelling, as: UTF8.self).unicodeScalars)
        var result = String.UnicodeScalarView()
        var t = 0
        var lastLetter: Unicode.Scalar?
        for i in range {
            let scalar = Unicode.Scalar(signs[i].value)!
            guard kind(i).isPersian else {
                if kind(i).isMark {
                    result.append(scalar)
                } else if kind(i) != .joiner && kind(i) != .space {
                    return revision.keep(range, of: self)
                }
                continue
            }
            while t < target.count, !ScalarTable.shared[target[t].value].kind.isPersian || target[t] == "ء" && scalar != "ء" {
                if target[t] == "\u{200C}", let last = lastLetter, ScalarTable.shared[last.value].kind == .joining {
                    result.append(target[t])
                }
                if target[t] == " " { result.append(" ") }
                t += 1
            }
            if scalar == "ء", t >= target.count || target[t] != "ء" {
                result.append(scalar)
                lastLetter = scalar
                continue
            }
            guard t < target.count, let letter = Draft.respelled(scalar, target[t]) else { return revision.keep(range, of: self) }
            result.append(letter)
            lastLetter = letter
            t += 1
        }
        let text = String(result)
        if text.unicodeScalars.elementsEqual(self.text(range).unicodeScalars)
            || target[t...].contains(where: { ScalarTable.shared[$0.value].kind.isPersian && $0 != "ء" })
        {
            revision.keep(range, of: self)
        } else {
            revision.put(text, for: range, of: self, rule)
        }
    }

    /// The letter to print where `typed` stands and the dictionary has `written`; nil when these are different words.
    private static func respelled(_ typed: Unicode.Scalar, _ written: Unicode.Scalar) -> Unicode.Scalar? {
        switch (typed, written) {
        case _ where typed == written: typed
        case ("ا", "آ"), ("ه", "ت"), ("ة", "ت"), ("ه", "ة"), ("ی", "ئ"): written
        default: ScalarTable.shared[typed.value].search == ScalarTable.shared[written.value].search ? typed : nil
        }
    }

    /// «خانه‌ئی», «خانه‌یی» → «خانه‌ای».
    mutating func correctOldHeEndings() {
        rewrite { draft, revision in
            var i = 0
            while i < draft.count {
                if draft.holds("\u{200C}", at: i), draft.holds("ه", at: i - 1), draft.kind(i - 2).isPersian,
                    draft.holds("ئ", at: i + 1) || draft.holds("ی", at: i + 1),
                    draft.holds("ی", at: i + 2), !draft.kind(i + 3).isPersian, !draft.kind(i + 3).isMark,
                    !draft.holds("\u{200C}", at: i + 3)
                {
                    revision.keep(i, of: draft)
                    revision.put("ا", for: i + 1..<i + 2, of: draft, .oldHeEnding)
                    i += 2
                } else {
                    revision.keep(i, of: draft)
                    i += 1
                }
            }
        }
    }
}
