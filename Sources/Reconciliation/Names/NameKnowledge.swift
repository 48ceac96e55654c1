internal import Glibc
internal import Lexicon

/// What the lexicon knows of single words of names: which Persian names a spelling stands for, how they are read, who bears
/// them, and how rare they are.
struct NameKnowledge: Sendable {
    private let words: KeyTable
    private let readings: StringTable
    private let rarities: KeyTable
    private let rarest: UInt8
    /// Which lexicon this is, for dictionaries that hold its numbers.
    let stamp: IndexStamp

    /// Opens the sections that `compile` wrote.
    init(_ archive: Archive) throws(ArchiveError) {
        words = KeyTable(try archive.required(Section.words))
        readings = StringTable(try archive.required(Section.readings))
        rarities = KeyTable(try archive.required(Section.rarities))
        stamp = IndexStamp(ofLexicon: archive)
        rarest = UInt8(rarities[Array("rarest".utf8)].first ?? 80)
    }

    enum Section {
        static let words = "reconciliation.words"
        static let readings = "reconciliation.readings"
        static let rarities = "reconciliation.rarities"
    }

    /// Whether a word is a known name, in search form.
    func knows(_ word: [UInt8]) -> Bool { !words[FoldedWord.key(word)].isEmpty }

    /// Whether a word is a name by which people are called, in search form: it stands in the table of given names.
    func isGivenName(_ word: [UInt8]) -> Bool { words[FoldedWord.key(word)].contains { $0 & Self.given != 0 } }

    /// Set in a word's value where the name stands in the table of given names; the lowest bits are the gender.
    static let given: UInt32 = 4

    /// Set in a word's value where a Latin word stands more often for another Persian name, which sounds otherwise.
    static let lesser: UInt32 = 1 << 31

    private static func number(_ value: UInt32) -> UInt32 { (value & ~lesser) >> 10 }

    /// The number of a Persian name by its folded spelling: the lexicon's, or one of its own.
    func number(of persian: [UInt8]) -> UInt32 { words[persian].first.map(Self.number) ?? Self.number(ofUnknown: persian) }

    /// The number of a Persian spelling that the lexicon lacks; the lexicon's numbers lie below.
    static func number(ofUnknown persian: [UInt8]) -> UInt32 { UInt32(truncatingIfNeeded: StableHash.hash(persian)) | 1 << 31 }

    /// Completes a token with what is known of its word, whose bytes end `bytes`.
    func complete(_ token: inout ComparableToken, _ word: [UInt8], _ skeleton: [UInt8], into bytes: inout [UInt8]) {
        let found = words[word]
        token.knownCount = UInt8(min(255, found.count))
        for value in found.prefix(255) {
            bytes.append(littleEndian: Self.number(value))
            bytes.append(UInt8(value >> 3 & 127) | (value & Self.lesser != 0 ? KnownNames.lesser : 0))
            token.gender.formUnion(NameGender(rawValue: UInt8(value & 3)))
        }
        if token.isPersian, let name = found.first {
            let sounds = readings[Int(Self.number(name))]
            token.readingCount = sounds[0]
            bytes += sounds[1..<sounds.count].array
        }
        token.rarity = rarity(of: skeleton)
    }

    /// How rare names of this sound are: tenths of a nat.
    func rarity(of skeleton: [UInt8]) -> UInt8 { UInt8(rarities[skeleton].first ?? UInt32(rarest)) }
}

/// Gathers attested names and writes the sections that `NameKnowledge` reads.
struct NameKnowledgeBuilder {
    private struct Spelling {
        var readings: [(notation: String, count: Double)] = []
        var gender = NameGender.unknown
        var isGiven = false
        var isForeign = true
        var count = 0.0

        var bits: UInt32 { UInt32(gender.rawValue) | (isGiven ? NameKnowledge.given : 0) }
    }

    private var order: [String] = []
    private var spellings: [String: Spelling] = [:]
    private var latin: [String: [String: Double]] = [:]

    /// Adds a name as attested: its folded Persian spelling, reading, counted Latin spellings in search form.
    mutating func add(
        persian: String, reading: String, gender: NameGender, isGiven: Bool, isForeign: Bool, count: Double,
        latin spelled: [(String, Double)]
    ) {
        if spellings[persian] == nil { order.append(persian) }
        spellings[persian, default: Spelling()].readings.append((reading, count))
        spellings[persian]!.count += count
        spellings[persian]!.gender.formUnion(gender)
        if isGiven { spellings[persian]!.isGiven = true }
        if !isForeign { spellings[persian]!.isForeign = false }
        for (spelling, count) in spelled { latin[spelling, default: [:]][persian, default: 0] += count }
    }

    /// Adds the sections to an archive.
    func compile(into archive: inout ArchiveBuilder) {
        var words = KeyTableBuilder(), readings = StringTableBuilder(), rarities = KeyTableBuilder()
        var counts: [[UInt8]: Double] = [:], numbers: [String: UInt32] = [:]
        var total = 0.0
        for persian in order {
            let spelling = spellings[persian]!
            let number = UInt32(readings.count)
            numbers[persian] = number
            var seen: Set<String> = []
            let best = spelling.readings.sorted { $0.count > $1.count }.map(\.notation).filter { seen.insert($0).inserted }.prefix(3)
            readings.append(Self.sounds(of: best))
            words.insert(persian, number << 10 | 100 << 3 | spelling.bits)
            var units: [UInt8] = [], skeleton: [UInt8] = []
            PersianSpelling.units(ofLetters: persian, into: &units)
            SoundClass.skeleton(of: units, into: &skeleton)
            counts[skeleton, default: 0] += spelling.count
            total += spelling.count
        }
        for (spelling, names) in latin {
            let sum = names.values.reduce(0, +)
            let native = names.filter { !spellings[$0.key]!.isForeign }
            let most = native.values.max() ?? 0, likeliest = Set(native.filter { $0.value == most }.map { heard($0.key) })
            for (persian, count) in names where count / sum >= 0.03 {
                let share = UInt32(max(1, (100 * count / sum).rounded()))
                let isLesser = native[persian] != nil && count < most && !likeliest.contains(heard(persian))
                words.insert(
                    spelling,
                    numbers[persian]! << 10 | share << 3 | spellings[persian]!.bits | (isLesser ? NameKnowledge.lesser : 0))
            }
        }
        // Half a count for what was never seen, so that the rarest known name is no rarer than an unknown one.
        func rarity(_ count: Double) -> UInt32 { UInt32(max(10, min(100, (10 * log((total + 1) / (count + 0.5))).rounded()))) }
        for (skeleton, count) in counts { rarities.insert(skeleton, rarity(count)) }
        rarities.insert("rarest", rarity(0))
        archive.add(NameKnowledge.Section.words, words.bytes())
        archive.add(NameKnowledge.Section.readings, readings.bytes())
        archive.add(NameKnowledge.Section.rarities, rarities.bytes())
    }

    /// The sounds of a name's likeliest reading; رضایی and رضائی sound the same.
    private func heard(_ persian: String) -> [UInt8] {
        var units: [UInt8] = []
        if let reading = spellings[persian]?.readings.max(by: { $0.count < $1.count }) {
            PersianSpelling.units(ofReading: reading.notation, into: &units)
        }
        return units.compactMap(SoundClass.heard)
    }

    /// How many readings, then each as a count of units and the units: as tokens hold them.
    private static func sounds(of readings: some Collection<String>) -> [UInt8] {
        var bytes = [UInt8(readings.count)]
        for reading in readings {
            var sounds: [UInt8] = []
            PersianSpelling.units(ofReading: reading, into: &sounds)
            bytes.append(UInt8(min(255, sounds.count)))
            bytes += sounds.prefix(255)
        }
        return bytes
    }
}
