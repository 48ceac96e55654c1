public import Lexicon

/// The schemes of an archive.
public struct SchemeSet: Sendable {
    private let schemes: [Scheme.ID: Scheme]

    /// The ids of the schemes, the shipped ones first and in their order.
    public let ids: [Scheme.ID]

    /// The schemes that an archive holds.
    public init(_ archive: Archive) throws(SchemeError) {
        guard let names = archive.section("schemes.ids"), let texts = archive.section("schemes.rules") else { throw .noSchemes }
        let ids = StringTable(names), rules = StringTable(texts)
        guard ids.count == rules.count else { throw .noSchemes }
        var schemes: [Scheme.ID: Scheme] = [:]
        for index in 0..<ids.count {
            let id = Scheme.ID(rawValue: ids.string(index))
            schemes[id] = try Scheme(id, rules: rules.string(index), file: "\(id).rules")
        }
        self.init(schemes)
    }

    /// The schemes of the rule files of a folder; a file's name is its scheme's id.
    public init(folder: String) throws {
        var schemes: [Scheme.ID: Scheme] = [:]
        for id in Scheme.ID.shipped {
            schemes[id] = try Scheme(file: "\(folder)/\(id).rules")
        }
        self.init(schemes)
    }

    private init(_ schemes: [Scheme.ID: Scheme]) {
        self.schemes = schemes
        ids =
            Scheme.ID.shipped.filter { schemes[$0] != nil }
            + schemes.keys.filter { !Scheme.ID.shipped.contains($0) }.sorted { $0.rawValue < $1.rawValue }
    }

    /// The scheme of an id, or nil when the archive has none.
    public subscript(id: Scheme.ID) -> Scheme? { schemes[id] }

    /// Adds the rule files of a folder such as `Dictionaries/schemes` to an archive, when ICU accepts each of them.
    public static func compile(folder: String, into builder: inout ArchiveBuilder) throws {
        var ids = StringTableBuilder(), rules = StringTableBuilder()
        for id in Scheme.ID.shipped {
            let path = "\(folder)/\(id).rules"
            let text = String(decoding: try readFile(path), as: UTF8.self)
            _ = try Scheme(id, rules: text, file: path)
            ids.append(id.rawValue)
            rules.append(text)
        }
        builder.add("schemes.ids", ids.bytes())
        builder.add("schemes.rules", rules.bytes())
    }
}

extension Scheme {
    /// The scheme of a rule file, one's own or one that ships; its id is the file's name without the ending.
    public init(file path: String) throws {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let id = name.hasSuffix(".rules") ? String(name.dropLast(6)) : name
        try self.init(ID(rawValue: id), rules: String(decoding: try readFile(path), as: UTF8.self), file: path)
    }
}
