internal import CICU

/// The four normalization forms of Unicode (UAX 15).
public enum NormalizationForm: Int32, Sendable, CaseIterable {
    /// Canonical composition.
    case nfc
    /// Canonical decomposition.
    case nfd
    /// Compatibility composition.
    case nfkc
    /// Compatibility decomposition.
    case nfkd
}

extension String {
    /// This text in a normalization form; the very same storage when it is in that form already.
    ///
    /// - Complexity: linear; ASCII text costs one scan.
    public func normalized(to form: NormalizationForm) -> String {
        var text = self
        let result: [UInt8]? = text.withUTF8 { normalize($0, to: form) }
        guard let result else { return self }
        return String(decoding: result, as: UTF8.self)
    }
}

/// UTF-8 in a normalization form, or nil when it is in that form already.
///
/// - Precondition: `utf8` is valid UTF-8.
public func normalized(utf8: [UInt8], to form: NormalizationForm) -> [UInt8]? {
    utf8.withUnsafeBufferPointer { normalize($0, to: form) }
}

private func normalize(_ text: UnsafeBufferPointer<UInt8>, to form: NormalizationForm) -> [UInt8]? {
    guard let start = text.baseAddress, text.contains(where: { $0 >= 0x80 }) else { return nil }
    var capacity = text.count * 2 + 64
    while true {
        var unchanged = false
        var status: Int32 = 0
        var needed = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            status = cicu_normalize(form.rawValue, start, text.count, buffer.baseAddress, capacity, &needed, &unchanged)
            count = status > 0 ? 0 : needed
        }
        if unchanged { return nil }
        guard status == CICU_BUFFER_OVERFLOW else {
            // Valid UTF-8 of a size that fits in memory has every form: anything else is a broken ICU.
            precondition(status <= 0, "ICU normalization: \(String(cString: cicu_error_name(status)))")
            return bytes
        }
        capacity = needed + 1
    }
}
