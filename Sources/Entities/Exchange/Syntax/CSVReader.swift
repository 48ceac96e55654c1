public import Lexicon

/// The rows of a table, one at a time: memory is bounded by the longest row.
///
/// Cells may be quoted as RFC 4180 has it. A carriage return before a line end inside a quoted cell is dropped.
public struct CSVReader: ~Copyable {
    /// A row and the line on which it begins.
    public struct Row: Sendable {
        /// Its cells, unquoted.
        public var cells: [String]
        /// From 1.
        public var line: Int
    }

    /// What the bytes of a cell stand for.
    enum Encoding: Sendable {
        /// UTF-8, and anything else is refused.
        case utf8
        /// UTF-8, and where a cell is not UTF-8, Windows-1252.
        case windows1252
    }

    /// No row is longer; a quote that is never closed would otherwise take in the whole file.
    static let rowLimit = 1 << 20

    private let path: String
    private let encoding: Encoding
    private var lines: LineReader
    /// What stands between cells; where it was not given, known after the first row.
    public private(set) var separator: Unicode.Scalar?
    private var row: [UInt8] = []

    /// Opens a table. Without a separator it is the comma, semicolon or tab that the first line has most of.
    public init(_ path: String, separator: Unicode.Scalar? = nil) throws(FileError) {
        self.init(try FileReader(path), path: path, separator: separator)
    }

    /// Reads a table that is open already; `path` is for messages.
    init(_ file: consuming FileReader, path: String, separator: Unicode.Scalar?, encoding: Encoding = .utf8) {
        self.path = path
        self.separator = separator
        self.encoding = encoding
        lines = LineReader(file)
    }

    /// The next row that is not blank, or nil at the end.
    ///
    /// - Throws: `FileError`, or `ExchangeProblem` for a row that is not UTF-8 or a quote that is not closed.
    public mutating func next() throws -> Row? {
        while let line = try lines.next() {
            let first = lines.line
            if separator == nil { separator = Self.separator(of: line) }
            row.removeAll(keepingCapacity: true)
            row += line
            while !isClosed {
                guard row.count <= Self.rowLimit, let more = try lines.next() else {
                    throw ExchangeProblem(.malformed(expected: "a closing quote"), file: path, line: first)
                }
                row.append(UInt8(ascii: "\n"))
                row += more
            }
            if row.isEmpty { continue }
            return Row(cells: try cells(first), line: first)
        }
        return nil
    }

    private static func separator(of header: ArraySlice<UInt8>) -> Unicode.Scalar {
        let marks: [Unicode.Scalar] = [",", ";", "\t"]
        func count(_ mark: Unicode.Scalar) -> Int { header.count { $0 == UInt8(ascii: mark) } }
        return marks.dropFirst().reduce(marks[0]) { count($1) > count($0) ? $1 : $0 }
    }

    /// Whether no quoted cell is open at the end of what was read.
    private var isClosed: Bool {
        let comma = UInt8(ascii: separator ?? ","), quote = UInt8(ascii: "\"")
        guard row.contains(quote) else { return true }
        var position = 0
        while position < row.count {
            if row[position] == quote {
                position += 1
                while true {
                    guard let end = row[position...].firstIndex(of: quote) else { return false }
                    position = end + 1
                    guard position < row.count, row[position] == quote else { break }
                    position += 1
                }
            }
            position = (row[position...].firstIndex(of: comma) ?? row.count) + 1
        }
        return true
    }

    private func cells(_ line: Int) throws(ExchangeProblem) -> [String] {
        let comma = UInt8(ascii: separator ?? ","), quote = UInt8(ascii: "\"")
        var cells: [String] = [], cell: [UInt8] = [], position = 0
        while true {
            cell.removeAll(keepingCapacity: true)
            if position < row.count, row[position] == quote {
                position += 1
                while position < row.count {
                    let byte = row[position]
                    position += 1
                    if byte == quote {
                        guard position < row.count, row[position] == quote else { break }
                        position += 1
                    }
                    cell.append(byte)
                }
            }
            let end = row[position...].firstIndex(of: comma) ?? row.count
            cell += row[position..<end]
            guard let text = String(validating: cell, as: UTF8.self) ?? (encoding == .windows1252 ? Windows1252.text(cell) : nil) else {
                throw ExchangeProblem(.malformed(expected: "UTF-8"), file: path, line: line)
            }
            cells.append(text)
            if end == row.count { return cells }
            position = end + 1
        }
    }
}
