/// Texts by index: `count`, then `count + 1` offsets, then the texts one after another, all in one section.
public struct StringTable: Sendable {
    /// The whole section.
    public let content: Bytes
    private let texts: Int
    /// How many texts.
    public let count: Int

    /// The table in a section.
    public init(_ bytes: Bytes) {
        content = bytes
        count = Int(bytes.u32(at: 0))
        texts = 4 + 4 * (count + 1)
    }

    /// Whether a section is as long as its header and its last offset say, so that no text lies outside.
    static func fills(_ bytes: Bytes) -> Bool {
        guard bytes.count >= 8 else { return false }
        let texts = 4 + 4 * (Int(bytes.u32(at: 0)) + 1)
        return texts <= bytes.count && texts + Int(bytes.u32(at: texts - 4)) == bytes.count
    }

    /// The bytes of a text.
    public subscript(index: Int) -> Bytes { content[range(index)] }

    /// Where a text lies in the section, for those who read many without the cost of making a stretch of each.
    public func range(_ index: Int) -> Range<Int> {
        precondition(index >= 0 && index < count)
        let start = Int(content.u32(at: 4 + 4 * index)), end = Int(content.u32(at: 8 + 4 * index))
        return texts + start..<texts + end
    }

    /// A text as a String.
    public func string(_ index: Int) -> String { self[index].string }
}

/// Makes a `StringTable`, a text at a time.
public struct StringTableBuilder: Sendable {
    private var offsets: [UInt32] = [0]
    private var texts: [UInt8] = []
    private var known: [[UInt8]: Int] = [:]

    /// An empty table.
    public init() {}

    /// How many texts so far.
    public var count: Int { offsets.count - 1 }

    /// Appends a text and gives its index.
    @discardableResult
    public mutating func append(_ text: some Sequence<UInt8>) -> Int {
        texts.append(contentsOf: text)
        guard let end = UInt32(exactly: texts.count) else { preconditionFailure("more than 4 GB of text in one table") }
        offsets.append(end)
        return count - 1
    }

    /// Appends a text and gives its index.
    @discardableResult
    public mutating func append(_ text: String) -> Int { append(text.utf8) }

    /// The index of a text, appended only if it is new. For small vocabularies: each such text is kept in memory.
    public mutating func index(of text: String) -> Int {
        let key = Array(text.utf8)
        if let index = known[key] { return index }
        let index = append(key)
        known[key] = index
        return index
    }

    /// The section's bytes.
    public func bytes() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(4 + 4 * offsets.count + texts.count)
        result.append(littleEndian: UInt32(count))
        result.append(littleEndian: offsets)
        result += texts
        return result
    }
}

extension [UInt8] {
    /// Appends each number's bytes, the lowest first.
    public mutating func append(littleEndian values: [UInt32]) {
        values.withUnsafeBytes { memory in
            // Every machine that Swift runs on today is little-endian; the other case is kept right, not fast.
            if UInt32(littleEndian: 1) == 1 { append(contentsOf: memory) } else { for value in values { append(littleEndian: value) } }
        }
    }
}
