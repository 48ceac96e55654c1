public import NameText

/// Looks a whole dictionary over for what no line shows by itself.
public struct EntityCheck: Sendable {
    /// What else to ask of a dictionary.
    public struct Options: OptionSet, Sendable {
        /// A bit each.
        public let rawValue: Int

        /// Options from their bits.
        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// Lines stand in byte order of their ids.
        public static let sorted = Options(rawValue: 1)
        /// Every name, or its entity, says where it comes from.
        public static let sourced = Options(rawValue: 2)
    }

    private let normalizer: Normalizer?
    private let options: Options

    /// A check that takes two spellings for the same where their search forms are; without a normalizer, where their bytes are.
    public init(_ normalizer: Normalizer? = nil, options: Options = []) {
        self.normalizer = normalizer
        self.options = options
    }

    /// Everything that is wrong or suspect, in the order of the dictionary.
    public func problems(in dictionary: EntityCollection) -> [EntityProblem] {
        var problems: [EntityProblem] = [], refs: [String: Int] = [:], names: [String: [Int]] = [:], previous: EntityID?
        for (index, entity) in dictionary.entities.enumerated() {
            let place = dictionary.places[entity.id] ?? EntityProblem.Place(file: entity.id.rawValue, line: 0)
            func report(_ kind: EntityProblem.Kind) { problems.append(EntityProblem(kind, at: place)) }
            func placed(_ other: Int) -> EntityProblem.Place? { dictionary.places[dictionary.entities[other].id] }
            for (kind, value) in entity.refs.sorted(by: { $0.key < $1.key }) {
                Self.check(kind, value, report)
                let key = "\(entity.type.text)\t\(kind)\t\(value)"
                if let other = refs[key] {
                    report(.sharedRef(kind, value: value, other: dictionary.entities[other].id, placed(other)))
                } else {
                    refs[key] = index
                }
            }
            for (text, other) in namesakes(of: index, in: dictionary, &names) {
                report(.sharedName(text, other: dictionary.entities[other].id, placed(other)))
            }
            checkYears(of: entity, report)
            if options.contains(.sorted), let previous, entity.id < previous, placed(index)?.file == dictionary.places[previous]?.file {
                report(.unsorted(entity.id, previous: previous))
            }
            if options.contains(.sourced), entity.sources.isEmpty {
                for alias in entity.names where alias.sources.isEmpty { report(.unsourcedName(alias.text)) }
            }
            previous = entity.id
        }
        var redirects = Redirects()
        for (from, to) in dictionary.redirects.sorted(by: { $0.key < $1.key }) {
            redirects.add(from, to, at: dictionary.places[from] ?? EntityProblem.Place(file: from.rawValue, line: 0))
        }
        let ids = Set(dictionary.entities.map(\.id))
        _ = redirects.resolved(among: ids.contains) { problems.append($0) }
        return problems
    }

    private static func check(_ kind: String, _ value: String, _ report: (EntityProblem.Kind) -> Void) {
        func isNumber(_ text: Substring) -> Bool {
            !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text.first != "0"
        }
        switch kind {
        case "wikidata" where value.first != "Q" || !isNumber(value.dropFirst()):
            report(.malformedRef(kind, value: value, expected: "an item such as Q42"))
        case "geonames" where !isNumber(value[...]):
            report(.malformedRef(kind, value: value, expected: "a number"))
        default: break
        }
    }

    /// Earlier entities of the same type that share a spelling that should mean one of them, and from which nothing tells this one.
    private func namesakes(of index: Int, in dictionary: EntityCollection, _ names: inout [String: [Int]]) -> [(String, Int)] {
        let entity = dictionary.entities[index]
        var found: [(String, Int)] = [], seen: Set<Int> = []
        for alias in entity.names where [.preferred, .alias].contains(alias.role) {
            let key = entity.type.text + "\t" + (normalizer?.normalized(alias.text, for: .search) ?? alias.text)
            for other in names[key, default: []] where other != index && seen.insert(other).inserted {
                if !Self.areToldApart(entity, dictionary.entities[other]) { found.append((alias.text, other)) }
            }
            if names[key]?.last != index { names[key, default: []].append(index) }
        }
        return found
    }

    private static func areToldApart(_ a: Entity, _ b: Entity) -> Bool {
        // A given and a family name may be spelled alike.
        let telling = ["birthYear", "birthDate", "deathYear", "role", "country", "gender", "kind", "province", "latitude", "reading"]
        return telling.contains { key in
            guard let first = a.stated(key), let second = b.stated(key) else { return false }
            return first != second
        }
    }

    private func checkYears(of entity: Entity, _ report: (EntityProblem.Kind) -> Void) {
        for (member, year) in [("birthYear", entity.birthYear), ("deathYear", entity.deathYear)] {
            guard let value = entity.stated(member) else { continue }
            if year.map({ !(-3000...2100).contains($0) }) ?? true { report(.implausibleYear(member, value: value.text)) }
        }
        if let birth = entity.birthYear, let death = entity.deathYear, death < birth {
            report(.deathBeforeBirth(birth: birth, death: death))
        }
    }
}
