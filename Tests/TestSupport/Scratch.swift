import Glibc

/// A folder for one test, removed with its content at the end.
public final class Scratch: Sendable {
    /// The folder.
    public let path: String

    /// A new, empty folder.
    public init() {
        var template = Array("/tmp/namvar-test-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template))
    }

    /// The path of a file in the folder.
    public func file(_ name: String) -> String { path + "/" + name }

    /// The names in the folder.
    public var content: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    deinit {
        for name in content { unlink(file(name)) }
        rmdir(path)
    }
}
