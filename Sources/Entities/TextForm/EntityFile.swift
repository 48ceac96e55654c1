public import Lexicon
public import NameText

/// Dictionaries in text form, read line by line: memory is bounded by the ids, not by the files.
///
/// An id that has been seen before, in the same file or in an earlier one, is reported and its line left out.
public struct EntityFile: ~Copyable {
    private let parser: EntityParser
    private var paths: ArraySlice<String>
    private var lines: LineReader?
    private var path = ""
    private var number = 0
    private var places: [EntityID: (path: Int, line: Int)] = [:]
    private let allPaths: [String]

    /// Opens files to be read one after the other; `-` is standard input. With a vocabulary, names of only titles are found.
    public init(_ paths: [String], vocabulary: Vocabulary? = nil) {
        parser = EntityParser(vocabulary)
        allPaths = paths
        self.paths = paths[...]
    }

    /// The next line that can be used, with its place, or nil at the end; every problem on the way goes to `report`.
    public mutating func next(
        _ report: (EntityProblem) -> Void
    ) throws(FileError) -> (line: EntityLine, place: EntityProblem.Place)? {
        while true {
            guard let bytes = try nextBytes() else { return nil }
            let place = EntityProblem.Place(file: path, line: bytes.line)
            guard let line = parser.line(bytes.content, at: place, report) else { continue }
            if let first = places[line.id] {
                let first = EntityProblem.Place(file: allPaths[first.path], line: first.line)
                report(EntityProblem(.duplicateID(line.id, first: first), at: place))
                continue
            }
            places[line.id] = (allPaths.count - paths.count - 1, place.line)
            return (line, place)
        }
    }

    /// The next line that is not blank.
    private mutating func nextBytes() throws(FileError) -> (content: [UInt8], line: Int)? {
        while true {
            if lines == nil {
                guard let next = paths.popFirst() else { return nil }
                path = next
                lines = try LineReader(next)
                number = 0
            }
            guard let line = try lines?.next() else {
                lines = nil
                continue
            }
            number += 1
            if line.contains(where: { $0 > 0x20 }) { return (Array(line), number) }
        }
    }
}
