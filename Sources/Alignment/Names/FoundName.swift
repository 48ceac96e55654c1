/// A link before it is known what it names in the whole article.
struct FoundName {
    var english: Range<Int>
    var persian: Range<Int>
    var kind: NameLink.Kind
    /// Whether the kind follows from the name, its context or a dictionary, and is no guess.
    var isKindSure = false
    var score: Double
    /// Ids of the dictionary's entities that both spellings are of.
    var entities: [String] = []
    /// The one of them that is truly called so, where the others only may be; nil when none is, or several are.
    var certain: String?
    /// The folded words of the English name.
    var words: [Word] = []
}
