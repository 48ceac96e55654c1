internal import ICU
public import Lexicon
public import NameText

/// Lays entities out in compiled form, one at a time.
public struct EntityDictionaryBuilder: Sendable {
    private let normalizer: Normalizer
    private var ids = StringTableBuilder()
    private var byID = KeyTableBuilder()
    private var removed: Set<EntityID> = []
    private var records: [UInt8] = []
    private var details = StringTableBuilder()
    private var texts = StringTableBuilder()
    private var aliases: [UInt8] = []
    private var exact = KeyTableBuilder()
    private var searchForm: [UInt8] = []
    private var json = JSONWriter()

    /// An empty dictionary whose exact lookup goes by the normalizer's search form.
    public init(_ normalizer: Normalizer) {
        self.normalizer = normalizer
    }

    /// How many entities so far.
    public var count: Int { ids.count }
    /// How many aliases so far.
    public var aliasCount: Int { texts.count }

    /// Appends an entity, whose id must be new, and gives the indices of its aliases.
    @discardableResult
    public mutating func add(_ entity: Entity) -> Range<Int> {
        let index = UInt32(ids.append(entity.id.rawValue)), first = texts.count
        byID.insert(entity.id.rawValue, index)
        records.append(littleEndian: UInt32(first))
        records.append(EntityLayout.types.firstIndex(of: entity.type).map(UInt8.init) ?? EntityLayout.otherType)
        records.append(0)
        records.append(littleEndian: entity.birthYear.flatMap { Int16(exactly: $0) } ?? EntityLayout.noYear)
        for alias in entity.names { add(alias, of: index) }
        details.append(spelledDetails(of: entity))
        return first..<texts.count
    }

    private mutating func add(_ alias: Alias, of entity: UInt32) {
        let text = Array(alias.text.utf8), index = UInt32(texts.append(text))
        aliases.append(littleEndian: entity)
        aliases.append(UInt8(EntityLayout.roles.firstIndex(of: alias.role)!))
        aliases.append(EntityLayout.scripts.firstIndex(of: alias.script).map(UInt8.init) ?? EntityLayout.otherScript)
        aliases.append(littleEndian: UInt16(clamping: alias.count))
        normalizer.normalize(text, for: .search, into: &searchForm)
        exact.insert(searchForm, index)
    }

    /// What the records cannot hold, as JSON; empty when there is nothing.
    private mutating func spelledDetails(of entity: Entity) -> [UInt8] {
        let spelled = entity.names.map { alias in AliasDetails.needed(for: alias) }
        let isOther = EntityLayout.types.firstIndex(of: entity.type) == nil
        guard
            isOther || !entity.refs.isEmpty || !entity.properties.isEmpty || !entity.sources.isEmpty || !entity.fields.isEmpty
                || spelled.contains(true)
        else { return [] }
        json.removeAll()
        json.object { json in
            if isOther { json.member("type", entity.type.text) }
            if !entity.refs.isEmpty { json.member("refs", object: { $0.refs(entity.refs) }) }
            if !entity.properties.isEmpty { json.member("properties", object: { $0.members(of: entity.properties) }) }
            if !entity.sources.isEmpty { json.member("sources", entity.sources) }
            if !entity.fields.isEmpty { json.member("fields", object: { $0.members(of: entity.fields) }) }
            if spelled.contains(true) {
                json.member("names", array: entity.names) { json, alias in json.object { AliasDetails.write(alias, to: &$0) } }
            }
        }
        return json.bytes
    }

    /// Lets an id that was merged lead to the entity at `index`.
    public mutating func redirect(_ id: EntityID, to index: Int) {
        byID.insert(id.rawValue, UInt32(index))
    }

    /// Lets an id be no entity any more, also where a dictionary behind this one has it.
    public mutating func remove(_ id: EntityID) { removed.insert(id) }

    /// Adds the dictionary's sections to an archive.
    public consuming func finish(into archive: inout ArchiveBuilder) {
        records.append(littleEndian: UInt32(texts.count))
        records.append(littleEndian: UInt32(0))
        archive.add(EntityLayout.ids, ids.bytes())
        archive.add(EntityLayout.byID, byID.bytes())
        if !removed.isEmpty {
            var table = KeyTableBuilder()
            for id in removed.sorted() { table.insert(id.rawValue, 0) }
            archive.add(EntityLayout.removed, table.bytes())
        }
        archive.add(EntityLayout.records, records)
        archive.add(EntityLayout.details, details.bytes())
        archive.add(EntityLayout.texts, texts.bytes())
        archive.add(EntityLayout.aliases, aliases)
        archive.add(EntityLayout.exact, exact.bytes())
    }
}

extension JSONWriter {
    /// External ids, sorted by their kind.
    mutating func refs(_ refs: [String: String]) {
        for (key, value) in refs.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) { member(key, value) }
    }
}
