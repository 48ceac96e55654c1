/// A read-only stretch of an archive's bytes, little-endian, that keeps the archive's memory alive.
///
/// This is the one place where the compiled form is read through pointers; everything above it indexes, and an index
/// outside the stretch is a programmer's mistake that stops the program.
public struct Bytes: @unchecked Sendable {  // immutable memory, and `owner` is Sendable
    @usableFromInline let start: UnsafeRawPointer
    /// How many bytes.
    public let count: Int
    /// Nil for memory that lives as long as the process.
    @usableFromInline let owner: Mapping?

    @usableFromInline
    init(start: UnsafeRawPointer, count: Int, owner: Mapping?) {
        self.start = start
        self.count = count
        self.owner = owner
    }

    /// A copy of `array` in memory of its own, 16-aligned.
    public init(_ array: [UInt8]) {
        let mapping = Mapping(copying: array)
        self.init(start: mapping.start, count: array.count, owner: mapping)
    }

    /// Whether there is no byte.
    @inlinable public var isEmpty: Bool { count == 0 }

    /// The byte at an offset.
    @inlinable public subscript(offset: Int) -> UInt8 {
        precondition(offset >= 0 && offset < count)
        return start.load(fromByteOffset: offset, as: UInt8.self)
    }

    /// The stretch at a range of offsets.
    @inlinable public subscript(range: Range<Int>) -> Bytes {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return Bytes(start: start + range.lowerBound, count: range.count, owner: owner)
    }

    /// The 16-bit number at a byte offset, aligned or not.
    @inlinable public func u16(at offset: Int) -> UInt16 { UInt16(littleEndian: load(offset)) }
    /// The 32-bit number at a byte offset, aligned or not.
    @inlinable public func u32(at offset: Int) -> UInt32 { UInt32(littleEndian: load(offset)) }
    /// The 64-bit number at a byte offset, aligned or not.
    @inlinable public func u64(at offset: Int) -> UInt64 { UInt64(littleEndian: load(offset)) }
    /// The signed 16-bit number at a byte offset, aligned or not.
    @inlinable public func i16(at offset: Int) -> Int16 { Int16(bitPattern: u16(at: offset)) }
    /// The signed 8-bit number at a byte offset.
    @inlinable public func i8(at offset: Int) -> Int8 { Int8(bitPattern: self[offset]) }
    /// The 32-bit floating-point number at a byte offset, aligned or not.
    @inlinable public func f32(at offset: Int) -> Float { Float(bitPattern: u32(at: offset)) }

    @inlinable
    func load<T: FixedWidthInteger>(_ offset: Int) -> T {
        precondition(offset >= 0 && offset &+ MemoryLayout<T>.size <= count)
        return start.loadUnaligned(fromByteOffset: offset, as: T.self)
    }

    /// The bytes as text; what is not UTF-8 becomes U+FFFD.
    public var string: String { String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self) }

    /// A copy of the bytes.
    public var array: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: start, count: count)) }

    /// Whether `other` stands at a range of offsets; without the reference counting of making a stretch first.
    func holds(_ other: UnsafeRawBufferPointer, at range: Range<Int>) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count).holdsSameBytes(as: other)
    }

    /// Calls `body` with the memory, valid for the call only.
    @inlinable
    public func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try body(UnsafeRawBufferPointer(start: start, count: count))
    }
}

extension Bytes: Equatable, Comparable {
    /// Whether both hold the same bytes.
    public static func == (a: Bytes, b: Bytes) -> Bool {
        a.withUnsafeBytes { a in b.withUnsafeBytes { b in a.holdsSameBytes(as: b) } }
    }

    /// Order of bytes, the shorter first where one begins the other.
    public static func < (a: Bytes, b: Bytes) -> Bool {
        a.withUnsafeBytes { a in b.withUnsafeBytes { b in a.precedes(b) } }
    }
}
