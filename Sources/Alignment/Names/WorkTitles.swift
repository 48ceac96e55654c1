/// Links titles of works that both sides print between quotation marks: "The Walnut Road", «راه گردو».
struct WorkTitles {
    let links: Links

    /// Titles of a bead and their counterparts.
    func link(_ english: inout BeadText, _ persian: inout BeadText) -> [FoundName] {
        let titles = quoted(english).filter { isTitle(english, $0) }
        guard !titles.isEmpty else { return [] }
        var others = quoted(persian).filter { $0.count <= 10 }
        var found: [FoundName] = []
        for title in titles {
            let best = others.map { (range: $0, share: share(english, title, persian, $0)) }.max { $0.share < $1.share }
            guard let best, best.share >= 0.3 else { continue }
            others.removeAll { $0 == best.range }
            found.append(
                FoundName(
                    english: english.span(title), persian: persian.span(best.range), kind: .other, isKindSure: true,
                    score: Double(0.6 + 0.4 * best.share), words: title.map { english.term($0).form }))
            english.use(title)
            persian.use(best.range)
        }
        return found
    }

    /// Tokens between an opening and a closing mark.
    private func quoted(_ text: BeadText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in text.indices {
            if index > 0, let begun = start, hasMark(text.gap(before: index), among: Self.closing) {
                found.append(begun..<index)
                start = nil
            }
            let before = index > 0 ? text.gap(before: index) : text.article.bytes[..<text.tokens[0].range.lowerBound].suffix(3)
            if start == nil, endsWithMark(before, among: Self.opening) { start = index }
        }
        if let begun = start {
            let end = text.tokens[text.tokens.count - 1].range.upperBound
            if hasMark(text.article.bytes[end...].prefix(5), among: Self.closing) { found.append(begun..<text.tokens.count) }
        }
        return found
    }

    private func hasMark(_ bytes: ArraySlice<UInt8>, among marks: String) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { marks.unicodeScalars.contains($0) }
    }

    private func endsWithMark(_ bytes: ArraySlice<UInt8>, among marks: String) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.last.map { marks.unicodeScalars.contains($0) } ?? false
    }

    private static let opening = "\"“«„‘"
    private static let closing = "\"”»’"

    /// Every longer word has a capital, and there are not many: no sentence that somebody said.
    private func isTitle(_ text: BeadText, _ range: Range<Int>) -> Bool {
        range.count <= 8
            && range.allSatisfy {
                text.tokens[$0].isCapital || text.term($0).isStop || text.term($0).kind == .number || text.word($0) == "of"
            }
            && range.contains { text.tokens[$0].isCapital && !text.term($0).isStop }
    }

    /// The share of the title's words that the other range renders.
    private func share(_ english: BeadText, _ title: Range<Int>, _ persian: BeadText, _ range: Range<Int>) -> Float {
        let words = title.filter { !english.term($0).isStop }
        let met = words.filter { e in range.contains { links[english.tokens[e].term, persian.tokens[$0].term] != nil } }
        return Float(met.count) / Float(max(words.count, range.count / 2, 1))
    }
}
