internal import Glibc

/// A compiled dictionary: named sections of bytes in one file, mapped into memory and read where they lie.
///
/// Opening reads the header and the directory, and for files up to 64 MB every section, against their checksums.
public final class Archive: Sendable {
    /// The file, or what stands for one in messages.
    public let path: String
    /// How many bytes in all.
    public let count: Int
    private let directory: [String: Entry]
    private let bytes: Bytes

    private struct Entry: Sendable {
        var content: Bytes
        var end: Int
        var checksum: UInt64
    }

    /// Maps a file.
    public static func open(_ path: String) throws(ArchiveError) -> Archive {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .notFound(path: path) : .unreadable(path: path, errno: errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .directory(path: path) }
        guard let mapping = Mapping(descriptor: descriptor, count: Int(status.st_size)) else {
            throw .unreadable(path: path, errno: errno)
        }
        let archive = try Archive(mapping, path: path)
        if archive.count <= ArchiveFormat.verifiedAtOpening { try archive.verify() }
        return archive
    }

    /// An archive that is part of the program, in memory that lives as long as the process; its content is not verified.
    public convenience init(embedded: UnsafeRawBufferPointer, named name: String = "<embedded>") throws(ArchiveError) {
        try self.init(Mapping(permanent: embedded), path: name)
    }

    /// An archive that has just been built.
    public convenience init(bytes: [UInt8], named name: String = "<memory>") throws(ArchiveError) {
        try self.init(Mapping(copying: bytes), path: name)
        try verify()
    }

    private init(_ mapping: Mapping, path: String) throws(ArchiveError) {
        self.path = path
        bytes = mapping.bytes
        count = bytes.count
        directory = try Self.readDirectory(bytes, path)
    }

    private static func readDirectory(_ bytes: Bytes, _ path: String) throws(ArchiveError) -> [String: Entry] {
        let magic = ArchiveFormat.magic
        let first = bytes[0..<min(magic.count, bytes.count)].array
        guard magic.starts(with: first) else { throw .notAnArchive(path: path, found: first) }
        guard bytes.count >= ArchiveFormat.headerLength else {
            throw .truncated(path: path, expected: ArchiveFormat.headerLength, found: bytes.count)
        }
        let version = bytes.u32(at: 8)
        guard version <= ArchiveFormat.version else {
            throw .laterVersion(path: path, found: Int(version), supported: Int(ArchiveFormat.version))
        }
        let sections = Int(bytes.u32(at: 12)), length = bytes.u64(at: 16)
        let directoryEnd = ArchiveFormat.headerLength + sections * ArchiveFormat.entryLength
        guard directoryEnd <= bytes.count else {
            throw .truncated(path: path, expected: max(directoryEnd, Int(clamping: length)), found: bytes.count)
        }
        let header = bytes[0..<ArchiveFormat.headerLength].array
        let entries = bytes[ArchiveFormat.headerLength..<directoryEnd]
        guard ArchiveFormat.headerChecksum(header, directory: entries.array) == bytes.u64(at: 24) else {
            throw .damagedHeader(path: path)
        }
        guard length == UInt64(bytes.count) else { throw .truncated(path: path, expected: Int(clamping: length), found: bytes.count) }
        var directory: [String: Entry] = [:]
        for index in 0..<sections {
            let start = index * ArchiveFormat.entryLength, entry = entries[start..<start + ArchiveFormat.entryLength]
            let name = entry[0..<ArchiveFormat.nameLength].array.prefix { $0 != 0 }
            let offset = Int(entry.u64(at: 40)), end = offset + Int(entry.u64(at: 48))
            directory[String(decoding: name, as: UTF8.self)] = Entry(content: bytes[offset..<end], end: end, checksum: entry.u64(at: 56))
        }
        return directory
    }

    /// The names of the sections, in byte order.
    public var sectionNames: [String] { directory.keys.sorted() }

    /// A section's bytes, or nil when the archive has none of that name.
    public func section(_ name: String) -> Bytes? { directory[name]?.content }

    /// A section's bytes, which must be there.
    public func required(_ name: String) throws(ArchiveError) -> Bytes {
        guard let content = section(name) else { throw .missingSection(path: path, section: name) }
        return content
    }

    /// The checksum of a section's bytes as the directory states it, or nil when the archive has none of that name.
    public func checksum(of section: String) -> UInt64? { directory[section]?.checksum }

    /// A section that holds a table of texts and nothing else.
    ///
    /// - Complexity: constant; the texts themselves are not looked at.
    public func stringTable(_ section: String) throws(ArchiveError) -> StringTable {
        let content = try required(section)
        guard StringTable.fills(content) else { throw misfit(section) }
        return StringTable(content)
    }

    /// A section that holds a table of keys and nothing else.
    ///
    /// - Complexity: constant; the keys themselves are not looked at.
    public func keyTable(_ section: String) throws(ArchiveError) -> KeyTable {
        let content = try required(section)
        guard KeyTable.fills(content) else { throw misfit(section) }
        return KeyTable(content)
    }

    private func misfit(_ section: String) -> ArchiveError {
        .malformedSection(path: path, section: section, reason: "its table does not fill it")
    }

    /// Compares every section with its checksum, and looks that nothing stands between them.
    ///
    /// - Complexity: linear in the archive's size; it reads the whole file.
    public func verify() throws(ArchiveError) {
        for name in sectionNames {
            let entry = directory[name]!, found = StableHash.hash(entry.content)
            if found != entry.checksum {
                throw .damagedSection(path: path, section: name, expected: entry.checksum, found: found)
            }
            for place in entry.end..<min(ArchiveFormat.aligned(entry.end), count) where bytes[place] != 0 {
                throw .damagedSection(path: path, section: name, expected: 0, found: UInt64(bytes[place]))
            }
        }
    }
}

extension Archive {
    /// Whether a file begins as an archive does.
    public static func isArchive(_ path: String) -> Bool {
        var first: [UInt8] = []
        guard path != "-", var file = try? FileReader(path), (try? file.read(into: &first)) == true else { return false }
        return first.starts(with: ArchiveFormat.magic)
    }
}
