/// Ids that were merged into others, with their places; chains are followed to their end.
struct Redirects {
    private var targets: [EntityID: EntityID] = [:]
    private var places: [(from: EntityID, place: EntityProblem.Place)] = []

    mutating func add(_ from: EntityID, _ to: EntityID, at place: EntityProblem.Place) {
        targets[from] = to
        places.append((from, place))
    }

    /// Every redirect with the entity that it ends at; those that end nowhere or go in a circle are reported.
    func resolved(
        among isEntity: (EntityID) -> Bool, _ report: (EntityProblem) -> Void
    ) -> [(from: EntityID, to: EntityID)] {
        places.compactMap { from, place in
            var path = [from], seen: Set = [from]
            while let next = targets[path.last!] {
                path.append(next)
                guard seen.insert(next).inserted else {
                    report(EntityProblem(.redirectInCircle(path), at: place))
                    return nil
                }
            }
            let end = path.last!
            if isEntity(end) { return (from, end) }
            report(EntityProblem(.redirectToNothing(from, to: end), at: place))
            return nil
        }
    }
}
