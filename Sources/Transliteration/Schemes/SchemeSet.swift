public import Lexicon
internal import Synchronization

/// The schemes of an archive; each is made at its first use.
public final class SchemeSet: Sendable {
    /// The ids of the schemes, the shipped ones first and in their order.
    public let ids: [Scheme.ID]
    private let rules: [Scheme.ID: String]
    private let made = Mutex<[Scheme.ID: Scheme]>([:])

    /// The schemes that an archive holds.
    public init(_ archive: Archive) throws(SchemeError) {
        guard let names = archive.section(Self.idsSection), let texts = archive.section(Self.rulesSection) else { throw .noSchemes }
        let ids = StringTable(names), forms = StringTable(texts)
        guard ids.count == forms.count else { throw .noSchemes }
        self.ids = (0..<ids.count).map { Scheme.ID(rawValue: ids.string($0)) }
        rules = Dictionary(uniqueKeysWithValues: zip(self.ids, (0..<ids.count).map { forms.string($0) }))
    }

    /// The shipped schemes from a folder of rule files such as `Dictionaries/schemes`.
    public init(folder: String) throws {
        ids = Scheme.ID.shipped
        rules = try Dictionary(
            uniqueKeysWithValues: ids.map { ($0, String(decoding: try readFile("\(folder)/\($0).rules"), as: UTF8.self)) })
    }

    /// The scheme of an id, or nil when the archive has none.
    ///
    /// - Throws: `SchemeError` when this system's ICU does not accept its rules.
    public func scheme(_ id: Scheme.ID) throws(SchemeError) -> Scheme? {
        if let scheme = made.withLock({ $0[id] }) { return scheme }
        guard let text = rules[id] else { return nil }
        let scheme = try Scheme(id, rules: text, file: "\(id).rules")
        return made.withLock { made in
            if let first = made[id] { return first }
            made[id] = scheme
            return scheme
        }
    }

    /// The scheme of an id, or nil when the archive has none; its rules were tried when the archive was compiled.
    public subscript(id: Scheme.ID) -> Scheme? {
        do throws(SchemeError) {
            return try scheme(id)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// Adds the rule files of a folder such as `Dictionaries/schemes` to an archive, when ICU accepts each of them.
    public static func compile(folder: String, into builder: inout ArchiveBuilder) throws {
        var ids = StringTableBuilder(), rules = StringTableBuilder()
        for id in Scheme.ID.shipped {
            let path = "\(folder)/\(id).rules"
            let text = String(decoding: try readFile(path), as: UTF8.self)
            _ = try Scheme(id, rules: text, file: path)
            _ = ids.append(id.rawValue)
            _ = rules.append(text)
        }
        builder.add(idsSection, ids.bytes())
        builder.add(rulesSection, rules.bytes())
    }

    private static let idsSection = "schemes.ids"
    private static let rulesSection = "schemes.rules"
}

extension Scheme {
    /// The scheme of a rule file, one's own or one that ships; its id is the file's name without the ending.
    public init(file path: String) throws {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let id = name.hasSuffix(".rules") ? String(name.dropLast(6)) : name
        try self.init(ID(rawValue: id), rules: String(decoding: try readFile(path), as: UTF8.self), file: path)
    }
}
