internal import ICU

extension EntityMerge {
    mutating func names(_ id: EntityID, _ label: String, _ base: [Alias], _ ours: [Alias], _ theirs: [Alias]) -> [Alias] {
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
        let role = chosen(
            id, label, prefix + "role", base: .text(base?.role.rawValue), ours: .text(ours.role.rawValue),
            theirs: .text(theirs.role.rawValue))
        result.role = role?.string.flatMap(Alias.Role.init(rawValue:)) ?? ours.role
        let language = chosen(
            id, label, prefix + "language", base: .text(base?.language), ours: .text(ours.language), theirs: .text(theirs.language))
        result.language = language?.string
        result.sources = Self.sources(base?.sources, ours.sources, theirs.sources)
        // Both sides counted on from the base; without one, both may have counted the same.
        result.count = base.map { max(0, ours.count + theirs.count - $0.count) } ?? max(ours.count, theirs.count)
        result.properties = properties(id, label, prefix, base?.properties ?? [:], ours.properties, theirs.properties)
        return result
    }

    /// Both sides' sources, without those that one of them took out.
    static func sources(_ base: [String]?, _ ours: [String], _ theirs: [String]) -> [String] {
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
    mutating func carry(_ entity: Entity, _ from: EntityID, _ base: Entity?, into merged: inout [EntityID: Entity]) {
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
