/// A name, date or number of the English article and its counterpart in the Persian one.
public struct NameLink: Hashable, Sendable {
    /// What is named.
    public enum Kind: String, Sendable, CaseIterable {
        case person, place, organization, date, number
        /// A name of something else, or of which the articles do not show what it names.
        case other
    }

    /// Where a name stands and what it says there.
    public struct Mention: Hashable, Sendable {
        /// As the article writes it.
        public var text: String
        /// UTF-8 offsets in the article's text.
        public var range: Range<Int>

        /// A mention at a place of an article.
        public init(text: String, range: Range<Int>) {
            self.text = text
            self.range = range
        }
    }

    /// The English mention.
    public var english: Mention
    /// The Persian mention.
    public var persian: Mention
    /// What is named.
    public var kind: Kind
    /// The dictionary's id, when one of the dictionaries has the entity.
    public var entity: String?
    /// The same number for all mentions of one thing in an article; 0 for dates and numbers.
    public var group: Int
    /// How sure the two are the same, 0...1.
    public var score: Double

    /// A link as it is found.
    public init(english: Mention, persian: Mention, kind: Kind, entity: String? = nil, group: Int = 0, score: Double) {
        self.english = english
        self.persian = persian
        self.kind = kind
        self.entity = entity
        self.group = group
        self.score = score
    }
}
