/// Cuts HTML and XML into tags and text, with where they stand.
///
/// Small on purpose: there is no HTML library to lean on, and a page needs no tree as browsers build it to be read. Anything is taken; a
/// sign that begins no tag is text. In XML prefixes of element and attribute names are left away.
struct MarkupScanner {
    /// The language that tags are read by.
    enum Dialect { case html, xml }

    /// A tag as it opens.
    struct Tag {
        var name: String
        var attributes: [(name: String, value: Range<Int>)]
        /// `<br/>`
        var isEmpty: Bool
        var range: Range<Int>
    }

    enum Token {
        /// Text, in which character references are yet to be resolved.
        case text(Range<Int>)
        /// Text that is meant as it stands: CDATA.
        case literal(Range<Int>)
        case open(Tag)
        case close(String)
    }

    let bytes: [UInt8]
    private let dialect: Dialect
    private var position = 0
    /// The HTML element whose content is no markup: everything up to its closing tag.
    private var rawElement: String?

    init(_ bytes: [UInt8], _ dialect: Dialect) {
        self.bytes = bytes
        self.dialect = dialect
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func next() -> Token? {
        if let raw = rawElement {
            rawElement = nil
            let end = find("</" + raw, from: position, ignoringCase: true) ?? bytes.count
            defer { position = end }
            if end > position { return .text(position..<end) }
        }
        while position < bytes.count {
            let start = position
            guard bytes[start] == UInt8(ascii: "<") else { return text(from: start) }
            if starts("<!--", at: start) {
                skip(past: "-->", from: start + 4)
            } else if starts("<![CDATA[", at: start) {
                let end = find("]]>", from: start + 9) ?? bytes.count
                position = min(end + 3, bytes.count)
                return .literal(start + 9..<end)
            } else if starts("<!", at: start) {
                skip(past: dialect == .xml ? declarationEnd(start) : ">", from: start)
            } else if starts("<?", at: start) {
                skip(past: dialect == .xml ? "?>" : ">", from: start)
            } else if starts("</", at: start) {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
                position = min(end + 1, bytes.count)
                return .close(name(bytes[start + 2..<end].prefix { !Self.isSpace($0) }))
            } else if start + 1 < bytes.count, Self.beginsName(bytes[start + 1]) {
                return open(start)
            } else {
                return text(from: start)
            }
        }
        return nil
    }

    /// A DTD inside the document type is skipped whole.
    private func declarationEnd(_ start: Int) -> String {
        let bracket = bytes[start...].firstIndex(of: UInt8(ascii: "[")), end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        return starts("<!DOCTYPE", at: start) && bracket ?? .max < end ?? .max ? "]>" : ">"
    }

    private mutating func text(from start: Int) -> Token {
        // A sign that begins no tag is text like any other.
        let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        position = end
        return .text(start..<end)
    }

    private mutating func open(_ start: Int) -> Token {
        position = start + 1
        let end = bytes[position...].firstIndex { Self.isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") } ?? bytes.count
        var tag = Tag(name: name(bytes[position..<end]), attributes: [], isEmpty: false, range: start..<end)
        position = end
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                break
            }
            if byte == UInt8(ascii: "/") {
                tag.isEmpty = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: ">")
                position += 1
            } else if Self.isSpace(byte) {
                position += 1
            } else {
                attribute(&tag)
            }
        }
        tag.range = start..<position
        if dialect == .html, Self.rawElements.contains(tag.name), !tag.isEmpty { rawElement = tag.name }
        return .open(tag)
    }

    private mutating func attribute(_ tag: inout Tag) {
        let start = position
        while position < bytes.count, !Self.isSpace(bytes[position]), !"=>/".utf8.contains(bytes[position]) || position == start {
            position += 1
        }
        let attribute = name(bytes[start..<position])
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
            tag.attributes.append((attribute, position..<position))
            return
        }
        position += 1
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        guard position < bytes.count else { return }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = bytes[(position + 1)...].firstIndex(of: quote) ?? bytes.count
            tag.attributes.append((attribute, position + 1..<end))
            position = min(end + 1, bytes.count)
        } else {
            let end = bytes[position...].firstIndex { Self.isSpace($0) || $0 == UInt8(ascii: ">") } ?? bytes.count
            tag.attributes.append((attribute, position..<end))
            position = end
        }
    }

    /// The value of an attribute, its character references resolved.
    func value(_ attribute: String, of tag: Tag) -> String? {
        tag.attributes.first { $0.name == attribute }.map { CharacterReference.resolved(bytes[$0.value]) }
    }

    private func name(_ bytes: ArraySlice<UInt8>) -> String {
        switch dialect {
        case .html: String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        case .xml:
            String(decoding: bytes.lastIndex(of: UInt8(ascii: ":")).map { bytes[($0 + 1)...] } ?? bytes, as: UTF8.self)
        }
    }

    private func starts(_ text: StaticString, at place: Int) -> Bool { bytes[place...].starts(with: "\(text)".utf8) }

    private mutating func skip(past end: String, from start: Int) {
        position = find(end, from: start).map { $0 + end.utf8.count } ?? bytes.count
    }

    private func find(_ text: String, from start: Int, ignoringCase: Bool = false) -> Int? {
        let wanted = Array(text.utf8)
        var at = start
        while at + wanted.count <= bytes.count {
            guard let first = bytes[at...].firstIndex(of: wanted[0]), first + wanted.count <= bytes.count else { return nil }
            let found = bytes[first..<first + wanted.count]
            if ignoringCase ? found.elementsEqual(wanted, by: { $0 | 0x20 == $1 | 0x20 }) : found.elementsEqual(wanted) { return first }
            at = first + 1
        }
        return nil
    }

    private static let rawElements: Set<String> = ["script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"]

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func beginsName(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 || byte == UInt8(ascii: "_")
    }
}
