internal import ICU

/// The text of a Markdown file without its marks: headings, paragraphs, items, quotations, cells; code and front matter left out.
///
/// CommonMark's blocks as far as articles use them. Lines of a paragraph are read as one, an empty line ends it.
struct MarkdownText {
    /// Blocks in their order, an empty line between.
    private(set) var text = MappedText()
    /// `date:` of the front matter.
    private(set) var date: CalendarDay?

    private let bytes: [UInt8]
    private var title: Range<Int>?
    private var block = MappedText()
    private var hasHeading = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines = Self.lines(of: bytes)[...]
        readFrontMatter(&lines)
        var fence: [UInt8]?
        for line in lines {
            let content = trimmed(line)
            if let open = fence {
                if bytes[content].starts(with: open) { fence = nil }
                continue
            }
            if let open = Self.fence(bytes[content]) {
                endBlock()
                fence = open
            } else {
                read(content)
            }
        }
        endBlock()
        if let title, !hasHeading {
            var whole = MappedText()
            MarkdownSpan.append(title, of: bytes, to: &whole)
            if !text.isEmpty { whole.append(lineBreaks: 2) }
            whole.append(text)
            text = whole
        }
    }

    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = [], start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
            lines.append(start..<max(start, index))
            start = index + 1
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
        return lines
    }

    private func trimmed(_ line: Range<Int>) -> Range<Int> {
        var (start, end) = (line.lowerBound, line.upperBound)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }

    // MARK: Front matter

    /// `---` or `+++`, `key: value` lines, and the same again.
    private mutating func readFrontMatter(_ lines: inout ArraySlice<Range<Int>>) {
        guard let first = lines.first, ["---", "+++"].contains(where: { bytes[trimmed(first)].elementsEqual($0.utf8) }),
            let end = lines.dropFirst().firstIndex(where: { bytes[trimmed($0)].elementsEqual(bytes[trimmed(first)]) })
        else { return }
        for line in lines[(lines.startIndex + 1)..<end] {
            guard let colon = bytes[line].firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }) else { continue }
            let key = String(decoding: bytes[trimmed(line.lowerBound..<colon)], as: UTF8.self).lowercased()
            var value = trimmed(colon + 1..<line.upperBound)
            if value.count > 1, "\"'".utf8.contains(bytes[value.lowerBound]), bytes[value.lowerBound] == bytes[value.upperBound - 1] {
                value = value.lowerBound + 1..<value.upperBound - 1
            }
            if key == "title", !value.isEmpty { title = value }
            if key == "date" {
                let figure = String(decoding: bytes[value], as: UTF8.self).unicodeScalars.prefix(10)
                date = DateReader.date(ofFigure: Array(figure))?.day(writtenOn: nil)
            }
        }
        lines = lines[(end + 1)...]
    }

    // MARK: Blocks

    private static func fence(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        for mark in ["```", "~~~"] where line.starts(with: mark.utf8) { return Array(mark.utf8) }
        return nil
    }

    private mutating func endBlock() {
        block.trimEnd()
        if !block.isEmpty {
            if !text.isEmpty { text.append(lineBreaks: 2) }
            text.append(block)
        }
        block = MappedText()
    }

    private mutating func read(_ line: Range<Int>) {
        var line = line
        guard !line.isEmpty else { return endBlock() }
        // Quotations, however deep.
        while !line.isEmpty, bytes[line.lowerBound] == UInt8(ascii: ">") { line = trimmed(line.lowerBound + 1..<line.upperBound) }
        guard !line.isEmpty else { return endBlock() }
        if isRule(line) {
            // Under a paragraph a row of signs makes it a heading.
            if !block.isEmpty { hasHeading = true }
            return endBlock()
        }
        if isDefinition(line) { return }
        let hashes = bytes[line].prefix { $0 == UInt8(ascii: "#") }.count
        if (1...6).contains(hashes), hashes == line.count || bytes[line.lowerBound + hashes] <= 0x20 {
            endBlock()
            hasHeading = hasHeading || hashes == 1
            var end = line.upperBound
            while end > line.lowerBound + hashes, bytes[end - 1] == UInt8(ascii: "#") || bytes[end - 1] <= 0x20 { end -= 1 }
            MarkdownSpan.append(trimmed(line.lowerBound + hashes..<end), of: bytes, to: &block)
            return endBlock()
        }
        if let item = item(line) {
            endBlock()
            line = item
        }
        if bytes[line.lowerBound] == UInt8(ascii: "|") { return readRow(line) }
        if !block.isEmpty { block.append([0x20], for: line.lowerBound - 1..<line.lowerBound) }
        MarkdownSpan.append(line, of: bytes, to: &block)
    }

    /// `***`, `---`, `===`, also with spaces between.
    private func isRule(_ line: Range<Int>) -> Bool {
        let signs = bytes[line].filter { $0 > 0x20 }
        guard let first = signs.first, "*-_=".utf8.contains(first) else { return false }
        return signs.allSatisfy { $0 == first } && (signs.count >= 3 || !block.isEmpty && "-=".utf8.contains(first) && signs.count >= 2)
    }

    /// `[name]: address`
    private func isDefinition(_ line: Range<Int>) -> Bool {
        guard bytes[line.lowerBound] == UInt8(ascii: "["), let end = bytes[line].firstRange(of: Array("]:".utf8)) else { return false }
        return bytes[line.lowerBound + 1] != UInt8(ascii: "^") && !bytes[line.lowerBound..<end.lowerBound].contains(UInt8(ascii: "("))
    }

    /// What follows `- `, `* `, `+ `, `12. `, `12) `; nil when the line begins otherwise.
    private func item(_ line: Range<Int>) -> Range<Int>? {
        let first = bytes[line.lowerBound]
        if "-*+".utf8.contains(first), line.count > 2, bytes[line.lowerBound + 1] <= 0x20 {
            return trimmed(line.lowerBound + 2..<line.upperBound)
        }
        let digits = bytes[line].prefix { (0x30...0x39).contains($0) }.count, mark = line.lowerBound + digits
        guard (1...3).contains(digits), mark + 2 < line.upperBound, ".)".utf8.contains(bytes[mark]), bytes[mark + 1] <= 0x20 else {
            return nil
        }
        return trimmed(mark + 2..<line.upperBound)
    }

    /// Each cell of a table by itself.
    private mutating func readRow(_ line: Range<Int>) {
        endBlock()
        guard bytes[line].contains(where: { !"|-: \t".utf8.contains($0) }) else { return }
        var start = line.lowerBound
        for at in line where bytes[at] == UInt8(ascii: "|") || at == line.upperBound - 1 {
            let cell = trimmed(start..<(bytes[at] == UInt8(ascii: "|") ? at : at + 1))
            if !cell.isEmpty {
                MarkdownSpan.append(cell, of: bytes, to: &block)
                endBlock()
            }
            start = at + 1
        }
    }
}
