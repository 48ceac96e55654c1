public import Lexicon
internal import Transliteration

/// Compiles `Dictionaries/`, the text that is the source of truth, into the archives that the program embeds.
public enum ShippedDictionaries {
    /// The archives, in the order in which they are compiled: each may need those before it.
    public static let archives = ["lexicon.namvar", "models.namvar", "entities.namvar"]

    /// Compiles every archive from `Dictionaries/` into a folder, such as `Dictionaries/compiled`.
    ///
    /// The same text gives the same bytes. Nothing that the program embeds is read: a checkout whose compiled archives are of an
    /// older format can compile them anew.
    /// - Throws: the first mistake found, with file and line; nothing is half written.
    public static func build(_ folder: String, output: String) throws {
        let lexicon = try lexicon(from: folder)
        try lexicon.write(to: "\(output)/lexicon.namvar")
    }

    /// Letters, titles, affixes, readings, schemes and words: what every room reads, in one archive.
    public static func lexicon(from folder: String) throws -> ArchiveBuilder {
        var builder = ArchiveBuilder()
        try SchemeSet.compile(folder: "\(folder)/schemes", into: &builder)
        try Transliterator.compile(folder: folder, into: &builder)
        return builder
    }
}
