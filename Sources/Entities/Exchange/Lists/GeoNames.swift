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
        if let ref = refs[language] {
            gatherer.current.refs[ref] = cells[3]
            return
        }
        if ["link", "post"].contains(language) {
            let values = gatherer.current.properties[language]?.array ?? []
            gatherer.current.properties[language] = .array(values + [.string(cells[3])])
            return
        }
        let isHistoric = cells[7] == "1", isPreferred = cells[4] == "1"
        var alias = Alias(cells[3], role: isHistoric ? .historical : isPreferred ? .preferred : .alias)
        alias.language = language.isEmpty ? nil : language
        for (key, cell) in zip(["short", "colloquial"], cells[5...6]) where cell == "1" { alias.properties[key] = .bool(true) }
        for (key, cell) in zip(["from", "to"], cells[8...9]) where !cell.isEmpty { alias.properties[key] = .string(cell) }
        gatherer.add(alias, statesRole: isHistoric || isPreferred)
    }

    /// Writes the places that have a GeoNames id, as the table has them; rows are numbered anew.
    static func write(_ dictionary: EntityCollection, _ report: (ExchangeProblem) -> Void, _ put: (String) throws -> Void) throws {
        var row = 0, left = 0
        for entity in dictionary.entities {
            guard let id = entity.refs["geonames"] else {
                left += 1
                continue
            }
            func write(_ language: String, _ text: String, _ flags: [Bool], _ from: String = "", _ to: String = "") throws {
                row += 1
                let cells = [String(row), id, language, text] + flags.map { $0 ? "1" : "" } + [from, to]
                try put(cells.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t") + "\n")
            }
            for alias in entity.names {
                let flags = [
                    alias.role == .preferred, alias.properties["short"] == .bool(true), alias.properties["colloquial"] == .bool(true),
                    alias.role == .historical,
                ]
                try write(
                    alias.language ?? "", alias.text, flags, alias.properties["from"]?.string ?? "", alias.properties["to"]?.string ?? "")
            }
            for (language, ref) in refs.sorted(by: { $0.key < $1.key }) {
                if let value = entity.refs[ref] { try write(language, value, [false, false, false, false]) }
            }
        }
        if left > 0 { report(ExchangeProblem(.noPlace(for: "entities without a GeoNames id", count: left), file: "GeoNames")) }
    }
}
