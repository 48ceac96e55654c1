/// Reads the segments of a TMX file: for each unit, its text in English and in Persian.
public struct TMXReader {
    /// Units that have both languages.
    public let units: [(english: String, persian: String)]

    /// Nil when the text is no TMX; units without one of the two languages are left out.
    public init?(_ text: String) {
        guard text.prefix(2_000).contains("<tmx") else { return nil }
        var units: [(english: String, persian: String)] = []
        var rest = Substring(text)
        while let unit = Self.element("tu", in: &rest) {
            var inside = unit.content
            var english: String?, persian: String?
            while let variant = Self.element("tuv", in: &inside) {
                var content = variant.content
                guard let segment = Self.element("seg", in: &content) else { continue }
                let language = Self.attribute("lang", of: variant.tag).prefix(2).lowercased()
                if language == "en" { english = Self.plain(segment.content) }
                if language == "fa" { persian = Self.plain(segment.content) }
            }
            if let english, let persian { units.append((english, persian)) }
        }
        self.units = units
    }

    /// The next element of a name, and moves past it.
    static func element(_ name: String, in text: inout Substring) -> (tag: Substring, content: Substring)? {
        let bytes = text.utf8
        var at = bytes.startIndex
        while let open = Self.find("<\(name)", in: bytes, from: at) {
            let after = bytes.index(open, offsetBy: name.utf8.count + 1)
            guard after < bytes.endIndex else { return nil }
            guard bytes[after] == UInt8(ascii: ">") || bytes[after] <= 0x20 else {
                at = after
                continue
            }
            guard let close = bytes[after...].firstIndex(of: UInt8(ascii: ">")),
                let end = Self.find("</\(name)>", in: bytes, from: close)
            else { return nil }
            let result = (text[open..<close], text[bytes.index(after: close)..<end])
            text = text[bytes.index(end, offsetBy: name.utf8.count + 3)...]
            return result
        }
        return nil
    }

    private static func find(_ needle: String, in text: Substring.UTF8View, from start: Substring.UTF8View.Index) -> Substring.UTF8View
        .Index?
    {
        let wanted = Array(needle.utf8)
        var at = start
        while let first = text[at...].firstIndex(of: wanted[0]) {
            if text[first...].starts(with: wanted) { return first }
            at = text.index(after: first)
        }
        return nil
    }

    /// The value of an attribute, whatever its prefix: `xml:lang="fa"`.
    static func attribute(_ name: String, of tag: Substring) -> String {
        for quote in ["\"", "'"] {
            if let found = tag.firstRange(of: "\(name)=\(quote)"), let end = tag[found.upperBound...].firstRange(of: quote) {
                return String(tag[found.upperBound..<end.lowerBound])
            }
        }
        return ""
    }

    /// Text without tags and with its entities resolved.
    static func plain(_ text: Substring) -> String {
        var result = "", rest = text
        while let at = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
            result += rest[..<at]
            if rest[at] == "<" {
                guard let end = rest[at...].firstIndex(of: ">") else { return result }
                rest = rest[rest.index(after: end)...]
            } else if let end = rest[at...].prefix(12).firstIndex(of: ";"), let scalar = entity(rest[rest.index(after: at)..<end]) {
                result.unicodeScalars.append(scalar)
                rest = rest[rest.index(after: end)...]
            } else {
                result += "&"
                rest = rest[rest.index(after: at)...]
            }
        }
        return result + rest
    }

    private static func entity(_ name: Substring) -> Unicode.Scalar? {
        if let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "zwnj": "\u{200C}"][name]
            as Unicode.Scalar?
        {
            return known
        }
        if name.hasPrefix("#x") { return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        return nil
    }
}
