/// 32-bit numbers that lie in an archive.
public struct Numbers: RandomAccessCollection, Sendable {
    @usableFromInline let bytes: Bytes

    /// The numbers in a stretch of bytes whose length is a multiple of four.
    @inlinable
    public init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    /// The first index.
    @inlinable public var startIndex: Int { 0 }
    /// The index after the last.
    @inlinable public var endIndex: Int { bytes.count / 4 }
    /// The number at an index.
    @inlinable public subscript(index: Int) -> UInt32 { bytes.u32(at: 4 &* index) }
}
