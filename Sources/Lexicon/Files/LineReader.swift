/// The lines of a file, one at a time, without their ends; memory is bounded by the longest line.
///
/// A byte-order mark at the start and a carriage return before a line feed are no part of a line.
public struct LineReader: ~Copyable {
    private var file: FileReader
    private var buffer: [UInt8] = []
    private var position = 0
    private var searched = 0
    private var isAtEnd = false
    /// The number of the line given last, from 1.
    public private(set) var line = 0
    /// The bytes of the lines given so far, their ends included.
    public private(set) var byteCount = 0
    /// The size of what is read where it has one, in bytes; 0 for a pipe or a terminal.
    public var expectedByteCount: Int { file.expectedCount }

    /// Opens a file; `-` is standard input.
    public init(_ path: String) throws(FileError) {
        file = try FileReader(path)
    }

    /// Reads a file that is open already.
    public init(_ file: consuming FileReader) {
        self.file = file
    }

    /// Whether `next()` can answer without waiting for input.
    public var hasLine: Bool { isAtEnd || buffer[searched...].contains(UInt8(ascii: "\n")) }

    /// The next line, or nil at the end.
    public mutating func next() throws(FileError) -> ArraySlice<UInt8>? {
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer {
                    position = end + 1
                    searched = position
                }
                return counted(buffer[position..<end])
            }
            searched = buffer.count
            if isAtEnd {
                guard position < buffer.count else { return nil }
                defer { position = buffer.count }
                return counted(buffer[position...])
            }
            if position > 0 {
                buffer.removeFirst(position)
                searched -= position
                position = 0
            }
            isAtEnd = try !file.read(into: &buffer)
        }
    }

    private mutating func counted(_ found: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line += 1
        byteCount += found.count + 1
        var result = found
        if line == 1, result.starts(with: [0xEF, 0xBB, 0xBF]) { result = result.dropFirst(3) }
        if result.last == UInt8(ascii: "\r") { result = result.dropLast() }
        return result
    }
}
