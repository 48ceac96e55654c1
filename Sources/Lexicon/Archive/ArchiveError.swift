internal import Glibc

/// Why a compiled dictionary could not be opened.
public enum ArchiveError: Error, Equatable, Sendable {
    case notFound(path: String)
    case directory(path: String)
    case unreadable(path: String, errno: Int32)
    case notAnArchive(path: String, found: [UInt8])
    case truncated(path: String, expected: Int, found: Int)
    case laterVersion(path: String, found: Int, supported: Int)
    case damagedHeader(path: String)
    case damagedSection(path: String, section: String, expected: UInt64, found: UInt64)
    case missingSection(path: String, section: String)
    /// A section whose checksum is right and whose content is not: made by another program.
    case malformedSection(path: String, section: String, reason: String)
    /// A dictionary that holds numbers of a lexicon, and not of the one that it is used with; nil where it does not say of which.
    case otherLexicon(path: String, expected: UInt64, found: UInt64?)
}

extension ArchiveError: CustomStringConvertible {
    /// File, both sides, and what to do.
    public var description: String {
        switch self {
        case .notFound(let path): "\(path): no such file; give the path of a compiled dictionary"
        case .directory(let path): "\(path): is a directory; give the path of a compiled dictionary in it"
        case .unreadable(let path, let code): "\(path): cannot be read: \(String(cString: strerror(code)))"
        case .notAnArchive(let path, let found):
            "\(path): not a compiled dictionary: begins with \(Self.visible(found)), not \"NAMVAR\"; "
                + "compile the text form with `namvar dictionary compile`"
        case .truncated(let path, let expected, let found):
            "\(path): truncated: \(expected) bytes expected, \(found) found; copy or compile it again"
        case .laterVersion(let path, let found, let supported):
            "\(path): format version \(found), and this program reads up to \(supported); "
                + "use a newer namvar, or compile the text form again with this one"
        case .damagedHeader(let path): "\(path): damaged: the header does not match its checksum; copy or compile it again"
        case .damagedSection(let path, let section, let expected, let found):
            "\(path): damaged: section \(section) has checksum \(Self.hexadecimal(found)), not \(Self.hexadecimal(expected)); "
                + "copy or compile it again"
        case .missingSection(let path, let section):
            "\(path): has no section \(section): a compiled file of another kind; compile the right one"
        case .malformedSection(let path, let section, let reason):
            "\(path): section \(section) cannot be used: \(reason); compile it again"
        case .otherLexicon(let path, let expected, let found):
            "\(path): compiled with lexicon \(found.map(Self.hexadecimal) ?? "of an earlier version"), and this program has lexicon "
                + "\(Self.hexadecimal(expected)); compile the text form again with `namvar dictionary compile`"
        }
    }

    private static func hexadecimal(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }

    private static func visible(_ bytes: [UInt8]) -> String {
        let printable = bytes.allSatisfy { (0x20..<0x7F).contains($0) }
        return printable
            ? "\"\(String(decoding: bytes, as: UTF8.self))\"" : "bytes " + bytes.map { String($0, radix: 16) }.joined(separator: " ")
    }
}
