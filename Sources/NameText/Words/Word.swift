/// What the vocabulary knows of a word or of two words.
struct Word: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    /// و, از, the: a text that holds one is no bare name.
    static let function = Word(rawValue: 1 << 0)
    /// شد, شده: after زاده they make a verb of it.
    static let auxiliary = Word(rawValue: 1 << 1)
    /// Belongs to the word before it, in names.
    static let suffix = Word(rawValue: 1 << 2)
    /// Belongs to the word after it, in names.
    static let prefix = Word(rawValue: 1 << 3)
    /// A suffix that is also a participle: زاده.
    static let participle = Word(rawValue: 1 << 4)
    /// Some pair begins with this word.
    static let startsPair = Word(rawValue: 1 << 5)
    /// One word that search spells otherwise than it stands.
    static let respelled = Word(rawValue: 1 << 23)
    /// The rarer word of some pair: without it there is no pair.
    static let halfPair = Word(rawValue: 1 << 22)
    /// Two words that are written as one in any text.
    static let pair = Word(rawValue: 1 << 6)
    /// Two words that are written as one in names.
    static let namePair = Word(rawValue: 1 << 7)
    /// One word whose spelling the vocabulary gives.
    static let spelled = Word(rawValue: 1 << 8)
    /// One word that is searched by its parts.
    static let parted = Word(rawValue: 1 << 9)
    /// ای, اند, ام: endings after silent he.
    static let heEnding = Word(rawValue: 1 << 10)
    /// ها and its kin.
    static let plural = Word(rawValue: 1 << 11)
    /// می, نمی.
    static let verbPrefix = Word(rawValue: 1 << 12)
    /// A given name.
    static let given = Word(rawValue: 1 << 13)
    /// A family name, or what one begins with.
    static let family = Word(rawValue: 1 << 14)
    /// An abbreviation in capitals: IRNA.
    static let acronym = Word(rawValue: 1 << 15)
    /// A title or an honorific, alone.
    static let title = Word(rawValue: 1 << 16)
    static let honorific = Word(rawValue: 1 << 17)
    /// What follows a name out of respect, or Jr.
    static let after = Word(rawValue: 1 << 18)
    /// Some longer title begins so.
    static let startsTitle = Word(rawValue: 1 << 19)
    /// A small word inside names: بن, ol, van.
    static let particle = Word(rawValue: 1 << 20)
    /// A suffix that joins without a joiner.
    static let solid = Word(rawValue: 1 << 21)

    /// What makes the words of a text worth a second look.
    static let interesting: Word = [
        .suffix, .prefix, .halfPair, .spelled, .parted, .heEnding, .plural, .verbPrefix,
    ]

    /// What makes search plan the words; a compound alone it takes apart at once.
    static let planned: Word = [.suffix, .prefix, .halfPair, .heEnding, .plural, .verbPrefix, .respelled]
}
