internal import ICU
internal import Lexicon

/// Wikidata's JSON dump: an array with an item a line, so that it is read line by line, from `.json`, `.json.gz` or `.json.bz2`.
enum Wikidata {
    /// The classes that say a type by themselves.
    private static let types: [String: EntityType] = [
        "Q5": .person,  // human
        "Q101352": .name,  // family name
        "Q202444": .name,  // given name
        "Q12308941": .name,  // male given name
        "Q11879590": .name,  // female given name
        "Q43229": .organization,  // organization
    ]
    private static let genders = ["Q6581097": "male", "Q6581072": "female"]

    /// Calls `each` with every item that has a name in each of the languages `needed`, with its names in `languages`.
    static func read(
        _ path: String, languages: [String], needed: [String], _ report: (ExchangeProblem) -> Void, each: (EntityLine) throws -> Void
    ) throws {
        var lines = try LineReader(path)
        while let line = try lines.next() {
            var line = line
            while let last = line.last, last == UInt8(ascii: ",") || last <= 0x20 { line.removeLast() }
            guard line.count > 1 else { continue }
            guard let item = try? JSON(Array(line)).object, let id = item["id"]?.string else {
                report(ExchangeProblem(.malformed(expected: "an item of Wikidata's JSON dump"), file: path, line: lines.line))
                continue
            }
            guard id.hasPrefix("Q"), let entity = entity(id, item, languages, needed) else { continue }
            try each(.entity(entity))
        }
    }

    private static func entity(_ id: String, _ item: JSONObject, _ languages: [String], _ needed: [String]) -> Entity? {
        var gatherer = EntityGatherer(), found: Set<String> = []
        gatherer.begin(EntityID("wikidata:\(id)"), type: .unstated)
        let labels = item["labels"]?.object ?? [:], aliases = item["aliases"]?.object ?? [:]
        for language in languages {
            guard let label = (labels[language] ?? (inLatin(language) ? labels[anyLanguage] : nil))?.object?["value"]?.string else {
                continue
            }
            gatherer.add(Alias(label, role: .preferred, language: language), statesRole: true)
            found.insert(language)
        }
        for language in languages {
            for alias in (aliases[language]?.array ?? []) + (inLatin(language) ? aliases[anyLanguage]?.array ?? [] : []) {
                if let text = alias.object?["value"]?.string { gatherer.add(Alias(text, language: language), statesRole: true) }
            }
        }
        guard needed.allSatisfy(found.contains) else { return nil }
        gatherer.current.refs["wikidata"] = id
        gatherer.current.sources = ["wikidata"]
        let classes = items("P31", item)
        gatherer.current.type = classes.lazy.compactMap { types[$0] }.first ?? (values("P625", item).isEmpty ? .unstated : .place)
        if gatherer.current.type == .unstated, !classes.isEmpty {
            gatherer.current.properties["instanceOf"] = .array(classes.map(JSON.string))
        }
        if let geonames = values("P1566", item).first?.string { gatherer.current.refs["geonames"] = geonames }
        if let gender = items("P21", item).first.flatMap({ genders[$0] }) { gatherer.current.properties["gender"] = .string(gender) }
        for (property, name) in [("P569", "birthYear"), ("P570", "deathYear")] {
            // Several dates are a matter of dispute.
            let years = Set(values(property, item).compactMap { year($0.object ?? [:]) })
            if years.count == 1, let year = years.first { gatherer.current.properties[name] = .number(year) }
        }
        return gatherer.collection.entities.first
    }

    /// The names that an item has in all languages that do not state their own.
    private static let anyLanguage = "mul"

    /// Whether names in all languages are also those of this one: they are in Latin letters.
    private static func inLatin(_ language: String) -> Bool {
        !["fa", "ps", "ckb", "ar", "ur", "az-arab", "glk", "mzn", "tg", "ru", "hy", "he", "el", "ka"].contains(language)
    }

    /// The values of a property's statements: of the preferred ones where there are any, and never of deprecated ones.
    private static func values(_ property: String, _ item: JSONObject) -> [JSON] {
        let statements = item["claims"]?.object?[property]?.array?.compactMap(\.object).filter { $0["rank"]?.string != "deprecated" } ?? []
        let preferred = statements.filter { $0["rank"]?.string == "preferred" }
        return (preferred.isEmpty ? statements : preferred).compactMap { $0["mainsnak"]?.object?["datavalue"]?.object?["value"] }
    }

    private static func items(_ property: String, _ item: JSONObject) -> [String] {
        values(property, item).compactMap { $0.object?["id"]?.string }
    }

    /// The year in a time such as `+1981-09-16T00:00:00Z`; a decade or century (a precision below 9) is none.
    private static func year(_ value: JSONObject) -> Int? {
        guard let time = value["time"]?.string, let sign = time.first, "+-".contains(sign), value["precision"]?.int ?? 9 >= 9 else {
            return nil
        }
        return Int(time.dropFirst().prefix { $0.isNumber }).map { sign == "-" ? -$0 : $0 }
    }
}
