import Entities
import Lexicon

/// People made of attested names by a seed: the same ones in every run, each with a Persian and two Latin spellings.
struct InventedPeople {
    private let supply: NameSupply
    private var random = SplitMix(seed: 1401)
    private var json = JSONWriter()
    private(set) var count = 0

    init(_ supply: NameSupply) { self.supply = supply }

    /// The next person's line of a dictionary in text form.
    mutating func next() -> [UInt8] {
        let given = supply.drawnGiven(by: &random), family = supply.drawnFamily(by: &random)
        let persian = given.persian + " " + family.persian
        let label = given.latin.drawn(by: &random) + " " + family.latin.drawn(by: &random)
        var alias = label
        // Another attested spelling; where there is none, another habit of spelling.
        for _ in 0..<4 where alias == label { alias = given.latin.drawn(by: &random) + " " + family.latin.drawn(by: &random) }
        while alias == label { alias = SpellingHabits.misspelt(label, &random) }
        let year = 1925 + random.below(85)
        count += 1
        json.removeAll()
        json.object { json in
            json.member("id", "P\(count)")
            json.member("type", "person")
            json.member("names", array: [(label, "preferred"), (persian, "preferred"), (alias, "alias")]) { json, name in
                json.object {
                    $0.member("text", name.0)
                    $0.member("role", name.1)
                }
            }
            if year % 3 > 0 { json.member("properties", object: { $0.member("birthYear", year) }) }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// Writes a dictionary of this many people.
    static func write(_ count: Int, to path: String, _ supply: NameSupply) throws {
        var people = InventedPeople(supply), file = try FileWriter(path)
        for _ in 0..<count { try file.append(people.next()) }
        try file.commit()
    }
}
