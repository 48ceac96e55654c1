/// Gathers named sections and writes them as one archive. The same sections give the same bytes in whatever order they came.
public struct ArchiveBuilder: Sendable {
    private var sections: [String: [UInt8]] = [:]

    /// An empty archive.
    public init() {}

    /// Adds a section; a name is 1 to 39 bytes and is used once.
    public mutating func add(_ name: String, _ bytes: [UInt8]) {
        precondition((1..<ArchiveFormat.nameLength).contains(name.utf8.count), "section name too long or empty: \(name)")
        precondition(sections.updateValue(bytes, forKey: name) == nil, "section \(name) added twice")
    }

    /// The whole archive in memory.
    public func bytes() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(length)
        lay { result += $0 }
        return result
    }

    /// Writes the archive beside `path` and puts it in place when it is whole.
    public func write(to path: String) throws(FileError) {
        var file = try FileWriter(path)
        var failure: FileError?
        lay { part in
            guard failure == nil else { return }
            do throws(FileError) { try file.append(part) } catch { failure = error }
        }
        if let failure { throw failure }
        try file.commit()
    }

    private var names: [String] { sections.keys.sorted() }

    private var firstOffset: Int {
        ArchiveFormat.aligned(ArchiveFormat.headerLength + sections.count * ArchiveFormat.entryLength)
    }

    private var length: Int { sections.values.reduce(firstOffset) { $0 + ArchiveFormat.aligned($1.count) } }

    /// Gives the archive's bytes from first to last.
    private func lay(_ part: ([UInt8]) -> Void) {
        var directory: [UInt8] = []
        var offset = firstOffset
        for name in names {
            let content = sections[name]!
            directory += Array(name.utf8)
            directory += [UInt8](repeating: 0, count: ArchiveFormat.nameLength - name.utf8.count)
            directory.append(littleEndian: UInt64(offset))
            directory.append(littleEndian: UInt64(content.count))
            directory.append(littleEndian: StableHash.hash(content))
            offset += ArchiveFormat.aligned(content.count)
        }
        var header = ArchiveFormat.magic
        header.append(littleEndian: ArchiveFormat.version)
        header.append(littleEndian: UInt32(sections.count))
        header.append(littleEndian: UInt64(length))
        header.append(littleEndian: ArchiveFormat.headerChecksum(header, directory: directory))
        part(padded(header + directory))
        for name in names {
            let content = sections[name]!
            part(content)
            part(padding(after: content.count))
        }
    }

    private func padding(after count: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: ArchiveFormat.aligned(count) - count)
    }

    private func padded(_ bytes: [UInt8]) -> [UInt8] { bytes + padding(after: bytes.count) }
}
