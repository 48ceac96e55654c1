/// The formats that dictionaries are exchanged in.
public enum ExchangeFormat: String, Sendable, CaseIterable {
    /// A name a line, tab between cells.
    case table
    /// A name a line, commas between cells.
    case csv
    /// A name a line, an entity's cells only on its first: OpenRefine's records.
    case openRefine = "openrefine"
    /// FollowTheMoney entities, a JSON object a line.
    case followTheMoney = "ftm"
    /// SKOS concepts in Turtle.
    case skosTurtle = "skos-turtle"
    /// SKOS concepts in JSON-LD.
    case skosJSON = "skos-jsonld"
    /// TermBase eXchange, ISO 30042.
    case tbx
    /// Wikidata's JSON dump, an item a line.
    case wikidata
    /// GeoNames' alternateNames table.
    case geonames
    /// OFAC's SDN list: sdn.csv and alt.csv, or sdn.xml.
    case ofac
    /// The United Nations Security Council's consolidated list in XML.
    case unitedNations = "un"
    /// The European Union's consolidated list in XML.
    case europeanUnion = "eu"

    /// Whether dictionaries are written in it.
    public var isWritten: Bool {
        switch self {
        case .table, .csv, .openRefine, .followTheMoney, .skosTurtle, .skosJSON, .tbx, .geonames: true
        default: false
        }
    }
}
