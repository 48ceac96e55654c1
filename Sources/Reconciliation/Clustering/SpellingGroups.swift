internal import Entities

/// Spellings joined into groups, with what forbids a join.
struct SpellingGroups {
    /// Two spellings and the probability that they are the same name.
    struct Edge: Sendable, Hashable {
        var left: Int
        var right: Int
        var score: Double
    }

    private struct Group {
        var members: [Int]
        var ids: Set<String>
        var types: Set<EntityType>
        var gender: NameGender
    }

    private var parent: [Int]
    private var groups: [Group]
    private var scores: [Int: [Int: Double]] = [:]

    init(_ spellings: [MentionClusterer.Spelling], _ names: [ComparableName]) {
        parent = Array(spellings.indices)
        groups = zip(spellings, names).enumerated().map { index, pair in
            Group(
                members: [index], ids: pair.0.id.map { [$0] } ?? [], types: pair.0.type.map { [$0] } ?? [],
                gender: pair.1.family > 0 ? pair.1.tokens[0].gender : .unknown)
        }
        var byID: [String: Int] = [:]
        for (index, spelling) in spellings.enumerated() {
            guard let id = spelling.id else { continue }
            if let first = byID[id] { merge(root(first), root(index)) } else { byID[id] = index }
        }
    }

    private mutating func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index {
            parent[index] = parent[parent[index]]
            index = parent[index]
        }
        return index
    }

    private mutating func merge(_ a: Int, _ b: Int) {
        if a == b { return }
        parent[b] = a
        groups[a].members += groups[b].members
        groups[a].ids.formUnion(groups[b].ids)
        groups[a].types.formUnion(groups[b].types)
        groups[a].gender.formUnion(groups[b].gender)
        groups[b].members = []
    }

    /// Joins the groups of two spellings if the edge is sure enough and the groups as wholes agree.
    mutating func join(_ edge: Edge, threshold: Double = 0.8) {
        // Edges come from both sides' searches; the surer one counts.
        scores[edge.left, default: [:]][edge.right] = max(edge.score, scores[edge.left]?[edge.right] ?? 0)
        let a = root(edge.left), b = root(edge.right)
        guard a != b, edge.score >= threshold else { return }
        if !groups[a].ids.isEmpty, !groups[b].ids.isEmpty { return }
        if !groups[a].types.isEmpty, !groups[b].types.isEmpty, groups[a].types.isDisjoint(with: groups[b].types) { return }
        if groups[a].gender.contradicts(groups[b].gender) { return }
        merge(min(a, b), max(a, b))
    }

    /// The groups, each ascending, in the order of their first members.
    func members() -> [[Int]] {
        groups.map(\.members).filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
