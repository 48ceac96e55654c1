internal import ICU
internal import NameText

extension Scheme {
    /// The readings that this scheme writes as `latin`, likeliest first.
    ///
    /// Exact where the scheme is: each reading, written again, gives `latin`, capitals aside. What the scheme does not tell apart, such as
    /// the seat of a hamza or a joiner and nothing, follows Persian's usual spelling. Made for scholarly schemes: ALA-LC, DMG, BGN/PCGN, IJMES.
    public func readings(of latin: String, limit: Int = 5) -> [Reading] {
        let table = letters.pieces(of: self)
        var search = ReverseSearch(latin: folded(latin), table: table, scheme: self)
        return search.readings(limit)
    }

    /// Lower case, NFC, and the scheme's own signs where several look alike.
    private func folded(_ latin: String) -> [Unicode.Scalar] {
        let text = latin.lowercased().normalized(to: .nfc)
        let eyn = romanized(Reading(checked: [.vowel(.a), .consonant(.eyn)])).unicodeScalars.last
        let hamza = romanized(Reading(checked: [.vowel(.longA), .consonant(.hamza)])).unicodeScalars.last
        let own = Set(Reading.Letter.allCases.flatMap { letters.rewritten($0.sign).joined().unicodeScalars })
        return text.unicodeScalars.map { scalar in
            switch scalar {
            case "ʿ", "ʻ", "‘", "`": eyn ?? scalar
            case "ʾ", "ʼ", "’", "'": hamza ?? scalar
            // Printers without cedilla put a dot.
            case "ḥ" where !own.contains("ḥ") && own.contains("ḩ"): "ḩ"
            case "ṣ" where !own.contains("ṣ") && own.contains("ş"): "ş"
            case "ṭ" where !own.contains("ṭ") && own.contains("ţ"): "ţ"
            default: scalar
            }
        }
    }
}

/// Reads Latin back: the cheapest ways to lay a scheme's pieces along it, each tried by writing it again.
private struct ReverseSearch {
    let latin: [Unicode.Scalar]
    let table: PieceTable
    let scheme: Scheme

    /// A reading of the first part of the Latin.
    private struct Path {
        var cost: Double
        var position: Int
        var units: [Reading.Unit]
    }

    /// Paths that are followed at most; names need some hundreds.
    private static let bound = 4000

    init(latin: [Unicode.Scalar], table: PieceTable, scheme: Scheme) {
        self.latin = latin
        self.table = table
        self.scheme = scheme
    }

    mutating func readings(_ limit: Int) -> [Reading] {
        var found: [Reading] = []
        // One reading a Persian spelling: those that follow differ in what the scheme cannot tell.
        var spellings: Set<String> = []
        var open: [[Path]] = Array(repeating: [], count: latin.count + 1)
        open[0] = [Path(cost: 0, position: 0, units: [])]
        // Position by position, the cheapest paths of each: a beam.
        for position in latin.indices {
            let paths = open[position].sorted { $0.cost < $1.cost }.prefix(40)
            for path in paths { extend(path, into: &open) }
        }
        let text = String(String.UnicodeScalarView(latin))
        for path in open[latin.count].sorted(by: { $0.cost < $1.cost }).prefix(Self.bound) {
            guard let reading = try? Reading(units: path.units), !spellings.contains(reading.persian), writes(reading, text) else {
                continue
            }
            found.append(reading)
            spellings.insert(reading.persian)
            if found.count == limit { break }
        }
        return found
    }

    private func writes(_ reading: Reading, _ text: String) -> Bool {
        scheme.romanized(reading) == text || scheme.capitalized(reading, as: .family).lowercased() == text
    }

    private func extend(_ path: Path, into open: inout [[Path]]) {
        for piece in table[latin[path.position]] {
            let end = path.position + piece.latin.count
            guard end <= latin.count, latin[path.position..<end].elementsEqual(piece.latin), fits(piece, path, end) else { continue }
            var units = path.units
            var cost = path.cost + piece.cost
            for unit in piece.units { cost += append(unit, to: &units) }
            open[end].append(Path(cost: cost, position: end, units: units))
        }
    }

    private func fits(_ piece: SchemePiece, _ path: Path, _ end: Int) -> Bool {
        let starts = path.units.last?.endsSegment ?? true
        switch piece.place {
        case .anywhere: return true
        case .inside: return !starts
        case .atStart: return starts
        case .atEnd: return !starts && (end == latin.count || !latin[end].properties.isAlphabetic || latin[end] == "ʹ")
        }
    }

    /// Appends a unit, its article assimilated where it must be, and says what it costs there.
    private func append(_ unit: Reading.Unit, to units: inout [Reading.Unit]) -> Double {
        if case .consonant(let letter) = unit, letter.isSun, units.last == .boundary(.article) {
            units[units.count - 1] = .boundary(.assimilatedArticle)
        }
        var cost = hamzaCost(unit, after: units)
        // Two equal letters are one with tashdid.
        if case .consonant(let letter) = unit, units.last == .consonant(letter) { cost += 0.7 }
        units.append(unit)
        return cost
    }

    /// How unusual a hamza's seat is after the vowel before it; what follows is not known yet.
    private func hamzaCost(_ unit: Reading.Unit, after units: [Reading.Unit]) -> Double {
        // Before a vowel i the seat is ی whatever stands before, as in رجائی.
        if case .vowel(let vowel) = unit, case .consonant(let seat) = units.last, seat.sound == .hamza, seat != .eyn {
            let isHigh = vowel == .longI || vowel == .e
            if isHigh, seat != .yehHamza { return 1.5 }
            if vowel == .longA { return 2.5 }
            if vowel == .longU, seat == .yehHamza { return -0.7 }
        }
        guard case .consonant(let seat) = unit, seat.sound == .hamza, seat != .eyn else {
            if case .doubled(let seat) = unit, seat.sound == .hamza, seat != .eyn { return 3 }
            return 0
        }
        let usual: Reading.Letter =
            switch units.last {
            case .vowel(.o): .vavHamza
            case .vowel(.a): .alefHamzaAbove
            case .vowel(.e), .vowel(.longI): .yehHamza
            default: .hamza
            }
        switch seat {
        case usual: return 0
        case .yehHamza: return 0.5
        case .alefHamzaBelow: return 4
        default: return 1.2
        }
    }
}
