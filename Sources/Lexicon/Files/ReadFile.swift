internal import Glibc

/// The whole content of a file; `-` is standard input.
public func readFile(_ path: String) throws(FileError) -> [UInt8] {
    var reader = try FileReader(path)
    var result: [UInt8] = []
    result.reserveCapacity(reader.expectedCount)
    while try reader.read(into: &result) {}
    return result
}

/// An open file that is read from first to last; `-` is standard input, and what ends in `.gz` or `.bz2` is unpacked on the way.
public struct FileReader: ~Copyable {
    private let path: String
    private let descriptor: CInt
    private var unpacking: (program: String, process: pid_t)?
    private var chunk = [UInt8](repeating: 0, count: 1 << 18)
    /// What was looked at and not taken yet.
    private var ahead: [UInt8] = []
    /// The file's size where it has one.
    public let expectedCount: Int

    /// Opens a file.
    public init(_ path: String) throws(FileError) {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .reading(path, errno) }
        var status = stat()
        let known = fstat(descriptor, &status) == 0
        if known, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw .directory(path: path)
        }
        var source = descriptor, unpacking: (program: String, process: pid_t)?
        if let packed = Unpacking(path: path) {
            defer { close(descriptor) }
            let started = try packed.start(path, from: descriptor)
            source = started.descriptor
            unpacking = (packed.program, started.process)
        }
        self.path = path
        self.descriptor = source
        self.unpacking = unpacking
        expectedCount = known && unpacking == nil && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
        // With nobody to read it, the program ends by itself.
        if let unpacking { _ = Unpacking.endedWell(unpacking.process) }
    }

    /// What comes next, without taking it: enough to see what sort of file this is. Empty at the end.
    public mutating func peek() throws(FileError) -> [UInt8] {
        guard ahead.isEmpty else { return ahead }
        var bytes: [UInt8] = []
        _ = try fetch(into: &bytes)
        ahead = bytes
        return bytes
    }

    /// Appends what comes next to `buffer`; false at the end.
    public mutating func read(into buffer: inout [UInt8]) throws(FileError) -> Bool {
        guard ahead.isEmpty else {
            buffer += ahead
            ahead = []
            return true
        }
        return try fetch(into: &buffer)
    }

    private mutating func fetch(into buffer: inout [UInt8]) throws(FileError) -> Bool {
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count > 0 {
                buffer.append(contentsOf: chunk[..<count])
                return true
            }
            if count == 0 {
                if let (program, process) = unpacking {
                    unpacking = nil
                    if !Unpacking.endedWell(process) { throw .unpacking(path: path, program: program) }
                }
                return false
            }
            if errno != EINTR { throw .reading(path, errno) }
        }
    }
}
