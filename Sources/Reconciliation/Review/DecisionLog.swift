public import Entities
internal import Glibc
public import Lexicon

/// The file in which people's decisions about pairs of entities are kept: a JSON object a line, nothing ever changed or taken out.
///
/// Several programs may have it open at once. Each decision is one write at the file's end, made while the file is locked and forced onto the
/// disk, so a program that is killed loses no decision that was taken.
public struct DecisionLog: ~Copyable {
    /// Why a line says nothing.
    public enum Reason: Error, Equatable, Sendable {
        case notJSON(JSONError)
        /// The file ends in the middle of it.
        case half
        case missing(String)
        case unknownDecision(String)
    }

    /// A line that is passed over.
    public struct Problem: Equatable, Sendable, CustomStringConvertible {
        /// The file.
        public var path: String
        /// From 1.
        public var line: Int
        /// What is wrong with it.
        public var reason: Reason
    }

    private let path: String
    private let descriptor: CInt
    private let isRegular: Bool
    private var position = 0
    private var line = 1
    /// Everything read so far.
    public private(set) var history = DecisionHistory()

    /// Opens a file, a new one if need be. Nothing is read before `refresh()`.
    public init(_ path: String) throws(FileError) { try self.init(path, forReading: false) }

    private init(_ path: String, forReading: Bool) throws(FileError) {
        let descriptor = open(path, (forReading ? O_RDONLY : O_RDWR | O_APPEND | O_CREAT) | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw errno == EISDIR ? .directory(path: path) : Self.failure(path, errno) }
        var status = stat()
        self.path = path
        self.descriptor = descriptor
        isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    deinit { close(descriptor) }

    /// Reads a file of decisions; lines that say nothing go to `report`.
    ///
    /// - Throws: `FileError`, also where there is no such file.
    public static func history(in path: String, report: (Problem) -> Void) throws(FileError) -> DecisionHistory {
        guard access(path, F_OK) == 0 else { throw .missing(path: path) }
        var log = try DecisionLog(path, forReading: true)
        for problem in try log.refresh() { report(problem) }
        return log.history
    }

    /// Reads what has come to the file since, from whomever; answers the lines that say nothing.
    public mutating func refresh() throws(FileError) -> [Problem] {
        try lock(LOCK_SH)
        defer { unlock() }
        return try readOn().problems
    }

    /// Puts a decision at the file's end. What others put there before is read too; the lines among it that say nothing are the answer.
    ///
    /// - Throws: `FileError`; the file is then as it was.
    public mutating func append(_ decision: ReviewDecision) throws(FileError) -> [Problem] {
        try lock(LOCK_EX)
        defer { unlock() }
        let (problems, endsInside) = try readOn()
        // Half a line that a killed program left stays alone on its line.
        let bytes = (endsInside ? [UInt8(ascii: "\n")] : []) + decision.line + [UInt8(ascii: "\n")]
        var count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        while count < 0, errno == EINTR { count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } }
        var code = count < 0 ? errno : count < bytes.count ? ENOSPC : 0
        if code == 0, isRegular, fsync(descriptor) != 0 { code = errno }
        guard code == 0 else {
            if isRegular { _ = ftruncate(descriptor, off_t(position)) }
            throw Self.failure(path, code)
        }
        line += endsInside ? 2 : 1
        position += bytes.count
        history.take(decision)
        return problems
    }

    /// Reads to the file's end; says too whether it ends inside a line.
    private mutating func readOn() throws(FileError) -> (problems: [Problem], endsInside: Bool) {
        guard isRegular else { return ([], false) }
        var bytes: [UInt8] = [], chunk = [UInt8](repeating: 0, count: 1 << 16)
        // From one byte before, to see whether what was read before ended a line.
        let from = max(position - 1, 0)
        while true {
            let count = pread(descriptor, &chunk, chunk.count, off_t(from + bytes.count))
            if count == 0 { break }
            if count > 0 { bytes += chunk[..<count] } else if errno != EINTR { throw .unreadable(path: path, errno: errno) }
        }
        var problems: [Problem] = [], start = position - from
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let content = bytes[start..<end]
            if content.contains(where: { $0 > 0x20 }) {
                do throws(Reason) { history.take(try ReviewDecision(line: content)) } catch {
                    problems.append(Problem(path: path, line: line, reason: end == bytes.count ? .half : error))
                }
            }
            if end < bytes.count { line += 1 }
            start = end + 1
        }
        position = from + bytes.count
        return (problems, bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false)
    }

    private func lock(_ kind: CInt) throws(FileError) {
        while isRegular, flock(descriptor, kind) != 0 { if errno != EINTR { throw Self.failure(path, errno) } }
    }

    private func unlock() { if isRegular { _ = flock(descriptor, LOCK_UN) } }

    private static func failure(_ path: String, _ code: CInt) -> FileError {
        [ENOSPC, EDQUOT].contains(code) ? .noSpace(path: path) : .unwritable(path: path, errno: code)
    }
}

extension DecisionLog.Problem {
    /// File, line, cause, and what became of it.
    public var description: String {
        let cause =
            switch reason {
            case .notJSON(let error): "not a decision: \(error)"
            case .half: "half a line, left by a program that was stopped while writing"
            case .missing(let member): "a decision without \"\(member)\""
            case .unknownDecision(let word):
                "\"\(word)\" is no decision; there are \(ReviewDecision.Verdict.allCases.map(\.rawValue).joined(separator: ", "))"
            }
        return "\(path):\(line): \(cause); passed over"
    }
}
