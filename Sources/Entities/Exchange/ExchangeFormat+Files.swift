internal import Lexicon

extension ExchangeFormat {
    /// What to take from a format that holds more than a dictionary needs.
    public struct Selection: Sendable {
        /// The languages whose names are read, for formats that say them; nil is all.
        public var languages: [String]?
        /// The languages in which an item must have a name.
        public var needed: [String]

        /// Names in some languages, of items that have one in each of the needed ones.
        public init(languages: [String]? = nil, needed: [String] = []) {
            self.languages = languages
            self.needed = needed
        }
    }

    /// Reads files of this format; what cannot be carried goes to `report`, every entity and redirect to `each`, as soon as it is whole.
    ///
    /// - Throws: `FileError`, `ExchangeProblem` when a file is not of the format at all, and what `each` throws.
    public func read(
        _ paths: [String], _ selection: Selection = Selection(), report: (ExchangeProblem) -> Void, each: (EntityLine) throws -> Void
    ) throws {
        if self == .ofac { return try OFAC.read(paths, report, each: each) }
        for path in paths {
            switch self {
            case .table: try Self.give(AliasTable(layout: .init(separator: "\t")).read(path, report), to: each)
            case .csv, .openRefine: try Self.give(AliasTable(layout: .init(separator: nil)).read(path, report), to: each)
            case .followTheMoney: try FollowTheMoney.read(path, report, each: each)
            case .skosTurtle: try Self.give(SKOS.dictionary(in: TurtleReader.triples(in: readFile(path), file: path)), to: each)
            case .skosJSON: try Self.give(SKOS.dictionary(in: JSONLD.triples(in: readFile(path), file: path)), to: each)
            case .tbx: try TBX.read(path, report, each: each)
            case .wikidata:
                try Wikidata.read(path, languages: selection.languages ?? ["fa", "en"], needed: selection.needed, report, each: each)
            case .geonames: try Self.give(GeoNames.read(path, languages: selection.languages.map(Set.init), report), to: each)
            case .unitedNations: try UnitedNations.read(path, report, each: each)
            case .europeanUnion: try EuropeanUnion.read(path, report, each: each)
            case .ofac: preconditionFailure("\(rawValue) is not read so")
            }
        }
    }

    private static func give(_ dictionary: EntityCollection, to each: (EntityLine) throws -> Void) rethrows {
        for entity in dictionary.entities { try each(.entity(entity)) }
        for (from, to) in dictionary.redirects.sorted(by: { $0.key < $1.key }) { try each(.redirect(from: from, to: to)) }
        for id in dictionary.removed.sorted() { try each(.removed(id)) }
    }

    /// Gives a dictionary's text in this format, piece by piece, to `put`; what the format has no place for goes to `report`.
    public func write(
        _ dictionary: EntityCollection, report: (ExchangeProblem) -> Void, _ put: (String) throws -> Void
    ) throws {
        switch self {
        case .table, .csv, .openRefine:
            try AliasTable(layout: .init(separator: self == .table ? "\t" : ",", isGrouped: self == .openRefine)).write(dictionary, put)
            dictionary.reportMergedAndRemoved(rawValue, report)
        case .followTheMoney: try FollowTheMoney.write(dictionary, report, put)
        case .skosTurtle: try TurtleWriter.write(SKOS.concepts(of: dictionary), put)
        case .skosJSON: try JSONLD.write(SKOS.concepts(of: dictionary), put)
        case .tbx: try TBX.write(dictionary, report, put)
        case .geonames: try GeoNames.write(dictionary, report, put)
        case .wikidata, .ofac, .unitedNations, .europeanUnion: preconditionFailure("\(rawValue) is not written")
        }
    }
}

extension EntityCollection {
    /// Says that a format has no place for lines that are no entities.
    func reportMergedAndRemoved(_ format: String, _ report: (ExchangeProblem) -> Void) {
        for (what, count) in [("redirects", redirects.count), ("removed ids", removed.count)] where count > 0 {
            report(ExchangeProblem(.noPlace(for: what, count: count), file: format))
        }
    }
}
