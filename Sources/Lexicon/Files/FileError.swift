internal import Glibc

/// Why a file could not be read or written.
public enum FileError: Error, Equatable, Sendable {
    case missing(path: String)
    case directory(path: String)
    case denied(path: String)
    case noSpace(path: String)
    case unreadable(path: String, errno: Int32)
    case unwritable(path: String, errno: Int32)
    /// A packed file that its program could not unpack, or whose program is not there.
    case unpacking(path: String, program: String)

    static func reading(_ path: String, _ code: Int32) -> FileError {
        switch code {
        case ENOENT, ENOTDIR: .missing(path: path)
        case EISDIR: .directory(path: path)
        case EACCES, EPERM: .denied(path: path)
        default: .unreadable(path: path, errno: code)
        }
    }

    static func writing(_ path: String, _ code: Int32) -> FileError {
        switch code {
        case ENOSPC, EDQUOT: .noSpace(path: path)
        default: .unwritable(path: path, errno: code)
        }
    }

    /// Whether it was writing that failed.
    public var isAboutWriting: Bool {
        switch self {
        case .noSpace, .unwritable: true
        default: false
        }
    }
}

extension FileError: CustomStringConvertible {
    /// File, cause, and what to do.
    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such file"
        case .directory(let path): "\(path): is a directory; give a file in it"
        case .denied(let path): "\(path): may not be read: permission denied"
        case .noSpace(let path): "\(path): no space left on the device; nothing was kept, make room and run again"
        case .unreadable(let path, let code): "\(path): cannot be read: \(String(cString: strerror(code)))"
        case .unpacking(let path, let program):
            "\(path): cannot be unpacked by \(program); check the file, and that \(program) is installed"
        case .unwritable(let path, let code): "\(path): cannot be written: \(String(cString: strerror(code)))"
        }
    }
}
