/// A row of a table as spreadsheets write it, whose bytes are kept: it can be printed as it stood, with cells added.
public struct DelimitedRow: Sendable, Hashable {
    /// The row as it stands in its file, with its line end.
    public let bytes: [UInt8]
    /// Where its cells lie in the bytes, quotes and all.
    public let cells: [Range<Int>]
    /// The line of the file on which it begins, from 1.
    public let line: Int
    /// Comma, semicolon or tab.
    let delimiter: UInt8
    /// Where its line end begins: at the end in the last row of some files.
    private let contentEnd: Int

    static let quote = UInt8(ascii: "\"")

    /// Finds the cells of a row that takes all of `bytes`; nil where a quote is not closed.
    init?(_ bytes: [UInt8], delimiter: UInt8, line: Int) {
        var cells: [Range<Int>] = [], cell = 0, at = 0, isQuoted = false
        while at < bytes.count {
            let byte = bytes[at]
            if byte == Self.quote, isQuoted || at == cell {
                isQuoted.toggle()
            } else if byte == Self.quote, at > cell, bytes[at - 1] == Self.quote, bytes[cell] == Self.quote {
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
        if isQuoted { return nil }
        if at < bytes.count, at > cell, bytes[at - 1] == UInt8(ascii: "\r") { at -= 1 }
        cells.append(cell..<at)
        self.bytes = bytes
        self.cells = cells
        self.line = line
        self.delimiter = delimiter
        contentEnd = at
    }

    /// Whether nothing stands in the row.
    public var isBlank: Bool { contentEnd == 0 }

    /// Whether all of it is valid UTF-8.
    public var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// The text of a cell, unquoted; empty where the row is too short.
    public func text(ofCell index: Int) -> String {
        guard index < cells.count else { return "" }
        let cell = bytes[cells[index]], text: ArraySlice<UInt8>
        if cell.count > 1, cell.first == Self.quote, cell.last == Self.quote {
            text = cell.dropFirst().dropLast()
            return String(decoding: text, as: UTF8.self).split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
        }
        return String(decoding: cell, as: UTF8.self)
    }

    /// The texts of all cells.
    public var texts: [String] { cells.indices.map(text(ofCell:)) }

    /// The row with cells added behind its own, and its own line end; one of less than `width` cells is filled up.
    public func extended(with added: [String], width: Int) -> [UInt8] {
        var result = Array(bytes[..<contentEnd])
        result += [UInt8](repeating: delimiter, count: max(0, width - cells.count))
        for cell in added {
            result.append(delimiter)
            result += quoted(cell)
        }
        return result + bytes[contentEnd...]
    }

    private func quoted(_ cell: String) -> [UInt8] {
        let bytes = Array(cell.utf8)
        guard bytes.contains(where: { $0 == delimiter || $0 == Self.quote || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
            return bytes
        }
        return [Self.quote] + bytes.flatMap { $0 == Self.quote ? [$0, $0] : [$0] } + [Self.quote]
    }
}
