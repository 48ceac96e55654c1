/// The fixed numbers of the archive's layout; `docs/compiled-form.md` draws it.
enum ArchiveFormat {
    /// The carriage return and line feed show when a transfer in text mode has changed the file.
    static let magic: [UInt8] = Array("NAMVAR\r\n".utf8)
    /// Raised when an older program would misread a newer file.
    static let version: UInt32 = 1
    /// Magic, version, number of sections, length of the file, checksum of header and directory.
    static let headerLength = 32
    /// Name (zero-padded), offset, length, checksum.
    static let entryLength = 64
    static let nameLength = 40
    static let alignment = 16
    /// Longer files are not read through at opening, so that opening stays instant; `dictionary check` does it.
    static let verifiedAtOpening = 64 << 20

    static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

    /// The checksum in the header: everything before it, then the directory.
    static func headerChecksum(_ header: [UInt8], directory: [UInt8]) -> UInt64 {
        StableHash.hash(Array(header.prefix(24)) + directory)
    }
}

extension [UInt8] {
    /// Appends a number's bytes, the lowest first.
    public mutating func append(littleEndian value: some FixedWidthInteger) {
        var rest = value
        for _ in 0..<(rest.bitWidth / 8) {
            append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
