/// Makes the names of an article's beads one whole: "Jahromi" further down is the man whom the article has introduced in full.
struct ArticleNames {
    /// For every bead, its links.
    static func links(_ found: [[FoundName]], english: TokenizedArticle, persian: TokenizedArticle, gazetteer: Gazetteer?) -> [[NameLink]] {
        var known: [[Word]: (entity: String?, kind: NameLink.Kind, group: Int)] = [:]
        var groups = 0
        var resolved = found.map { $0.map { (name: $0, entity: String?.none, kind: $0.kind, group: 0) } }
        let sure = sureKinds(found)
        for bead in found.indices {
            for (place, name) in found[bead].enumerated() where !name.isKindSure {
                if let kind = sure[core(name)] { resolved[bead][place].kind = kind }
            }
        }
        let inOrder = resolved.indices.flatMap { bead in resolved[bead].indices.map { (bead, $0) } }
        // Fuller forms first, so that a bare surname finds what it is short for even when it comes earlier, as in a headline.
        let byLength = inOrder.sorted { a, b in
            let (x, y) = (resolved[a.0][a.1].name.words.count, resolved[b.0][b.1].name.words.count)
            return x != y ? x > y : a < b
        }
        for (bead, place) in byLength {
            let name = resolved[bead][place].name
            guard name.kind != .date, name.kind != .number, !name.words.isEmpty else { continue }
            if let same = known[name.words] ?? known[[name.words[name.words.count - 1]]],
                same.entity == nil || isPossible(same.entity, name)
            {
                resolved[bead][place].entity = same.entity
                resolved[bead][place].kind = same.kind
                resolved[bead][place].group = same.group
                continue
            }
            groups += 1
            var entity = name.certain
            var kind = resolved[bead][place].kind
            if entity == nil, name.entities.isEmpty,
                let match = gazetteer?.entity(english: english.text(name.english), persian: persian.text(name.persian), kind: name.kind)
            {
                entity = match.id
                kind = match.kind
            }
            resolved[bead][place].entity = entity
            resolved[bead][place].kind = kind
            resolved[bead][place].group = groups
            known[name.words] = (entity, kind, groups)
            guard kind == .person else { continue }
            // "Azari Jahromi" is short for the whole name as "Jahromi" is.
            for start in 1..<max(1, name.words.count) {
                let surname = Array(name.words[start...])
                if known[surname] == nil { known[surname] = (entity, kind, groups) }
            }
        }
        return resolved.map { bead in
            bead.map { link in
                NameLink(
                    english: .init(text: english.text(link.name.english), range: link.name.english),
                    persian: .init(text: persian.text(link.name.persian), range: link.name.persian),
                    kind: link.kind, entity: link.entity, group: link.group, score: link.name.score)
            }
        }
    }

    /// What the article shows elsewhere of a name that a place does not say it of: "Gargash" is the mountain of "Mount Gargash".
    private static func sureKinds(_ found: [[FoundName]]) -> [[Word]: NameLink.Kind] {
        var counts: [[Word]: [NameLink.Kind: Int]] = [:]
        for name in found.joined() where name.isKindSure && name.kind != .date && name.kind != .number {
            counts[core(name), default: [:]][name.kind, default: 0] += 1
        }
        return counts.compactMapValues { kinds in
            kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
        }
    }

    /// A name without its generic words.
    private static func core(_ name: FoundName) -> [Word] {
        let own = name.words.filter { GenericWords.kind($0) == nil }
        return own.isEmpty ? name.words : own
    }

    private static func isPossible(_ entity: String?, _ name: FoundName) -> Bool {
        name.entities.isEmpty || entity.map(name.entities.contains) ?? true
    }
}

/// Beads and places in order.
private func < (a: (Int, Int), b: (Int, Int)) -> Bool { a.0 != b.0 ? a.0 < b.0 : a.1 < b.1 }
