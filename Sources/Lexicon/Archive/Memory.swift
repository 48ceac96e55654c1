internal import Glibc

/// Memory that an archive stands in: mapped from a file, copied, or static. Freed with its last user.
@usableFromInline
final class Mapping: @unchecked Sendable {  // written once, before anyone sees it
    private enum Kind { case mapped, allocated, permanent }

    @usableFromInline let start: UnsafeRawPointer
    @usableFromInline let count: Int
    private let kind: Kind

    /// Maps an open file of `count` bytes read-only; nil when the system refuses (`errno` says why).
    init?(descriptor: CInt, count: Int) {
        guard let start = mmap(nil, max(count, 1), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else { return nil }
        self.start = UnsafeRawPointer(start)
        self.count = count
        kind = .mapped
    }

    /// A copy, 16-aligned as a mapped file's sections are.
    init(copying bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        copy.copyBytes(from: bytes)
        start = UnsafeRawPointer(copy.baseAddress!)
        count = bytes.count
        kind = .allocated
    }

    /// Memory that lives as long as the process.
    init(permanent: UnsafeRawBufferPointer) {
        start = permanent.baseAddress ?? UnsafeRawPointer(bitPattern: 16)!
        count = permanent.count
        kind = .permanent
    }

    deinit {
        switch kind {
        case .mapped: munmap(UnsafeMutableRawPointer(mutating: start), max(count, 1))
        case .allocated: start.deallocate()
        case .permanent: break
        }
    }

    /// All of it. Static memory needs no owner, so reading it costs no reference counting.
    var bytes: Bytes { Bytes(start: start, count: count, owner: kind == .permanent ? nil : self) }
}

extension UnsafeRawBufferPointer {
    /// Whether both hold the same bytes.
    @usableFromInline
    func holdsSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
        count == other.count && (count == 0 || memcmp(baseAddress!, other.baseAddress!, count) == 0)
    }

    /// Whether these bytes come before the other's in byte order.
    func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
        let common = Swift.min(count, other.count)
        let order = common == 0 ? 0 : memcmp(baseAddress!, other.baseAddress!, common)
        return order != 0 ? order < 0 : count < other.count
    }
}
