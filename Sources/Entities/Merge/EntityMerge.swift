internal import ICU

/// The merging of two dictionaries that have grown apart from a common one.
///
/// What one side changed and the other left alone is taken; what both added is joined; what both changed in different ways is a conflict.
/// An entity that one side merged away takes the other side's new names along to where its id leads.
public struct EntityMerge: Sendable {
    /// A dictionary that is merged.
    public enum Side: String, Sendable, CaseIterable {
        /// The one that the result stays closest to: its order of names comes first.
        case ours
        /// The other one.
        case theirs
    }

    /// The merged dictionary; where there is a conflict it holds the preferred side's state.
    public private(set) var result = EntityCollection()
    /// What both sides changed in different ways, by id.
    public private(set) var conflicts: [MergeConflict] = []

    private let preferred: Side

    /// Merges two dictionaries. Without a common one, `base` is empty: whatever both have and say differently is then a conflict.
    public init(base: EntityCollection, ours: EntityCollection, theirs: EntityCollection, preferring preferred: Side = .ours) {
        self.preferred = preferred
        let before = base.byID, left = ours.byID, right = theirs.byID
        var merged: [EntityID: Entity] = [:], moved: [(from: EntityID, entity: Entity, base: Entity?)] = []
        let ids = [before.keys, left.keys, right.keys].reduce(into: Set<EntityID>()) { $0.formUnion($1) }
            .union(base.redirects.keys).union(ours.redirects.keys).union(theirs.redirects.keys)
        for id in ids.sorted() {
            let redirect = chosen(
                id, id.rawValue, "redirect", base: base.redirects[id]?.json, ours: ours.redirects[id]?.json,
                theirs: theirs.redirects[id]?.json)
            if let target = redirect?.string {
                result.redirects[id] = EntityID(target)
                // The side that did not merge it away may have learnt something about it since.
                for entity in [left[id], right[id]] {
                    if let entity, entity != before[id] { moved.append((id, entity, before[id])) }
                }
                continue
            }
            if let entity = entity(id, before[id], left[id], right[id]) { merged[id] = entity }
        }
        for (from, entity, base) in moved { carry(entity, from, base, into: &merged) }
        result.entities = merged.values.sorted { $0.id < $1.id }
    }

    /// One state out of three; a conflict when both sides changed it in different ways.
    private mutating func chosen(
        _ id: EntityID, _ label: String, _ member: String, base: JSON?, ours: JSON?, theirs: JSON?
    ) -> JSON? {
        if ours == theirs || theirs == base { return ours }
        if ours == base { return theirs }
        conflicts.append(MergeConflict(id: id, label: label, member: member, base: base, ours: ours, theirs: theirs))
        return preferred == .ours ? ours : theirs
    }

    private mutating func entity(_ id: EntityID, _ base: Entity?, _ ours: Entity?, _ theirs: Entity?) -> Entity? {
        guard let ours, let theirs else {
            guard let kept = ours ?? theirs else { return nil }
            if base == nil { return kept }
            if kept == base { return nil }
            conflicts.append(
                MergeConflict(
                    id: id, label: kept.label, member: "entity", base: .string("there"), ours: .string(ours == nil ? "removed" : "changed"),
                    theirs: .string(theirs == nil ? "removed" : "changed")))
            return preferred == .ours ? ours : theirs
        }
        let label = ours.label
        var result = ours
        let type = chosen(id, label, "type", base: base?.type.json, ours: ours.type.json, theirs: theirs.type.json)
        result.type = EntityType(type?.string ?? "")
        result.refs = [:]
        for key in Set(ours.refs.keys).union(theirs.refs.keys).sorted() {
            let ref = chosen(id, label, key, base: base?.refs[key]?.json, ours: ours.refs[key]?.json, theirs: theirs.refs[key]?.json)
            if let ref = ref?.string { result.refs[key] = ref }
        }
        result.properties = properties(id, label, "", base?.properties ?? [:], ours.properties, theirs.properties)
        result.fields = properties(id, label, "", base?.fields ?? [:], ours.fields, theirs.fields)
        result.sources = Self.sources(base?.sources, ours.sources, theirs.sources)
        result.names = names(id, label, base?.names ?? [], ours.names, theirs.names)
        return result.names.isEmpty ? nil : result
    }

    /// Members in our order, then those that only the other side has.
    private mutating func properties(
        _ id: EntityID, _ label: String, _ prefix: String, _ base: JSONObject, _ ours: JSONObject, _ theirs: JSONObject
    ) -> JSONObject {
        let keys = ours.members.map(\.key) + theirs.members.map(\.key).filter { ours[$0] == nil }
        return JSONObject(
            keys.compactMap { key in
                chosen(id, label, prefix + key, base: base[key], ours: ours[key], theirs: theirs[key]).map { JSONObject.Member(key, $0) }
            })
    }
}

extension EntityMerge {
    private mutating func names(_ id: EntityID, _ label: String, _ base: [Alias], _ ours: [Alias], _ theirs: [Alias]) -> [Alias] {
        func byText(_ names: [Alias]) -> [[UInt8]: Alias] {
            Dictionary(names.map { (Array($0.text.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        }
        let before = byText(base), left = byText(ours), right = byText(theirs)
        var result: [Alias] = []
        for alias in ours + theirs.filter({ left[Array($0.text.utf8)] == nil }) {
            let key = Array(alias.text.utf8)
            switch (left[key], right[key]) {
            case (let ours?, let theirs?): result.append(name(id, label, before[key], ours, theirs))
            // Taken out by one side: it stays out, unless the other side has worked on it.
            case (let alias?, nil), (nil, let alias?): if before[key] != alias { result.append(alias) }
            case (nil, nil): break
            }
        }
        settlePreferred(id, label, &result, ours: ours, theirs: theirs)
        return result
    }

    private mutating func name(_ id: EntityID, _ label: String, _ base: Alias?, _ ours: Alias, _ theirs: Alias) -> Alias {
        var result = ours
        let prefix = "\"\(ours.text)\", "
        let role = chosen(id, label, prefix + "role", base: base?.role.json, ours: ours.role.json, theirs: theirs.role.json)
        result.role = role?.string.flatMap(Alias.Role.init(rawValue:)) ?? ours.role
        let language = chosen(
            id, label, prefix + "language", base: base?.language?.json, ours: ours.language?.json, theirs: theirs.language?.json)
        result.language = language?.string
        result.sources = Self.sources(base?.sources, ours.sources, theirs.sources)
        // Both sides counted on from the base; without one, both may have counted the same.
        result.count = base.map { max(0, ours.count + theirs.count - $0.count) } ?? max(ours.count, theirs.count)
        result.properties = properties(id, label, prefix, base?.properties ?? [:], ours.properties, theirs.properties)
        return result
    }

    /// Both sides' sources, without those that one of them took out.
    private static func sources(_ base: [String]?, _ ours: [String], _ theirs: [String]) -> [String] {
        let removed = Set(base ?? []).subtracting(Set(ours).intersection(theirs))
        return (ours + theirs.filter { !ours.contains($0) }).filter { !removed.contains($0) }
    }

    /// Each side may have made another name the preferred one of a script.
    private mutating func settlePreferred(_ id: EntityID, _ label: String, _ names: inout [Alias], ours: [Alias], theirs: [Alias]) {
        let kept = preferred == .ours ? ours : theirs
        let groups = Dictionary(grouping: names.indices.filter { names[$0].role == .preferred }) {
            [names[$0].script.code, names[$0].language ?? ""]
        }
        for (key, indices) in groups.sorted(by: { $0.key.joined() < $1.key.joined() }) where indices.count > 1 {
            func isPreferred(_ index: Int, in side: [Alias]) -> Bool {
                side.contains { $0.text == names[index].text && $0.role == .preferred }
            }
            let ours = indices.filter { isPreferred($0, in: ours) }, theirs = indices.filter { isPreferred($0, in: theirs) }
            // One side said so itself: that is not for merging to judge.
            guard ours.count < indices.count, theirs.count < indices.count else { continue }
            conflicts.append(
                MergeConflict(
                    id: id, label: label, member: "preferred name in \(key[0])", base: nil,
                    ours: .array(ours.map { .string(names[$0].text) }), theirs: .array(theirs.map { .string(names[$0].text) })))
            for index in indices where !isPreferred(index, in: kept) { names[index].role = .alias }
        }
    }

    /// Brings what a side has added to an entity since `base` to the one that its id leads to now.
    private mutating func carry(_ entity: Entity, _ from: EntityID, _ base: Entity?, into merged: inout [EntityID: Entity]) {
        var target = from, steps = 0
        while let next = result.redirects[target], steps <= result.redirects.count { (target, steps) = (next, steps + 1) }
        guard var taker = merged[target] else { return }
        let known = Set(taker.names.map { Array($0.text.utf8) }).union((base?.names ?? []).map { Array($0.text.utf8) })
        for var alias in entity.names where !known.contains(Array(alias.text.utf8)) {
            if alias.role == .preferred, taker.label(in: alias.script) != nil { alias.role = .alias }
            taker.names.append(alias)
        }
        merged[target] = taker
    }
}

extension EntityID {
    fileprivate var json: JSON { .string(rawValue) }
}

extension EntityType {
    fileprivate var json: JSON { .string(text) }
}

extension Alias.Role {
    fileprivate var json: JSON { .string(rawValue) }
}

extension String {
    fileprivate var json: JSON { .string(self) }
}
