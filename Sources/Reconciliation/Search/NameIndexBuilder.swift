internal import Lexicon

/// Gathers a dictionary's aliases, prepared, and the keys that lead to them.
struct NameIndexBuilder {
    enum Section {
        static let tokens = "index.words"
        static let names = "index.names"
        static let nameOfAlias = "index.names-by-alias"
        static let aliases = "index.aliases-by-name"
        static let keys = "index.keys"
        static let skeletons = "index.skeletons"
        static let neighbours = "index.neighbours"
    }

    private var tokens = StringTableBuilder()
    private var tokenNumbers: [[UInt8]: UInt32] = [:]
    private var names = StringTableBuilder()
    private var nameNumbers: [[UInt8]: UInt32] = [:]
    private var nameOfAlias: [UInt32] = []
    private var keys = KeyTableBuilder()
    private var skeletons = StringTableBuilder()
    private var skeletonNumbers: [[UInt8]: UInt32] = [:]
    private var neighbours = KeyTableBuilder()
    private var record: [UInt8] = []

    /// Adds the next alias; aliases come in the dictionary's order.
    mutating func add(_ name: ComparableName) {
        record.removeAll(keepingCapacity: true)
        record += [name.kind.rawValue, UInt8(name.family) | name.number << 4, UInt8(min(32, name.acronym.count))]
        record += name.acronym.prefix(32)
        for token in name.tokens { record.append(littleEndian: number(of: token, name) << 4 | UInt32(token.role.rawValue)) }
        if let known = nameNumbers[record] { return nameOfAlias.append(known) }
        let number = UInt32(names.append(record))
        nameNumbers[record] = number
        nameOfAlias.append(number)
        SearchKeys.all(of: name) { keys.insert($0, number) }
    }

    private mutating func number(of token: ComparableToken, _ name: ComparableName) -> UInt32 {
        let text = name.textBytes(token)
        if let number = tokenNumbers[text] { return number }
        var bytes: [UInt8] = []
        TokenRecord.write(token, name.bytes, into: &bytes)
        let number = UInt32(tokens.append(bytes))
        tokenNumbers[text] = number
        let skeleton = SearchKeys.sounds(token, name)
        if skeletonNumbers[skeleton] == nil {
            let place = UInt32(skeletons.append(skeleton))
            skeletonNumbers[skeleton] = place
            SearchKeys.neighbourhood(skeleton) { neighbours.insert($0, place) }
        }
        return number
    }

    /// Where each name's aliases begin, one more for the end, then the aliases.
    private func aliasesByName() -> [UInt8] {
        var ends = [UInt32](repeating: 0, count: names.count + 1)
        for name in nameOfAlias { ends[Int(name) + 1] += 1 }
        for name in 0..<names.count { ends[name + 1] += ends[name] }
        var next = ends, aliases = [UInt32](repeating: 0, count: nameOfAlias.count)
        for (alias, name) in nameOfAlias.enumerated() {
            aliases[Int(next[Int(name)])] = UInt32(alias)
            next[Int(name)] += 1
        }
        var bytes: [UInt8] = []
        bytes.append(littleEndian: ends)
        bytes.append(littleEndian: aliases)
        return bytes
    }

    /// Adds the index's sections to an archive.
    consuming func finish(into archive: inout ArchiveBuilder) {
        archive.add(Section.tokens, tokens.bytes())
        archive.add(Section.names, names.bytes())
        var numbers: [UInt8] = []
        numbers.append(littleEndian: nameOfAlias)
        archive.add(Section.nameOfAlias, numbers)
        archive.add(Section.aliases, aliasesByName())
        archive.add(Section.keys, keys.bytes())
        archive.add(Section.skeletons, skeletons.bytes())
        archive.add(Section.neighbours, neighbours.bytes())
    }
}
