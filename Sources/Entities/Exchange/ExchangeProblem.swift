/// Something that could not be carried from one format to another.
public struct ExchangeProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What could not be carried.
    public enum Kind: Hashable, Sendable {
        /// The file is not of the format.
        case malformed(expected: String)
        /// A column or element that the format does not have.
        case unknownMember(String, known: [String])
        /// A column that the format needs is not there.
        case missingMember(String, found: [String])
        /// A record without a name.
        case nameless(id: String)
        /// A record that belongs to one that is not there.
        case orphan(id: String)
        /// A value that its member may not hold.
        case value(member: String, found: String, expected: String)
        /// The format has no place for some entities.
        case noPlace(for: String, count: Int)
    }

    /// The file, or the format where nothing was read.
    public var file: String
    /// From 1; 0 where no line is meant.
    public var line: Int
    /// What could not be carried.
    public var kind: Kind

    /// A problem at a line of a file.
    public init(_ kind: Kind, file: String, line: Int = 0) {
        self.kind = kind
        self.file = file
        self.line = line
    }

    /// File, line, and what to do.
    public var description: String {
        let place = line > 0 ? "\(file):\(line)" : file
        return switch kind {
        case .malformed(let expected): "\(place): \(expected) expected; correct it, or give the file's own format with --from"
        case .unknownMember(let member, let known):
            "\(place): unknown \"\(member)\"; known are \(known.joined(separator: ", ")); rename it or take it out"
        case .missingMember(let member, let found): "\(place): no \"\(member)\"; there is \(found.joined(separator: ", "))"
        case .nameless(let id): "\(place): \"\(id)\" has no name; left out"
        case .orphan(let id): "\(place): no entity \(id) in the files given: give them all together; left out"
        case .value(let member, let found, let expected): "\(place): \(member) is \"\(found)\", not \(expected)"
        case .noPlace(let what, let count): "\(place): no place for \(what): \(count) left out"
        }
    }
}
