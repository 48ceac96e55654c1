internal import ICU

extension Draft {
    /// Makes letters of what hides them: presentation forms, loose accents, letters of other scripts that look Latin.
    mutating func restore(_ words: WordTable) {
        replaceEntities()
        if signs.indices.contains(where: { kind($0) == .form }) {
            orderForms(words)
            spellForms()
        }
        correctLetters()
        var isComposed = true, hasUnknown = false
        for i in signs.indices {
            switch kind(i) {
            case .accent, .hamza: isComposed = false
            case .mark: if kind(i - 1).isMark { isComposed = false }
            case .unknown, .form: if signs[i].value >= 0x80 { hasUnknown = true }
            default: break
            }
        }
        guard hasUnknown || !isComposed else { return }
        compose()
        if hasUnknown, replaceLookAlikes() { compose() }
        // A composed letter may be one that Persian writes otherwise.
        correctLetters()
    }

    // MARK: Presentation forms

    /// Turns runs of shapes around that were stored from left to right.
    private mutating func orderForms(_ words: WordTable) {
        rewrite { draft, revision in
            var i = 0
            while i < draft.count {
                let end = draft.endOfForms(from: i)
                if end > i + 1, draft.isVisual(i..<end, words) {
                    let reversed = draft.signs[i..<end].reversed()
                    revision.append(reversed)
                    var text = String.UnicodeScalarView()
                    for sign in reversed { text.append(Unicode.Scalar(sign.value)!) }
                    revision.note(.visualOrder, draft.text(i..<end), String(text), at: draft.origin(of: i..<end))
                    i = end
                } else {
                    revision.keep(i..<max(end, i + 1), of: draft)
                    i = max(end, i + 1)
                }
            }
        }
    }

    /// The end of a run of shapes with spaces between them, which begins here; here when none does.
    private func endOfForms(from start: Int) -> Int {
        var end = start
        var i = start
        while i < count {
            if PresentationForms.shape(of: signs[i].value) != nil {
                end = i + 1
            } else if kind(i) != .space && kind(i) != .control || end == start {
                break
            }
            i += 1
        }
        return end
    }

    /// Whether the shapes of a run meet their neighbours only when it is read backwards, or make known words only then.
    private func isVisual(_ range: Range<Int>, _ words: WordTable) -> Bool {
        func breaks(_ signs: some Sequence<Sign>) -> Int {
            var count = 0
            var before: PresentationForms.Shape = []
            for sign in signs {
                let shape = PresentationForms.shape(of: sign.value) ?? []
                if before.contains(.forward) != shape.contains(.back) { count += 1 }
                before = shape
            }
            return count + (before.contains(.forward) ? 1 : 0)
        }
        let forward = breaks(signs[range]), backward = breaks(signs[range].reversed())
        if forward != backward { return backward < forward }
        // All letters isolated: only words can tell.
        return range.count > 2 && knownWords(signs[range].reversed(), words) > knownWords(Array(signs[range]), words)
    }

    private func knownWords(_ signs: [Sign], _ words: WordTable) -> Int {
        let letters = signs.map { PresentationForms.letters(of: $0.value) ?? " " }.joined()
        let folded = Array(Folding.folded(letters).utf8)
        return folded.indices.split(whereSeparator: { folded[$0] == 0x20 }).count { words.find(folded, $0) != nil }
    }

    /// Writes the letters for the forms.
    private mutating func spellForms() {
        rewrite { draft, revision in
            for i in draft.signs.indices {
                guard draft.kind(i) == .form else {
                    revision.keep(i, of: draft)
                    continue
                }
                let value = draft.signs[i].value
                let text = PresentationForms.letters(of: value) ?? draft.text(i..<i + 1).normalized(to: .nfkc)
                // Unicode shows a lone mark on a space, which the text never had.
                let isMark = value >= 0xFE70 && value <= 0xFE7F || value >= 0xFC5E && value <= 0xFC63
                let letters = isMark ? String(text.unicodeScalars.filter { $0 != " " && $0 != "\u{0640}" }) : text
                if letters == draft.text(i..<i + 1) {
                    revision.keep(i, of: draft)
                } else {
                    revision.put(letters, for: i..<i + 1, of: draft, .presentationForm)
                }
            }
        }
    }

    // MARK: Composition

    /// NFC, letter by letter with what stands on it, so that the rest keeps its place.
    private mutating func compose() {
        rewrite { draft, revision in
            var i = 0
            while i < draft.count {
                var end = i + 1
                while end < draft.count, draft.mayCombine(end) { end += 1 }
                let text = draft.text(i..<end)
                let composed = end == i + 1 && !draft.mayCombine(i) && draft.kind(i) != .unknown ? text : text.normalized(to: .nfc)
                if composed.utf8.elementsEqual(text.utf8) {
                    revision.keep(i..<end, of: draft)
                } else {
                    revision.put(composed, for: i..<end, of: draft, .composition)
                }
                i = end
            }
        }
    }

    /// Whether a sign may make one character with what stands before it.
    private func mayCombine(_ i: Int) -> Bool {
        switch kind(i) {
        case .accent, .hamza, .mark: true
        // Among them vowel signs and jamo that compose although their combining class is zero.
        case .unknown: signs[i].value >= 0x300 && !(signs[i].value >= 0x4E00 && signs[i].value < 0xA000)
        default: false
        }
    }

    // MARK: Look-alikes

    /// Returns whether there were any.
    private mutating func replaceLookAlikes() -> Bool {
        let bytes = bytes
        guard let found = try? Confusables.mixedScriptLookAlikes(in: String(decoding: bytes, as: UTF8.self)), !found.isEmpty else {
            return false
        }
        var next = found.makeIterator()
        var pending = next.next()
        rewrite { draft, revision in
            var offset = 0
            for i in draft.signs.indices {
                if let lookAlike = pending, lookAlike.offset == offset {
                    revision.put(String(lookAlike.latin), for: i..<i + 1, of: draft, .lookAlike)
                    pending = next.next()
                } else {
                    revision.keep(i, of: draft)
                }
                offset += UTF8.width(draft.signs[i].value)
            }
        }
        return true
    }
}

extension UTF8 {
    /// How many bytes a scalar takes.
    static func width(_ value: UInt32) -> Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }
}
