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
        let at = number * Self.entrySize
        return NameEntry(
            reading: reading(of: number), kind: NameEntry.Kind(rawValue: entries[at + 12]) ?? .name,
            gender: NameEntry.Gender(rawValue: entries[at + 13]) ?? .unknown, count: count(of: number), spellings: spellings(of: number),
            probability: total > 0 ? Double(count(of: number)) / total : 0, heldOut: isHeldOut(number))
    }

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
        builder.add("names.readings", readings.bytes())
        builder.add("names.spellings", spellings.bytes())
        builder.add("names.entries", entries)
        builder.add("names.counts", counts)
        builder.add("names.persian", persian.bytes())
        builder.add("names.latin", latin.bytes())
    }
}
