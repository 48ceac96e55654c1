/// Characters as web pages write them, which scraped names still hold: `&zwnj;`, `&quot;`, `&#1740;`.
enum MarkupEntities {
    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": "\u{A0}", "shy": "\u{AD}", "zwnj": "\u{200C}",
        "zwj": "\u{200D}",
        "lrm": "\u{200E}", "rlm": "\u{200F}", "laquo": "«", "raquo": "»", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "ndash": "–", "mdash": "—", "hellip": "…",
    ]

    /// No entity is longer, with its two signs.
    private static let longest = 9

    /// Whether an entity stands at an offset.
    static func begins(at start: Int, in text: Span<UInt8>) -> Bool {
        var name: [UInt8] = []
        for i in start + 1..<max(start + 1, min(start + longest, text.count)) {
            if text[i] == 0x3B { return character(of: String(decoding: name, as: UTF8.self)) != nil }
            name.append(text[i])
        }
        return false
    }

    /// The character that an entity stands for, given what is between & and ;.
    static func character(of name: String) -> Unicode.Scalar? {
        if let scalar = named[name] { return scalar }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
        return scalar
    }
}

extension Draft {
    /// Writes the characters for their entities, again while that makes new ones: `&amp;quot;`.
    mutating func replaceEntities() {
        guard signs.contains(where: { $0.value == 0x26 }) else { return }
        var found: Bool
        repeat {
            found = false
            rewrite { draft, revision in
                var i = 0
                while i < draft.count {
                    if draft.holds("&", at: i), let end = draft.endOfEntity(i),
                        let character = MarkupEntities.character(of: draft.text(i + 1..<end - 1))
                    {
                        revision.put(String(character), for: i..<end, of: draft, .markupEntity)
                        found = true
                        i = end
                    } else {
                        revision.keep(i, of: draft)
                        i += 1
                    }
                }
            }
        } while found
    }

    private func endOfEntity(_ start: Int) -> Int? {
        (start + 1..<max(start + 1, min(start + 9, count))).first { holds(";", at: $0) }.map { $0 + 1 }
    }
}
