internal import Glibc

/// Puts `bytes` into a file: beside it first, then in its place, so that nobody ever sees half of it.
public func writeFile(_ bytes: [UInt8], to path: String, _ persistence: FileWriter.Persistence = .forced) throws(FileError) {
    var file = try FileWriter(path, persistence)
    try file.append(bytes)
    try file.commit()
}

/// A file that is written beside its path and takes its place when it is whole; dropped before `commit`, it leaves no trace.
///
/// Devices and pipes (`/dev/stdout`, `/dev/full`) are written to as they are.
public struct FileWriter: ~Copyable {
    /// When the bytes must be on the disk itself.
    public enum Persistence: Sendable {
        /// Before the file takes its place: a loss of power leaves the old file or the new one.
        case forced
        /// When the system sees fit: for output of which there is much and that can be made again.
        case eventual
    }

    private let path: String
    private let persistence: Persistence
    private let partial: String?
    private let descriptor: CInt
    private var buffer: [UInt8] = []
    private var isCommitted = false

    /// Opens a file for writing.
    public init(_ path: String, _ persistence: Persistence = .forced) throws(FileError) {
        self.persistence = persistence
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR { throw .directory(path: path) }
        let isRegular = !exists || status.st_mode & S_IFMT == S_IFREG
        // Through a symbolic link the file behind it is replaced, not the link.
        let target = exists && isRegular ? Self.resolved(path) : path
        let partial = isRegular ? "\(target).\(getpid()).partial" : nil
        let descriptor = open(partial ?? target, O_WRONLY | O_CLOEXEC | (isRegular ? O_CREAT | O_TRUNC : 0), 0o666)
        guard descriptor >= 0 else { throw .writing(path, errno) }
        if exists, isRegular { fchmod(descriptor, status.st_mode & 0o777) }
        self.path = target
        self.partial = partial
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
        if let partial, !isCommitted { unlink(partial) }
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// Appends bytes.
    public mutating func append(_ bytes: some Collection<UInt8>) throws(FileError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Makes the file whole on the disk and puts it in place.
    public consuming func commit() throws(FileError) {
        try flush()
        guard let partial else {
            isCommitted = true
            return
        }
        guard persistence == .eventual || fsync(descriptor) == 0, rename(partial, path) == 0 else { throw .writing(path, errno) }
        isCommitted = true
    }

    private mutating func flush() throws(FileError) {
        var done = 0
        while done < buffer.count {
            let count = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress! + done, $0.count - done) }
            if count < 0, errno != EINTR { throw .writing(path, errno) }
            done += max(count, 0)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
