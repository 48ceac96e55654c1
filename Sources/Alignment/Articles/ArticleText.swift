internal import ICU

/// The bytes of a file as UTF-8 text.
enum ArticleText {
    /// The text of a file; UTF-16 and what a page declares are converted, and offsets are then those of the converted text.
    static func utf8(_ bytes: [UInt8], path: String) throws(ArticleError) -> [UInt8] {
        if let kind = kind(bytes) { throw .notText(path: path, kind: kind) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return try decoded(bytes, "UTF-16", path) }
        if bytes.contains(0) { throw .notText(path: path, kind: "a binary file (it holds a NUL character)") }
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        guard let name = declaredCharset(bytes), name.lowercased() != "utf-8" else { throw .notUTF8(path: path) }
        return try decoded(bytes, name, path)
    }

    private static func decoded(_ bytes: [UInt8], _ charset: String, _ path: String) throws(ArticleError) -> [UInt8] {
        guard let text = try? Charset(charset).utf8(bytes) else { throw .unknownCharset(path: path, name: charset) }
        if text.contains(0) { throw .notText(path: path, kind: "a binary file (it holds a NUL character)") }
        return text
    }

    /// What a file that is no text is, by its first bytes.
    private static func kind(_ bytes: [UInt8]) -> String? {
        let signatures: [([UInt8], String)] = [
            (Array("%PDF-".utf8), "a PDF"), ([0x50, 0x4B, 3, 4], "a zip archive or a word processor's document"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Word document"), (Array("{\\rtf".utf8), "an RTF document"),
            ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"), ([0x1F, 0x8B], "a packed file"),
        ]
        return signatures.first { bytes.starts(with: $0.0) }?.1
    }

    /// `<meta charset="windows-1256">`, `<meta … content="text/html; charset=…">`, `<?xml encoding="…"?>`.
    private static func declaredCharset(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        for label in ["charset=", "encoding="] {
            guard let found = head.firstRange(of: label) else { continue }
            let name = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
                .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            if !name.isEmpty { return String(name) }
        }
        return nil
    }
}
