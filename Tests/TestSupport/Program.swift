import Foundation

/// The built program, run as a user's shell would run it.
public struct Program: Sendable {
    /// What one run gave.
    public struct Run: Sendable {
        /// The exit status; a signal's number, negative, when one ended it.
        public var status: Int32
        /// Standard output, invalid UTF-8 repaired.
        public var output: String
        /// Standard error.
        public var errors: String

        /// The lines of standard output.
        public var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }

        /// Each line of standard output as a JSON object.
        public func objects() throws -> [[String: Any]] {
            try output.split(separator: "\n").map { line in
                guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
                    throw CocoaError(.propertyListReadCorrupt)
                }
                return object
            }
        }
    }

    /// Runs `namvar` with arguments; `input` is its standard input, empty unless given.
    ///
    /// - Parameter output: where standard output goes instead of into the result, such as "/dev/full".
    public static func run(_ arguments: [String], input: [UInt8] = [], output: String? = nil) throws -> Run {
        try start(executable, arguments, input: input, output: output)
    }

    /// Runs a shell command line in which `namvar` is the built program, and `$NAMVAR` its path for commands that start it themselves.
    public static func shell(_ line: String) throws -> Run {
        let script = "set -o pipefail; NAMVAR='\(executable.path)'; namvar() { \"$NAMVAR\" \"$@\"; }; \(line)"
        return try start(URL(fileURLWithPath: "/bin/bash"), ["-c", script], input: [], output: nil)
    }

    private static func start(_ executable: URL, _ arguments: [String], input: [UInt8], output: String?) throws -> Run {
        // Files, not pipes: a program that writes much to both streams would wait for ever on a full pipe.
        let folder = try Folder()
        try folder.write("in", input)
        try folder.write("out", "")
        try folder.write("err", "")
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: folder.url("in"))
        process.standardOutput = try FileHandle(forWritingTo: output.map { URL(fileURLWithPath: $0) } ?? folder.url("out"))
        process.standardError = try FileHandle(forWritingTo: folder.url("err"))
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: String(decoding: try Data(contentsOf: folder.url("out")), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: folder.url("err")), as: UTF8.self))
    }

    /// The program stands beside the tests' own executable.
    private static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("namvar")
}

/// A folder that is there for one test and goes with it.
public final class Folder: Sendable {
    private let root: URL

    /// A new, empty folder.
    public init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("namvar-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    /// The path of a file in it, there or not.
    public func path(_ name: String) -> String { url(name).path }

    /// The names of the files in it, sorted.
    public var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted() }

    /// Writes a file into it, or into a folder in it, and answers its path.
    @discardableResult public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = url(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return path(name)
    }

    /// Writes a text into it and answers its path.
    @discardableResult public func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

    func url(_ name: String) -> URL { root.appendingPathComponent(name) }
}
