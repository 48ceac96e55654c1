/// A tab-separated table with a header: the text form of most dictionaries. Lines that begin with `#` are comments.
public struct TableFile: Sendable {
    /// One line: its cells in the order of the columns asked for, then of the optional ones, and where it stands.
    public struct Row: Sendable {
        /// As many cells as columns; an optional column that the file lacks gives empty cells.
        public let cells: [String]
        /// From 1.
        public let line: Int

        /// The cell of a column.
        public subscript(column: Int) -> String { cells[column] }
    }

    /// The file.
    public let path: String
    /// The lines after the header.
    public let rows: [Row]

    /// Reads a file whose header names all of `columns`, in any order, and nothing else but `optional` ones.
    public init(path: String, columns: [String], optional: [String] = []) throws(TableError) {
        let bytes: [UInt8]
        do { bytes = try readFile(path) } catch { throw .file(error) }
        try self.init(bytes, path: path, columns: columns, optional: optional)
    }

    /// Reads a table that is already in memory; `path` is for messages.
    public init(_ bytes: [UInt8], path: String, columns: [String], optional: [String] = []) throws(TableError) {
        var order: [Int?]?
        var width = 0
        var rows: [Row] = []
        for (index, bytes) in Self.lines(bytes).enumerated() where !bytes.isEmpty && bytes.first != UInt8(ascii: "#") {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(file: path, line: index + 1) }
            let cells = text.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { String(Substring($0)) }
            guard let columnsFound = order else {
                order = try Self.order(of: columns, optional, in: cells, path, line: index + 1)
                width = cells.count
                continue
            }
            guard cells.count == width else {
                throw .cells(file: path, line: index + 1, expected: width, found: cells.count)
            }
            rows.append(Row(cells: columnsFound.map { $0.map { cells[$0] } ?? "" }, line: index + 1))
        }
        guard order != nil else { throw .noHeader(file: path, columns: columns) }
        self.path = path
        self.rows = rows
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
        }
    }

    private static func order(
        of columns: [String], _ optional: [String], in header: [String], _ path: String, line: Int
    ) throws(TableError) -> [Int?] {
        for column in columns where !header.contains(column) { throw .missingColumn(file: path, column: column, found: header) }
        for column in header where !columns.contains(column) && !optional.contains(column) {
            throw .unknownColumn(file: path, line: line, column: column, known: columns + optional)
        }
        if let column = header.first(where: { column in header.count { $0 == column } > 1 }) {
            throw .doubleColumn(file: path, line: line, column: column)
        }
        return (columns + optional).map { header.firstIndex(of: $0) }
    }
}
