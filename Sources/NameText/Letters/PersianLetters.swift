/// The letters of the Arabic script: as Persian writes them, and as search folds them.
enum PersianLetters {
    /// Letters after which the line breaks off.
    static let final = "اآأإٱدذرزژوؤءۀةۃەٲٳٵٶٷۆۇۈۉۊۋۅۄۏړڑڈډڊڋڌڍڎڏڐڒڔڕږڗڙۮۯݙݚݛے\u{06D3}"

    /// Letters that other languages' keyboards leave in Persian text: they look alike, and Persian writes another.
    static let written: [(rule: Rule, pairs: [(from: String, to: String)])] = [
        (
            .arabicLetter,
            [
                ("ي", "ی"), ("ى", "ی"), ("ك", "ک"), ("ٱ", "ا"), ("ڪ", "ک"), ("ؽ", "ی"), ("ؾ", "ی"), ("ؿ", "ی"),
            ]
        ),
        (.urduLetter, [("ہ", "ه"), ("ھ", "ه"), ("ے", "ی"), ("ۃ", "ة"), ("ۂ", "ه\u{0654}"), ("\u{06D3}", "ئ"), ("ۿ", "ه")]),
        (.pashtoLetter, [("ګ", "گ"), ("ۍ", "ی"), ("ې", "ی"), ("ۑ", "ی")]),
        (.kashmiriLetter, [("ٲ", "أ"), ("ٳ", "إ"), ("ٵ", "أ"), ("ٶ", "ؤ"), ("ٸ", "ئ")]),
        (.heWithHamza, [("ۀ", "ه\u{0654}")]),
    ]

    /// Letters that differ in print and are one when searching.
    static let folded: [(rule: Rule, pairs: [(from: String, to: String)])] = [
        (.hamzaSeat, [("آ", "ا"), ("أ", "ا"), ("إ", "ا"), ("ؤ", "و"), ("ئ", "ی"), ("ة", "ه"), ("ء", "")]),
        // ە is a vowel of Kurdish; at the end of a word Persian prints it as ه too: see `DisplayLetters`.
        (
            .kurdishLetter,
            [
                ("ە", "ه"), ("ێ", "ی"), ("ۆ", "و"), ("ۊ", "و"), ("ڕ", "ر"), ("ڵ", "ل"), ("ڤ", "و"), ("ۋ", "و"), ("ۇ", "و"), ("ۈ", "و"),
                ("ۉ", "و"), ("ۅ", "و"), ("ۏ", "و"),
            ]
        ),
        (.urduSound, [("ٹ", "ت"), ("ڈ", "د"), ("ڑ", "ر"), ("ں", "ن")]),
        (.pashtoSound, [("ټ", "ت"), ("ډ", "د"), ("ړ", "ر"), ("ږ", "ژ"), ("ښ", "ش"), ("ڼ", "ن"), ("ځ", "ز"), ("څ", "چ")]),
        (.otherGaf, [("ڭ", "گ"), ("ݣ", "گ"), ("ڨ", "گ")]),
    ]

    /// Vowel marks, and the marks of Quran printing.
    static let marks =
        "\u{064B}\u{064C}\u{064D}\u{064E}\u{064F}\u{0650}\u{0651}\u{0652}\u{0656}\u{0657}\u{0658}\u{0659}\u{065A}"
        + "\u{065B}\u{065C}\u{065D}\u{065E}\u{065F}\u{0670}\u{0610}\u{0611}\u{0612}\u{0613}\u{0614}\u{0615}\u{0616}\u{0617}\u{0618}"
        + "\u{0619}\u{061A}\u{06D6}\u{06D7}\u{06D8}\u{06D9}\u{06DA}\u{06DB}\u{06DC}\u{06DF}\u{06E0}\u{06E1}\u{06E2}\u{06E3}\u{06E4}"
        + "\u{06E7}\u{06E8}\u{06EA}\u{06EB}\u{06EC}\u{06ED}"

    /// Madda above, hamza above, hamza below.
    static let hamzas = "\u{0653}\u{0654}\u{0655}"

    /// The thirty-two letters and their fellows that stay as they are in print.
    static let plain = "آأؤإئءابةتثجحخدذرزسشصضطظعغفقلمنهوپچژکگی"
}
