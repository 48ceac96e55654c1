internal import ICU
public import Lexicon
public import NameText

/// A compiled dictionary of entities, read where it lies. Safe to share between threads.
///
/// Entities and aliases have indices from 0; an entity's aliases stand together.
public final class EntityDictionary: Sendable {
    /// Where the dictionary lies; other rooms keep sections of their own in it.
    public let archive: Archive
    /// How many entities.
    public let count: Int
    /// How many aliases.
    public let aliasCount: Int
    private let ids: StringTable
    private let byID: KeyTable
    private let removedIDs: KeyTable?
    private let records: Bytes
    private let details: StringTable
    private let texts: StringTable
    private let aliases: Bytes
    private let exact: KeyTable

    /// Maps a compiled dictionary.
    public static func open(_ path: String) throws(ArchiveError) -> EntityDictionary {
        try EntityDictionary(Archive.open(path))
    }

    /// The dictionary in an archive.
    public init(_ archive: Archive) throws(ArchiveError) {
        self.archive = archive
        ids = try archive.stringTable(EntityLayout.ids)
        byID = try archive.keyTable(EntityLayout.byID)
        removedIDs = archive.section(EntityLayout.removed) == nil ? nil : try archive.keyTable(EntityLayout.removed)
        records = try archive.required(EntityLayout.records)
        details = try archive.stringTable(EntityLayout.details)
        texts = try archive.stringTable(EntityLayout.texts)
        aliases = try archive.required(EntityLayout.aliases)
        exact = try archive.keyTable(EntityLayout.exact)
        count = ids.count
        aliasCount = texts.count
        guard records.count == (count + 1) * EntityLayout.recordLength, details.count == count,
            aliases.count == aliasCount * EntityLayout.aliasLength
        else {
            throw .malformedSection(path: archive.path, section: EntityLayout.records, reason: "its length does not fit the ids")
        }
    }

    // MARK: Entities

    /// The index of an entity, also by an id that was merged into it.
    public func index(of id: EntityID) -> Int? {
        byID[Array(id.rawValue.utf8)].first.map(Int.init)
    }

    /// Whether the dictionary says what becomes of an id: its entity, one that took it in, or none any more. Dictionaries behind this one are
    /// then not asked for it.
    public func settles(_ id: EntityID) -> Bool {
        let key = Array(id.rawValue.utf8)
        return !byID[key].isEmpty || removes(id)
    }

    /// Whether an id is no entity any more, also where a dictionary behind this one has it.
    public func removes(_ id: EntityID) -> Bool { removedIDs.map { !$0[Array(id.rawValue.utf8)].isEmpty } ?? false }

    /// The ids that are no entities any more, in byte order.
    public var removed: [EntityID] { removedIDs.map { table in (0..<table.count).map { EntityID(table.key(at: $0).string) } } ?? [] }

    /// An entity by its id, also by one that was merged into it.
    public func entity(_ id: EntityID) -> Entity? { index(of: id).map { entity(at: $0) } }

    /// The id of an entity.
    public func id(at index: Int) -> EntityID { EntityID(ids.string(index)) }

    /// The type of an entity.
    public func type(at index: Int) -> EntityType {
        let number = records[index * EntityLayout.recordLength + 4]
        if number != EntityLayout.otherType { return EntityLayout.types[Int(number)] }
        return detailsObject(at: index)["type"]?.string.map { EntityType($0) } ?? .unstated
    }

    /// The year of birth of an entity, where it is stated.
    public func birthYear(at index: Int) -> Int? {
        let year = records.i16(at: index * EntityLayout.recordLength + 6)
        return year == EntityLayout.noYear ? nil : Int(year)
    }

    /// The indices of an entity's aliases.
    public func aliases(of index: Int) -> Range<Int> {
        let start = index * EntityLayout.recordLength
        return Int(records.u32(at: start))..<Int(records.u32(at: start + EntityLayout.recordLength))
    }

    /// The name of an entity to print where any script will do, as `Entity.label` chooses it, without reading anything else of it.
    public func label(at index: Int) -> String {
        let aliases = aliases(of: index), latin = UInt8(EntityLayout.scripts.firstIndex(of: .latin)!)
        func first(_ isWanted: (Int) -> Bool) -> Int? { aliases.first(where: isWanted) }
        func isLatin(_ alias: Int) -> Bool { self.aliases[alias * EntityLayout.aliasLength + 5] == latin }
        let best =
            first { isLatin($0) && role(ofAlias: $0) == .preferred } ?? first(isLatin) ?? first { role(ofAlias: $0) == .preferred }
            ?? aliases.first
        return best.map { texts.string($0) } ?? id(at: index).rawValue
    }

    /// Everything that the dictionary says of an entity.
    public func entity(at index: Int) -> Entity {
        let details = detailsObject(at: index)
        var names = aliases(of: index).map { alias(at: $0, details: nil) }
        for (position, spelled) in (details["names"]?.array ?? []).enumerated() {
            if let object = spelled.object { AliasDetails.apply(object, to: &names[position]) }
        }
        var refs: [String: String] = [:]
        for member in details["refs"]?.object?.members ?? [] { refs[member.key] = member.value.string }
        return Entity(
            id: id(at: index), type: type(at: index), names: names, refs: refs, properties: details["properties"]?.object ?? [:],
            sources: details["sources"]?.array?.compactMap(\.string) ?? [], fields: details["fields"]?.object ?? [:])
    }

    private func detailsObject(at index: Int) -> JSONObject {
        let bytes = details[index]
        guard !bytes.isEmpty, let object = try? JSON(bytes.array).object else { return [:] }
        return object
    }

    /// The ids that were merged, each with the entity that took it in, in byte order.
    public var redirects: [(from: EntityID, to: EntityID)] {
        (0..<byID.count).compactMap { entry in
            let key = byID.key(at: entry), index = Int(byID.values(at: entry)[0])
            return key == ids[index] ? nil : (EntityID(key.string), id(at: index))
        }
    }

    // MARK: Aliases

    /// The spelling of an alias.
    public func text(ofAlias alias: Int) -> Bytes { texts[alias] }
    /// The entity that an alias belongs to.
    public func entity(ofAlias alias: Int) -> Int { Int(aliases.u32(at: alias * EntityLayout.aliasLength)) }
    /// How good a name of its entity an alias is.
    public func role(ofAlias alias: Int) -> Alias.Role { EntityLayout.roles[Int(aliases[alias * EntityLayout.aliasLength + 4])] }
    /// How often an alias was met, up to 65,535.
    public func count(ofAlias alias: Int) -> Int { Int(aliases.u16(at: alias * EntityLayout.aliasLength + 6)) }

    /// An alias with everything that is known of it.
    public func alias(at alias: Int) -> Alias {
        let owner = entity(ofAlias: alias)
        return self.alias(at: alias, details: detailsObject(at: owner)["names"]?.array?[alias - aliases(of: owner).lowerBound].object)
    }

    private func alias(at alias: Int, details: JSONObject?) -> Alias {
        let number = aliases[alias * EntityLayout.aliasLength + 5]
        var result = Alias(
            texts.string(alias), role: role(ofAlias: alias),
            script: number == EntityLayout.otherScript ? nil : EntityLayout.scripts[Int(number)], count: count(ofAlias: alias))
        if let details { AliasDetails.apply(details, to: &result) }
        return result
    }

    // MARK: Lookup

    /// The aliases whose search form is exactly these bytes, ascending.
    ///
    /// - Complexity: constant; no allocation.
    public func aliases(spelled searchForm: [UInt8]) -> Numbers { exact[searchForm] }

    /// The entities that have `name` among their spellings, search form against search form, in the dictionary's order.
    public func entities(named name: String, by normalizer: Normalizer) -> [Entity] {
        let found = aliases(spelled: Array(normalizer.normalized(name, for: .search).utf8)).map { entity(ofAlias: Int($0)) }
        return Set(found).sorted().map { entity(at: $0) }
    }

    /// The search forms that begin with these bytes, and the aliases of each.
    ///
    /// - Complexity: logarithmic in the number of spellings, then linear in what is found.
    public func spellings(beginningWith prefix: [UInt8]) -> some Sequence<(searchForm: Bytes, aliases: Numbers)> {
        exact.entries(beginningWith: prefix).lazy.map { [exact] in (exact.key(at: $0), exact.values(at: $0)) }
    }
}
