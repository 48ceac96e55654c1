internal import ICU

/// The sections of a compiled dictionary of entities, and what their records hold; `docs/compiled-form.md` draws them.
enum EntityLayout {
    /// Ids by entity.
    static let ids = "entities.ids"
    /// Entities by id; an id that was merged leads to the entity that took it in.
    static let byID = "entities.by-id"
    /// Ids that are no entities any more, here and in dictionaries behind this one; only where there are any.
    static let removed = "entities.removed"
    /// An entity a record, and one more that marks the end.
    static let records = "entities.records"
    /// JSON by entity: what has no place in the records.
    static let details = "entities.details"
    /// Spellings by alias; an entity's aliases stand together.
    static let texts = "aliases.texts"
    /// An alias a record.
    static let aliases = "aliases.records"
    /// Aliases by the search form of their spelling.
    static let exact = "aliases.by-spelling"

    /// First alias (32 bits), type (8), nothing (8), year of birth (16).
    static let recordLength = 8
    /// Entity (32 bits), role (8), script (8), count (16).
    static let aliasLength = 8

    /// A type's place here is its number in a record; one that is not here is spelled in the details.
    static let types: [EntityType] = [.unstated, .person, .organization, .place, .name]
    /// A role's place here is its number in a record.
    static let roles: [Alias.Role] = [.preferred, .alias, .weak, .historical, .misspelling]
    /// A script's place here is its number in a record; of another one, the letters tell.
    static let scripts: [Script] = [.common, .latin, .arabic, .cyrillic, .greek, .hebrew, .armenian]
    static let otherScript: UInt8 = 255
    /// The number of a type that is spelled in the details.
    static let otherType: UInt8 = 255
    /// The year of birth of those who have none.
    static let noYear = Int16.min
}
