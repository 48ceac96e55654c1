internal import Entities
internal import ICU
internal import Lexicon
internal import Reconciliation
internal import Transliteration

/// Makes the entities of type `name` that ship: single names from the tables of the lexicon, with Wikidata's item where a list of items gives it,
/// and full names from a list of people's names.
///
/// A list's row counts only where its scripts agree: where the Latin spelling compares as the Persian one's name.
struct NameEntities {
    private let comparer: NameComparer
    private let display: (String) throws -> String
    /// Below this a Latin spelling is another name than the Persian one beside it.
    private static let leastAgreement = 0.5

    init(_ workbench: Workbench) throws {
        comparer = try workbench.comparer
        display = { try workbench.normalized($0) }
    }

    /// A name of the lexicon while items are looked for.
    private struct Known {
        var reading: String
        var persian: String
        var kinds: Set<String> = []
        var genders: Set<String> = []
        var latin: [String: Int] = [:]
        var sources: Set<String> = []
        var stated: Set<String> = []
        var item: String?
    }

    /// An item of Wikidata for a name.
    private struct Item {
        var id: String
        var persian: [String]
        var latin: [String]
    }

    // MARK: Single names

    /// Entities of the tables in `folder`; items of the list `groups` (columns wikidata, persian, latin) are refs, and entities where the
    /// lexicon lacks the name.
    func singleNames(folder: String, groups: String?) throws -> [Entity] {
        var known = try Self.known(in: folder)
        let items = try groups.map(Self.items) ?? []
        var used = assign(items, to: &known), owners: [String: Int] = [:]
        for name in known { for item in name.stated { owners[item, default: 0] += 1 } }
        for index in known.indices where known[index].stated.count == 1 {
            let item = known[index].stated.first!
            if owners[item] == 1, !known.contains(where: { $0.item == item }) { known[index].item = known[index].item ?? item }
        }
        used.formUnion(owners.keys)
        var entities = Slugs()
        for name in known { entities.add(entity(of: name)) }
        for item in items where !used.contains(item.id) {
            if let entity = entity(of: item) { entities.add(entity) }
        }
        return entities.all
    }

    private static func known(in folder: String) throws -> [Known] {
        var known: [String: Known] = [:]
        for file in ["given", "family", "foreign"] {
            let path = "\(folder)/\(file).tsv", columns = ["reading", "kind", "gender", "latin", "source"]
            for row in try TableFile(path: path, columns: columns, optional: ["count", "held_out"]).rows {
                var name = try known[row[0]] ?? Known(reading: row[0], persian: Reading(row[0]).persian)
                if !row[1].isEmpty { name.kinds.insert(row[1]) }
                if !row[2].isEmpty { name.genders.insert(row[2]) }
                for spelling in row[3].split(separator: "|") {
                    let parts = spelling.split(separator: ":")
                    name.latin[String(parts[0]), default: 0] += parts.count > 1 ? Int(parts[1]) ?? 1 : 1
                }
                for source in row[4].split(separator: "|") {
                    // Where the source is an item, the item is the name's.
                    let isItem = source.first == "Q" && source.dropFirst().allSatisfy(\.isNumber)
                    if isItem { name.stated.insert(String(source)) }
                    name.sources.insert(isItem ? "wikidata" : String(source.prefix { $0 != ":" }))
                }
                known[row[0]] = name
            }
        }
        return known.values.sorted { $0.reading.utf8.lexicographicallyPrecedes($1.reading.utf8) }
    }

    private static func items(_ path: String) throws -> [Item] {
        try TableFile(path: path, columns: ["wikidata", "persian", "latin"]).rows.map { row in
            Item(id: row[0], persian: row[1].split(separator: "|").map(String.init), latin: row[2].split(separator: "|").map(String.init))
        }
    }

    private static func letters(_ text: String) -> String {
        String(decoding: text.lowercased().normalized(to: .nfkd).utf8.filter { (0x61...0x7A).contains($0) }, as: UTF8.self)
    }

    /// Gives each name the one item that shares most of its spellings; where two items, or two names, are as near, none. Answers the items
    /// that some name could be, so that none of them becomes an entity beside it.
    private func assign(_ items: [Item], to known: inout [Known]) -> Set<String> {
        func folded(_ persian: String) -> String { (try? display(persian)).map(Self.bare) ?? Self.bare(persian) }
        var byPersian: [String: [Int]] = [:]
        for (index, name) in known.enumerated() { byPersian[folded(name.persian), default: []].append(index) }
        var used: Set<String> = [], claims: [Int: [(item: String, share: Double)]] = [:],
            claimed: [String: [(name: Int, share: Double)]] = [:]
        for item in items {
            let spellings = Set(item.latin.map(Self.letters))
            for name in Set(item.persian.flatMap { byPersian[folded($0)] ?? [] }).sorted() {
                used.insert(item.id)
                let own = Dictionary(known[name].latin.map { (Self.letters($0.key), $0.value) }, uniquingKeysWith: +)
                let shared = spellings.intersection(own.keys)
                guard !shared.isEmpty else { continue }
                let share =
                    Double(shared.reduce(0) { $0 + own[$1]! }) / Double(own.values.reduce(0, +)) + Double(shared.count)
                    / Double(spellings.count)
                claims[name, default: []].append((item.id, share))
                claimed[item.id, default: []].append((name, share))
            }
        }
        for (name, candidates) in claims {
            let best = candidates.max { $0.share < $1.share }!
            guard candidates.count(where: { $0.share == best.share }) == 1 else { continue }
            let rivals = claimed[best.item]!.filter { $0.share >= best.share }
            if rivals.count == 1, rivals[0].name == name { known[name].item = best.item }
        }
        return used
    }

    /// Without what Persian spelling leaves open: marks, joiners, hamza, the madda of آ.
    private static func bare(_ persian: String) -> String {
        let folds: [Unicode.Scalar: Unicode.Scalar] = ["آ": "ا", "أ": "ا", "إ": "ا", "ؤ": "و", "ئ": "ی", "ي": "ی", "ك": "ک", "ة": "ه"]
        var bare = String.UnicodeScalarView()
        for scalar in persian.unicodeScalars where scalar.properties.generalCategory == .otherLetter {
            bare.append(folds[scalar] ?? scalar)
        }
        return String(bare)
    }

    private func entity(of name: Known) -> Entity {
        // The lists have some spellings with and without a capital.
        let latin = Dictionary(name.latin.map { (Self.capitalized($0.key), $0.value) }, uniquingKeysWith: +)
        var names = [Alias(name.persian, role: .preferred)]
        for (index, spelling) in latin.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).enumerated() {
            names.append(Alias(spelling.key, role: index == 0 ? .preferred : .alias, count: spelling.value))
        }
        var entity = Entity(id: "", type: .name, names: names, sources: name.sources.sorted())
        entity.properties["reading"] = .string(name.reading)
        if !name.kinds.isEmpty { entity.properties["kind"] = .array(name.kinds.sorted().map(JSON.string)) }
        let genders: [String: String] = ["m": "male", "f": "female"]
        if name.genders.count == 1, let gender = genders[name.genders.first!] { entity.properties["gender"] = .string(gender) }
        if let item = name.item {
            entity.refs["wikidata"] = item
            entity.sources = Set(entity.sources + ["wikidata"]).sorted()
        }
        return entity
    }

    private static let persianLetters = Set("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأؤئ\u{200C} ".unicodeScalars)

    /// An item for a name that the lexicon lacks, with the spellings in which its scripts agree.
    private func entity(of item: Item) -> Entity? {
        // The list has names in the letters of Arabic, Urdu and Kurdish too.
        let persian = item.persian.filter { $0.unicodeScalars.allSatisfy(Self.persianLetters.contains) }
        guard let first = persian.first else { return nil }
        let latin = agreeing(item.latin, with: first)
        guard !latin.isEmpty else { return nil }
        let others = persian.dropFirst().filter { comparer.compare(latin[0], $0, type: .name).score >= Self.leastAgreement }
        let texts = [first] + others, names = texts.map { Alias($0) } + latin.map { Alias(Self.capitalized($0)) }
        return Entity(id: "", type: .name, names: preferred(names), refs: ["wikidata": item.id], sources: ["wikidata"])
    }

    /// The Latin spellings that are the Persian one's name, the likeliest first.
    private func agreeing(_ latin: [String], with persian: String) -> [String] {
        let scored = latin.map { ($0, comparer.compare($0, persian, type: .name).score) }.filter { $0.1 >= Self.leastAgreement }
        return scored.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
    }

    private func preferred(_ names: [Alias]) -> [Alias] {
        var seen: Set<Script> = [], texts: Set<[UInt8]> = []
        return names.filter { texts.insert(Array($0.text.utf8)).inserted }.map { alias in
            var alias = alias
            alias.role = seen.insert(alias.script).inserted ? .preferred : .alias
            return alias
        }
    }

    /// Each word with a capital, the article before a hyphen aside: `al-Din` stays.
    private static func capitalized(_ text: String) -> String {
        guard text == text.lowercased() else { return text }
        return text.split(separator: " ", omittingEmptySubsequences: false).map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }

    // MARK: Full names

    /// A name record for each full name of a list (columns persian, latin): the name of whoever bears it, not a person.
    func fullNames(_ path: String) throws -> [Entity] {
        var rows: [String: [String]] = [:]
        for row in try TableFile(path: path, columns: ["persian", "latin"], optional: ["split"]).rows {
            rows[try display(row[0]), default: []] += row[1].split(separator: "|").map(String.init)
        }
        var entities = Slugs()
        for (persian, latin) in rows.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let agreeing = agreeing(Array(Set(latin)).sorted(), with: persian)
            guard !agreeing.isEmpty else { continue }
            var entity = Entity(
                id: "", type: .name, names: preferred([Alias(persian)] + agreeing.map { Alias($0) }), sources: ["wikidata"])
            entity.properties["kind"] = .array([.string("full")])
            entities.add(entity)
        }
        return entities.all
    }

    /// Readable ids: the first Latin name in a-z, 0-9 and `-`, with a number where it is taken.
    private struct Slugs {
        private var taken: [String: Int] = [:]
        private var entities: [Entity] = []

        mutating func add(_ entity: Entity) {
            let label = (entity.label(in: .latin) ?? entity.label).lowercased().normalized(to: .nfkd)
            let words = label.utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) && $0 != 0x27 && $0 < 0x80 }
            let slug = words.map { String(decoding: $0.filter { $0 < 0x80 && $0 != 0x27 }, as: UTF8.self) }.filter { !$0.isEmpty }
                .joined(separator: "-")
            taken[slug, default: 0] += 1
            var entity = entity
            entity.id = EntityID("name:" + slug + (taken[slug]! > 1 ? "-\(taken[slug]!)" : ""))
            entities.append(entity)
        }

        /// Sorted by id.
        var all: [Entity] { entities.sorted { $0.id < $1.id } }
    }
}

extension ShippedDictionaries {
    /// Writes `entities/names.jsonl` from the tables of names and Wikidata's items for names, and `entities/full-names.jsonl` from a list of people's names.
    public static func gatherNames(_ folder: String, groups: String?, people: String?, by workbench: Workbench) throws -> (
        single: Int, withItem: Int, full: Int
    ) {
        let names = try NameEntities(workbench)
        let single = try names.singleNames(folder: "\(folder)/names", groups: groups)
        let known = Set(single.map(\.id))
        let full = try (people.map { try names.fullNames($0) } ?? []).map { entity in
            var entity = entity
            if known.contains(entity.id) { entity.id = EntityID(entity.id.rawValue + "-full") }
            return entity
        }
        try EntityCollection(single).write(to: "\(folder)/entities/names.jsonl")
        if people != nil { try EntityCollection(full).write(to: "\(folder)/entities/full-names.jsonl") }
        return (single.count, single.count { $0.refs["wikidata"] != nil }, full.count)
    }
}
