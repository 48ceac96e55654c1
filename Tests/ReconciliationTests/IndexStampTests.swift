import Entities
import Lexicon
import Reconciliation
import Testing

/// A dictionary holds numbers of the lexicon that it was compiled with, and is refused with another one.
@Suite struct IndexStampTests {
    /// The sections of an archive, but for one: left out, or with other bytes.
    private func archive(_ source: Archive, _ changed: String, to bytes: [UInt8]?) throws -> Archive {
        var builder = ArchiveBuilder()
        for name in source.sectionNames {
            if name != changed { builder.add(name, source.section(name)!.array) } else if let bytes { builder.add(name, bytes) }
        }
        return try Archive(bytes: builder.bytes(), named: "theirs.namvar")
    }

    private func refusal(_ dictionary: Archive) -> ArchiveError? {
        do {
            _ = try Reconciler([EntityDictionary(dictionary)], comparer: Shipped.comparer)
            return nil
        } catch { return error }
    }

    @Test func dictionariesOfAnotherLexiconAreRefused() throws {
        let own = try Shipped.dictionary(ReconcilerTests.people).archive
        #expect(refusal(try archive(own, "", to: nil)) == nil)
        for bytes in [nil, [UInt8](repeating: 7, count: 8), []] {
            guard case .otherLexicon(let path, let expected, let found)? = refusal(try archive(own, "index.lexicon", to: bytes)) else {
                Issue.record("not refused: \(bytes as Any)")
                continue
            }
            #expect(path == "theirs.namvar" && expected != found)
            #expect((found == nil) == (bytes?.count != 8))
        }
    }

    @Test func anotherLexiconGivesAnotherStamp() throws {
        let dictionary = try Shipped.dictionary(ReconcilerTests.people)
        let words = "reconciliation.words", other = KeyTableBuilder()
        let lexicon = try archive(Shipped.comparison, words, to: other.bytes())
        let comparer = try NameComparer(lexicon, vocabulary: Shipped.vocabulary, normalizer: Shipped.normalizer)
        #expect(throws: ArchiveError.self) { try Reconciler([dictionary], comparer: comparer) }
        let compiler = DictionaryCompiler(comparer, vocabulary: Shipped.vocabulary, normalizer: Shipped.normalizer)
        #expect(throws: ArchiveError.self) { try compiler.check(dictionary) }
    }

    @Test func theErrorSaysWhatToDo() {
        let error = ArchiveError.otherLexicon(path: "ours.namvar", expected: 1, found: nil)
        #expect("\(error)".contains("ours.namvar: ") && "\(error)".contains("namvar dictionary compile"))
    }

    @Test(arguments: ["index.names", "index.keys", "aliases.texts", "aliases.by-spelling", "entities.by-id", "index.aliases-by-name"])
    func tablesThatDoNotFillTheirSectionsAreRefused(_ section: String) throws {
        let own = try Shipped.dictionary(ReconcilerTests.people).archive, whole = own.section(section)!.array
        // Of bare numbers only the length can be told.
        let zeros = section == "index.aliases-by-name" ? [] : [[UInt8](repeating: 0, count: whole.count)]
        for bytes in [[], [UInt8](whole.dropLast(4)), whole + [0, 0, 0, 0]] + zeros {
            guard case .malformedSection(_, section, _)? = refusal(try archive(own, section, to: bytes)) else {
                Issue.record("\(section) of \(bytes.count) bytes, not \(whole.count), is not refused")
                continue
            }
        }
    }
}
