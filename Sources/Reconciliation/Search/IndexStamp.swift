internal import Lexicon

/// Which lexicon a dictionary's index was made with: prepared words hold the lexicon's numbers of names and meanings, which stand for others in another one.
struct IndexStamp: Sendable, Hashable {
    private static let section = "index.lexicon"
    /// Changed when prepared words come to mean something else: another layout, other units or classes.
    private static let layout: UInt64 = 1

    private let value: UInt64

    /// The stamp of a lexicon.
    init(ofLexicon lexicon: Archive) {
        var bytes: [UInt8] = []
        bytes.append(littleEndian: Self.layout)
        for section in [NameKnowledge.Section.words, NameWords.wordsSection] {
            bytes.append(littleEndian: lexicon.checksum(of: section) ?? 0)
        }
        value = StableHash.hash(bytes)
    }

    func write(into archive: inout ArchiveBuilder) {
        var bytes: [UInt8] = []
        bytes.append(littleEndian: value)
        archive.add(Self.section, bytes)
    }

    /// Throws unless a dictionary's index was made with the lexicon of this stamp.
    func check(_ dictionary: Archive) throws(ArchiveError) {
        let bytes = dictionary.section(Self.section), found = bytes?.count == 8 ? bytes?.u64(at: 0) : nil
        guard found == value else { throw .otherLexicon(path: dictionary.path, expected: value, found: found) }
    }
}
