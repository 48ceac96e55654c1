/// What stands around a name and says what it names; words that no name begins with.
enum NameContext {
    /// Offices and courtesies that stand before a person's name and are no part of it.
    static let titles = words(
        """
        mr mrs ms miss dr prof professor president presidents minister ministers premier chancellor secretary spokesman spokeswoman
        spokesperson general gen major maj colonel col captain capt lieutenant lt brigadier admiral adm commander chief deputy
        vice senator sen representative rep governor gov mayor ambassador envoy judge justice ayatollah grand hojjatoleslam hojatoleslam
        hojjat hojat imam sheikh shaikh sheik king queen prince princess sultan emir sir lord lady pope bishop father sister rabbi mullah
        mawlawi maulana haj haji hajj hajji seyyed seyed sayyid syed director head leader foreign prime former lawmaker deputies
        lawyer attorney prosecutor coach striker defender midfielder goalkeeper analyst economist journalist reporter activist
        manager chairman chairwoman ceo founder actor actress singer author writer poet scientist engineer detective inspector officer
        police telecommunications interior defense defence intelligence health oil energy economy finance culture education
        """)

    /// Words that make what they stand in or beside an organization.
    static let organizations = words(
        """
        ministry organization organisation agency council committee commission party university college institute academy bank company
        corporation group union association federation club court parliament congress senate assembly corps guards guard army navy force
        forces police department office bureau foundation fund center centre hospital school network news times post newspaper airlines
        airline airways television radio press society front movement league team united inc ltd co
        """)

    /// Words that stand in the name of a place.
    static let places = words(
        """
        city province county district street square avenue river sea gulf lake mount mountain mountains island islands desert strait
        valley airport port bridge village town region peninsula bay ocean coast state republic kingdom
        """)

    /// Prepositions after which a name is most often of a place.
    static let beforePlaces = words("in at near from across throughout outside inside northern southern eastern western central")

    /// Small words that stand inside names.
    static let connectors = words("of the and for al el bin ben ibn de da di del della van von der la le du abu umm ol ul e")

    /// Persian words that stand inside a name without a counterpart.
    static let persianConnectors = words("و ال بن ابن ی های برای در")

    /// Days, months and other words that are written with a capital and are no names.
    static let notNames = words(
        """
        i the a an he she it they we you monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december god islam islamic muslim muslims christian christians jewish jews jew
        internet covid christmas new year
        """)

    private static func words(_ text: String) -> Set<Word> {
        Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Word($0) })
    }

    /// What a name of several words most likely names.
    ///
    /// - Parameters:
    ///   - before: the word before it, folded; `after` the one behind.
    ///   - bySound: whether all of it is rendered by sound in the other language.
    static func kind(of words: [Word], before: Word?, after: Word?, isAcronym: Bool, bySound: Bool) -> NameLink.Kind {
        if words.contains(where: { organizations.contains($0) }) { return .organization }
        if words.contains(where: { places.contains($0) }) { return .place }
        if let before, titles.contains(before) { return .person }
        if isAcronym { return .organization }
        if let after, organizations.contains(after) { return .organization }
        if let before, beforePlaces.contains(before), words.count < 3 { return .place }
        if words.count > 1, bySound { return .person }
        return .other
    }
}
