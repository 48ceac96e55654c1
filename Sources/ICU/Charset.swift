internal import CICU

/// An encoding of text other than UTF-8, by the name that a page declares: `windows-1256`, `UTF-16`.
public struct Charset: Hashable, Sendable {
    /// The name, as declared; ICU knows them in any case.
    public var name: String

    /// A charset by its name; whether ICU has it shows when something is decoded.
    public init(_ name: String) { self.name = name }

    /// The bytes as UTF-8; what is no text in the charset becomes U+FFFD.
    /// - Throws: `ICUError.unknown` for a charset that ICU does not have.
    public func utf8(_ bytes: [UInt8]) throws(ICUError) -> [UInt8] {
        var capacity = bytes.count * 2 + 16
        while true {
            var out = [UInt8](repeating: 0, count: capacity)
            var written = 0
            let status = cicu_decode(name, bytes, bytes.count, &out, capacity, &written)
            if status == CICU_BUFFER_OVERFLOW {
                capacity = written + 1
                continue
            }
            // U_FILE_ACCESS_ERROR: no table of that name.
            if status == 4 { throw .unknown(service: "charset conversion", name: name) }
            try check(status, "charset conversion")
            return Array(out[..<written])
        }
    }
}
