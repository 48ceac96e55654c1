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

extension FileReader {
    /// Whether what comes next is XML, by its first letter.
    mutating func startsWithTag() throws(FileError) -> Bool {
        try peek().first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
    }
}
