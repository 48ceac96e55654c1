import Entities
import Glibc
import Lexicon
import NameText
import Reconciliation
import TestSupport
import Transliteration

/// What the compiled dictionaries of this checkout give.
enum Shipped {
    static let lexicon = try! Archive.open(checkout + "/Dictionaries/compiled/lexicon.namvar")
    static let comparison = try! Archive.open(checkout + "/Dictionaries/compiled/comparison.namvar")
    static let vocabulary = try! Vocabulary(lexicon)
    static let normalizer = Normalizer(vocabulary)
    static let comparer = try! NameComparer(comparison, vocabulary: vocabulary, normalizer: normalizer)

    /// The same with the reading models.
    static let readingComparer = try! NameComparer(comparison, vocabulary: vocabulary, normalizer: normalizer) { transliterator }
    private static let transliterator = try! Transliterator(
        lexicon: lexicon, models: Archive.open(checkout + "/Dictionaries/compiled/models.namvar"))

    /// A reconciler over a dictionary in text form.
    static func reconciler(_ lines: [String]) throws -> Reconciler {
        try Reconciler([dictionary(lines)], comparer: comparer)
    }

    static func dictionary(_ lines: [String]) throws -> EntityDictionary {
        let path = "/tmp/namvar-test-\(UInt64.random(in: 0...UInt64.max)).jsonl"
        try writeFile(Array(lines.joined(separator: "\n").utf8), to: path)
        defer { remove(path) }
        var archive = ArchiveBuilder()
        _ = try DictionaryCompiler(comparer, vocabulary: vocabulary, normalizer: normalizer).compile([path], into: &archive) { _ in }
        return try EntityDictionary(Archive(bytes: archive.bytes()))
    }
}

private func remove(_ path: String) { _ = unlink(path) }
