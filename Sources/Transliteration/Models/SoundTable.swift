/// What each Persian letter may stand for, and how each of its sounds is spelled in Latin by those who write names.
///
/// From the letters of the schemes and the habits of the press; the commonest spelling first. How common each is, is learnt from pairs.
enum SoundTable {
    /// What a sound does to its surroundings.
    enum Kind: UInt8 {
        case consonant
        /// A vowel that the letter itself writes.
        case vowel
        /// A letter that is written and not heard, after a consonant: `(v)` in خواجه.
        case silent
        /// The final ه that only carries a vowel.
        case silentHe
        /// A vowel carried by ا at the start of a segment.
        case initial
        /// The ا that carries a long vowel written by the next letter.
        case carrier
        /// The vowel of the article.
        case article
        /// The ل of the article.
        case lam
        case space
    }

    typealias Row = (letter: Unicode.Scalar, sound: String, kind: Kind, spellings: String)

    static let consonants: [Row] = [
        ("ب", "b", .consonant, "b p"), ("پ", "p", .consonant, "p b"), ("ت", "t", .consonant, "t th d"), ("ث", "s̱", .consonant, "s th"),
        ("ج", "j", .consonant, "j dj g dzh c ch zh"), ("چ", "č", .consonant, "ch tch c sh tsch"), ("ح", "ḥ", .consonant, "h _ kh"),
        ("خ", "x", .consonant, "kh k h x ch q"), ("د", "d", .consonant, "d t"), ("ذ", "ẕ", .consonant, "z dh d"),
        ("ر", "r", .consonant, "r rh"),
        ("ز", "z", .consonant, "z s"), ("ژ", "ž", .consonant, "zh j z g jh"), ("س", "s", .consonant, "s c z"),
        ("ش", "š", .consonant, "sh ch s sch"), ("ص", "ṣ", .consonant, "s"), ("ض", "ż", .consonant, "z dh d"), ("ط", "ṭ", .consonant, "t"),
        ("ظ", "ẓ", .consonant, "z dh"), ("ع", "ʿ", .consonant, "_ a e"), ("غ", "ġ", .consonant, "gh q g k kh"),
        ("ف", "f", .consonant, "f ph v"), ("ق", "q", .consonant, "gh q k g kh qh c x"), ("ک", "k", .consonant, "k c ck q kh"),
        ("گ", "g", .consonant, "g gu gh k"), ("ل", "l", .consonant, "l"), ("م", "m", .consonant, "m n"), ("ن", "n", .consonant, "n m"),
        ("و", "v", .consonant, "v w f u"), ("ه", "h", .consonant, "h _"), ("ی", "y", .consonant, "y i _ j e iy yi ii ie"),
        ("ء", "ʾ", .consonant, "_ e a"), ("ئ", "ʾʸ", .consonant, "_ y e i a"), ("ؤ", "ʾʷ", .consonant, "_ o u ou w"),
        // کس stands for x: the second letter takes all of it.
        ("س", "s", .consonant, "x"),
    ]

    static let vowels: [Row] = [
        ("ا", "ā", .vowel, "a aa o e u ah"), ("و", "ū", .vowel, "ou u oo o ow uo w ue"), ("و", "ow", .vowel, "ow o ou au ov aw av oh ao"),
        ("و", "o(v)", .vowel, "o u ou oo"), ("ی", "ī", .vowel, "i ee y e ie ii iy ea ey ei yi ih ye eey j"),
        ("ی", "ey", .vowel, "ey ei ay ai e i ee eh ej aey"), ("ی", "á", .vowel, "a"), ("و", "(v)", .silent, "_ v w u o"),
        ("ه", "(h)", .silentHe, "h _"),
    ]

    /// What ا does at the start of a segment, and, with a boundary before it, inside a word whose parts are written solid.
    static let initials: [Row] = [
        ("ا", "a", .initial, "a e aa"), ("ا", "e", .initial, "e i a"), ("ا", "o", .initial, "o u ou a"), ("ا", "ā", .initial, "a aa o"),
        ("ا", "", .carrier, "_"),
    ]

    static let article: [Row] = [
        ("ا", "o", .article, "o e a u oo ou _"), ("ل", "l", .lam, "l _ d r z s n t sh"),
    ]

    /// The vowel after a consonant, which no letter writes.
    static let slots: [(sound: String, spellings: String)] = [
        ("", "_"), ("a", "a e aa ah u o"), ("e", "e i a eh ee y"), ("o", "o u ou oo a ow"), ("â", "a aa o e u _"),
    ]

    /// Words in which an ā is not written, and after how many of their letters it is heard.
    static let unwrittenAlef: [(word: String, after: Int)] = [("الله", 3), ("رحمن", 3), ("اسمعیل", 3), ("اسحق", 3)]

    /// Nouns that follow the article in names and titles, long enough that ال before them is nothing else.
    static let articleNouns = [
        "دین", "عابدین", "سادات", "ملوک", "ملک", "دوله", "سلطنه", "سلطان", "زمان", "نساء", "نسا", "حسن", "حسین", "فضل", "قاسم", "فتح",
        "زهرا", "کریم",
        "رحیم", "رحمن", "رحمان", "حمید", "مجید", "عزیز", "غفار", "ستار", "جبار", "قادر", "صمد", "واحد", "وهاب", "خالق", "رزاق", "اسلام",
        "ایمان", "ممالک",
        "شعرا", "علما", "شریعه", "حکما", "اطبا", "ائمه", "اشراف", "تجار", "ذاکرین", "واعظین", "محدثین", "متکلمین", "عارفین", "کتاب",
        "مجاهدین",
    ]
}
