/// Marks where the parts of a compound name meet: solid in given names («محمدرضا»), with a joiner before the suffixes of families
/// («احمدی‌نژاد») where the letter before it would else join.
struct PartBoundaries: Sendable {
    private let givenNames: Set<Reading>

    /// Names that are often the first part of a compound.
    private static let heads: [Reading] = readings(
        "moḥammad", "ʿalī", "ġolām", "amīr", "mīr", "ḥoseyn", "ḥasan", "aḥmad", "reżā", "mahdī", "mehdī", "maḥmūd", "sayyed", "seyyed",
        "šāh", "nūr",
        "gol", "jān", "yār", "šīr", "bīžan", "ebrāhīm", "esmāʿīl", "ʿabbās", "moṣṭafá", "abo(v)", "x(v)āje(h)")
    private static let suffixes: [Reading] = readings(
        "zāde(h)", "nežād", "pūr", "nīā", "far", "fard", "moqaddam", "x(v)āh", "dūst", "parast", "panāh", "manš", "maneš", "zādegān",
        "tabār", "aṣl", "rād",
        "kīā", "nasab", "čī")

    private static func readings(_ notations: String...) -> [Reading] { notations.compactMap { try? Reading($0) } }

    /// - Parameter lines: the table; given names that were seen three times are known as second parts.
    init(_ lines: [NameTableLine]) {
        givenNames = Set(lines.filter { $0.kind == .given && $0.count >= 3 }.map(\.reading))
    }

    /// The reading with the boundary between its parts, where it is seen.
    func applied(to reading: Reading, kind: NameEntry.Kind) -> Reading {
        let units = reading.units
        if units.contains(where: \.isBoundary) { return reading }
        switch kind {
        case .given:
            for head in Self.heads where units.count > head.units.count + 2 && units.starts(with: head.units) {
                let rest = Array(units[head.units.count...])
                if let second = try? Reading(units: rest), givenNames.contains(second),
                    let both = try? Reading(units: head.units + [.boundary(.solid)] + rest)
                {
                    return both.persian == reading.persian ? both : reading
                }
            }
        case .family, .name:
            if let nisba = Self.nisbaAfterSilentHe(units) { return nisba }
            for suffix in Self.suffixes
            where units.count > suffix.units.count + 3 && units.suffix(suffix.units.count).elementsEqual(suffix.units) {
                let start = Array(units.dropLast(suffix.units.count))
                guard let last = start.last, last != .vowel(.a), last != .vowel(.e), last != .vowel(.o) else { continue }
                let boundary: Reading.Boundary = Self.joins(last) ? .joiner : .solid
                if let both = try? Reading(units: start + [.boundary(boundary)] + suffix.units) { return both }
            }
        case .foreign, .place, .title, .common, .particle: break
        }
        return reading
    }

    /// «خامنه‌ای»: without its joiner the ending looks like ها and ی; it is a silent he and the -ī of descent.
    private static func nisbaAfterSilentHe(_ units: [Reading.Unit]) -> Reading? {
        let stem = Array(units.dropLast(3))
        guard stem.count > 1, units.suffix(3).elementsEqual([.consonant(.he), .vowel(.longA), .vowel(.longI)]),
            case .consonant = stem[stem.count - 1]
        else { return nil }
        return try? Reading(units: stem + [.vowel(.e), .silent(.he), .boundary(.joiner), .vowel(.longI)])
    }

    /// Whether the letter of a unit joins to the one after it.
    private static func joins(_ unit: Reading.Unit) -> Bool {
        switch unit {
        case .vowel(let vowel): vowel == .longI || vowel == .maksura
        case .consonant(let letter), .doubled(let letter), .silent(let letter):
            switch letter {
            case .dal, .zal, .re, .ze, .zhe, .vav, .glide, .hamza, .alef, .vavHamza, .alefHamzaAbove, .alefHamzaBelow: false
            default: true
            }
        case .boundary, .ezafe: false
        }
    }
}

extension Reading.Unit {
    fileprivate var isBoundary: Bool {
        if case .boundary = self { true } else { false }
    }
}
