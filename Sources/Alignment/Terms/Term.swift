internal import ICU

/// A distinct word, number or date of an article.
struct Term {
    enum Kind { case word, number, date }

    var kind: Kind
    /// Folded letters of a word; for a number or date what tells it from others.
    var form: Word
    /// What a lexicon may hold it under, likeliest first. A Persian date or number of one word has that word: «دوشنبه» is Monday,
    /// and Dushanbe; «پنج» is five, and the river Panj.
    var keys: [Word] = []
    var value = 0.0
    /// A number written as a word, or a very small one, says less.
    var isWeak = false
    var date: DateReading?
    /// Function words carry no evidence.
    var isStop = false
    /// Written in Latin letters, whatever the article's language.
    var isLatin = false
    /// How often it occurs, and how often with a capital where no sentence begins.
    var count = 0
    var capitals = 0
    var lowers = 0

    /// English: seen with a capital inside a sentence, and never without one.
    var isNameLike: Bool { capitals > 0 && lowers == 0 }
}

/// A term where it stands.
struct TermToken {
    var term: Int
    /// UTF-8 offsets in the article's text.
    var range: Range<Int>
    /// English: begins with a capital letter.
    var isCapital = false
    /// English: where any word would have a capital: at the start of a sentence or quotation, or in a headline that is set so.
    var isInitial = false
    /// Nothing but space between this and the token before it.
    var followsDirectly = false
    /// A hyphen ties it to the token before: "Seung-bok".
    var isHyphenated = false
}

/// What a sentence has of quotations.
struct Quotation: Equatable {
    /// It begins, holds or ends one.
    var isThere = false
    /// One that began earlier goes on at its start, or one that begins in it goes on after it.
    var opensBefore = false
    var opensAfter = false
}

/// An article as the search sees it.
struct TermedArticle {
    var language: Language
    var terms: [Term] = []
    /// Tokens of every sentence.
    var sentences: [[TermToken]] = []
    /// Letters and digits in every sentence: its length.
    var lengths: [Int] = []
    /// Quotations in every sentence.
    var quotes: [Quotation] = []
    /// Full dates with their year, in order of appearance.
    var datedDays: [CalendarDay] = []
}
