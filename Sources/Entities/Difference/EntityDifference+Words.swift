extension EntityDifference: CustomStringConvertible {
    /// In words, a line for each change.
    public var description: String {
        switch self {
        case .added(let entity): "+ \(entity.words) with \(Self.count(entity.names.count, "name"))"
        case .removed(let entity): "- \(entity.words)"
        case .merged(let entity, let target): "> \(entity.words) is now \(target)"
        case .redirected(let id, nil, let to?): "> \(id) leads to \(to)"
        case .redirected(let id, let from?, nil): "> \(id) no longer leads to \(from)"
        case .redirected(let id, let from?, let to?): "> \(id) leads to \(to), no longer to \(from)"
        case .redirected(let id, nil, nil): "> \(id) leads nowhere"
        case .takenOut(let id): "- \(id) is taken out, of dictionaries behind this one too"
        case .noLongerTakenOut(let id): "- \(id) is no longer taken out of dictionaries behind this one"
        case .changed(let entity, let changes): (["~ \(entity.words)"] + changes.map { "    \($0)" }).joined(separator: "\n")
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension Entity {
    /// Type, id and label, for people: `person p1 "Javad Azari"`.
    public var words: String { "\(type == .unstated ? "entity" : type.text) \(id) \"\(label)\"" }
}

extension FieldChange: CustomStringConvertible {
    /// In words.
    public var description: String {
        switch self {
        case .type(let from, let to): "type: \(Self.shown(from.text)) → \(Self.shown(to.text))"
        case .nameAdded(let alias): "new \(alias.role == .alias ? "" : "\(alias.role.rawValue) ")name \"\(alias.text)\""
        case .nameRemoved(let alias): "no longer named \"\(alias.text)\""
        case .name(let text, let member, let from, let to): "\"\(text)\", \(member): \(Self.shown(from)) → \(Self.shown(to))"
        case .order: "names in another order"
        case .ref(let key, let from, let to): "\(key): \(Self.shown(from)) → \(Self.shown(to))"
        case .property(let key, let from, let to): "\(key): \(Self.shown(from)) → \(Self.shown(to))"
        }
    }

    private static func shown(_ text: String?) -> String { text.map { $0.isEmpty ? "not stated" : $0 } ?? "not stated" }

    /// A text, a list of texts, or the ids of a list of entities; anything else as JSON.
    private static func shown(_ value: JSON?) -> String {
        guard let value else { return "not stated" }
        let elements = value.array ?? [value], texts = elements.compactMap { $0.string ?? $0.object?["id"]?.string }
        return !texts.isEmpty && texts.count == elements.count ? texts.joined(separator: ", ") : value.text
    }
}
