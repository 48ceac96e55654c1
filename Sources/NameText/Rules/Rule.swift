/// A step of normalization, by name. `Rule.all` lists every one.
public struct Rule: Hashable, Sendable {
    /// Short name, as `--explain` prints it: `arabic-letter`.
    public let name: String
    /// Why the rule exists, in one sentence.
    public let reason: String
    /// The profiles that obey it.
    public let profiles: [Profile]

    init(_ name: String, _ reason: String, profiles: [Profile] = Profile.allCases) {
        self.name = name
        self.reason = reason
        self.profiles = profiles
    }

    /// Where the rule stands in `all`.
    var index: Int { Rule.all.firstIndex(of: self)! }

    /// Every rule, in the order in which they are obeyed. Search obeys those of display too, then its own.
    public static let all: [Rule] = [
        markupEntity, presentationForm, visualOrder, composition, lookAlike,
        control, space, newline, tatweel, arabicLetter, urduLetter, pashtoLetter, kashmiriLetter, heWithHamza, finalKurdishHe, hamzaMark,
        repeatedMark, hamzaAfterHe, participleEnding, brokenJoiner, strayJoiner, arabicDigit, apostrophe, hyphen,
        persianDigit, persianPunctuation, punctuationSpace, quotes,
        knownWord, joinedWords, suffixJoiner, heEnding, oldHeEnding, pluralJoiner, verbJoiner, invertedName, capitals,
        searchCase, searchAccent, searchApostrophe, searchPunctuation, searchJoiner, searchMark, searchDigit, hamzaSeat, kurdishLetter,
        urduSound, pashtoSound, otherGaf, searchEmphasis, searchParts, searchJoined,
    ]
}

extension Rule {
    // Whole texts as they came.
    static let markupEntity = Rule("markup-entity", "a web page's way to write a character")
    static let presentationForm = Rule(
        "presentation-form", "old encodings store a letter's shape or a whole word as one character; the letters say the same")
    static let visualOrder = Rule("visual-order", "old encodings store Persian from left to right; the shapes of the letters show it")
    static let composition = Rule("composition", "a letter and its mark are one character where Unicode has one (NFC)")
    static let lookAlike = Rule("look-alike", "a letter of another script stands in a Latin word and looks like a Latin one")

    // Letters and signs of display.
    static let control = Rule("control", "direction marks and byte-order marks are not part of a name")
    static let space = Rule("space", "one plain space between words, none at the ends")
    static let newline = Rule("newline", "one kind of line end")
    static let tatweel = Rule("tatweel", "the lengthening stroke is decoration")
    static let arabicLetter = Rule("arabic-letter", "Persian has its own letter where Arabic keyboards write this one")
    static let urduLetter = Rule("urdu-letter", "an Urdu letter that looks like a Persian one")
    static let pashtoLetter = Rule("pashto-letter", "a Pashto or Kurdish letter that looks like a Persian one")
    static let kashmiriLetter = Rule("kashmiri-letter", "a letter with another hamza than Persian writes")
    static let heWithHamza = Rule("he-with-hamza", "the he of the ezafe is he with hamza above")
    static let finalKurdishHe = Rule("kurdish-he", "the Kurdish vowel at a word's end looks like he")
    static let hamzaMark = Rule("hamza-mark", "hamza over ye is the letter ئ")
    static let repeatedMark = Rule("repeated-mark", "the same mark twice over one letter")
    static let hamzaAfterHe = Rule("hamza-after-he", "a loose hamza after final he is the ezafe's hamza above it")
    static let participleEnding = Rule(
        "participle-ending", "te marbuta cannot end a Persian participle; old keyboards had it for he with hamza")
    static let brokenJoiner = Rule("broken-joiner", "old programs wrote this character for the zero-width non-joiner")
    static let strayJoiner = Rule(
        "stray-joiner", "a joiner that parts nothing: doubled, at a word's edge, or after a letter that does not join")
    static let arabicDigit = Rule("arabic-digit", "Persian has its own digits")
    static let apostrophe = Rule("apostrophe", "a key beside the apostrophe's was hit")
    static let hyphen = Rule("hyphen", "one plain hyphen")
    static let persianDigit = Rule("persian-digit", "Persian text takes Persian digits", profiles: [.display])
    static let persianPunctuation = Rule("persian-punctuation", "Persian text takes Persian punctuation", profiles: [.display])
    static let punctuationSpace = Rule("punctuation-space", "no space before a closing sign, one after it", profiles: [.display])
    static let quotes = Rule("quotes", "Persian text is quoted in «»", profiles: [.display])

    // Words.
    static let knownWord = Rule("known-word", "the dictionary of compounds has this word's spelling")
    static let joinedWords = Rule("joined-words", "the dictionary of compounds writes these as one word")
    static let suffixJoiner = Rule("suffix", "a family suffix belongs to the word before it")
    static let heEnding = Rule("he-ending", "this ending is written with a joiner after silent he")
    static let oldHeEnding = Rule("old-he-ending", "after silent he the ending is ای")
    static let pluralJoiner = Rule("plural", "the plural ending is written with a joiner")
    static let verbJoiner = Rule("verb-prefix", "می and نمی are written with a joiner before the verb")
    static let invertedName = Rule("inverted-name", "lists print the family name first, in capitals or before a comma")
    static let capitals = Rule("capitals", "lists print names in capitals")

    // Search alone.
    static let searchCase = Rule("fold-case", "capitals do not count in search", profiles: [.search])
    static let searchAccent = Rule("fold-accent", "accents do not count in search", profiles: [.search])
    static let searchApostrophe = Rule("fold-apostrophe", "apostrophes, hamza and ʿayn do not count in Latin", profiles: [.search])
    static let searchPunctuation = Rule("fold-punctuation", "punctuation parts words in search", profiles: [.search])
    static let searchJoiner = Rule("fold-joiner", "joiners are often lost, so search does without", profiles: [.search])
    static let searchMark = Rule("fold-mark", "vowel marks are rarely written", profiles: [.search])
    static let searchDigit = Rule("fold-digit", "one kind of digits", profiles: [.search])
    static let hamzaSeat = Rule("fold-hamza", "madda, hamza and its seat vary", profiles: [.search])
    static let kurdishLetter = Rule("fold-kurdish", "the Persian letter for a Kurdish one", profiles: [.search])
    static let urduSound = Rule("fold-urdu", "the Persian letter for an Urdu one", profiles: [.search])
    static let pashtoSound = Rule("fold-pashto", "the Persian letter for a Pashto one", profiles: [.search])
    static let otherGaf = Rule("fold-gaf", "the Persian letter for another language's gaf", profiles: [.search])
    static let searchEmphasis = Rule("fold-emphasis", "a letter three times in a row is emphasis", profiles: [.search])
    static let searchParts = Rule("fold-compound", "a compound given name is searched by its parts", profiles: [.search])
    static let searchJoined = Rule("fold-joined", "what belongs together is searched as one word", profiles: [.search])
}
