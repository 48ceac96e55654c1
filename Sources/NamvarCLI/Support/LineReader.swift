import Glibc

/// Lines of a file or of standard input, as bytes, however long they are.
struct LineReader: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var ended = false
    /// The number of the line last read, from 1.
    private(set) var number = 0

    /// Standard input.
    init() {
        descriptor = STDIN_FILENO
        path = "standard input"
    }

    /// A file; "-" is standard input.
    init(_ path: String) throws {
        let opened = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw Failure(.noInput, "\(path): \(String(cString: strerror(errno)))") }
        descriptor = opened
        self.path = path
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// Whether a whole line can be had without waiting.
    var hasLine: Bool { ended || buffer[start...].contains(UInt8(ascii: "\n")) }

    /// The next line without its line end (LF or CRLF); nil at the end.
    mutating func next() throws -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return line(start..<end)
            }
            if ended {
                if start == buffer.count { return nil }
                defer { start = buffer.count }
                return line(start..<buffer.count)
            }
            searched = buffer.count - start
            try fill()
        }
    }

    private mutating func line(_ range: Range<Int>) -> [UInt8] {
        number += 1
        let hasReturn = !range.isEmpty && buffer[range.upperBound - 1] == UInt8(ascii: "\r")
        return Array(buffer[range.lowerBound..<(hasReturn ? range.upperBound - 1 : range.upperBound)])
    }

    private mutating func fill() throws {
        buffer.removeSubrange(..<start)
        start = 0
        let used = buffer.count
        // Grows with the line, so that a line of many megabytes is not copied once a chunk.
        let chunk = max(1 << 16, used)
        buffer.append(contentsOf: repeatElement(0, count: chunk))
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + used, chunk) }
        let code = errno
        buffer.removeSubrange((used + max(count, 0))...)
        if count < 0 {
            if code == EINTR { return }
            throw Failure(code == EISDIR ? .noInput : .inputOutput, "\(path): \(String(cString: strerror(code)))")
        }
        ended = count == 0
    }
}
