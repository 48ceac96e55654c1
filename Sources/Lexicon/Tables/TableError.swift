/// Why a tab-separated table could not be read.
public enum TableError: Error, Equatable, Sendable {
    case file(FileError)
    case noHeader(file: String, columns: [String])
    case missingColumn(file: String, column: String, found: [String])
    case unknownColumn(file: String, line: Int, column: String, known: [String])
    case doubleColumn(file: String, line: Int, column: String)
    case cells(file: String, line: Int, expected: Int, found: Int)
    case notUTF8(file: String, line: Int)
    /// A cell that is none of what its column may hold; for the readers of tables.
    case cell(file: String, line: Int, column: String, found: String, expected: String)
    /// A line that does not come after the one before it in byte order; for the readers of sorted tables.
    case unsorted(file: String, line: Int, previous: String, found: String)
}

extension TableError: CustomStringConvertible {
    /// File, line, both sides, and what to do.
    public var description: String {
        switch self {
        case .file(let error): error.description
        case .noHeader(let file, let columns):
            "\(file): no header; begin the table with the columns \(columns.joined(separator: ", ")), a tab between"
        case .missingColumn(let file, let column, let found):
            "\(file): no column \"\(column)\"; the header has \(found.joined(separator: ", "))"
        case .unknownColumn(let file, let line, let column, let known):
            "\(file):\(line): unknown column \"\(column)\"; known are \(known.joined(separator: ", "))"
        case .doubleColumn(let file, let line, let column): "\(file):\(line): column \"\(column)\" twice; keep one"
        case .cells(let file, let line, let expected, let found):
            "\(file):\(line): \(found) cells where the header has \(expected); put a tab between cells, also before an empty one"
        case .notUTF8(let file, let line): "\(file):\(line): not UTF-8; save the file as UTF-8"
        case .cell(let file, let line, let column, let found, let expected):
            "\(file):\(line): \(column) is \"\(found)\"; expected \(expected)"
        case .unsorted(let file, let line, let previous, let found):
            "\(file):\(line): \"\(found)\" must come before \"\(previous)\"; sort the lines by bytes"
        }
    }
}
