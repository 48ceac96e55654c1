extension JSON {
    /// Reads one value from UTF-8 (RFC 8259). Deeper than 64 levels is refused, so that no input can exhaust the stack.
    public init(_ bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes)
        self = try reader.whole()
    }

    /// Reads one value from a text.
    public init(_ text: String) throws(JSONError) {
        try self.init(Array(text.utf8))
    }
}

/// A position in bytes that are read as JSON.
private struct JSONReader {
    private static let maximumDepth = 64
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func whole() throws(JSONError) -> JSON {
        let result = try value()
        skipSpace()
        if position < bytes.count { throw wanted("nothing after the value") }
        return result
    }

    private func wanted(_ expected: String) -> JSONError { JSONError(column: position + 1, expected: expected) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
    }

    /// Goes past `byte` where it stands next.
    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(JSONError) -> JSON {
        skipSpace()
        switch next {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"): return .number(try number())
        case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): return .number(try number())
        case nil: throw wanted("a value, and the line ends here")
        default: throw wanted("a value")
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
        guard bytes[position...].starts(with: word.utf8) else { throw wanted(word) }
        position += word.utf8.count
        return value
    }

    private mutating func enter() throws(JSONError) {
        position += 1
        depth += 1
        if depth > Self.maximumDepth { throw wanted("at most \(Self.maximumDepth) levels") }
        skipSpace()
    }

    private mutating func object() throws(JSONError) -> JSONObject {
        try enter()
        defer { depth -= 1 }
        var members: [JSONObject.Member] = []
        if take("}") { return JSONObject() }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw wanted("a member's name in quotes") }
            let key = try string()
            skipSpace()
            guard take(":") else { throw wanted("a colon") }
            members.append(JSONObject.Member(key, try value()))
            skipSpace()
        } while take(",")
        guard take("}") else { throw wanted("a comma or }") }
        return JSONObject(members)
    }

    private mutating func array() throws(JSONError) -> [JSON] {
        try enter()
        defer { depth -= 1 }
        var elements: [JSON] = []
        if take("]") { return [] }
        repeat {
            elements.append(try value())
            skipSpace()
        } while take(",")
        guard take("]") else { throw wanted("a comma or ]") }
        return elements
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        if position == start { throw wanted("a digit") }
    }

    private mutating func number() throws(JSONError) -> String {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        if next == UInt8(ascii: "\"") {
            defer { position += 1 }
            return try text(bytes[start..<position], from: start)
        }
        return try escapedString(from: start)
    }

    /// The slow way, for a text with escapes: `position` stands on the first of them.
    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var content = Array(bytes[start..<position])
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return try text(content[...], from: start)
            case UInt8(ascii: "\\"):
                position += 1
                content.append(contentsOf: try escape().utf8)
            case 0..<0x20: throw wanted("no bare control character in a text; write it as \\u00…")
            default:
                content.append(byte)
                position += 1
            }
        }
        throw wanted("the text's closing quote")
    }

    private func text(_ content: ArraySlice<UInt8>, from start: Int) throws(JSONError) -> String {
        guard let text = String(validating: content, as: UTF8.self) else {
            throw JSONError(column: start + 1, expected: "UTF-8 text")
        }
        return text
    }

    private mutating func escape() throws(JSONError) -> String {
        guard let byte = next else { throw wanted("the text's closing quote") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar()
        default:
            position -= 1
            throw wanted("one of \" \\ / b f n r t u after a backslash")
        }
    }

    private mutating func scalar() throws(JSONError) -> String {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return String(scalar) }
        // Beyond U+FFFF a scalar is written as two surrogates.
        guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else { throw wanted("two surrogates, not one") }
        let second = try hexadecimal()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw wanted("two surrogates, not one") }
        return String(scalar)
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        let end = position + 4
        guard end <= bytes.count, bytes[position..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
        else { throw wanted("four hexadecimal digits") }
        position = end
        return value
    }
}
