public import Entities
internal import Lexicon

/// Makes entities of bare mentions: gathers spellings, finds which are the same name, joins them where nothing speaks against it.
///
/// Holds each spelling once, however often it is met. The same mentions in another order give the same entities and ids.
public struct MentionClusterer: Sendable {
    /// A spelling, with all that was said of it.
    struct Spelling: Sendable {
        var text: String
        var id: String?
        var type: EntityType?
        var language: String?
        var sources: Set<String> = []
        var count = 0
    }

    /// Spellings are one where text, given id and type are.
    private struct Key: Hashable, Sendable {
        var text: String.UTF8ViewCopy
        var id: String?
        var type: EntityType?
    }

    let comparer: NameComparer
    /// The score from which on two spellings may be joined.
    public var threshold = 0.8
    private var spellings: [Spelling] = []
    private var numbers: [Key: Int] = [:]
    /// Ids that a spelling had in an earlier dictionary.
    private var earlier: [String.UTF8ViewCopy: EntityID] = [:]

    /// A clusterer without mentions.
    public init(_ comparer: NameComparer) { self.comparer = comparer }

    /// Takes in a mention and gives the number of its spelling.
    @discardableResult
    public mutating func add(_ mention: Mention) -> Int {
        let key = Key(text: .init(mention.name), id: mention.id, type: mention.type)
        let number = numbers[key] ?? spellings.count
        if number == spellings.count {
            numbers[key] = number
            spellings.append(Spelling(text: mention.name, id: mention.id, type: mention.type, language: mention.language))
        }
        spellings[number].count += mention.count
        if let source = mention.source { spellings[number].sources.insert(source) }
        return number
    }

    /// Lets the entities of an earlier dictionary keep their ids: an entity takes the id that most of its spellings had.
    public mutating func keep(_ entity: Entity) {
        for name in entity.names { earlier[.init(name.text)] = entity.id }
    }

    /// The entities, and which of them each spelling belongs to.
    public func entities() throws -> (entities: [Entity], entityOfSpelling: [Int]) {
        // Order must not matter, so everything goes by the bytes of the spellings.
        let order = spellings.indices.sorted { Self.precedes(spellings[$0], spellings[$1]) }
        let prepared = order.map { comparer.prepare(spellings[$0].text, as: spellings[$0].type) }
        var groups = SpellingGroups(order.map { spellings[$0] }, prepared)
        for edge in try edges(prepared, order) { groups.join(edge, threshold: threshold) }
        let members = groups.members()
        var entities: [Entity] = [], entityOfSpelling = [Int](repeating: 0, count: spellings.count)
        var taken: Set<EntityID> = []
        for group in members {
            let own = group.map { spellings[order[$0]] }
            let id = id(of: own, &taken)
            for member in group { entityOfSpelling[order[member]] = entities.count }
            entities.append(EntityMaker.entity(id, own, prepared[group[0]].kind))
        }
        return (entities, entityOfSpelling)
    }

    private static func precedes(_ a: Spelling, _ b: Spelling) -> Bool {
        (a.text, a.id ?? "", a.type?.text ?? "") < (b.text, b.id ?? "", b.type?.text ?? "")
    }

    /// Pairs of spellings that may be the same name, the surest first.
    private func edges(_ prepared: [ComparableName], _ order: [Int]) throws -> [SpellingGroups.Edge] {
        var builder = NameIndexBuilder()
        for name in prepared { builder.add(name) }
        var archive = ArchiveBuilder()
        builder.finish(into: &archive)
        let index = try NameIndex(try Archive(bytes: archive.bytes()))
        var edges: [SpellingGroups.Edge] = []
        for (number, name) in prepared.enumerated() where !name.isEmpty {
            var search = CandidateSearch(spellings[order[number]].text, name, index, comparer)
            // Not only the nearest: whatever belongs together strengthens a group.
            search.farBehind = 1000
            for hit in search.hits() where hit.score >= 0.3 {
                for alias in index.aliases(ofName: hit.name).map(Int.init) where alias != number {
                    edges.append(.init(left: min(number, alias), right: max(number, alias), score: hit.score))
                }
            }
        }
        return edges.sorted { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
    }

    private func id(of group: [Spelling], _ taken: inout Set<EntityID>) -> EntityID {
        if let given = group.compactMap(\.id).min() {
            let id = EntityID(given)
            if taken.insert(id).inserted { return id }
        }
        var votes: [EntityID: Int] = [:]
        for spelling in group { if let id = earlier[.init(spelling.text)] { votes[id, default: 0] += spelling.count } }
        for (id, _) in votes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) where taken.insert(id).inserted { return id }
        // A name of its own for each entity: the hash of its most frequent spelling.
        let label = group.max { ($0.count, $1.text) < ($1.count, $0.text) }!
        var hash = StableHash.hash(Array(label.text.utf8))
        while true {
            let id = EntityID("m" + String(hash, radix: 36))
            if taken.insert(id).inserted { return id }
            hash &+= 1
        }
    }
}

extension String {
    /// A text that is compared by its bytes, so that «آ» in one scalar and in two are two spellings.
    struct UTF8ViewCopy: Hashable, Sendable {
        private let bytes: [UInt8]
        init(_ text: String) { bytes = Array(text.utf8) }
    }
}
