internal import Lexicon

/// The rows of a table as spreadsheets write it, one at a time and with every byte: memory is bounded by the longest row.
public struct DelimitedReader: ~Copyable {
    private let path: String
    private var file: FileReader
    private var buffer: [UInt8]
    private var position: Int
    private var isAtEnd = false
    private var lines = 1
    private let delimiter: UInt8
    /// A byte-order mark, where there is one.
    public let bytesBeforeHeader: [UInt8]
    /// The first row.
    public private(set) var header: DelimitedRow
    /// The size of the file where it has one, in bytes; 0 for a pipe.
    public let expectedByteCount: Int
    /// The bytes of the rows given so far.
    public private(set) var byteCount = 0

    /// No row is longer; a quote that is never closed would otherwise take in the whole file.
    private static let rowLimit = 1 << 20

    /// Why a table could not be read on.
    public enum Problem: Error, Equatable, Sendable, CustomStringConvertible {
        case notUTF8(file: String, line: Int)
        case openQuote(file: String, line: Int)
        case empty(file: String)

        /// What is wrong, and what to do.
        public var description: String {
            switch self {
            case .notUTF8(let file, let line): "\(file):\(line): not valid UTF-8: convert the file, for example with iconv"
            case .openQuote(let file, let line): "\(file):\(line): a quote that opens in this row is never closed"
            case .empty(let file): "\(file): empty; give a table with a header"
            }
        }
    }

    /// Opens a table, `-` for standard input, and reads its header; what stands between cells is the comma, semicolon or tab that the header
    /// has most of.
    ///
    /// - Throws: `FileError` or `Problem`.
    public static func open(_ path: String) throws -> DelimitedReader {
        var reader = try opened(path)
        guard let row = try reader.next() else { throw Problem.empty(file: path) }
        guard row.isText else { throw Problem.notUTF8(file: path, line: 1) }
        reader.header = row
        return reader
    }

    /// A reader before the first row, of which it has looked at the beginning.
    private static func opened(_ path: String) throws(FileError) -> DelimitedReader {
        var file = try FileReader(path), buffer: [UInt8] = []
        while buffer.count < 3, try file.read(into: &buffer) {}
        let start = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while !buffer[start...].contains(UInt8(ascii: "\n")), buffer.count < rowLimit {
            guard try file.read(into: &buffer) else { break }
        }
        return DelimitedReader(path: path, file: file, buffer: buffer, position: start)
    }

    private init(path: String, file: consuming FileReader, buffer: [UInt8], position: Int) {
        let first = buffer[position...].prefix { $0 != UInt8(ascii: "\n") }
        let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        self.path = path
        self.buffer = buffer
        self.position = position
        bytesBeforeHeader = Array(buffer[..<position])
        expectedByteCount = file.expectedCount
        delimiter = marks.max { a, b in first.count { $0 == a } < first.count { $0 == b } }!
        header = DelimitedRow([], delimiter: delimiter, line: 1)!
        self.file = file
    }

    /// The next row, or nil at the end.
    ///
    /// - Throws: `FileError`, or `Problem.openQuote` where a quote is not closed before the end, or within a million bytes.
    public mutating func next() throws -> DelimitedRow? {
        while true {
            if let end = rowEnd() {
                defer { position = end }
                return try row(Array(buffer[position..<end]))
            }
            if isAtEnd {
                guard position < buffer.count else { return nil }
                defer { position = buffer.count }
                return try row(Array(buffer[position...]))
            }
            guard buffer.count - position <= Self.rowLimit else { throw Problem.openQuote(file: path, line: lines) }
            buffer.removeFirst(position)
            position = 0
            isAtEnd = try !file.read(into: &buffer)
        }
    }

    /// Behind the line end of the row that begins at `position`; nil where the buffer does not hold it.
    private func rowEnd() -> Int? {
        var cell = position, at = position, isQuoted = false
        while at < buffer.count {
            let byte = buffer[at]
            if byte == DelimitedRow.quote {
                if isQuoted || at == cell {
                    isQuoted.toggle()
                } else if buffer[at - 1] == DelimitedRow.quote, buffer[cell] == DelimitedRow.quote {
                    isQuoted = true
                }
            } else if !isQuoted {
                if byte == delimiter { cell = at + 1 }
                if byte == UInt8(ascii: "\n") { return at + 1 }
            }
            at += 1
        }
        return nil
    }

    private mutating func row(_ bytes: [UInt8]) throws(Problem) -> DelimitedRow {
        guard let row = DelimitedRow(bytes, delimiter: delimiter, line: lines) else { throw .openQuote(file: path, line: lines) }
        lines += bytes.count { $0 == UInt8(ascii: "\n") }
        byteCount += bytes.count
        return row
    }
}
