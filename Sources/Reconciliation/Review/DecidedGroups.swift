/// Things that people said are one, joined into groups in which nobody said of two that they are different.
///
/// "Different" always holds; of the "same" that would bring two different ones together the latest gives way, and is told.
struct DecidedGroups<Item: Hashable> {
    private var parent: [Item: Item] = [:]
    private var apart: [Item: Set<Item>] = [:]

    /// Says that two are different; to be called before anything is joined.
    mutating func part(_ a: Item, _ b: Item) {
        apart[a, default: []].insert(b)
        apart[b, default: []].insert(a)
    }

    /// The first of a thing's group.
    func first(of item: Item) -> Item {
        var item = item
        while let next = parent[item] { item = next }
        return item
    }

    /// Joins the groups of two, the second's to the first's; false where somebody said that members of them are different.
    mutating func join(_ a: Item, _ b: Item) -> Bool {
        let first = first(of: a), second = self.first(of: b)
        if first == second { return true }
        if areApart(a, b) { return false }
        parent[second] = first
        // What is different from one of a group is different from all of it.
        for other in apart[second, default: []] { part(first, other) }
        return true
    }

    /// Whether somebody said that two, or members of their groups, are different.
    func areApart(_ a: Item, _ b: Item) -> Bool {
        let second = first(of: b)
        return apart[first(of: a), default: []].contains { first(of: $0) == second }
    }
}
