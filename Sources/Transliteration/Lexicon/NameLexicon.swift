internal import ICU
public import Lexicon

/// The compiled lexicon of names: what readings a Persian spelling has, and what names a Latin spelling spells.
public struct NameLexicon: Sendable {
    /// Units of each entry's reading, by their codes.
    private let readings: StringTable
    private let spellings: StringTable
    /// 16 bytes an entry: count, first spelling, number of spellings, kind, gender, whether held out.
    private let entries: Bytes
    /// How often each spelling was seen, and whose it is: 8 bytes a spelling.
    private let counts: Bytes
    /// Where in `ways` each Persian spelling is.
    private let persian: KeyTable
    /// The spellings that fold to each Latin one.
    private let latin: KeyTable
    /// For each Persian spelling how often it was seen (32 bits), how many ways to spell it and entries it has (16 bits each); for each way its
    /// spelling, count and entry; the entries' numbers.
    private let ways: Bytes

    /// The lexicon in a compiled archive; empty when the archive has none.
    public init(_ archive: Archive) throws(ArchiveError) {
        guard archive.section("names.entries") != nil else {
            var builder = ArchiveBuilder()
            Self.compile([], into: &builder)
            self = try NameLexicon(Archive(bytes: builder.bytes()))
            return
        }
        entries = try archive.required("names.entries")
        counts = try archive.required("names.counts")
        readings = StringTable(try archive.required("names.readings"))
        spellings = StringTable(try archive.required("names.spellings"))
        persian = KeyTable(try archive.required("names.persian"))
        latin = KeyTable(try archive.required("names.latin"))
        ways = try archive.required("names.ways")
    }

    /// How many entries there are.
    public var count: Int { entries.count / Self.entrySize }

    /// The entries that a Persian spelling may stand for, likeliest first; marks, joiners and hamza over alef do not count.
    public func readings(ofPersian text: String) -> [NameEntry] { entries(of: PersianLetters.codes(of: text)) }

    /// The entries of a spelling that is already folded.
    func entries(of letters: [UInt8]) -> [NameEntry] { entries(numbered: numbers(of: letters)) }

    /// Where in `ways` folded letters are; where nothing is spelt so, letters that differ in the seat of a hamza only.
    private func place(of letters: [UInt8]) -> Int? {
        if let place = persian[letters].first { return Int(place) }
        guard PersianLetters.holdHamza(letters) else { return nil }
        return persian[PersianLetters.withoutHamza(letters)].first.map(Int.init)
    }

    func numbers(of letters: [UInt8]) -> [Int] {
        guard let at = place(of: letters) else { return [] }
        let first = at + 8 + Self.waySize * Int(ways.u16(at: at + 4))
        return (0..<Int(ways.u16(at: at + 6))).map { Int(ways.u32(at: first + 4 * $0)) }
    }

    /// Whether a word is one of the common words of organizations and places, which take an ezafe before what follows.
    func isCommonWord(_ letters: [UInt8]) -> Bool { numbers(of: letters).contains { kind(of: $0) == .common } }

    /// Whether a word that is read so is one of the common words: «علم» is science as ʿelm, and a family as ʿalam.
    func isCommonWord(_ letters: [UInt8], _ reading: Reading) -> Bool {
        let bare = reading.units.filter { if case .ezafe = $0 { false } else { true } }
        return numbers(of: letters).contains { kind(of: $0) == .common && self.reading(of: $0).units == bare }
    }

    /// Whether a word is a preposition or another small word, and no name.
    func isParticle(_ letters: [UInt8]) -> Bool { numbers(of: letters).contains { kind(of: $0) == .particle } }

    /// Whether a word is the name of a place.
    func isPlace(_ letters: [UInt8]) -> Bool { numbers(of: letters).contains { kind(of: $0) == .place } }

    /// The title that is abbreviated so, with its full stop: «Dr.» is دکتر.
    func title(abbreviated text: String) -> Int? {
        latin[LatinLetters.folded(text).letters].first {
            spellings.string(Int($0)) == text && kind(of: Int(counts.u32(at: Int($0) * 8 + 4))) == .title
        }.map { Int(counts.u32(at: Int($0) * 8 + 4)) }
    }

    /// Whether a title is spelt so in Latin, whatever stands between its letters: «Grand Ayatollah», «Maj. Gen.».
    func isTitle(spelled letters: [UInt8]) -> Bool { numbers(spelled: letters).contains { kind(of: $0) == .title } }

    /// The entries that were seen spelled so in Latin, likeliest first; case and diacritics do not count.
    public func entries(spelledLatin text: String) -> [NameEntry] { entries(numbered: numbers(spelled: LatinLetters.folded(text).letters)) }

    /// Whose given name `text` is, in either script: what all given names that are spelt so agree on.
    public func gender(ofGiven text: String) -> NameEntry.Gender {
        let letters = PersianLetters.codes(of: text)
        let numbers = letters.isEmpty ? numbers(spelled: LatinLetters.folded(text).letters) : numbers(of: letters)
        var found = NameEntry.Gender.unknown
        for number in numbers where kind(of: number) == .given {
            let gender = gender(of: number)
            if gender == .unknown || gender == found { continue }
            found = found == .unknown ? gender : .either
        }
        return found
    }

    private func kind(of entry: Int) -> NameEntry.Kind { NameEntry.Kind(rawValue: entries[entry * Self.entrySize + 12]) ?? .name }

    private func gender(of entry: Int) -> NameEntry.Gender { NameEntry.Gender(rawValue: entries[entry * Self.entrySize + 13]) ?? .unknown }

    func numbers(spelled letters: [UInt8]) -> [Int] {
        var seen: Set<Int> = []
        return latin[letters].map { Int(counts.u32(at: Int($0) * 8 + 4)) }.filter { seen.insert($0).inserted }
    }

    /// The readings that were seen spelled so, likeliest first: for each an entry that has it, and how often it was seen.
    func readings(spelled letters: [UInt8]) -> [(entry: Int, count: Int)] {
        var found: [(entry: Int, count: Int)] = []
        for number in latin[letters] {
            let entry = Int(counts.u32(at: Int(number) * 8 + 4)), count = Int(counts.u32(at: Int(number) * 8))
            // A given name and a family name may have the same reading.
            if let known = found.firstIndex(where: { $0.entry == entry || readings[$0.entry] == readings[entry] }) {
                found[known].count += count
            } else {
                found.append((entry, count))
            }
        }
        if found.count > 1 { found.sort { $0.count > $1.count } }
        return found
    }

    private func entries(numbered numbers: [Int]) -> [NameEntry] {
        let total = numbers.reduce(0.0) { $0 + Double(count(of: $1)) }
        return numbers.map { entry($0, of: total) }.sorted { $0.count > $1.count }
    }

    func count(of entry: Int) -> Int { Int(entries.u32(at: entry * Self.entrySize)) }

    func isHeldOut(_ entry: Int) -> Bool { entries[entry * Self.entrySize + 14] != 0 }

    func reading(of entry: Int) -> Reading {
        Reading(checked: readings[entry].array.compactMap(Reading.Unit.init(code:)))
    }

    /// The spellings of an entry, commonest first.
    func spellings(of entry: Int) -> [AttestedSpelling] {
        let first = Int(entries.u32(at: entry * Self.entrySize + 4)), count = Int(entries.u32(at: entry * Self.entrySize + 8))
        return (first..<first + count).map { AttestedSpelling(spellings.string($0), count: Int(counts.u32(at: $0 * 8))) }
    }

    /// The entry of a number.
    func entry(_ number: Int, of total: Double) -> NameEntry {
        return NameEntry(
            reading: reading(of: number), kind: kind(of: number), gender: gender(of: number), count: count(of: number),
            spellings: spellings(of: number),
            probability: total > 0 ? Double(count(of: number)) / total : 0, heldOut: isHeldOut(number))
    }

    /// Appends the Persian spelling of an entry.
    func appendPersian(of entry: Int, to bytes: inout [UInt8]) { reading(of: entry).appendPersian(to: &bytes) }

    /// One Latin spelling of a Persian one.
    struct Way {
        /// The spelling's number; with `titles` where it was not seen with the capitals of a name.
        var spelling: UInt32
        var count: Int
        var entry: Int

        static let titles: UInt32 = 1 << 31
    }

    /// Whether a Persian spelling has Latin ones.
    func isSpelt(_ letters: [UInt8]) -> Bool { place(of: letters).map { ways.u16(at: $0 + 4) > 0 } ?? false }

    /// The Latin spellings of folded letters, commonest first, and how often all were seen.
    func ways(of letters: [UInt8], limit: Int) -> (ways: [Way], total: Int) {
        guard let at = place(of: letters) else { return ([], 0) }
        let total = Int(ways.u32(at: at)), count = min(limit, Int(ways.u16(at: at + 4)))
        var found: [Way] = []
        found.reserveCapacity(count)
        for index in 0..<count {
            let record = at + 8 + Self.waySize * index
            found.append(
                Way(spelling: ways.u32(at: record), count: Int(ways.u32(at: record + 4)), entry: Int(ways.u32(at: record + 8))))
        }
        return (found, total)
    }

    /// Appends the spelling of a way, with the capitals of a name.
    func appendSpelling(_ way: UInt32, to bytes: inout [UInt8]) {
        let text = spellings[Int(way & ~Way.titles)]
        if way & Way.titles == 0 {
            for index in 0..<text.count { bytes.append(text[index]) }
        } else {
            bytes.append(contentsOf: AttestedSpelling.titled(text.string).utf8)
        }
    }

    private static let waySize = 12
    private static let entrySize = 16

    /// Compiles the tables of names in `folder` into sections of an archive.
    static func compile(_ lines: [NameTableLine], into builder: inout ArchiveBuilder) {
        let lines = lines.map(Self.everyday)
        var readings = StringTableBuilder(), spellings = StringTableBuilder()
        var entries: [UInt8] = [], counts: [UInt8] = []
        var latin = KeyTableBuilder()
        for (number, line) in lines.enumerated() {
            _ = readings.append(line.reading.units.map(\.code))
            entries.append(littleEndian: UInt32(line.count))
            entries.append(littleEndian: UInt32(spellings.count))
            entries.append(littleEndian: UInt32(line.latin.count))
            entries += [line.kind.rawValue, line.gender.rawValue, line.heldOut ? 1 : 0, 0]
            for spelling in line.latin {
                latin.insert(LatinLetters.folded(spelling.latin).letters, UInt32(spellings.count))
                _ = spellings.append(spelling.latin)
                counts.append(littleEndian: UInt32(spelling.count))
                counts.append(littleEndian: UInt32(number))
            }
        }
        let (persian, ways) = ways(of: lines)
        builder.add("names.ways", ways)
        builder.add("names.readings", readings.bytes())
        builder.add("names.spellings", spellings.bytes())
        builder.add("names.entries", entries)
        builder.add("names.counts", counts)
        builder.add("names.persian", persian.bytes())
        builder.add("names.latin", latin.bytes())
    }

    /// A gazetteer's spellings as the press writes them: Damāvand is Damavand.
    private static func everyday(_ line: NameTableLine) -> NameTableLine {
        var line = line
        if line.kind != .place { return line }
        line.latin = line.latin.map { spelling in
            var plain = String.UnicodeScalarView()
            for scalar in spelling.latin.normalized(to: .nfkd).unicodeScalars where scalar.isASCII && scalar != "'" { plain.append(scalar) }
            return AttestedSpelling(String(plain), count: spelling.count)
        }
        return line
    }

    /// How much a spelling counts beside those of other lines: names of Iran's people are what a spelling is looked up for, others yield
    /// to them (چینی is Chini before Cheney, کارون the river before Caron), and a title decides where few bear it as a name.
    private static func weight(_ line: NameTableLine) -> Int {
        switch line.kind {
        case .given, .family, .name: line.source == "wikidata-af" ? 1 : 10
        case .foreign: 1
        case .place: 3
        case .title, .common, .particle: 5
        }
    }

    /// The ways to spell each Persian spelling, those of the same letters added up, and its entries; found without the hamza too, where nothing
    /// is spelt so: «مومنی» is مؤمنی.
    private static func ways(of lines: [NameTableLine]) -> (KeyTableBuilder, [UInt8]) {
        typealias Known = (entries: [Int], spellings: [(line: Int, number: Int, text: AttestedSpelling)])
        var byLetters: [[UInt8]: Known] = [:], bare: [[UInt8]: Known] = [:]
        var spelling = 0
        for (number, line) in lines.enumerated() {
            let letters = PersianLetters.codes(of: line.reading.persian), weight = weight(line)
            var spellings: [(line: Int, number: Int, text: AttestedSpelling)] = []
            for text in line.latin {
                spellings.append((number, spelling, AttestedSpelling(text.latin, count: text.count * weight)))
                spelling += 1
            }
            byLetters[letters, default: ([], [])].entries.append(number)
            byLetters[letters]?.spellings += spellings
            if PersianLetters.holdHamza(letters) {
                let letters = PersianLetters.withoutHamza(letters)
                bare[letters, default: ([], [])].entries.append(number)
                bare[letters]?.spellings += spellings
            }
        }
        byLetters.merge(bare) { spelt, _ in spelt }
        var table = KeyTableBuilder()
        var list: [UInt8] = []
        for letters in byLetters.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let (entries, spellings) = byLetters[letters] else { continue }
            var ways: [(letters: [UInt8], way: Way, most: Int)] = []
            for (line, number, text) in spellings {
                let folded = LatinLetters.folded(text.latin).letters
                // A particle stays in small letters: Ahmad ibn Hanbal.
                // An acronym stays in capitals.
                let isAcronym = text.latin.utf8.count > 1 && text.latin.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
                let isShown = lines[line].kind == .particle || isAcronym || AttestedSpelling.titled(text.latin) == text.latin
                let shown = UInt32(number) | (isShown ? 0 : Way.titles)
                if let known = ways.firstIndex(where: { $0.letters == folded }) {
                    ways[known].way.count += text.count
                    if text.count > ways[known].most {
                        (ways[known].most, ways[known].way.spelling, ways[known].way.entry) = (text.count, shown, line)
                    }
                } else {
                    ways.append((folded, Way(spelling: shown, count: text.count, entry: line), text.count))
                }
            }
            ways.sort { ($1.way.count, $0.way.spelling & ~Way.titles) < ($0.way.count, $1.way.spelling & ~Way.titles) }
            table.insert(letters, UInt32(list.count))
            list.append(littleEndian: UInt32(ways.reduce(0) { $0 + $1.way.count }))
            list.append(littleEndian: UInt16(ways.count))
            list.append(littleEndian: UInt16(entries.count))
            for (_, way, _) in ways { list.append(littleEndian: [way.spelling, UInt32(way.count), UInt32(way.entry)]) }
            list.append(littleEndian: entries.map { UInt32($0) })
        }
        return (table, list)
    }
}
