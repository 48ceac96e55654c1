internal import Entities

/// Which ids the spellings of an earlier dictionary had.
struct EarlierIDs: Sendable {
    private var ids: [String.UTF8ViewCopy: [EntityID]] = [:]
    /// Ids that the earlier dictionary itself had merged.
    private(set) var redirects: [EntityID: EntityID] = [:]

    var isEmpty: Bool { ids.isEmpty }

    mutating func add(_ line: EntityLine) {
        switch line {
        case .entity(let entity): for name in entity.names { ids[.init(name.text), default: []].append(entity.id) }
        case .redirect(let from, let to): redirects[from] = to
        // What is no entity any more has no spelling to keep its id for.
        case .removed: break
        }
    }

    /// The ids of the entities that had a spelling; several where it was namesakes'.
    func ids(of spelling: Spelling) -> [EntityID] { ids[.init(spelling.text), default: []] }

    /// What an id led to.
    func resolved(_ id: EntityID) -> EntityID {
        var id = id, steps = 0
        while let next = redirects[id], steps < 100 { (id, steps) = (next, steps + 1) }
        return id
    }
}
