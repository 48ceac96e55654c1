internal import Lexicon

/// Text as XML, and HTML, write it.
public enum XMLText {
    /// The text with its signs escaped; control characters, which XML cannot hold, are left away.
    public static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default: if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}

/// Whether a file is XML, by its first letter.
func startsWithTag(_ path: String) throws(FileError) -> Bool {
    var lines = try LineReader(path)
    while let line = try lines.next() {
        if let first = line.first(where: { $0 > 0x20 && $0 < 0x80 }) { return first == UInt8(ascii: "<") }
    }
    return false
}
