internal import Entities
internal import ICU

/// Makes an entity of the spellings that were found to be one name.
enum EntityMaker {
    static func entity(_ id: EntityID, _ spellings: [MentionClusterer.Spelling], _ kind: ComparableName.Kind) -> Entity {
        var merged: [String: MentionClusterer.Spelling] = [:]
        for spelling in spellings {
            merged[spelling.text, default: .init(text: spelling.text, language: spelling.language)].count += spelling.count
            merged[spelling.text]!.sources.formUnion(spelling.sources)
        }
        // The most frequent first; of those, the longest, which says most; then by bytes.
        let ordered = merged.values.sorted {
            ($1.count, $1.text.utf8.count, $0.text) < ($0.count, $0.text.utf8.count, $1.text)
        }
        var seen: Set<Script> = []
        let names = ordered.map { spelling in
            var alias = Alias(spelling.text, language: spelling.language, sources: spelling.sources.sorted(), count: spelling.count)
            alias.role = seen.insert(alias.script).inserted ? .preferred : .alias
            return alias
        }
        let stated = spellings.compactMap(\.type).min { $0.text < $1.text }
        let inferred: EntityType =
            switch kind {
            case .person: .person
            case .organization: .organization
            case .place: .place
            }
        return Entity(id: id, type: stated ?? inferred, names: names)
    }
}
