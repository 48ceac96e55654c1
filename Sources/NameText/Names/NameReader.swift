/// Finds the parts of a name, word by word.
struct NameReader {
    private(set) var parts: [Name.Part] = []

    private struct Word {
        var range: Range<Int>
        /// As the vocabulary has it; a hyphen is a space here.
        var key: String
        var known: NameText.Word
        /// Whether a comma follows.
        var hasComma = false
    }

    private let utf8: [UInt8]
    private let vocabulary: Vocabulary
    private var words: [Word] = []

    /// Titles have no more words.
    private static let longestTitle = 6
    private static let articles: Set<String> = ["al", "ol", "ul", "el", "ar", "or", "as", "os", "an", "az"]

    init(_ text: String, _ vocabulary: Vocabulary) {
        utf8 = Array(text.utf8)
        self.vocabulary = vocabulary
        splitWords()
        guard !words.isEmpty else { return }
        if let comma = words.firstIndex(where: \.hasComma), comma + 1 < words.count {
            if isList(comma + 1) { readList() } else { readInverted(comma + 1) }
        } else {
            readRest(readEnd(readTitles(words.indices)))
        }
        parts.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func splitWords() {
        var start: Int?
        var i = 0
        func kind(_ value: UInt32) -> Kind { ScalarTable.shared[value].kind }
        while i <= utf8.count {
            let (value, width) = i < utf8.count ? decode(utf8.span, i) : (0x20, 1)
            let isComma = value == 0x2C || value == 0x060C
            if kind(value) == .space || kind(value) == .newline || isComma {
                if let first = start {
                    addWord(first..<i)
                    start = nil
                }
                if isComma, !words.isEmpty { words[words.count - 1].hasComma = true }
            } else if start == nil {
                start = i
            }
            i += width
        }
    }

    private mutating func addWord(_ range: Range<Int>) {
        let key = Folding.folded(String(decoding: utf8[range], as: UTF8.self))
        let bytes = Array(key.utf8)
        var known = vocabulary.words.find(bytes, 0..<bytes.count).map { vocabulary.words.word($0) } ?? []
        // "Mohammad-Javad" is given when its first part is.
        let first = bytes.prefix { $0 != 0x20 }
        if known.isEmpty, first.count < bytes.count, let entry = vocabulary.words.find(bytes, 0..<first.count) {
            known = vocabulary.words.word(entry).intersection(.given)
        }
        words.append(Word(range: range, key: key, known: known))
    }

    private mutating func add(_ kind: Name.Part.Kind, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let place = words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
        parts.append(Name.Part(kind: kind, text: String(decoding: utf8[place], as: UTF8.self), range: place))
    }

    // MARK: Titles

    /// Takes titles and honorifics from the front; returns what is left.
    private mutating func readTitles(_ range: Range<Int>) -> Range<Int> {
        var rest = range
        while let (count, kind) = longestTitle(at: rest.lowerBound, rest.upperBound, [.title, .honorific]) {
            let left = rest.count - count
            // «امیر رضایی» and «شریف» are names: a title that is a given name needs a name after it.
            if words[rest.lowerBound].known.contains(.given), count == 1, left <= 1 { break }
            if left == 0 && count == 1 && !parts.isEmpty { break }
            add(kind.contains(.title) ? .title : .honorific, rest.lowerBound..<rest.lowerBound + count)
            rest = rest.lowerBound + count..<rest.upperBound
            if rest.isEmpty { break }
        }
        return rest
    }

    /// Takes what is said after a name from the end; returns what is left.
    private mutating func readEnd(_ range: Range<Int>) -> Range<Int> {
        var rest = range
        while rest.count > 1 {
            let found = (rest.lowerBound + 1..<rest.upperBound).first { start in
                longestTitle(at: start, rest.upperBound, .after).map { start + $0.count == rest.upperBound } ?? false
            }
            // «علی خانم»: one word of a family name stays a name.
            guard let start = found else { break }
            add(.suffix, start..<rest.upperBound)
            rest = rest.lowerBound..<start
        }
        return rest
    }

    private func longestTitle(at start: Int, _ end: Int, _ kinds: NameText.Word) -> (count: Int, kind: NameText.Word)? {
        for count in stride(from: min(Self.longestTitle, end - start), to: 0, by: -1) {
            let key = Array(words[start..<start + count].map(\.key).joined(separator: " ").utf8)
            guard let entry = vocabulary.titles.find(key, 0..<key.count) else { continue }
            let kind = vocabulary.titles.word(entry).intersection(kinds)
            if !kind.isEmpty { return (count, kind) }
        }
        return nil
    }

    // MARK: Names

    /// Whether whole names stand around a comma, not a family name before it: «سیمین دانشور، جلال آل‌احمد».
    private func isList(_ comma: Int) -> Bool {
        let before = words[..<comma]
        return before.count > 1 && words[comma...].count > 1 && words[0].known.contains(.given) && !words[comma - 1].known.contains(.given)
    }

    private mutating func readList() {
        var start = 0
        for end in words.indices where words[end].hasComma || end + 1 == words.count {
            readRest(readEnd(readTitles(start..<end + 1)))
            start = end + 1
        }
    }

    /// "ZARIF, Mohammad Javad": the family name stands before the comma.
    private mutating func readInverted(_ comma: Int) {
        readFamily(readTitles(words.startIndex..<comma))
        let rest = readEnd(readTitles(comma..<words.endIndex))
        for i in rest where isInitial(i) { add(.initial, i..<i + 1) }
        var i = rest.lowerBound
        while i < rest.upperBound {
            let end = rest[i...].first { isInitial($0) } ?? rest.upperBound
            add(.given, i..<end)
            i = end + 1
        }
    }

    private mutating func readRest(_ range: Range<Int>) {
        var rest = range
        while rest.count > 1, isInitial(rest.lowerBound) {
            add(.initial, rest.lowerBound..<rest.lowerBound + 1)
            rest = rest.dropFirst()
        }
        guard let first = rest.first else { return }
        let afterInitial = first > range.lowerBound
        if rest.count == 1 {
            add(words[first].known.contains(.given) && !afterInitial ? .given : isInitial(first) ? .initial : .family, rest)
            return
        }
        if afterInitial && !words[first].known.contains(.given) { return readFamily(rest) }
        let end = endOfGiven(rest)
        add(.given, first..<end)
        readFamily(end..<rest.upperBound)
    }

    /// Where the given names end that begin a name: one word, and more while they are known ones and a family name is left.
    private func endOfGiven(_ range: Range<Int>) -> Int {
        var end = range.lowerBound + 1
        // "Abd ol-Karim" is one name.
        if words[range.lowerBound].key == "abd", end + 1 < range.upperBound, let article = words[end].key.split(separator: " ").first,
            Self.articles.contains(String(article))
        {
            end += words[end].key.contains(" ") ? 1 : 2
        }
        if range.count == 2, words[range.lowerBound].known.contains(.given), words[end].known.contains(.given) {
            let compound = Array((words[range.lowerBound].key + words[end].key).utf8)
            if let entry = vocabulary.words.find(compound, 0..<compound.count), vocabulary.words.word(entry).contains(.parted) {
                return range.upperBound
            }
        }
        while end + 1 < range.upperBound, words[end].known.contains(.given), !words[end + 1].known.contains(.suffix) { end += 1 }
        return min(end, range.upperBound)
    }

    /// Family names with the small words and initials among them.
    private mutating func readFamily(_ range: Range<Int>) {
        var start = range.lowerBound
        for i in range {
            let isLast = i + 1 == range.upperBound
            let kind: Name.Part.Kind? = isInitial(i) && !isLast ? .initial : words[i].known.contains(.particle) && !isLast ? .particle : nil
            guard let kind else { continue }
            add(.family, start..<i)
            add(kind, i..<i + 1)
            start = i + 1
        }
        add(.family, start..<range.upperBound)
    }

    /// A letter that stands for a name: "M.", «م.», "M.J.".
    private func isInitial(_ i: Int) -> Bool {
        let letters = words[i].key.unicodeScalars.filter { $0 != " " }.count
        let text = utf8[words[i].range]
        return letters == 1 && words[i].key != "و"
            || letters <= 3 && text.last == 0x2E && words[i].key.split(separator: " ").allSatisfy { $0.unicodeScalars.count == 1 }
    }
}
