/// A table as spreadsheets write it, whose bytes are kept: rows can be printed as they stood, with cells added.
public struct DelimitedTable: Sendable {
    /// A row's place in the file.
    public struct Row: Sendable, Hashable {
        /// All of its cells, without the line end.
        public var content: Range<Int>
        /// Its cells, quotes and all.
        public var cells: [Range<Int>]
        /// Its line end; empty after the last row of some files.
        public var lineEnd: Range<Int>
        /// Whether nothing stands in the line.
        public var isBlank: Bool { content.isEmpty }
    }

    private let file: [UInt8]
    /// Comma, semicolon or tab, whichever the header has most of.
    public let delimiter: UInt8
    private let start: Int
    /// The first row.
    public let headerRow: Row

    /// The rows, the header first, each found as it is asked for: a table of a million rows takes no more memory than its bytes.
    public var rows: some Sequence<Row> {
        var at = start
        return AnyIterator { [file, delimiter] in
            guard at < file.count, case (let row?, let next) = Self.row(file, at, delimiter) else { return nil }
            at = next
            return row
        }
    }

    private static let quote = UInt8(ascii: "\"")

    /// Why a table could not be read.
    public enum Problem: Error, Equatable, Sendable, CustomStringConvertible {
        case notUTF8(file: String)
        case openQuote(file: String, row: Int)
        case empty(file: String)

        /// What is wrong, and what to do.
        public var description: String {
            switch self {
            case .notUTF8(let file): "\(file): not valid UTF-8: convert the file, for example with iconv"
            case .openQuote(let file, let row): "\(file): a quote that opens in row \(row) is never closed"
            case .empty(let file): "\(file): empty; give a table with a header"
            }
        }
    }

    /// Finds the rows and cells of a table whose first row is its header; `path` is for messages.
    public init(_ bytes: [UInt8], path: String) throws(Problem) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .notUTF8(file: path)
        }
        file = bytes
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let header = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
        let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        delimiter = marks.max { a, b in header.count { $0 == a } < header.count { $0 == b } }!
        var at = start, count = 0, first: Row?
        while at < bytes.count {
            let (row, next) = Self.row(bytes, at, delimiter)
            guard let row else { throw .openQuote(file: path, row: count + 1) }
            if count == 0 { first = row }
            count += 1
            at = next
        }
        guard let first else { throw .empty(file: path) }
        headerRow = first
    }

    private static func row(_ bytes: [UInt8], _ start: Int, _ delimiter: UInt8) -> (Row?, Int) {
        var cells: [Range<Int>] = [], cell = start, at = start, isQuoted = false
        while at < bytes.count {
            let byte = bytes[at]
            if byte == quote, isQuoted || at == cell {
                isQuoted.toggle()
            } else if byte == quote, at > cell, bytes[at - 1] == quote, bytes[cell] == quote {
                // A doubled quote inside a quoted cell.
                isQuoted = true
            } else if !isQuoted, byte == delimiter {
                cells.append(cell..<at)
                cell = at + 1
            } else if !isQuoted, byte == UInt8(ascii: "\n") {
                break
            }
            at += 1
        }
        if isQuoted { return (nil, at) }
        var end = at
        if at < bytes.count, end > cell, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        cells.append(cell..<end)
        let next = min(at + 1, bytes.count)
        return (Row(content: start..<end, cells: cells, lineEnd: end..<next), next)
    }

    /// A byte-order mark, where there is one.
    public var bytesBeforeHeader: [UInt8] { Array(file[..<start]) }

    /// The header's cells.
    public var header: [String] { headerRow.cells.indices.map { cell($0, of: headerRow) } }

    /// The text of a cell, unquoted; empty where the row is too short.
    public func cell(_ index: Int, of row: Row) -> String {
        guard index < row.cells.count else { return "" }
        var bytes = Array(file[row.cells[index]])
        if bytes.count > 1, bytes.first == Self.quote, bytes.last == Self.quote {
            bytes = Array(bytes[1..<bytes.count - 1])
            return String(decoding: bytes, as: UTF8.self).split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A row as it stood, with its line end.
    public func bytes(of row: Row) -> [UInt8] { Array(file[row.content.lowerBound..<row.lineEnd.upperBound]) }

    /// A row with cells added behind its own, and its own line end; rows that are too short are filled up.
    public func extended(_ row: Row, with cells: [String]) -> [UInt8] {
        var bytes = Array(file[row.content])
        bytes += [UInt8](repeating: delimiter, count: max(0, headerRow.cells.count - row.cells.count))
        for cell in cells {
            bytes.append(delimiter)
            bytes += quoted(cell)
        }
        return bytes + file[row.lineEnd]
    }

    private func quoted(_ cell: String) -> [UInt8] {
        let bytes = Array(cell.utf8)
        guard bytes.contains(where: { $0 == delimiter || $0 == Self.quote || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
            return bytes
        }
        return [Self.quote] + bytes.flatMap { $0 == Self.quote ? [$0, $0] : [$0] } + [Self.quote]
    }
}
