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
    public internal(set) var conflicts: [MergeConflict] = []

    let preferred: Side

    /// Merges two dictionaries. Without a common one, `base` is empty: whatever both have and say differently is then a conflict.
    public init(base: EntityCollection, ours: EntityCollection, theirs: EntityCollection, preferring preferred: Side = .ours) {
        self.preferred = preferred
        let before = base.byID, left = ours.byID, right = theirs.byID
        var merged: [EntityID: Entity] = [:], moved: [(from: EntityID, entity: Entity, base: Entity?)] = []
        let ids = [before.keys, left.keys, right.keys].reduce(into: Set<EntityID>()) { $0.formUnion($1) }
            .union(base.redirects.keys).union(ours.redirects.keys).union(theirs.redirects.keys)
        for id in ids.sorted() {
            let redirect = chosen(
                id, id.rawValue, "redirect", base: .text(base.redirects[id]?.rawValue), ours: .text(ours.redirects[id]?.rawValue),
                theirs: .text(theirs.redirects[id]?.rawValue))
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
        takeOut(base.removed, ours.removed, theirs.removed, &merged)
        result.entities = merged.values.sorted { $0.id < $1.id }
    }

    /// Takes out for good what a side took out; where the other side has an entity there, that is a conflict.
    private mutating func takeOut(_ base: Set<EntityID>, _ ours: Set<EntityID>, _ theirs: Set<EntityID>, _ merged: inout [EntityID: Entity])
    {
        let out = ours.intersection(theirs).union(ours.symmetricDifference(theirs).subtracting(base))
        for id in out.sorted() {
            if let entity = merged[id] {
                let sides = [ours, theirs].map { JSON.string($0.contains(id) ? "taken out" : "kept") }
                if !conflicts.contains(where: { $0.id == id && $0.member == "entity" }) {
                    conflicts.append(
                        MergeConflict(id: id, label: entity.label, member: "entity", base: nil, ours: sides[0], theirs: sides[1]))
                }
                guard (preferred == .ours ? ours : theirs).contains(id) else { continue }
                merged[id] = nil
            }
            if result.redirects[id] == nil { result.removed.insert(id) }
        }
    }

    /// One state out of three; a conflict when both sides changed it in different ways.
    mutating func chosen(
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
        let type = chosen(id, label, "type", base: .text(base?.type.text), ours: .text(ours.type.text), theirs: .text(theirs.type.text))
        result.type = EntityType(type?.string ?? "")
        result.refs = [:]
        for key in Set(ours.refs.keys).union(theirs.refs.keys).sorted() {
            let ref = chosen(id, label, key, base: .text(base?.refs[key]), ours: .text(ours.refs[key]), theirs: .text(theirs.refs[key]))
            if let ref = ref?.string { result.refs[key] = ref }
        }
        result.properties = properties(id, label, "", base?.properties ?? [:], ours.properties, theirs.properties)
        result.fields = properties(id, label, "", base?.fields ?? [:], ours.fields, theirs.fields)
        result.sources = Self.sources(base?.sources, ours.sources, theirs.sources)
        result.names = names(id, label, base?.names ?? [], ours.names, theirs.names)
        return result.names.isEmpty ? nil : result
    }

    /// Members in our order, then those that only the other side has.
    mutating func properties(
        _ id: EntityID, _ label: String, _ prefix: String, _ base: JSONObject, _ ours: JSONObject, _ theirs: JSONObject
    ) -> JSONObject {
        let keys = ours.members.map(\.key) + theirs.members.map(\.key).filter { ours[$0] == nil }
        return JSONObject(
            keys.compactMap { key in
                chosen(id, label, prefix + key, base: base[key], ours: ours[key], theirs: theirs[key]).map { JSONObject.Member(key, $0) }
            })
    }
}

extension JSON? {
    /// A text as a value, or nothing.
    static func text(_ text: String?) -> JSON? { text.map(JSON.string) }
}
