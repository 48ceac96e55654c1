/// The inside of a line of Markdown: links by their words, emphasis without its signs, tags and addresses left out.
struct MarkdownSpan {
    private let bytes: [UInt8]
    private let end: Int
    private var at: Int
    private var copied: Int

    /// Appends what a reader sees of a line.
    static func append(_ line: Range<Int>, of bytes: [UInt8], to text: inout MappedText) {
        var span = MarkdownSpan(bytes: bytes, end: line.upperBound, at: line.lowerBound, copied: line.lowerBound)
        span.read(&text)
    }

    private mutating func read(_ text: inout MappedText) {
        while at < end {
            switch bytes[at] {
            case UInt8(ascii: "\\") where at + 1 < end && Self.isSign(bytes[at + 1]):
                drop(1, &text)
                at += 1
            case UInt8(ascii: "!") where at + 1 < end && bytes[at + 1] == UInt8(ascii: "[") && link(from: at + 1) != nil: drop(1, &text)
            case UInt8(ascii: "["): readLink(&text)
            case UInt8(ascii: "*"), UInt8(ascii: "`"): drop(1, &text)
            case UInt8(ascii: "~") where at + 1 < end && bytes[at + 1] == UInt8(ascii: "~"): drop(2, &text)
            // Inside a word it is a letter of it: snake_case.
            case UInt8(ascii: "_") where !(at > 0 && Self.isWord(bytes[at - 1]) && at + 1 < end && Self.isWord(bytes[at + 1])):
                drop(1, &text)
            case UInt8(ascii: "<"):
                if let close = bytes[at..<end].firstIndex(of: UInt8(ascii: ">")), at + 1 < close, bytes[at + 1] > 0x20 {
                    drop(close + 1 - at, &text)
                } else {
                    at += 1
                }
            case UInt8(ascii: "&"):
                if let (scalar, width) = CharacterReference.read(bytes[at..<end]) {
                    let start = at
                    drop(width, &text)
                    text.append(UTF8.encode(scalar)!, for: start..<start + width)
                } else {
                    at += 1
                }
            default: at += 1
            }
        }
        text.append(copied..<end, of: bytes)
    }

    /// Copies what stands before and leaves out some bytes.
    private mutating func drop(_ count: Int, _ text: inout MappedText) {
        text.append(copied..<at, of: bytes)
        at += count
        copied = at
    }

    /// `[words](address "title")` and `[words][name]`: the words; `[^1]`: nothing.
    private mutating func readLink(_ text: inout MappedText) {
        guard let (words, after) = link(from: at) else {
            at += 1
            return
        }
        drop(1, &text)
        if bytes[words.lowerBound...].first != UInt8(ascii: "^") || words.isEmpty {
            MarkdownSpan.append(words, of: bytes, to: &text)
        }
        at = after
        copied = after
    }

    /// The words of the link that opens at a bracket, and where it ends; nil when it is no link.
    private func link(from open: Int) -> (words: Range<Int>, end: Int)? {
        guard let close = partner(of: open, UInt8(ascii: "["), UInt8(ascii: "]")) else { return nil }
        let words = open + 1..<close
        if !words.isEmpty, bytes[words.lowerBound] == UInt8(ascii: "^") { return (words, close + 1) }
        guard close + 1 < end else { return nil }
        if bytes[close + 1] == UInt8(ascii: "("), let last = partner(of: close + 1, UInt8(ascii: "("), UInt8(ascii: ")")) {
            return (words, last + 1)
        }
        if bytes[close + 1] == UInt8(ascii: "["), let last = partner(of: close + 1, UInt8(ascii: "["), UInt8(ascii: "]")) {
            return (words, last + 1)
        }
        return nil
    }

    private func partner(of open: Int, _ opening: UInt8, _ closing: UInt8) -> Int? {
        var depth = 0
        for index in open..<end {
            if bytes[index] == opening { depth += 1 }
            if bytes[index] == closing {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
