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
    private let persian: KeyTable
    private let latin: KeyTable
    /// For each Persian spelling where its ways are; at that place how often it was seen, how many ways, and for each its spelling, count, entry.
    private let ways: KeyTable
    private let wayList: Bytes

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
        ways = KeyTable(try archive.required("names.ways"))
        wayList = try archive.required("names.waylist")
    }

    /// How many entries there are.
    public var count: Int { entries.count / Self.entrySize }

    /// The entries that a Persian spelling may stand for, likeliest first; marks, joiners and hamza over alef do not count.
    public func readings(ofPersian text: String) -> [NameEntry] { entries(of: PersianLetters.codes(of: text)) }

    /// The entries of a spelling that is already folded.
    func entries(of letters: [UInt8]) -> [NameEntry] { entries(numbered: numbers(of: letters)) }

    func numbers(of letters: [UInt8]) -> [Int] { persian[letters].map(Int.init) }

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

    /// The spellings, with counts, that fold to `letters`: entry and count.
    func occurrences(spelled letters: [UInt8]) -> [(entry: Int, count: Int)] {
        latin[letters].map { (Int(counts.u32(at: Int($0) * 8 + 4)), Int(counts.u32(at: Int($0) * 8))) }
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

    /// One Latin spelling of a Persian one.
    struct Way {
        var spelling: Int
        var count: Int
        var entry: Int
    }

    /// The Latin spellings of folded letters, commonest first, and how often all were seen.
    func ways(of letters: [UInt8], limit: Int) -> (ways: [Way], total: Int) {
        guard let place = ways[letters].first else { return ([], 0) }
        let at = Int(place)
        let total = Int(wayList.u32(at: at)), count = min(limit, Int(wayList.u32(at: at + 4)))
        var found: [Way] = []
        found.reserveCapacity(count)
        for index in 0..<count {
            let record = at + 8 + 12 * index
            found.append(
                Way(
                    spelling: Int(wayList.u32(at: record)), count: Int(wayList.u32(at: record + 4)), entry: Int(wayList.u32(at: record + 8))
                ))
        }
        return (found, total)
    }

    /// The text of a spelling.
    func spelling(_ number: Int) -> String { spellings.string(number) }

    private static let entrySize = 16

    /// Compiles the tables of names in `folder` into sections of an archive.
    static func compile(_ lines: [NameTableLine], into builder: inout ArchiveBuilder) {
        var readings = StringTableBuilder(), spellings = StringTableBuilder()
        var entries: [UInt8] = [], counts: [UInt8] = []
        var persian = KeyTableBuilder(), latin = KeyTableBuilder()
        for (number, line) in lines.enumerated() {
            _ = readings.append(line.reading.units.map(\.code))
            persian.insert(PersianLetters.codes(of: line.reading.persian), UInt32(number))
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
        let (ways, wayList) = ways(of: lines)
        builder.add("names.ways", ways.bytes())
        builder.add("names.waylist", wayList)
        builder.add("names.readings", readings.bytes())
        builder.add("names.spellings", spellings.bytes())
        builder.add("names.entries", entries)
        builder.add("names.counts", counts)
        builder.add("names.persian", persian.bytes())
        builder.add("names.latin", latin.bytes())
    }

    /// The spellings of each Persian spelling, those of the same letters added up.
    private static func ways(of lines: [NameTableLine]) -> (KeyTableBuilder, [UInt8]) {
        var byLetters: [[UInt8]: [(line: Int, spelling: Int, text: AttestedSpelling)]] = [:]
        var spelling = 0
        for (number, line) in lines.enumerated() {
            let letters = PersianLetters.codes(of: line.reading.persian)
            for text in line.latin {
                byLetters[letters, default: []].append((number, spelling, text))
                spelling += 1
            }
        }
        var table = KeyTableBuilder()
        var list: [UInt8] = []
        for letters in byLetters.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            var ways: [(letters: [UInt8], way: Way, most: Int)] = []
            for (line, spelling, text) in byLetters[letters] ?? [] {
                let folded = LatinLetters.folded(text.latin).letters
                if let known = ways.firstIndex(where: { $0.letters == folded }) {
                    ways[known].way.count += text.count
                    if text.count > ways[known].most {
                        (ways[known].most, ways[known].way.spelling, ways[known].way.entry) = (text.count, spelling, line)
                    }
                } else {
                    ways.append((folded, Way(spelling: spelling, count: text.count, entry: line), text.count))
                }
            }
            ways.sort { ($1.way.count, $0.way.spelling) < ($0.way.count, $1.way.spelling) }
            table.insert(letters, UInt32(list.count))
            list.append(littleEndian: UInt32(ways.reduce(0) { $0 + $1.way.count }))
            list.append(littleEndian: UInt32(ways.count))
            for (_, way, _) in ways {
                list.append(littleEndian: UInt32(way.spelling))
                list.append(littleEndian: UInt32(way.count))
                list.append(littleEndian: UInt32(way.entry))
            }
        }
        return (table, list)
    }
}
