import Glibc
import Lexicon
import TestSupport
import Testing

@Suite struct FileTests {
    private let folder = try! Folder()

    @Test func writtenIsRead() throws {
        let path = folder.path("a"), bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        try writeFile(bytes, to: path)
        #expect(try readFile(path) == bytes)
        try writeFile([], to: path)
        #expect(try readFile(path) == [])
        #expect(folder.names == ["a"])
    }

    @Test func droppedWriterLeavesTheOldFile() throws {
        let path = folder.path("a")
        try writeFile([1], to: path)
        do {
            var writer = try FileWriter(path)
            try writer.append([2, 3])
            #expect(folder.names.count == 2)
        }
        #expect(try readFile(path) == [1])
        #expect(folder.names == ["a"])
    }

    @Test func replacingKeepsTheFilesPermissions() throws {
        let path = folder.path("a")
        try writeFile([1], to: path)
        chmod(path, 0o600)
        try writeFile([2], to: path)
        var status = stat()
        stat(path, &status)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func linkStaysALink() throws {
        let target = folder.path("target"), link = folder.path("link")
        try writeFile([1], to: target)
        symlink(target, link)
        try writeFile([2], to: link)
        #expect(try readFile(target) == [2])
        var status = stat()
        lstat(link, &status)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test func failuresAreTyped() {
        #expect(throws: FileError.missing(path: "/tmp/none/none")) { try readFile("/tmp/none/none") }
        #expect(throws: FileError.directory(path: "/tmp")) { try readFile("/tmp") }
        #expect(throws: FileError.directory(path: "/tmp")) { try writeFile([1], to: "/tmp") }
        #expect(throws: FileError.unwritable(path: "/tmp/none/none", errno: ENOENT)) { try writeFile([1], to: "/tmp/none/none") }
        #expect(throws: FileError.noSpace(path: "/dev/full")) { try writeFile([1], to: "/dev/full") }
    }

    private func lines(_ text: String) throws -> [String] {
        let path = folder.path("lines")
        try writeFile(Array(text.utf8), to: path)
        var reader = try LineReader(path), result: [String] = []
        while let line = try reader.next() {
            result.append(String(decoding: line, as: UTF8.self))
            #expect(reader.line == result.count)
        }
        return result
    }

    @Test func linesComeWithoutTheirEnds() throws {
        #expect(try lines("") == [])
        #expect(try lines("\n") == [""])
        #expect(try lines("\u{FEFF}a\r\nb\n\nc") == ["a", "b", "", "c"])
    }

    @Test func lineLongerThanTheBufferStaysWhole() throws {
        let long = String(repeating: "نام ", count: 300_000)
        #expect(try lines("a\n\(long)\nb\n") == ["a", long, "b"])
    }
}
