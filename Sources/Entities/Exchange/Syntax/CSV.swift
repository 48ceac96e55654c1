/// Rows of a table with a character between cells (RFC 4180): quoted cells may hold the character, quotes and line ends.
public enum CSV {
    /// A row and the line on which it begins.
    struct Row {
        var cells: [String]
        var line: Int
    }

    /// Calls `each` for every row that is not blank.
    static func read(_ bytes: [UInt8], separator: Unicode.Scalar, file: String, each: (Row) throws -> Void) throws {
        let comma = UInt8(ascii: separator), quote = UInt8(ascii: "\"")
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 1, cells: [String] = []
        while position < bytes.count {
            let first = line
            cells.removeAll(keepingCapacity: true)
            row: while true {
                var cell: [UInt8] = []
                if position < bytes.count, bytes[position] == quote {
                    position += 1
                    while true {
                        guard position < bytes.count else {
                            throw ExchangeProblem(.malformed(expected: "a closing quote"), file: file, line: first)
                        }
                        let byte = bytes[position]
                        position += 1
                        if byte == quote {
                            guard position < bytes.count, bytes[position] == quote else { break }
                            position += 1
                        }
                        if byte == UInt8(ascii: "\n") { line += 1 }
                        cell.append(byte)
                    }
                }
                let end = bytes[position...].firstIndex { $0 == comma || $0 == UInt8(ascii: "\n") } ?? bytes.count
                cell += bytes[position..<end]
                position = end
                let isLast = end == bytes.count || bytes[end] != comma
                if isLast, cell.last == UInt8(ascii: "\r") { cell.removeLast() }
                guard let text = String(validating: cell, as: UTF8.self) else {
                    throw ExchangeProblem(.malformed(expected: "UTF-8"), file: file, line: line)
                }
                cells.append(text)
                position += 1
                if isLast { break row }
            }
            line += 1
            if cells != [""] { try each(Row(cells: cells, line: first)) }
        }
    }

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
