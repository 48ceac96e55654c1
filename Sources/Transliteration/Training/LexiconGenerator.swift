public import Lexicon

/// Makes the tables of names in `Dictionaries/names` from lists of spellings: see `docs/models.md`.
public struct LexiconGenerator {
    /// One attested pair of spellings.
    struct Attestation {
        var persian: [UInt8]
        var shown: String
        var latin: String
        var count: Int
        var kind: NameEntry.Kind
        var source: String
        var heldOut: Bool
    }

    var attestations: [Attestation] = []
    /// Persian spellings of which no model may learn.
    var heldOut: Set<[UInt8]> = []

    /// An empty list.
    public init() {}

    /// Reads a table of single names: split, persian, latin, role, count, country.
    public mutating func add(units path: String) throws(TableError) {
        let table = try TableFile(path: path, columns: ["split", "persian", "latin", "role", "count", "country"])
        for row in table.rows where row[0] == "dev" {
            heldOut.insert(PersianLetters.codes(of: row[1]).filter { $0 != PersianLetters.space })
        }
        for row in table.rows {
            add(
                row[1], row[2], count: Int(row[4]) ?? 1, kind: NameEntry.Kind.allCases.first { $0.code == row[3] } ?? .name,
                source: row[5] == "IR" ? "wikidata" : "wikidata-af")
        }
    }

    /// Reads a table of full names: split, persian, latin (spellings with `|` between); tokens pair off where their numbers agree.
    public mutating func add(fullNames path: String) throws(TableError) {
        let known = Set(attestations.map { $0.persian.filter { $0 != PersianLetters.space } })
        let table = try TableFile(path: path, columns: ["split", "persian", "latin"])
        for row in table.rows {
            let persian = row[1].split(separator: " ").map(String.init)
            for spelling in row[2].split(separator: "|") {
                let latin = spelling.split(separator: " ").map(String.init)
                guard latin.count == persian.count else { continue }
                for (index, (a, b)) in zip(persian, latin).enumerated() where !known.contains(PersianLetters.codes(of: a)) {
                    add(a, b, count: 1, kind: index == 0 ? .given : .family, source: "wikidata")
                }
            }
        }
    }

    /// Reads a table of the world's names: wikidata, persian, latin (spellings with `|` between).
    public mutating func add(groups path: String) throws(TableError) {
        let known = Set(attestations.map { $0.persian.filter { $0 != PersianLetters.space } })
        let table = try TableFile(path: path, columns: ["wikidata", "persian", "latin"])
        for row in table.rows {
            for persian in row[1].split(separator: "|") where !known.contains(PersianLetters.codes(of: String(persian))) {
                for latin in row[2].split(separator: "|") {
                    add(String(persian), String(latin), count: 1, kind: .foreign, source: row[0])
                }
            }
        }
    }

    /// Reads a gazetteer: geonameid, country, latin_bgn, persian (spellings with `|` between); words pair off where their numbers agree.
    public mutating func add(places path: String) throws(TableError) {
        let table = try TableFile(
            path: path, columns: ["geonameid", "country", "latin_bgn", "persian"],
            optional: ["latin_other", "latitude", "longitude", "population"])
        for row in table.rows where row[1] == "IR" {
            // The ezafe stands with a hyphen at the end of a word.
            let latin = row[2].split(separator: " ").map { word in
                ["-ye", "-e"].first { word.hasSuffix($0) }.map { String(word.dropLast($0.count)) } ?? String(word)
            }
            for spelling in row[3].split(separator: "|") {
                let persian = spelling.split(separator: " ").map(String.init)
                guard latin.count == persian.count else { continue }
                for (a, b) in zip(persian, latin) { add(a, b, count: 1, kind: .place, source: "geonames:\(row[0])") }
            }
        }
    }

    private mutating func add(_ persian: String, _ latin: String, count: Int, kind: NameEntry.Kind, source: String) {
        let letters = PersianLetters.codes(of: persian)
        guard !letters.isEmpty,
            persian.unicodeScalars.allSatisfy({ PersianLetters.folded($0) != nil || $0.value < 0x700 && $0.value > 0x60B })
        else { return }
        let heldOut = heldOut.contains(letters.filter { $0 != PersianLetters.space })
        attestations.append(
            Attestation(persian: letters, shown: persian, latin: latin, count: count, kind: kind, source: source, heldOut: heldOut))
    }

    /// An aligner learnt from what is not held out.
    func aligner() -> ReadingAligner {
        .trained(
            on: attestations.filter { !$0.heldOut }.map {
                let (latin, breaks) = LatinLetters.folded($0.latin)
                let weight = $0.source == "wikidata" ? Float($0.count).squareRoot() : 0.3
                return SpellingPair(letters: $0.persian, latin: latin, breaks: breaks, weight: weight)
            })
    }

    /// The tables' lines, and the attestations that spell another name.
    func lines(alef: InitialAlef) -> (lines: [NameTableLine], rejected: [Attestation]) {
        let aligner = aligner()
        var groups: [[UInt8]: [Attestation]] = [:]
        for item in attestations { groups[item.persian, default: []].append(item) }
        var lines: [NameTableLine] = []
        var rejected: [Attestation] = []
        for letters in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let items = groups[letters] ?? []
            var counts: [String: Int] = [:]
            for item in items { counts[item.latin, default: 0] += item.count }
            let spellings = counts.map { AttestedSpelling($0.key, count: $0.value) }.sorted { ($1.count, $0.latin) < ($0.count, $1.latin) }
            let consensus = ReadingConsensus(letters, spellings, aligner, foreign: items.allSatisfy { $0.kind == .foreign })
            let refused = Set(consensus.rejected.map(\.latin))
            rejected += items.filter { refused.contains($0.latin) }
            for (sounds, spellings, _) in consensus.readings {
                var told = alef.applied(to: sounds)
                for place in Self.maddas(in: items) where told.sounds[2 * place] == LetterSounds.initialA {
                    told.sounds[2 * place] = LetterSounds.initialLongA
                }
                guard let reading = ReadingBuilder.reading(letters, told.sounds) else { continue }
                for kind in NameEntry.Kind.allCases {
                    let mine = items.filter { $0.kind == kind && !refused.contains($0.latin) }
                    let latin = spellings.compactMap { spelling in
                        let count = mine.filter { $0.latin == spelling.latin }.reduce(0) { $0 + $1.count }
                        return count > 0 ? AttestedSpelling(spelling.latin, count: count) : nil
                    }
                    if latin.isEmpty { continue }
                    let heard = Set(latin.map(\.latin))
                    let source = Set(mine.filter { heard.contains($0.latin) }.map(\.source)).sorted().joined(separator: "|")
                    lines.append(
                        NameTableLine(
                            reading: reading, kind: kind, count: latin.reduce(0) { $0 + $1.count }, latin: latin, heldOut: items[0].heldOut,
                            source: source))
                }
            }
        }
        let boundaries = PartBoundaries(Self.merged(lines))
        for index in lines.indices { lines[index].reading = boundaries.applied(to: lines[index].reading, kind: lines[index].kind) }
        return (Self.merged(lines), rejected)
    }

    /// The letters that a source wrote آ.
    private static func maddas(in items: [Attestation]) -> Set<Int> {
        var places: Set<Int> = []
        for item in items where item.shown.unicodeScalars.contains("آ") {
            let letters = item.shown.unicodeScalars.filter { PersianLetters.folded($0) != nil }
            guard letters.count == item.persian.count else { continue }
            for (place, letter) in letters.enumerated() where letter == "آ" { places.insert(place) }
        }
        return places
    }

    /// One line for each reading and kind, in the order of the table's bytes.
    private static func merged(_ lines: [NameTableLine]) -> [NameTableLine] {
        var byKey: [String: NameTableLine] = [:]
        for line in lines {
            let key = line.reading.notation + "\t" + line.kind.code
            guard var known = byKey[key] else {
                byKey[key] = line
                continue
            }
            known.count += line.count
            for spelling in line.latin {
                if let index = known.latin.firstIndex(where: { $0.latin == spelling.latin }) {
                    known.latin[index].count += spelling.count
                } else {
                    known.latin.append(spelling)
                }
            }
            known.latin.sort { ($1.count, $0.latin) < ($0.count, $1.latin) }
            known.heldOut = known.heldOut || line.heldOut
            known.source =
                line.kind == .place
                ? known.source : Set((known.source + "|" + line.source).split(separator: "|")).sorted().joined(separator: "|")
            byKey[key] = known
        }
        return byKey.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { byKey[$0] }
    }

    /// Writes the tables into `folder`/names, with the stems of `initial-alef.tsv` in it.
    public func write(folder: String) throws {
        let alef = try InitialAlef(path: "\(folder)/names/initial-alef.tsv")
        let lines = lines(alef: alef).lines
        for (file, kinds) in [("given", [.given]), ("family", [.family, .name]), ("foreign", [.foreign]), ("places", [.place])]
            as [(String, [NameEntry.Kind])]
        {
            let header = NameTableLine.columns.joined(separator: "\t") + "\n"
            let text = header + lines.filter { kinds.contains($0.kind) }.map { $0.text + "\n" }.joined()
            try writeFile(Array(text.utf8), to: "\(folder)/names/\(file).tsv")
        }
    }
}
