/// Where the bytes of an article's text stand in the file that it was read from.
///
/// The text of a page without its markup is shorter than the page; runs that were copied as they stand are kept, with what stands for
/// them where something was put in their place (`&amp;`).
public struct SourceMap: Hashable, Sendable {
    /// Bytes of the text and the bytes of the file that they stand for: as many, unless they were replaced.
    struct Run: Hashable, Sendable {
        var text: Range<Int>
        var source: Range<Int>
        var isCopy: Bool { text.count == source.count }
    }

    private(set) var runs: [Run] = []

    /// The map of a text that is the file itself.
    public static let identity = SourceMap()

    /// The bytes of the file that a range of the text stands for, from the first to the last.
    /// - Complexity: logarithmic in the number of runs.
    public func range(_ range: Range<Int>) -> Range<Int> {
        guard !runs.isEmpty else { return range }
        let first = runs[index(of: range.lowerBound)]
        let start = first.isCopy ? first.source.lowerBound + range.lowerBound - first.text.lowerBound : first.source.lowerBound
        guard !range.isEmpty else { return start..<start }
        let last = runs[index(of: range.upperBound - 1)]
        let end = last.isCopy ? last.source.lowerBound + range.upperBound - last.text.lowerBound : last.source.upperBound
        return start..<max(start, end)
    }

    /// The run that a byte of the text is in, or the last one.
    private func index(of offset: Int) -> Int {
        var low = 0, high = runs.count - 1
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].text.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    mutating func append(_ run: Run) {
        guard !run.text.isEmpty else { return }
        if let last = runs.last, last.isCopy, run.isCopy, last.source.upperBound == run.source.lowerBound {
            runs[runs.count - 1] = Run(
                text: last.text.lowerBound..<run.text.upperBound, source: last.source.lowerBound..<run.source.upperBound)
        } else {
            runs.append(run)
        }
    }
}

/// A text put together from pieces of a file, which remembers where each piece stood.
struct MappedText {
    private(set) var bytes: [UInt8] = []
    private(set) var map = SourceMap()

    var isEmpty: Bool { bytes.isEmpty }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Bytes of the file as they stand.
    mutating func append(_ source: Range<Int>, of file: [UInt8]) { append(file[source], for: source) }

    /// Something that stands for bytes of the file.
    mutating func append(_ replacement: some Collection<UInt8>, for source: Range<Int>) {
        let start = bytes.count
        bytes.append(contentsOf: replacement)
        map.append(.init(text: start..<bytes.count, source: source))
    }

    /// Another text of the same file.
    mutating func append(_ other: MappedText) {
        let start = bytes.count
        bytes += other.bytes
        for run in other.map.runs {
            map.append(.init(text: run.text.lowerBound + start..<run.text.upperBound + start, source: run.source))
        }
    }

    /// Line breaks between what stands before and what follows.
    mutating func append(lineBreaks count: Int) {
        guard let last = map.runs.last else { return }
        append([UInt8](repeating: UInt8(ascii: "\n"), count: count), for: last.source.upperBound..<last.source.upperBound)
    }

    /// Takes space off the end.
    mutating func trimEnd() {
        var runs = map.runs
        while let last = bytes.last, last <= 0x20, var run = runs.popLast() {
            bytes.removeLast()
            let isCopy = run.isCopy
            run.text = run.text.lowerBound..<run.text.upperBound - 1
            if isCopy { run.source = run.source.lowerBound..<run.source.upperBound - 1 }
            if !run.text.isEmpty { runs.append(run) }
        }
        map = SourceMap(runs: runs)
    }
}
