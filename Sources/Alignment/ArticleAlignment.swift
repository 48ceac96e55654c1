public import ICU

/// What corresponds in a pair of articles.
public struct ArticleAlignment: Sendable {
    /// The English article.
    public var english: Article
    /// The Persian article.
    public var persian: Article
    /// All sentences of both sides, each in one bead, in English order; Persian sentences that stand alone follow what they follow there.
    public var beads: [Bead]
    /// What a reader should know about the input, such as that the two files were given in the wrong order.
    public var remarks: [Remark]

    /// Something about the input that is not as it should be; the alignment goes on.
    public enum Remark: Hashable, Sendable {
        /// The English file is Persian and the other way round; they were exchanged.
        case swapped
        /// Both texts are in one language; nothing was aligned.
        case sameLanguage(Language)
        /// A side has no sentence.
        case emptySide
        /// Nothing corresponds.
        case nothingInCommon
    }

    /// An alignment as it is found.
    public init(english: Article, persian: Article, beads: [Bead], remarks: [Remark] = []) {
        self.english = english
        self.persian = persian
        self.beads = beads
        self.remarks = remarks
    }
}
