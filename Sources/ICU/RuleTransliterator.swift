internal import CICU

/// Rewrites text by ICU transliteration rules (UTS 35, part 2).
///
/// For letters, not for names or dictionaries: a call costs one to two microseconds, grows with the number of rules and takes a
/// process-wide lock in ICU, so that several threads gain nothing.
public struct RuleTransliterator: ~Copyable, @unchecked Sendable {
    // ICU guards every use of a rule-based transliterator by a lock of its own: the handle may be shared.
    private let handle: OpaquePointer

    /// Compiles rules.
    ///
    /// - Parameter id: a name for the rules, used in errors.
    /// - Throws: `ICUError.rules` with the line and column of the mistake.
    public init(id: String, rules: String) throws(ICUError) {
        let name = Array(id.utf16)
        let text = Array(rules.utf16)
        var handle: OpaquePointer?
        var mistake: Int32 = -1
        let status = cicu_transliterator_open(name, Int32(name.count), text, Int32(text.count), &handle, &mistake)
        if status > 0 || handle == nil {
            let at = min(max(Int(mistake), 0), text.count)
            // ICU leaves its own line number at zero: lines are counted from the offset.
            let before = text[..<at]
            let newline = UInt16(UInt8(ascii: "\n"))
            let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
            let lineEnd = text[at...].firstIndex(of: newline) ?? text.count
            throw .rules(
                id: id, line: before.count { $0 == newline } + 1, column: at - lineStart + 1,
                near: String(decoding: text[lineStart..<lineEnd], as: UTF16.self),
                status: String(cString: cicu_error_name(status)))
        }
        self.handle = handle!
    }

    deinit { cicu_transliterator_close(handle) }

    /// The text, rewritten.
    public func callAsFunction(_ text: String) throws(ICUError) -> String {
        let units = Array(text.utf16)
        var capacity = units.count * 4 + 64
        while true {
            var buffer = units
            buffer.append(contentsOf: repeatElement(0, count: capacity - units.count))
            var count = Int32(units.count)
            let status = cicu_transliterate(handle, &buffer, &count, Int32(capacity))
            if status == CICU_BUFFER_OVERFLOW {
                capacity = max(capacity * 2, Int(count) + 1)
                continue
            }
            try check(status, "transliteration")
            return String(decoding: buffer[..<Int(count)], as: UTF16.self)
        }
    }
}
