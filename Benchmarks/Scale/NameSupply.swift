import Lexicon
import Transliteration

/// The names of `Dictionaries/names` with their counts, from which people are invented.
struct NameSupply {
    /// A name as both scripts write it.
    struct Spelled {
        var persian: String
        var latin: Weighted<String>
    }

    private let given: Weighted<Spelled>
    private let family: Weighted<Spelled>
    /// Given names that stand before another one: Mohammad Javad, Amir Hossein.
    private let leads: Weighted<Spelled>

    init(folder: String) throws {
        let names = try Self.read("\(folder)/given.tsv")
        given = Weighted(names)
        family = Weighted(try Self.read("\(folder)/family.tsv"))
        leads = Weighted(names.filter { ["محمد", "علی", "امیر", "سید", "غلام"].contains($0.element.persian) })
    }

    private static func read(_ path: String) throws -> [(element: Spelled, count: Double)] {
        try TableFile(path: path, columns: ["reading", "count", "latin"], optional: ["kind", "gender", "held_out", "source"]).rows
            .compactMap {
                row in
                guard let reading = try? Reading(row[0]), let count = Double(row[1]), !row[2].isEmpty else { return nil }
                let latin = row[2].split(separator: "|").map { counted -> (element: String, count: Double) in
                    let parts = counted.split(separator: ":")
                    return (parts[0].prefix(1).uppercased() + parts[0].dropFirst(), parts.count > 1 ? Double(parts[1]) ?? 1 : 1)
                }
                return (Spelled(persian: reading.persian, latin: Weighted(latin)), count)
            }
    }

    /// Endings that make another family name of one, each as Persian writes it and as Latin letters do.
    private static let endings: [(persian: String, latin: [String])] = [
        ("زاده", ["zadeh", "zade", "zada"]), ("نژاد", ["nejad", "nezhad", "nedjad"]), ("پور", ["pour", "poor", "pur"]),
        ("فر", ["far"]), ("نیا", ["nia", "niya"]), ("راد", ["rad"]), ("فرد", ["fard"]), ("منش", ["manesh"]), ("خواه", ["khah"]),
        ("یان", ["ian", "yan"]),
    ]

    /// A family name that a person bears: as attested, with an ending, or with a second one.
    func drawnFamily(by random: inout SplitMix) -> Spelled {
        let name = family.drawn(by: &random)
        switch random.share() {
        case ..<0.25:
            let ending = Self.endings[random.below(Self.endings.count)], stem = random.happens(0.6) ? given.drawn(by: &random) : name
            let latin = ending.latin.flatMap { end in
                ["", "-", " "].map { (stem.latin.drawn(by: &random) + $0 + end, $0.isEmpty ? 3.0 : 1) }
            }
            let isJoined = stem.persian.unicodeScalars.last.map { "ادذرزژو".unicodeScalars.contains($0) } ?? true
            return Spelled(persian: stem.persian + (isJoined ? "" : "\u{200C}") + ending.persian, latin: Weighted(latin))
        case ..<0.4:
            let second = family.drawn(by: &random)
            return Spelled(
                persian: name.persian + " " + second.persian,
                latin: Weighted([(name.latin.drawn(by: &random) + " " + second.latin.drawn(by: &random), 1)]))
        default: return name
        }
    }

    /// A person's given name, every sixth a compound of two.
    func drawnGiven(by random: inout SplitMix) -> Spelled {
        let name = given.drawn(by: &random)
        guard random.happens(0.17) else { return name }
        let lead = leads.drawn(by: &random), gap = random.happens(0.5) ? "" : " "
        let latin = ["", " ", "-"].map { mark -> (String, Double) in
            let second = name.latin.drawn(by: &random)
            return (lead.latin.drawn(by: &random) + mark + (mark.isEmpty ? second.lowercased() : second), 1)
        }
        return Spelled(persian: lead.persian + gap + name.persian, latin: Weighted(latin))
    }
}
