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
            for unit in plan.units {
                let i = unit.tokens.lowerBound, end = unit.tokens.upperBound
                revision.keep(next..<places[i].lowerBound, of: draft)
                // Words are joined across one plain space each, all of a group or none: punctuation keeps them apart.
                // In Latin the space stays: display does not write names anew.
                let canJoin =
                    (i..<end).allSatisfy { draft.kind(places[$0].lowerBound).isPersian }
                    && (i + 1..<end).allSatisfy { token in
                        let gap = places[token - 1].upperBound..<places[token].lowerBound
                        return draft.isPlainSpace(gap) && (!plan.joints[token].needsJoiner || draft.lastLetterJoins(before: gap.lowerBound))
                    }
                if canJoin {
                    draft.write(i..<end, of: plan, at: places, words, &revision)
                } else {
                    for word in i..<end {
                        if word > i { revision.keep(places[word - 1].upperBound..<places[word].lowerBound, of: draft) }
                        draft.write(word..<word + 1, of: plan, at: places, words, &revision)
                    }
                }
                next = places[end - 1].upperBound
            }
            revision.keep(next..<draft.count, of: draft)
        }
    }

    /// Whether a word ends in the ye of the ezafe: whatever follows is another word.
    private func endsInEzafe(_ place: Range<Int>) -> Bool {
        var last = place.upperBound - 1
        while last > place.lowerBound, !kind(last).isPersian { last -= 1 }
        return entry(last).search == PackedText("ی") && (last == place.lowerBound || holds("\u{200C}", at: last - 1))
    }

    private func isPlainSpace(_ gap: Range<Int>) -> Bool { gap.count == 1 && kind(gap.lowerBound) == .space }

    /// One group of words: those of an entry as it spells them, the others as they are, with what joins them.
    private func write(_ group: Range<Int>, of plan: WordPlan, at places: [Range<Int>], _ words: WordTable, _ revision: inout Revision) {
        var i = group.lowerBound
        while i < group.upperBound {
            if i > group.lowerBound, case .joined(let rule, let joiner) = plan.joints[i] {
                let gap = places[i - 1].upperBound..<places[i].lowerBound
                revision.put(joiner && lastLetterJoins(before: gap.lowerBound) ? "\u{200C}" : "", for: gap, of: self, rule)
            }
            let isPair = i + 1 < group.upperBound && plan.joints[i + 1] == .pair
            let place = places[i].lowerBound..<places[isPair ? i + 1 : i].upperBound
            // A pair that punctuation parts is not spelled as one.
            if let entry = plan.spellings[i], isPair || !words.word(entry).contains(.pair) && !words.word(entry).contains(.namePair) {
                spell(place, words.written(entry), isPair ? .joinedWords : .knownWord, &revision)
            } else {
                revision.keep(place, of: self)
            }
            i += isPair ? 2 : 1
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

    private func endsWord(at i: Int) -> Bool {
        switch kind(i) {
        case .space, .newline, .punctuation, .hyphen: true
        default: false
        }
    }

    /// «خانه‌ئی», «خانه‌یی» → «خانه‌ای».
    mutating func correctOldHeEndings() {
        rewrite { draft, revision in
            var i = 0
            while i < draft.count {
                if draft.holds("\u{200C}", at: i), draft.holds("ه", at: i - 1), draft.kind(i - 2).isPersian,
                    draft.holds("ئ", at: i + 1) || draft.holds("ی", at: i + 1),
                    draft.holds("ی", at: i + 2), draft.endsWord(at: i + 3)
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
