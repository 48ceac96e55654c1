internal import Lexicon

/// The index of a compiled dictionary's aliases, read where it lies.
struct NameIndex: Sendable {
    let tokens: StringTable
    let names: StringTable
    let keys: KeyTable
    let skeletons: StringTable
    let neighbours: KeyTable

    init(_ archive: Archive) throws(ArchiveError) {
        typealias Section = NameIndexBuilder.Section
        tokens = StringTable(try archive.required(Section.tokens))
        names = StringTable(try archive.required(Section.names))
        keys = KeyTable(try archive.required(Section.keys))
        skeletons = StringTable(try archive.required(Section.skeletons))
        neighbours = KeyTable(try archive.required(Section.neighbours))
    }

    /// An alias's words by number and role, without reading the words themselves.
    struct Entry {
        let bytes: Bytes
        private let start: Int

        init(_ bytes: Bytes) {
            self.bytes = bytes
            start = 3 + Int(bytes[2])
        }

        var kind: ComparableName.Kind { ComparableName.Kind(rawValue: bytes[0]) ?? .person }
        var family: Int { Int(bytes[1]) }
        var acronym: [UInt8] { bytes[3..<start].array }
        var count: Int { (bytes.count - start) / 4 }
        func token(_ index: Int) -> UInt32 { bytes.u32(at: start + 4 * index) >> 4 }
        func role(_ index: Int) -> ComparableToken.Role { ComparableToken.Role(rawValue: bytes[start + 4 * index] & 15) ?? .other }
    }

    func entry(_ alias: Int) -> Entry { Entry(names[alias]) }

    /// Whether an alias tells its bearer from most others: not a bare word for a person, nor a name that many people have.
    func saysEnough(_ alias: Int) -> Bool {
        let entry = entry(alias)
        guard entry.kind == .person else { return true }
        guard entry.count > 1, entry.family > 0 else { return false }
        var rarity = 0
        for place in 0..<entry.count where entry.role(place) != .initial && entry.role(place) != .particle {
            rarity += Int(tokens[Int(entry.token(place))][TokenRecord.rarity])
        }
        return rarity >= ComparableName.commonRarity
    }

    /// The skeletons in the dictionary that are one slip away from this one or are it; not many more than `most`.
    func neighbours(of skeleton: [UInt8], most: Int) -> [[UInt8]] {
        var seen: Set<UInt32> = [], found: [[UInt8]] = []
        SearchKeys.neighbourhood(skeleton) { key in
            for place in neighbours[key] where found.count < most && seen.insert(place).inserted {
                let other = skeletons[Int(place)].array
                if other != skeleton, abs(other.count - skeleton.count) <= 1 { found.append(other) }
            }
        }
        return found
    }
}
