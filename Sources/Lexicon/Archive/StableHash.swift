/// The 64-bit hash of the compiled form: the same on every machine and in every version of the format.
///
/// Eight bytes at a time, little-endian, are mixed into the state by a 64×64→128-bit product whose halves are joined by
/// exclusive or; the last one to seven bytes are read as one number; the length is mixed in at the end. It tells damaged
/// bytes from whole ones and spreads keys over a table. It does not resist somebody who makes collisions on purpose.
public enum StableHash {
    // Digits of π and of √2, made odd: nothing up the sleeve.
    @usableFromInline static let seed: UInt64 = 0x243F_6A88_85A3_08D3
    @usableFromInline static let step: UInt64 = 0x1319_8A2E_0370_7345
    @usableFromInline static let last: UInt64 = 0x6A09_E667_F3BC_C909

    @inlinable
    static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    /// The hash of raw memory.
    @inlinable
    public static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var state = seed, offset = 0
        let count = bytes.count
        while offset &+ 8 <= count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            state = mix(state ^ word, step)
            offset &+= 8
        }
        var tail: UInt64 = 0, shift: UInt64 = 0
        while offset < count {
            tail |= UInt64(bytes[offset]) &<< shift
            shift &+= 8
            offset &+= 1
        }
        return mix(mix(state ^ tail, step) ^ UInt64(truncatingIfNeeded: count), last)
    }

    /// The hash of an array's bytes.
    @inlinable
    public static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { hash($0) } }

    /// The hash of a stretch of an archive.
    @inlinable
    public static func hash(_ bytes: Bytes) -> UInt64 { bytes.withUnsafeBytes { hash($0) } }
}
