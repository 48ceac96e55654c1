internal import Lexicon

/// The index of a compiled dictionary's aliases, read where it lies.
///
/// Aliases whose words are the same share one prepared name, so that a thousand namesakes are compared once.
struct NameIndex: Sendable {
    let tokens: StringTable
    let names: StringTable
    private let nameOfAlias: Numbers
    private let firstAliases: Numbers
    private let aliases: Numbers
    let keys: KeyTable
    let skeletons: StringTable
    let neighbours: KeyTable

    init(_ archive: Archive) throws(ArchiveError) {
        typealias Section = NameIndexBuilder.Section
        tokens = try archive.stringTable(Section.tokens)
        names = try archive.stringTable(Section.names)
        nameOfAlias = Numbers(try archive.required(Section.nameOfAlias))
        let all = try archive.required(Section.aliases), split = 4 * (names.count + 1)
        guard all.count == split + 4 * nameOfAlias.count else {
            throw .malformedSection(path: archive.path, section: Section.aliases, reason: "its length does not fit the names")
        }
        firstAliases = Numbers(all[0..<split])
        aliases = Numbers(all[split..<all.count])
        keys = try archive.keyTable(Section.keys)
        skeletons = try archive.stringTable(Section.skeletons)
        neighbours = try archive.keyTable(Section.neighbours)
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
        var family: Int { Int(bytes[1] & 15) }
        var number: UInt8 { bytes[1] >> 4 }
        var acronym: [UInt8] { bytes[3..<start].array }
        var count: Int { (bytes.count - start) / 4 }
        func token(_ index: Int) -> UInt32 { bytes.u32(at: start + 4 * index) >> 4 }
        func role(_ index: Int) -> ComparableToken.Role { ComparableToken.Role(rawValue: bytes[start + 4 * index] & 15) ?? .other }
    }

    /// A prepared name.
    func entry(_ name: Int) -> Entry { Entry(names[name]) }

    /// The prepared name of an alias.
    func name(ofAlias alias: Int) -> Int { Int(nameOfAlias[alias]) }

    /// The aliases that a prepared name stands for, ascending.
    func aliases(ofName name: Int) -> Slice<Numbers> { aliases[Int(firstAliases[name])..<Int(firstAliases[name + 1])] }

    /// Whether a name tells its bearer from all who share a word of it: not a bare word for a person.
    func isWhole(_ name: Int) -> Bool {
        let entry = entry(name)
        return entry.kind != .person || entry.count > 1 && entry.family > 0
    }

    /// Whether a name tells its bearer from most others: neither a bare word for a person, nor a name that many people have.
    func saysEnough(_ name: Int) -> Bool {
        guard isWhole(name) else { return false }
        let entry = entry(name)
        guard entry.kind == .person else { return true }
        var rarity = 0
        for place in 0..<entry.count where entry.role(place) != .initial && entry.role(place) != .particle {
            rarity += Int(tokens[Int(entry.token(place))][TokenRecord.rarity])
        }
        return rarity >= ComparableName.commonRarity
    }

    /// Adds the numbers of skeletons in the dictionary that are one slip away from this one, at most `most`.
    func neighbours(of skeleton: [UInt8], most: Int, into found: inout [UInt32]) {
        found.removeAll(keepingCapacity: true)
        SearchKeys.neighbourhood(skeleton) { key in
            for place in neighbours[key] {
                if found.count >= most { return }
                let other = skeletons.range(Int(place))
                guard abs(other.count - skeleton.count) <= 1, !found.contains(place) else { continue }
                if other.count == skeleton.count, skeletons.content.holds(skeleton, at: other.lowerBound) { continue }
                found.append(place)
            }
        }
    }
}

extension Bytes {
    /// Whether the bytes from an offset on are these.
    fileprivate func holds(_ bytes: [UInt8], at offset: Int) -> Bool {
        for index in bytes.indices where self[offset + index] != bytes[index] { return false }
        return true
    }
}
