internal import Entities
internal import ICU

/// Makes an entity of the spellings that were found to be one name.
struct EntityMaker {
    private let index: SpellingIndex
    private let romanized: ((String) -> String?)?

    init(_ index: SpellingIndex, _ romanized: ((String) -> String?)?) {
        self.index = index
        self.romanized = romanized
    }

    /// - Parameter group: the numbers of its spellings.
    func entity(_ id: EntityID, _ group: [Int], _ spellings: [Spelling]) -> Entity {
        var merged: [String.UTF8ViewCopy: (spelling: Spelling, fullness: UInt8)] = [:]
        for number in group {
            let key = String.UTF8ViewCopy(spellings[number].text)
            guard var known = merged[key] else {
                merged[key] = (spellings[number], index.fullness[number])
                continue
            }
            known.spelling.count += spellings[number].count
            known.spelling.sources.formUnion(spellings[number].sources)
            known.spelling.language = known.spelling.language ?? spellings[number].language
            merged[key] = known
        }
        // Full names without titles first, the most frequent before others; of those the longest, which says most; then by bytes.
        let ordered = merged.values.sorted { a, b in
            if a.fullness != b.fullness { return a.fullness > b.fullness }
            if a.spelling.count != b.spelling.count { return a.spelling.count > b.spelling.count }
            let lengths = (a.spelling.text.utf8.count, b.spelling.text.utf8.count)
            return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : a.spelling.text.utf8.lexicographicallyPrecedes(b.spelling.text.utf8)
        }
        var names = ordered.map { known in
            Alias(
                known.spelling.text, language: known.spelling.language, sources: known.spelling.sources.sorted(),
                count: known.spelling.count
            )
        }
        followScheme(&names, fullness: ordered.map(\.fullness))
        var seen: Set<Script> = []
        for place in names.indices { names[place].role = seen.insert(names[place].script).inserted ? .preferred : .alias }
        let stated = group.compactMap { spellings[$0].type }.min { $0.text < $1.text }
        let inferred: EntityType =
            switch index.kind(group[0]) {
            case .person: .person
            case .organization: .organization
            case .place: .place
            }
        var entity = Entity(id: id, type: stated ?? inferred, names: names)
        let years = Set(group.compactMap { spellings[$0].birthYear }), genders = Set(group.map { spellings[$0].gender.rawValue })
        if years.count == 1, let year = years.first { entity.properties["birthYear"] = .number(year) }
        if let gender = [NameGender.female, .male].first(where: { genders.subtracting([0]) == [$0.rawValue] }) {
            entity.properties["gender"] = .string(gender == .female ? "female" : "male")
        }
        return entity
    }

    /// Of Latin spellings that could all be the label, the one that the scheme writes for the Persian label comes first.
    private func followScheme(_ names: inout [Alias], fullness: [UInt8]) {
        guard let romanized, let first = names.firstIndex(where: { $0.script == .latin }) else { return }
        let equal = names.indices.filter {
            names[$0].script == .latin && fullness[$0] == fullness[first] && names[$0].count == names[first].count
        }
        guard equal.count > 1, let persian = names.first(where: { $0.script == .arabic }), let wanted = romanized(persian.text)
        else { return }
        func letters(_ text: String) -> [UInt8] { text.lowercased().utf8.filter { (0x61...0x7A).contains($0) } }
        let form = letters(wanted)
        guard let best = equal.first(where: { names[$0].text == wanted }) ?? equal.first(where: { letters(names[$0].text) == form }) else {
            return
        }
        names.insert(names.remove(at: best), at: first)
    }
}
