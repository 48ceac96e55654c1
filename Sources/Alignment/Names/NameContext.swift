/// What stands around a name and says what it names; words that no name begins with.
enum NameContext {
    /// Offices, courtesies and trades that stand before a person's name and are no part of it.
    static let titles = words(
        """
        mr mrs ms miss dr prof professor president presidents minister ministers premier chancellor secretary spokesman spokeswoman
        spokesperson general gen major maj colonel col captain capt lieutenant lt brigadier admiral adm commander chief deputy sergeant sgt
        vice senator sen representative rep governor gov mayor ambassador envoy judge justice ayatollah grand hojjatoleslam hojatoleslam
        hojjat hojat sheikh shaikh sheik king queen prince princess sultan emir sir lord lady pope bishop father sister rabbi mullah
        mawlawi maulana haj haji hajj hajji masht seyyed seyed sayyid syed director head leader prime former lawmaker deputies
        lawyer attorney prosecutor coach striker defender midfielder goalkeeper forward analyst economist journalist reporter activist
        manager chairman chairwoman ceo founder actor actress singer author writer poet scientist engineer detective inspector officer
        critic cinematographer filmmaker farmer novelist referee official delegate historian archaeologist surgeon nurse teacher
        """)

    /// Fields of an office: a title before "Minister", part of a name beside "Ministry".
    static let departments = words(
        """
        foreign police telecommunications interior defense defence intelligence health oil energy economy finance culture education
        justice agriculture labor labour transport trade industry sports
        """)

    /// Prepositions after which a name is most often of a place.
    static let beforePlaces = words(
        "in at near from across throughout outside inside northern southern eastern western central toward towards")

    /// Verbs that people do.
    static let speech = words(
        "said says told tells added adds believes recalls warned warns explained explains asked wrote writes remembers who whose")

    /// Small words that stand inside names.
    static let connectors = words("of the and for in al el bin ben ibn de da di del della van von der la le du abu umm ol ul e")

    /// Those of them that only a name with a generic word holds: "Ministry of", "Institute for".
    static let genericConnectors = words("of the and for in")

    /// Persian words that stand inside a name without a counterpart.
    static let persianConnectors = words("و ال بن ابن ی های برای در از")

    /// Days, months and other words that are written with a capital and are no names.
    static let notNames = words(
        """
        i the a an he she it they we you monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december god islam islamic muslim muslims christian christians jewish jews jew
        internet covid christmas
        """)

    private static func words(_ text: String) -> Set<Word> {
        Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Word($0) })
    }

    /// What a name most likely names.
    ///
    /// - Parameters:
    ///   - before: the word before it, folded; `after` the one behind.
    ///   - persianBefore: the Persian word before its counterpart; `persianFirst` the one with which that begins.
    ///   - bySound: whether all of it is rendered by sound in the other language.
    static func kind(
        of words: [Word], before: Word?, after: Word?, persianBefore: Term?, persianFirst: Term?, isAcronym: Bool, bySound: Bool
    ) -> (kind: NameLink.Kind, isSure: Bool) {
        // The last generic word says it in "Khatam University", the first in "University of the Lake".
        let generic = words.compactMap(GenericWords.kind)
        if let kind = words.first.flatMap(GenericWords.kind) ?? generic.last { return (kind, true) }
        if let persianFirst, words.count > 1 || !bySound, let kind = GenericWords.kind(persian: persianFirst) { return (kind, true) }
        if let before, titles.contains(before) { return (.person, true) }
        if let persianBefore, let kind = GenericWords.kind(persian: persianBefore) { return (kind, true) }
        if isAcronym { return (.organization, true) }
        if let after, let kind = GenericWords.kind(after) { return (kind, false) }
        if let after, speech.contains(after) { return (.person, true) }
        if let before, beforePlaces.contains(before), words.count < 3 { return (.place, false) }
        if words.count > 1, bySound { return (.person, false) }
        return (.other, false)
    }
}
