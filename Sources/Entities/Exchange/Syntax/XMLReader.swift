internal import Lexicon

/// Reads XML 1.0 in UTF-8, without document types of one's own: enough for lists, safe with any input.
///
/// The file is read in blocks as it is needed: memory is bounded by the longest element that is asked for.
struct XMLReader: ~Copyable {
    /// No tag, comment or text is longer; a quote that is never closed would otherwise take in the whole file.
    private static let limit = 1 << 24
    private static let levels = 100

    private var file: FileReader
    private let path: String
    private var bytes: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var line = 1
    private var depth = 0

    /// Calls `each` with every element of one of these names, whole; what is around them is not kept. `path` is for messages.
    ///
    /// - Throws: `FileError`, `ExchangeProblem` where the file is no XML or ends too early, and what `each` throws.
    static func read(
        _ file: consuming FileReader, path: String, elements names: Set<String>, each: (XMLElement) throws -> Void
    ) throws {
        var reader = XMLReader(file: file, path: path), around: [String] = [], count = 0
        while let tag = try reader.nextTag() {
            count += 1
            switch tag {
            case .open(var element, let isEmpty):
                if names.contains(element.name) {
                    if !isEmpty { try reader.fill(&element) }
                    try each(element)
                } else if !isEmpty {
                    around.append(element.name)
                    if around.count > levels { throw reader.wanted("at most \(levels) levels") }
                }
            case .close(let name):
                guard around.popLast() == name else { throw reader.wanted("no </\(name)>") }
            }
        }
        if let open = around.last { throw reader.wanted("</\(open)> before the file's end") }
        if count == 0 { throw reader.wanted("XML") }
    }

    private init(file: consuming FileReader, path: String) {
        self.file = file
        self.path = path
    }

    private enum Tag {
        case open(XMLElement, isEmpty: Bool)
        case close(String)
    }

    private func wanted(_ expected: String) -> ExchangeProblem { ExchangeProblem(.malformed(expected: expected), file: path, line: line) }

    // MARK: Bytes

    /// Whether there is a byte at an index; the file is read on to it.
    private mutating func has(_ index: Int) throws -> Bool {
        while index >= bytes.count {
            if isAtEnd { return false }
            if bytes.count - position > Self.limit { throw wanted("a tag or text of at most \(Self.limit) bytes") }
            isAtEnd = try !file.read(into: &bytes)
        }
        return true
    }

    /// The next place of a byte, or nil when it does not come any more.
    private mutating func place(of byte: UInt8, from start: Int) throws -> Int? {
        var start = start
        while try has(start) {
            if let place = bytes[start...].firstIndex(of: byte) { return place }
            start = bytes.count
        }
        return nil
    }

    private mutating func starts(with text: StaticString) throws -> Bool {
        guard try has(position + text.utf8CodeUnitCount - 1) else { return false }
        return text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    /// Forgets what has been read, where it is worth the trouble.
    private mutating func forget() {
        guard position > 1 << 18 else { return }
        bytes.removeFirst(position)
        position = 0
    }

    // MARK: Tags

    private mutating func skip(to end: StaticString) throws {
        let first = end.withUTF8Buffer { $0[0] }
        while let place = try place(of: first, from: position) {
            line += bytes[position..<place].count { $0 == UInt8(ascii: "\n") }
            position = place
            if try starts(with: end) {
                position += end.utf8CodeUnitCount
                return
            }
            position += 1
        }
        throw wanted("\(end) before the file's end")
    }

    /// The next tag; the text before it is dropped.
    private mutating func nextTag() throws -> Tag? {
        var text = ""
        return try nextTag(&text)
    }

    /// The next tag; the text before it is appended to `text`.
    private mutating func nextTag(_ text: inout String) throws -> Tag? {
        forget()
        while try has(position) {
            let end = try place(of: UInt8(ascii: "<"), from: position) ?? bytes.count
            if end > position { text += try unescaped(position..<end) }
            position = end
            if position == bytes.count { return nil }
            if try starts(with: "<!--") {
                try skip(to: "-->")
            } else if try starts(with: "<![CDATA[") {
                position += 9
                let start = position
                try skip(to: "]]>")
                guard let content = String(validating: bytes[start..<position - 3], as: UTF8.self) else { throw wanted("UTF-8") }
                text += content
            } else if try starts(with: "<?") {
                try skip(to: "?>")
            } else if try starts(with: "<!") {
                try skip(to: ">")
            } else if try starts(with: "</") {
                let start = position + 2
                try skip(to: ">")
                return .close(Self.local(bytes[start..<position - 1]))
            } else {
                return try open()
            }
        }
        return nil
    }

    private mutating func skipSpace() throws {
        while try has(position), Self.isSpace(bytes[position]) {
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }

    private mutating func open() throws -> Tag {
        position += 1
        let start = position
        while try has(position), !Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">"),
            bytes[position] != UInt8(ascii: "/")
        {
            position += 1
        }
        var element = XMLElement(name: Self.local(bytes[start..<position]), line: line)
        while true {
            try skipSpace()
            if try starts(with: "/>") {
                position += 2
                return .open(element, isEmpty: true)
            }
            if try starts(with: ">") {
                position += 1
                return .open(element, isEmpty: false)
            }
            let name = position
            while try has(position), ![UInt8(ascii: "="), UInt8(ascii: ">")].contains(bytes[position]) { position += 1 }
            let key = Self.local(bytes[name..<position])
            position += try has(position) && bytes[position] == UInt8(ascii: "=") ? 1 : 0
            try skipSpace()
            guard try has(position), [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[position]) else {
                throw wanted("an attribute's value in quotes")
            }
            let value = position + 1
            guard let end = try place(of: bytes[position], from: value) else { throw wanted("an attribute's closing quote") }
            element.attributes[key] = try unescaped(value..<end)
            position = end + 1
        }
    }

    /// Reads an element's content, up to its closing tag.
    private mutating func fill(_ element: inout XMLElement) throws {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.levels { throw wanted("at most \(Self.levels) levels") }
        while let tag = try nextTag(&element.text) {
            switch tag {
            case .open(var child, let isEmpty):
                if !isEmpty { try fill(&child) }
                element.children.append(child)
            case .close(let name):
                guard name == element.name else { throw wanted("</\(element.name)>, not </\(name)>") }
                return
            }
        }
        throw wanted("</\(element.name)> before the file's end")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func local(_ name: ArraySlice<UInt8>) -> String {
        let trimmed = name.prefix { !isSpace($0) }
        return String(decoding: trimmed[(trimmed.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? trimmed.startIndex)...], as: UTF8.self)
    }

    private mutating func unescaped(_ range: Range<Int>) throws(ExchangeProblem) -> String {
        guard let text = String(validating: bytes[range], as: UTF8.self) else { throw wanted("UTF-8") }
        line += bytes[range].count { $0 == UInt8(ascii: "\n") }
        guard bytes[range].contains(UInt8(ascii: "&")) else { return text }
        var result = String.UnicodeScalarView(), rest = text.unicodeScalars[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ";") else { throw wanted("a semicolon after &") }
            result.append(try entity(String(rest[rest.index(after: start)..<end])))
            rest = rest[rest.index(after: end)...]
        }
        return String(result + rest)
    }

    private func entity(_ name: String) throws(ExchangeProblem) -> Unicode.Scalar {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let isHexadecimal = name.hasPrefix("#x")
            guard name.hasPrefix("#"), let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
                let scalar = Unicode.Scalar(value)
            else { throw wanted("one of &lt; &gt; &amp; &quot; &apos; &#…;, not &\(name);") }
            return scalar
        }
    }
}
