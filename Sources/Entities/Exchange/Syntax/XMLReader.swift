/// Reads XML 1.0 in UTF-8, without document types of one's own: enough for lists, safe with any input.
struct XMLReader {
    private let bytes: [UInt8]
    private let file: String
    private var position = 0
    private var line = 1
    private var depth = 0

    /// Calls `each` with every element of one of these names, whole; what is around them is not kept.
    static func read(_ bytes: [UInt8], file: String, elements names: Set<String>, each: (XMLElement) throws -> Void) throws {
        var reader = XMLReader(bytes: bytes, file: file)
        while let tag = try reader.nextTag() {
            guard case .open(var element, let isEmpty) = tag, names.contains(element.name) else { continue }
            if !isEmpty { try reader.fill(&element) }
            try each(element)
        }
    }

    private init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    private enum Tag {
        case open(XMLElement, isEmpty: Bool)
        case close(String)
    }

    private func wanted(_ expected: String) -> ExchangeProblem { ExchangeProblem(.malformed(expected: expected), file: file, line: line) }

    private func starts(with text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func skip(to end: String) throws(ExchangeProblem) {
        while position < bytes.count {
            if starts(with: end) {
                position += end.utf8.count
                return
            }
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
        throw wanted(end)
    }

    /// The next tag; the text before it is dropped.
    private mutating func nextTag() throws(ExchangeProblem) -> Tag? {
        var text = ""
        return try nextTag(&text)
    }

    /// The next tag; the text before it is appended to `text`.
    private mutating func nextTag(_ text: inout String) throws(ExchangeProblem) -> Tag? {
        while position < bytes.count {
            let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            if end > position { text += try unescaped(position..<end) }
            position = end
            if position == bytes.count { return nil }
            if starts(with: "<!--") {
                try skip(to: "-->")
            } else if starts(with: "<![CDATA[") {
                position += 9
                let start = position
                try skip(to: "]]>")
                text += String(decoding: bytes[start..<position - 3], as: UTF8.self)
            } else if starts(with: "<?") {
                try skip(to: "?>")
            } else if starts(with: "<!") {
                try skip(to: ">")
            } else if starts(with: "</") {
                let start = position + 2
                try skip(to: ">")
                return .close(Self.local(bytes[start..<position - 1]))
            } else {
                return try open()
            }
        }
        return nil
    }

    private mutating func open() throws(ExchangeProblem) -> Tag {
        position += 1
        let start = position
        while position < bytes.count, !Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">"),
            bytes[position] != UInt8(ascii: "/")
        {
            position += 1
        }
        var element = XMLElement(name: Self.local(bytes[start..<position]), line: line)
        while true {
            while position < bytes.count, Self.isSpace(bytes[position]) {
                if bytes[position] == UInt8(ascii: "\n") { line += 1 }
                position += 1
            }
            if starts(with: "/>") {
                position += 2
                return .open(element, isEmpty: true)
            }
            if starts(with: ">") {
                position += 1
                return .open(element, isEmpty: false)
            }
            let name = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "="), bytes[position] != UInt8(ascii: ">") { position += 1 }
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "="),
                [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[position + 1])
            else { throw wanted("an attribute's value in quotes") }
            let key = String(decoding: bytes[name..<position], as: UTF8.self).split(separator: ":").last.map(String.init) ?? ""
            let quote = bytes[position + 1], value = position + 2
            guard let end = bytes[value...].firstIndex(of: quote) else { throw wanted("an attribute's closing quote") }
            element.attributes[key] = try unescaped(value..<end)
            position = end + 1
        }
    }

    /// Reads an element's content, up to its closing tag.
    private mutating func fill(_ element: inout XMLElement) throws(ExchangeProblem) {
        depth += 1
        defer { depth -= 1 }
        if depth > 100 { throw wanted("at most 100 levels") }
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
        throw wanted("</\(element.name)>")
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
