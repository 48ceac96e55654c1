public import Entities
internal import ICU
internal import Lexicon
internal import Reconciliation

/// What mining has brought: lines for a dictionary, and what in them contradicts itself.
public struct AliasHarvest: Sendable {
    /// New names of known entities, and new entities, by id.
    public fileprivate(set) var entities: [Entity] = []
    /// How many of them the dictionary does not have.
    public fileprivate(set) var newEntityCount = 0
    /// Names in all.
    public var nameCount: Int { entities.reduce(0) { $0 + $1.names.count } }
    /// Spellings that stand for two things.
    public fileprivate(set) var contradictions: [MinedContradiction] = []
}

extension AliasMiner {
    /// Everything that is sure enough.
    ///
    /// A spelling that two things claim goes to the one that is met at least twice as often, and more than once; with no such one both
    /// keep it, and both say so (`contradicts`).
    /// - Parameter least: the confidence that a name must have.
    public func harvest(least: Double = 0.75) -> AliasHarvest {
        var harvest = AliasHarvest()
        var all = joined().filter { $0.fullest != nil }
        settle(&all, &harvest)
        for thing in all {
            guard let entity = entity(of: thing, least: least, contradictions: harvest.contradictions) else { continue }
            if thing.entity == nil { harvest.newEntityCount += 1 }
            harvest.entities.append(entity)
        }
        harvest.entities.sort { $0.id < $1.id }
        harvest.contradictions.sort { $0.name < $1.name }
        return harvest
    }

    // MARK: Joining

    /// Things of different pairs that are one: the same full name on one side, spellings of one name on the other.
    private func joined() -> [Thing] {
        var result: [Thing] = [], byName: [String: [Int]] = [:]
        for (_, thing) in things.sorted(by: { $0.key < $1.key }) {
            guard let full = thing.fullest else { continue }
            let names = ["e" + full.english, "p" + full.persian]
            let others = Set(names.flatMap { byName[$0] ?? [] }).sorted()
            if let same = others.first(where: { isSame(result[$0], thing) }) {
                result[same].take(thing)
                for name in names where !(byName[name] ?? []).contains(same) { byName[name, default: []].append(same) }
            } else {
                for name in names { byName[name, default: []].append(result.count) }
                result.append(thing)
            }
        }
        return result
    }

    private func isSame(_ a: Thing, _ b: Thing) -> Bool {
        guard a.entity == nil || b.entity == nil, a.kind == b.kind || a.kind == .other || b.kind == .other, let x = a.fullest,
            let y = b.fullest
        else { return false }
        let type = a.kind.entityType ?? b.kind.entityType
        func isOneName(_ left: String, _ right: String) -> Bool {
            left == right || comparer.compare(left, right, type: type).decision == .match
        }
        return isOneName(x.english, y.english) && isOneName(x.persian, y.persian)
    }

    // MARK: Contradictions

    /// Takes spellings from things that have less claim to them than others.
    private func settle(_ all: inout [Thing], _ harvest: inout AliasHarvest) {
        var claims: [String: [Int]] = [:]
        for (index, thing) in all.enumerated() {
            guard let full = thing.fullest else { continue }
            // A bare surname may be many people's.
            for key in thing.english.keys where key == full.english || !isWeak(key, in: thing) {
                claims["e" + key, default: []].append(index)
            }
            for key in thing.persian.keys where key == full.persian || !isWeak(key, in: thing) {
                claims["p" + key, default: []].append(index)
            }
        }
        for (claim, holders) in claims.sorted(by: { $0.key < $1.key }) where holders.count > 1 {
            let isEnglish = claim.hasPrefix("e"), key = String(claim.dropFirst())
            func count(_ index: Int) -> Int { (isEnglish ? all[index].english[key] : all[index].persian[key])?.count ?? 0 }
            // What an earlier claim has taken from a thing is no claim of it any more.
            let order = holders.filter { count($0) > 0 }.sorted { (count($1), $0) < (count($0), $1) }
            guard order.count > 1 else { continue }
            let text = (isEnglish ? all[order[0]].english[key] : all[order[0]].persian[key])?.text ?? key
            let claims = order.map { index in
                let full = all[index].fullest
                let other =
                    isEnglish
                    ? full.flatMap { all[index].persian[$0.persian]?.text } : full.flatMap { all[index].english[$0.english]?.text }
                return MinedContradiction.Claim(text: other ?? all[index].entity ?? "", count: count(index))
            }
            // The same names on both sides, met once with an id and once without, contradict nothing.
            guard claims.contains(where: { $0.text != claims[0].text }) else { continue }
            harvest.contradictions.append(MinedContradiction(name: text, claims: claims))
            let most = count(order[0])
            for index in order.dropFirst() where most > 1 && most >= 2 * count(index) {
                if isEnglish { all[index].drop(english: key) } else { all[index].drop(persian: key) }
            }
        }
    }

    // MARK: Lines

    /// Whether a spelling may mean others as well: a surname alone, an abbreviation.
    private func isWeak(_ key: String, in thing: Thing) -> Bool {
        guard let full = thing.fullest else { return true }
        let isLatin = key.utf8.allSatisfy { $0 < 0x80 }
        if thing.kind == .person { return Thing.words(key) == 1 && Thing.words(isLatin ? full.english : full.persian) > 1 }
        let text = thing.english[key]?.text ?? ""
        return !text.isEmpty && text.unicodeScalars.count <= 6 && text.unicodeScalars.allSatisfy { $0.properties.isUppercase || $0 == "." }
    }

    private func entity(of thing: Thing, least: Double, contradictions: [MinedContradiction]) -> Entity? {
        guard let full = thing.fullest else { return nil }
        let known = thing.entity.flatMap { gazetteer?.entity(id: $0) }
        let knownKeys = Set((known?.names ?? []).map { spelling.key($0.text) })
        var names: [Alias] = []
        for (spellings, fullKey) in [(thing.english, full.english), (thing.persian, full.persian)] {
            // The full name first, then by how often they are met.
            let order = spellings.sorted { a, b in
                if (a.key == fullKey) != (b.key == fullKey) { return a.key == fullKey }
                return (b.value.count, a.key) < (a.value.count, b.key)
            }
            for (key, found) in order where !knownKeys.contains(key) && found.evidence.confidence >= least {
                names.append(alias(key, found, isFull: key == fullKey && known == nil, in: thing, contradictions))
            }
        }
        if let known {
            return names.isEmpty ? nil : Entity(id: known.id, type: known.type, names: names)
        }
        // A single word of which no article shows what it names: a second pair must have it.
        if thing.kind == .other, Thing.words(full.english) == 1, thing.english[full.english]?.evidence.pairCount ?? 0 < 2 { return nil }
        // Both full names, and of a person more than a surname that may be anybody's.
        guard thing.entity == nil, names.contains(where: { spelling.key($0.text) == full.english }),
            names.contains(where: { spelling.key($0.text) == full.persian }), thing.kind != .person || Thing.words(full.english) > 1
        else { return nil }
        let id = "m" + String(StableHash.hash(Array("\(full.english)\t\(full.persian)".utf8)), radix: 36)
        return Entity(id: EntityID(id), type: thing.kind.entityType ?? .unstated, names: names)
    }

    private func alias(
        _ key: String, _ found: Spelling, isFull: Bool, in thing: Thing, _ contradictions: [MinedContradiction]
    ) -> Alias {
        let isEnglish = thing.english[key] != nil
        var alias = Alias(found.text, role: isFull ? .preferred : isWeak(key, in: thing) ? .weak : .alias)
        var sources: [String] = []
        for evidence in found.evidence {
            let source = isEnglish ? evidence.english : evidence.persian
            if !sources.contains(source), sources.count < 5 { sources.append(source) }
        }
        alias.sources = sources
        alias.count = found.count
        alias.properties["evidence"] = .array(found.evidence.shown.map(\.json))
        var against = contradictions.filter { spelling.key($0.name) == key }.flatMap(\.claims).map { JSON.string($0.text) }
        // What the dictionary says of the spelling.
        for other in gazetteer?.entities(spelled: found.text) ?? [] where !other.isWeak {
            let id = gazetteer?.id(of: other) ?? ""
            if id != thing.entity { against.append(.string(id)) }
        }
        if !against.isEmpty {
            alias.properties["contradicts"] = .array(against)
            if thing.entity != nil { alias.role = .weak }
        }
        return alias
    }
}

extension AliasMiner.Thing {
    /// Gives up a spelling, and what was only known beside it.
    mutating func drop(english key: String) {
        english[key] = nil
        pairs = pairs.filter { $0.key[0] != key }
        persian = persian.filter { form in pairs.keys.contains { $0[1] == form.key } }
    }

    mutating func drop(persian key: String) {
        persian[key] = nil
        pairs = pairs.filter { $0.key[1] != key }
        english = english.filter { form in pairs.keys.contains { $0[0] == form.key } }
    }
}

extension NameLink.Kind {
    fileprivate var entityType: EntityType? {
        switch self {
        case .person: .person
        case .place: .place
        case .organization: .organization
        case .date, .number, .other: nil
        }
    }
}
