/// Parts of names that decide how a scheme joins them: suffixes of family names, and given names that make compounds.
enum NameElements {
    /// Suffixes and endings that stand with the word before, by their notation.
    private static let suffixNotations = [
        "zāde(h)", "nežād", "pūr", "nīā", "far", "fard", "vand", "lū", "ābād", "ābādī", "maneš", "dūst", "xāh", "parast", "tabār", "kīā",
        "gar", "kār", "bāf", "bān", "dār", "panāh", "nūš", "aṣl", "zād", "šenās", "ṭalab", "jū", "gū", "sāz", "yār", "var", "parvar",
        "mand", "mehr", "āsā", "baxš", "gol", "xū", "xānī", "nežādī", "pūrī", "zādegān", "zāde(h)gān", "rād", "nīk", "sarā", "gīr",
    ]

    /// Suffixes that make family names, by their units.
    static let suffixes = Set(suffixNotations.compactMap { try? Reading($0).units })

    private static let bindingNotations = [
        "zāde(h)", "zādegān", "nežād", "nežādī", "pūr", "pūrī", "nīā", "far", "fard", "ābād", "ābādī", "parast", "dūst", "xāh", "tabār",
    ]

    /// Suffixes that belong to the word before even where a space is written: «حسین زاده», «علی آباد».
    static let bindingSuffixes = Set(bindingNotations.compactMap { try? Reading($0).units })

    private static let endingNotations = ["ī", "yī", "ān", "īān", "hā", "hāye", "am", "aš", "at", "īe(h)", "gān", "čī"]

    /// Endings, which are no words of their own, by their units.
    static let endings = Set(endingNotations.compactMap { try? Reading($0).units })

    private static let givenNotations = [
        "moḥammad", "ʿalī", "reżā", "ḥasan", "ḥoseyn", "aḥmad", "maḥmūd", "mahdī", "amīr", "ġolām", "javād", "bāqer", "ṣādeq", "jaʿfar",
        "taqī", "naqī", "kāẓem", "mūsá", "ʿīsá", "ebrāhīm", "esmāʿīl", "yūsef", "ʿabbās", "akbar", "aṣġar", "qāsem", "hādī", "hāšem",
        "ḥamīd", "saʿīd", "majīd", "vaḥīd", "rasūl", "nabī", "ṣāleḥ", "ʿalī-aṣġar", "ḥeydar", "šāh", "mīrzā", "seyyed", "seyed",
        "fāṭeme(h)", "zahrā", "zeynab", "maryam", "nāz", "sādāt", "ḥājj", "ḥājī", "moḥsen", "moṣṭafá", "mortażá", "mojtabá", "ʿemād",
        "ʿerfān", "ʿaṭā", "pāšā", "sām", "māhān", "pūyā", "ārīā", "ḥāfeẓ", "ṭāhā", "yāsīn", "ʿabd", "saʿd", "soleymān", "dāvūd",
    ]

    private static let sonNotations = ["ben", "ebn", "ebn-e", "bin", "bent", "bente", "valad", "valad-e"]

    /// Words for a son or a daughter, after which the parent's name stands.
    static let sons = Set(sonNotations.compactMap { try? Reading($0) })

    private static let rankNotations = [
        "xān", "xānom", "šāh", "mīrzā", "beyg", "beg", "bek", "begom", "pāšā", "āqā", "solṭān", "jān", "qolī",
    ]

    /// Ranks that stand after a given name, by their units.
    static let ranks = Set(rankNotations.compactMap { try? Reading($0).units })

    /// Given names that stand in compounds with one another, by their units: محمدرضا, علی‌اکبر.
    static let compoundGiven = Set(givenNotations.compactMap { try? Reading($0).units })
}
