internal import CICU

/// What ICU's break iterators cut text into.
enum Segment: Int32 {
    case sentence
    case word
}

/// What stood before a boundary.
enum BoundaryKind: UInt8 {
    case other
    case number
    case letters
}

/// Every boundary of a text, as byte offsets, the end included and the start not.
///
/// - Complexity: linear.
func boundaries(_ segment: Segment, _ language: Language, in text: UnsafeBufferPointer<UInt8>) throws(ICUError) -> (
    offsets: [Int32], kinds: [UInt8]
) {
    guard !text.isEmpty else { return ([], []) }
    var capacity = text.count / 4 + 16
    while true {
        var offsets = [Int32](repeating: 0, count: capacity)
        var kinds = [UInt8](repeating: 0, count: capacity)
        var found = 0
        let status = cicu_boundaries(
            segment.rawValue, language.rawValue, text.baseAddress, text.count, &offsets, &kinds, capacity, &found)
        if status == CICU_BUFFER_OVERFLOW {
            capacity = found
            continue
        }
        try check(status, "segmentation")
        return (Array(offsets[..<found]), Array(kinds[..<found]))
    }
}
