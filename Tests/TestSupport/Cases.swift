/// Rows of a tab-separated table of test cases: header skipped, `#` lines and blank lines skipped, `\u{…}` unescaped.
///
/// Tables stand beside the tests of their room, in `Cases/`, so that a case can be read and added without code.
public struct Cases: Sendable {
    /// The cells of each row, as many as the header has.
    public let rows: [[String]]

    /// Reads `Tests/<room>Tests/Cases/<name>.tsv` of this checkout.
    public init(_ name: String, file: StaticString = #filePath) {
        let folder = "\(file)".split(separator: "/").dropLast().joined(separator: "/")
        let path = "/\(folder)/Cases/\(name).tsv"
        guard let text = contents(ofFile: path) else { preconditionFailure("no table of cases at \(path)") }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true).filter { !$0.hasPrefix("#") }[...]
        guard let header = lines.popFirst() else { preconditionFailure("no header in \(path)") }
        let columns = header.split(separator: "\t", omittingEmptySubsequences: false).count
        rows = lines.map { line in
            var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { unescape($0) }
            precondition(cells.count <= columns, "too many cells in \(path): \(line)")
            while cells.count < columns { cells.append("") }
            return cells
        }
        precondition(!rows.isEmpty, "no cases in \(path)")
    }
}

/// Replaces `\u{200C}` by the character it names, so that invisible characters can be seen in a table.
private func unescape(_ cell: Substring) -> String {
    var result = "", rest = cell
    while let start = rest.firstRange(of: "\\u{"), let end = rest[start.upperBound...].firstIndex(of: "}"),
        let value = UInt32(rest[start.upperBound..<end], radix: 16), let scalar = Unicode.Scalar(value)
    {
        result += rest[..<start.lowerBound]
        result.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
    }
    return result + rest
}
