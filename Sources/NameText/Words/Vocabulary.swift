public import Lexicon

/// The words that normalizing and reading names need: titles, affixes, compounds, given names, abbreviations.
///
/// Compiled from the tables in `Dictionaries/text`; see `Dictionaries/README.md` for their columns.
public struct Vocabulary: Sendable {
    let words: WordTable
    let titles: WordTable
    let abbreviationLines: [String]

    /// Names of the sections in an archive.
    enum Section {
        static let words = "text.words"
        static let titles = "text.titles"
        static let abbreviations = "text.abbreviations"
    }

    /// The vocabulary that lies in an archive.
    public init(_ archive: Archive) throws(ArchiveError) {
        words = try Self.table(Section.words, archive)
        titles = try Self.table(Section.titles, archive)
        abbreviationLines = try archive.required(Section.abbreviations).string.split(separator: "\n").map { String($0) }
    }

    /// The vocabulary of the tables in `folder`/text, without compiling: for tests and for one's own tables.
    public init(folder: String) throws(TableError) {
        let tables = try VocabularyTables(folder: folder)
        words = WordTable(tables.words)
        titles = WordTable(tables.titles)
        abbreviationLines = tables.abbreviations
    }

    /// No words at all: letters and signs alone are normalized.
    public init() {
        words = WordTable([:])
        titles = WordTable([:])
        abbreviationLines = []
    }

    private static func table(_ section: String, _ archive: Archive) throws(ArchiveError) -> WordTable {
        guard let table = WordTable(try archive.required(section)) else {
            throw .malformedSection(path: archive.path, section: section, reason: "sizes do not add up")
        }
        return table
    }

    /// Reads the tables in `folder`/text and adds their compiled form to an archive.
    public static func compile(folder: String, into archive: inout ArchiveBuilder) throws(TableError) {
        let vocabulary = try Vocabulary(folder: folder)
        archive.add(Section.words, vocabulary.words.bytes)
        archive.add(Section.titles, vocabulary.titles.bytes)
        archive.add(Section.abbreviations, Array(vocabulary.abbreviationLines.joined(separator: "\n").utf8))
    }

    /// Abbreviations after whose full stop a sentence goes on: «دکتر», "Gen". Without the stop.
    public func abbreviations(of language: String) -> [String] {
        abbreviationLines.compactMap { line in
            let cells = line.split(separator: "\t")
            return cells.count == 2 && cells[0] == language ? String(cells[1]) : nil
        }
    }
}
