import Glibc
import Lexicon
import TestSupport
import Testing

@Suite struct ArchiveTests {
    private let folder = try! Folder()

    private func sample() -> [UInt8] {
        var builder = ArchiveBuilder()
        builder.add("words", Array("نامور".utf8))
        builder.add("numbers", [1, 2, 3, 4])
        builder.add("empty", [])
        return builder.bytes()
    }

    private func written(_ bytes: [UInt8]) throws -> String {
        let path = folder.path("sample.namvar")
        try writeFile(bytes, to: path)
        return path
    }

    @Test func sectionsComeBack() throws {
        let archive = try Archive.open(written(sample()))
        #expect(archive.sectionNames == ["empty", "numbers", "words"])
        #expect(archive.section("words")?.string == "نامور")
        #expect(archive.section("numbers")?.u32(at: 0) == 0x0403_0201)
        #expect(archive.section("empty")?.count == 0)
        #expect(archive.section("other") == nil)
        #expect(throws: ArchiveError.missingSection(path: archive.path, section: "other")) { try archive.required("other") }
    }

    @Test func sectionsAreAlignedAndOrderDoesNotMatter() throws {
        var builder = ArchiveBuilder()
        builder.add("empty", [])
        builder.add("numbers", [1, 2, 3, 4])
        builder.add("words", Array("نامور".utf8))
        #expect(builder.bytes() == sample())
        let archive = try Archive(bytes: sample())
        for name in archive.sectionNames {
            let aligned = archive.section(name)!.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) % 16 == 0 }
            #expect(aligned, "\(name)")
        }
    }

    @Test func writingGivesTheSameBytes() throws {
        var builder = ArchiveBuilder()
        builder.add("words", Array("نامور".utf8))
        let path = folder.path("written.namvar")
        try builder.write(to: path)
        #expect(try readFile(path) == builder.bytes())
        #expect(folder.names == ["written.namvar"])
    }

    @Test func sectionOutlivesTheArchive() throws {
        func words() throws -> Bytes { try Archive.open(written(sample())).section("words")! }
        #expect(try words().string == "نامور")
    }

    /// Every single byte of the file is covered by a check.
    @Test func everyFlippedByteIsFound() throws {
        let whole = sample()
        let archive = try Archive(bytes: whole)
        let content = Set(archive.sectionNames.flatMap { name in Self.range(of: archive.section(name)!, in: whole) })
        let checked = Set(0..<32 + 3 * 64).union(content)
        for offset in whole.indices where checked.contains(offset) {
            var damaged = whole
            damaged[offset] ^= 0x10
            #expect(throws: ArchiveError.self, "byte \(offset)") { try Archive(bytes: damaged) }
        }
    }

    private static func range(of section: Bytes, in whole: [UInt8]) -> Range<Int> {
        let wanted = section.array
        guard !wanted.isEmpty else { return 0..<0 }
        let start = whole.indices.first { whole[$0...].starts(with: wanted) }!
        return start..<start + wanted.count
    }

    @Test func truncationIsFoundAtEveryLength() throws {
        let whole = sample()
        for count in 0..<whole.count {
            #expect(throws: ArchiveError.self, "\(count) bytes") { try Archive(bytes: Array(whole.prefix(count))) }
        }
        let path = try written(Array(whole.dropLast(16)))
        #expect(throws: ArchiveError.truncated(path: path, expected: whole.count, found: whole.count - 16)) { try Archive.open(path) }
    }

    @Test func laterVersionSaysSo() throws {
        var later = sample()
        later[8] = 9
        let path = try written(later)
        let error = #expect(throws: ArchiveError.self) { try Archive.open(path) }
        #expect(error == .laterVersion(path: path, found: 9, supported: 1))
        #expect(
            error?.description == "\(path): format version 9, and this program reads up to 1; "
                + "use a newer namvar, or compile the text form again with this one")
    }

    @Test func otherFilesAreRefused() throws {
        let path = try written(Array("{\"id\": 1}".utf8))
        let error = #expect(throws: ArchiveError.self) { try Archive.open(path) }
        #expect(error == .notAnArchive(path: path, found: Array("{\"id\": 1".utf8)))
        #expect(throws: ArchiveError.directory(path: "/tmp")) { try Archive.open("/tmp") }
        #expect(throws: ArchiveError.notFound(path: "/tmp/none.namvar")) { try Archive.open("/tmp/none.namvar") }
    }

    @Test func damagedSectionIsNamed() throws {
        var damaged = sample()
        let offset = try Self.range(of: Archive(bytes: damaged).section("words")!, in: damaged).lowerBound
        damaged[offset] ^= 1
        let path = try written(damaged)
        let error = #expect(throws: ArchiveError.self) { try Archive.open(path) }
        #expect(error?.description.hasPrefix("\(path): damaged: section words has checksum 0x") == true)
    }
}
