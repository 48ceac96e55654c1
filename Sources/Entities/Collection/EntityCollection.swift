public import Lexicon
public import NameText

/// A whole dictionary in memory, from its text form or its compiled form: what comparing and merging dictionaries work on.
public struct EntityCollection: Sendable {
    /// The entities, in the order of the file.
    public var entities: [Entity] = []
    /// Ids that were merged, each with what it leads to.
    public var redirects: [EntityID: EntityID] = [:]
    /// Ids that are no entities any more.
    public var removed: Set<EntityID> = []
    /// Where each id stands, when it was read from text.
    public var places: [EntityID: EntityProblem.Place] = [:]

    /// An empty dictionary.
    public init() {}

    /// A dictionary of these entities.
    public init(_ entities: [Entity], redirects: [EntityID: EntityID] = [:], removed: Set<EntityID> = []) {
        self.entities = entities
        self.redirects = redirects
        self.removed = removed
    }

    /// Reads a file of either form; what must be left out goes to `report`.
    ///
    /// - Throws: `FileError` or `ArchiveError`.
    public init(reading path: String, vocabulary: Vocabulary? = nil, _ report: (EntityProblem) -> Void) throws {
        if Archive.isArchive(path) {
            self.init(try EntityDictionary.open(path))
        } else {
            try self.init(texts: [path], vocabulary: vocabulary, report)
        }
    }

    /// Reads files in text form as one dictionary.
    public init(texts paths: [String], vocabulary: Vocabulary? = nil, _ report: (EntityProblem) -> Void) throws(FileError) {
        var file = EntityFile(paths, vocabulary: vocabulary)
        while let (line, place) = try file.next(report) {
            places[line.id] = place
            add(line)
        }
    }

    /// Reads files of either form as one dictionary; an id that an earlier one has too goes to `report`, and its entity is left out.
    ///
    /// - Throws: `FileError` or `ArchiveError`.
    public init(reading paths: [String], vocabulary: Vocabulary? = nil, _ report: (EntityProblem) -> Void) throws {
        try self.init(texts: paths.filter { !Archive.isArchive($0) }, vocabulary: vocabulary, report)
        for path in paths where Archive.isArchive(path) {
            for line in EntityCollection(try EntityDictionary.open(path)).lines {
                if let first = places[line.id] {
                    report(EntityProblem(.duplicateID(line.id, first: first), at: .init(file: path, line: 0)))
                } else {
                    places[line.id] = EntityProblem.Place(file: path, line: 0)
                    add(line)
                }
            }
        }
    }

    private mutating func add(_ line: EntityLine) {
        switch line {
        case .entity(let entity): entities.append(entity)
        case .redirect(let from, let to): redirects[from] = to
        case .removed(let id): removed.insert(id)
        }
    }

    /// Everything that a compiled dictionary holds.
    public init(_ dictionary: EntityDictionary) {
        entities = (0..<dictionary.count).map { dictionary.entity(at: $0) }
        redirects = Dictionary(uniqueKeysWithValues: dictionary.redirects.map { ($0.from, $0.to) })
        removed = Set(dictionary.removed)
    }

    /// The lines of the text form, sorted by id, so that two dictionaries that hold the same are the same file.
    public var lines: [EntityLine] {
        (entities.map(EntityLine.entity) + redirects.map { EntityLine.redirect(from: $0.key, to: $0.value) }
            + removed.map(EntityLine.removed))
            .sorted { $0.id < $1.id }
    }

    /// Writes the text form beside `path` and puts it in place when it is whole.
    public func write(to path: String) throws(FileError) {
        var file = try FileWriter(path)
        var json = JSONWriter()
        for line in lines {
            json.removeAll()
            line.write(to: &json)
            try file.append(json.bytes)
            try file.append([UInt8(ascii: "\n")])
        }
        try file.commit()
    }

    /// The entities by their ids.
    public var byID: [EntityID: Entity] {
        Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
