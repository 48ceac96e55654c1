extension Scheme {
    /// The id by which the program names a scheme; a user's own may be anything.
    public struct ID: RawRepresentable, Hashable, Sendable {
        /// The id itself, such as `bgn-pcgn-1958`.
        public let rawValue: String

        /// The scheme of this id.
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Scheme.ID: CustomStringConvertible {
    /// The id itself.
    public var description: String { rawValue }

    /// The habit of English-language newspapers.
    public static let practical = Self(rawValue: "practical")
    /// BGN/PCGN 1958 System for Persian.
    public static let bgnPCGN1958 = Self(rawValue: "bgn-pcgn-1958")
    /// United Nations 1967.
    public static let un1967 = Self(rawValue: "un-1967")
    /// United Nations 2012, Iran's broad transcription.
    public static let un2012 = Self(rawValue: "un-2012")
    /// American Library Association and Library of Congress, 2012.
    public static let alaLC = Self(rawValue: "ala-lc")
    /// Deutsche Morgenländische Gesellschaft.
    public static let dmg = Self(rawValue: "dmg")
    /// International Journal of Middle East Studies.
    public static let ijmes = Self(rawValue: "ijmes")
    /// Encyclopaedia Iranica.
    public static let iranica = Self(rawValue: "iranica")
    /// English Wiktionary's Persian transliteration.
    public static let wiktionary = Self(rawValue: "wiktionary")
    /// The US intelligence community's standard for personal names, 2015.
    public static let ic2015 = Self(rawValue: "ic-2015")
    /// The US intelligence community's standard for personal names, 2004.
    public static let ic2004 = Self(rawValue: "ic-2004")
    /// ISO 233-3.
    public static let iso2333 = Self(rawValue: "iso-233-3")
    /// UniPers.
    public static let unipers = Self(rawValue: "unipers")
    /// The machine-readable zone of passports, ICAO Doc 9303.
    public static let icao9303 = Self(rawValue: "icao-9303")
    /// The International Phonetic Alphabet, broad.
    public static let ipa = Self(rawValue: "ipa")

    /// Every scheme that ships, in the order in which the program lists them.
    public static let shipped: [Self] = [
        .practical, .bgnPCGN1958, .un1967, .un2012, .alaLC, .dmg, .ijmes, .iranica, .wiktionary, .ic2015, .ic2004, .iso2333, .unipers,
        .icao9303, .ipa,
    ]
}
