internal import Lexicon

/// GeoNames' table of alternate names (`alternateNamesV2.txt` or the older one): no header, tab between cells.
enum GeoNames {
    // alternateNameId, geonameid, isolanguage, name, isPreferredName, isShortName, isColloquial, isHistoric, from, to
    private static let columns = [8, 10]
    /// What stands in the column of languages and is none.
    private static let refs: [String: String] = [
        "wkdt": "wikidata", "iata": "iata", "icao": "icao", "faac": "faac", "unlc": "unlocode", "tcid": "tcid",
    ]

    static func read(_ path: String, languages: Set<String>?, _ report: (ExchangeProblem) -> Void) throws -> EntityCollection {
        var lines = try LineReader(path), gatherer = EntityGatherer()
        while let bytes = try lines.next() {
            guard !bytes.isEmpty else { continue }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                report(ExchangeProblem(.malformed(expected: "UTF-8"), file: path, line: lines.line))
                continue
            }
            var cells = text.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { String(Substring($0)) }
            guard columns.contains(cells.count), !cells[1].isEmpty, !cells[3].isEmpty else {
                report(ExchangeProblem(.malformed(expected: "8 or 10 cells, not \(cells.count),"), file: path, line: lines.line))
                continue
            }
            while cells.count < 10 { cells.append("") }
            add(cells, languages, to: &gatherer)
        }
        return gatherer.collection
    }

    private static func add(_ cells: [String], _ languages: Set<String>?, to gatherer: inout EntityGatherer) {
        let language = cells[2]
        let isName = refs[language] == nil && !["link", "post", "phon", "piny", "abbr"].contains(language)
        if isName, let languages, !languages.contains(language) { return }
        gatherer.begin(EntityID("geonames:\(cells[1])"), type: .place)
        gatherer.current.refs["geonames"] = cells[1]
        gatherer.current.sources = ["geonames"]
        if let ref = refs[language], gatherer.current.refs[ref] == nil || gatherer.current.refs[ref] == cells[3] {
            gatherer.current.refs[ref] = cells[3]
            return
        }
        // What may stand several times, and a second code of a kind.
        if listed.contains(language) { return gatherer.current.properties.add(.string(cells[3]), to: language) }
        let isHistoric = cells[7] == "1", isPreferred = cells[4] == "1"
        var alias = Alias(cells[3], role: isHistoric ? .historical : isPreferred ? .preferred : .alias)
        alias.language = language.isEmpty ? nil : language
        alias.properties[rowNumber] = .string(cells[0])
        for (key, cell) in zip(["short", "colloquial"], cells[5...6]) where cell == "1" { alias.properties[key] = .bool(true) }
        for (key, cell) in zip(["from", "to"], cells[8...9]) where !cell.isEmpty { alias.properties[key] = .string(cell) }
        gatherer.add(alias, statesRole: isHistoric || isPreferred)
    }

    /// Codes of no language whose values stand in a property's list.
    private static let listed = Set(refs.keys).union(["link", "post"])
    /// The property of a name with the number of its row.
    private static let rowNumber = "alternateNameId"

    /// Writes the places that have a GeoNames id, as the table has them; rows without a number are numbered after the others.
    static func write(_ dictionary: EntityCollection, _ report: (ExchangeProblem) -> Void, _ put: (String) throws -> Void) throws {
        func numbers(_ alias: Alias) -> [String] { texts(alias.properties[rowNumber]) }
        var row = dictionary.entities.lazy.flatMap(\.names).flatMap { numbers($0).compactMap { Int($0) } }.max() ?? 0, left = 0
        for entity in dictionary.entities {
            guard let id = entity.refs["geonames"] else {
                left += 1
                continue
            }
            func write(_ number: String?, _ language: String, _ text: String, _ flags: [Bool], _ dates: [String] = ["", ""]) throws {
                if number == nil { row += 1 }
                let cells = [number ?? String(row), id, language, text] + flags.map { $0 ? "1" : "" } + dates
                try put(cells.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t") + "\n")
            }
            for alias in entity.names {
                let flags = [
                    alias.role == .preferred, alias.properties["short"] == .bool(true), alias.properties["colloquial"] == .bool(true),
                    alias.role == .historical,
                ]
                let languages = alias.properties["languages"].map(texts) ?? [alias.language ?? ""], numbers = numbers(alias)
                for (index, language) in languages.enumerated() {
                    let dates = ["from", "to"].map { texts(alias.properties[$0]).first ?? "" }
                    try write(index < numbers.count ? numbers[index] : nil, language, alias.text, flags, dates)
                }
            }
            for code in listed.sorted() {
                let values = [refs[code].flatMap { entity.refs[$0] }].compactMap(\.self) + texts(entity.properties[code])
                for value in values { try write(nil, code, value, [false, false, false, false]) }
            }
        }
        let further = dictionary.entities.count { $0.refs["geonames"] != nil && saysMore($0) }
        for (what, count) in [("entities without a GeoNames id", left), ("what else is said of entities that have one", further)]
        where count > 0 {
            report(ExchangeProblem(.noPlace(for: what, count: count), file: "GeoNames"))
        }
        dictionary.reportMergedAndRemoved("GeoNames", report)
    }

    /// Whether an entity has something that the table has no column for.
    private static func saysMore(_ entity: Entity) -> Bool {
        let ofNames: Set = [rowNumber, "languages", "short", "colloquial", "from", "to"]
        return entity.type != .place || entity.id.rawValue != "geonames:" + (entity.refs["geonames"] ?? "") || !entity.fields.isEmpty
            || !["geonames"].elementsEqual(entity.sources) || !Set(entity.refs.keys).isSubset(of: Set(refs.values).union(["geonames"]))
            || !Set(entity.properties.members.map(\.key)).isSubset(of: listed)
            || entity.names.contains { name in
                [.weak, .misspelling].contains(name.role) || !name.sources.isEmpty
                    || !Set(name.properties.members.map(\.key)).isSubset(of: ofNames)
                    || name.count != max(1, texts(name.properties["languages"]).count)
            }
    }

    private static func texts(_ value: JSON?) -> [String] { value.map { ($0.array ?? [$0]).compactMap(\.string) } ?? [] }
}
