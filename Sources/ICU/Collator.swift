internal import CICU

/// Sorts text as readers of a language expect: پ after ب in Persian.
///
/// Opening one costs about a millisecond: keep it.
public struct Collator: ~Copyable, @unchecked Sendable {
    // A collator that is only read from may be shared between threads (ICU's user guide, "Collation API Details").
    private let handle: OpaquePointer

    /// The collation of a language.
    public init(_ language: Language) throws(ICUError) {
        var handle: OpaquePointer?
        try check(cicu_collator_open(language.rawValue, &handle), "collation")
        self.handle = handle!
    }

    deinit { cicu_collator_close(handle) }

    /// Negative, zero or positive as `a` comes before, with or after `b`.
    public func compare(_ a: String, _ b: String) throws(ICUError) -> Int {
        var order: Int32 = 0
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        try check(cicu_collate(handle, a, a.count, b, b.count, &order), "collation")
        return Int(order)
    }

    /// Bytes that sort, compared as bytes, as the text does; ended by a zero.
    public func sortKey(_ text: String) throws(ICUError) -> [UInt8] {
        let units = Array(text.utf16)
        var needed: Int32 = 0
        var key = [UInt8](repeating: 0, count: units.count * 4 + 16)
        var status = cicu_sort_key(handle, units, Int32(units.count), &key, Int32(key.count), &needed)
        if status == CICU_BUFFER_OVERFLOW {
            key = [UInt8](repeating: 0, count: Int(needed))
            status = cicu_sort_key(handle, units, Int32(units.count), &key, Int32(key.count), &needed)
        }
        try check(status, "collation")
        return Array(key[..<Int(needed)])
    }
}
