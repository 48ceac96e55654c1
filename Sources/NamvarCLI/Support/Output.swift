import Glibc

/// Standard output: buffered, flushed before the program waits for input, and honest about failures.
///
/// A closed pipe (`| head -1`) ends the program quietly; a full disk ends it with a message.
struct Output: ~Copyable {
    private var buffer: [UInt8] = []
    private let limit = 1 << 16

    init() {
        // A closed pipe is then an error of write(), which is handled below.
        signal(SIGPIPE, SIG_IGN)
        buffer.reserveCapacity(limit + 4096)
    }

    mutating func line(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        try endLine()
    }

    mutating func line(_ bytes: [UInt8]) throws {
        buffer.append(contentsOf: bytes)
        try endLine()
    }

    /// Bytes as they are, with no line end added.
    mutating func write(_ bytes: [UInt8]) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= limit { try flush() }
    }

    private mutating func endLine() throws {
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= limit { try flush() }
    }

    /// Everything written so far reaches the stream.
    mutating func flush() throws {
        var start = 0
        while start < buffer.count {
            let written = buffer[start...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                let code = errno
                buffer.removeAll()
                // The reader has what it wanted.
                if code == EPIPE { throw Failure(.done) }
                throw Failure(.cannotWrite, "cannot write to standard output: \(String(cString: strerror(code)))")
            }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// A message on standard error, after the program's name.
func complain(_ message: String) {
    let line = "\(Terminal.errors.styled("namvar:", .red)) \(message)\n"
    _ = Array(line.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
