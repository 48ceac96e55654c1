/// Rows of a table with a character between cells (RFC 4180): quoted cells may hold the character, quotes and line ends.
public enum CSV {
    /// A row, with its line end.
    public static func row(_ cells: [String], separator: Unicode.Scalar) -> String {
        let sign = String(separator)
        let quoted = cells.map { cell in
            let isPlain = !cell.unicodeScalars.contains { $0 == separator || $0 == "\"" || $0 == "\n" || $0 == "\r" }
            return isPlain ? cell : "\"" + cell.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
        }
        return quoted.joined(separator: sign) + "\n"
    }
}
