internal import Entities

/// Spellings joined into groups, with what forbids a join.
struct SpellingGroups {
    /// Two spellings and the probability that they are the same name.
    struct Edge: Sendable {
        var left: Int32
        var right: Int32
        var score: Float
    }

    private struct Group {
        var members: [Int]
        var ids: Set<String> = []
        var types: Set<EntityType> = []
        var gender: NameGender
        var years: ClosedRange<Int>?
        /// Sides of decisions that two are different: a group never has both 2n and 2n + 1.
        var sides: Set<Int> = []
        /// Whether an id or a decision joined names that need not be alike.
        var isMixed = false
    }

    private var parent: [Int]
    private var groups: [Group]

    /// Each spelling by itself, those with one given id together.
    init(_ spellings: [Spelling], genders: [NameGender]) {
        parent = Array(spellings.indices)
        groups = spellings.indices.map { index in
            let spelling = spellings[index]
            return Group(
                members: [index], ids: spelling.id.map { [$0] } ?? [], types: spelling.type.map { [$0] } ?? [],
                gender: spelling.gender.isEmpty ? genders[index] : spelling.gender, years: spelling.birthYear.map { $0...$0 })
        }
        var byID: [String: Int] = [:]
        for (index, spelling) in spellings.enumerated() {
            guard let id = spelling.id else { continue }
            if let first = byID[id] { mix(root(first), root(index)) } else { byID[id] = index }
        }
    }

    mutating func root(_ index: Int) -> Int {
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
        groups[a].sides.formUnion(groups[b].sides)
        groups[a].isMixed = groups[a].isMixed || groups[b].isMixed
        if let years = groups[b].years {
            groups[a].years = groups[a].years.map { min($0.lowerBound, years.lowerBound)...max($0.upperBound, years.upperBound) } ?? years
        }
        groups[b].members = []
    }

    /// Says that somebody decided that one spelling is not the other's name; `number` is the decision's.
    mutating func part(_ index: Int, side: Int, ofDecision number: Int) { groups[root(index)].sides.insert(2 * number + side) }

    /// Joins the groups of two spellings because somebody decided so; false where somebody decided too that they are different.
    mutating func joinDecided(_ a: Int, _ b: Int) -> Bool {
        let a = root(a), b = root(b)
        guard !areDecidedApart(groups[a], groups[b]) else { return false }
        mix(min(a, b), max(a, b))
        return true
    }

    private mutating func mix(_ a: Int, _ b: Int) {
        merge(a, b)
        groups[a].isMixed = true
    }

    /// Joins the groups of two spellings if the groups as wholes agree, and `agree` finds that their members do.
    mutating func join(_ edge: Edge, agree: ([Int], [Int], _ isMixed: Bool) -> Bool) {
        let a = root(Int(edge.left)), b = root(Int(edge.right))
        guard a != b, mayMeet(groups[a], groups[b]), agree(groups[a].members, groups[b].members, groups[a].isMixed || groups[b].isMixed)
        else { return }
        merge(min(a, b), max(a, b))
    }

    private func mayMeet(_ a: Group, _ b: Group) -> Bool {
        if !a.ids.isEmpty, !b.ids.isEmpty { return false }
        if !a.types.isEmpty, !b.types.isEmpty, a.types.isDisjoint(with: b.types) { return false }
        if a.gender.contradicts(b.gender) { return false }
        // Persian and Gregorian years of birth are often a year apart.
        if let ours = a.years, let theirs = b.years, max(ours.upperBound, theirs.upperBound) - min(ours.lowerBound, theirs.lowerBound) > 1 {
            return false
        }
        return !areDecidedApart(a, b)
    }

    private func areDecidedApart(_ a: Group, _ b: Group) -> Bool {
        let (few, many) = a.sides.count < b.sides.count ? (a.sides, b.sides) : (b.sides, a.sides)
        return few.contains { many.contains($0 ^ 1) }
    }

    /// The groups, each ascending, in the order of their first members.
    func members() -> [[Int]] {
        groups.map(\.members).filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
