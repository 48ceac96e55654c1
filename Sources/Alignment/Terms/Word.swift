/// The folded form of a word: its UTF-8 bytes, compared byte by byte.
///
/// String would compare by canonical equivalence, which costs ten times as much and says nothing here: forms are folded already.
struct Word: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
    let bytes: [UInt8]
    private let code: UInt64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // FNV-1a.
        var code: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { code = (code ^ UInt64(byte)) &* 0x100_0000_01B3 }
        self.code = code
    }

    init(_ text: some StringProtocol) { self.init(Array(text.utf8)) }

    init(stringLiteral text: String) { self.init(Array(text.utf8)) }

    init(_ scalars: some Collection<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 2)
        for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar)!) }
        self.init(bytes)
    }

    var isEmpty: Bool { bytes.isEmpty }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    static func == (a: Word, b: Word) -> Bool { a.code == b.code && a.bytes == b.bytes }
    static func < (a: Word, b: Word) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
    static func + (a: Word, b: Word) -> Word { Word(a.bytes + b.bytes) }
    func hash(into hasher: inout Hasher) { hasher.combine(code) }

    func hasSuffix(_ ending: Word) -> Bool {
        bytes.count >= ending.bytes.count && bytes.suffix(ending.bytes.count).elementsEqual(ending.bytes)
    }
    func hasPrefix(_ beginning: Word) -> Bool { bytes.starts(with: beginning.bytes) }

    func dropLast(_ ending: Word) -> Word { Word(Array(bytes.dropLast(ending.bytes.count))) }
}
