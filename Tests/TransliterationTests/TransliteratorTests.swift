import Lexicon
import NameText
import TestSupport
import Testing

@testable import Transliteration

/// The shipped tables, compiled, and the models as they ship.
enum Shipped {
    static let transliterator: Transliterator? = {
        var builder = ArchiveBuilder()
        guard (try? Transliterator.compile(folder: "\(checkout)/Dictionaries", into: &builder)) != nil,
            (try? Vocabulary.compile(folder: "\(checkout)/Dictionaries", into: &builder)) != nil,
            let lexicon = try? Archive(bytes: builder.bytes()),
            let models = try? Archive.open("\(checkout)/Dictionaries/compiled/models.namvar")
        else { return nil }
        return try? Transliterator(lexicon: lexicon, models: models)
    }()
}

@Suite struct TransliteratorTests {
    @Test(arguments: Cases("transliterator").rows)
    func writesNamesInTheOtherScript(_ row: [String]) throws {
        let transliterator = try #require(Shipped.transliterator)
        let script = try #require(TargetScript(rawValue: row[1]))
        let options = TransliterationOptions(limit: 3, knowledge: row[2] == "model" ? .modelOnly : .lexiconAndModel)
        #expect(transliterator.candidates(for: row[0], to: script, options).first?.text == row[3])
    }

    /// Names of the world that the models are asked for without the lexicon have a sensible candidate among the first five.
    @Test(arguments: Cases("foreign").rows)
    func theWorldsNamesAreAmongTheFirstFive(_ row: [String]) throws {
        let transliterator = try #require(Shipped.transliterator)
        let script = try #require(TargetScript(rawValue: row[1]))
        let found = transliterator.candidates(for: row[0], to: script, TransliterationOptions(limit: 5, knowledge: .modelOnly)).map(\.text)
        #expect(found.contains(row[2]), "\(found)")
    }

    @Test func explainsEachWord() throws {
        let transliterator = try #require(Shipped.transliterator)
        let explained = transliterator.explanation(of: "دکتر ظریف", to: .latin)
        #expect(explained.candidates.first?.text == transliterator.candidates(for: "دکتر ظریف", to: .latin).first?.text)
        #expect(explained.words.map(\.given) == ["دکتر", "ظریف"])
        #expect(explained.words.map { $0.reading?.notation } == ["doktor", "ẓarīf"])
        #expect(explained.words.map { $0.entry?.kind } == [.title, .family])
        let compound = try #require(transliterator.explanation(of: "گلمریم‌نژاد", to: .latin).words.first)
        #expect(compound.origin == .compound && compound.entry == nil)
        #expect(compound.elements.map(\.kind) == ["prefix", "given", "suffix"])
        #expect(compound.elements.map { $0.reading?.notation } == ["gol", "maryam", "nežād"])
    }

    @Test(arguments: Cases("phrases").rows)
    func writesWholeNamesAndPhrases(_ row: [String]) throws {
        let transliterator = try #require(Shipped.transliterator)
        let script = try #require(TargetScript(rawValue: row[1]))
        var options = TransliterationOptions(limit: 1)
        if !row[2].isEmpty { options.scheme = try Scheme(file: "\(checkout)/Dictionaries/schemes/\(row[2]).rules") }
        #expect(transliterator.candidates(for: row[0], to: script, options).first?.text == row[3])
    }

    @Test(arguments: ["جهرمی", "زرین‌کلک", "Karimabadi", "محمد رضا کریمی", "ژژژ", "Qxw", "م", "«»", ""])
    func candidatesAreRankedAndTheirScoresAreProbabilities(_ name: String) throws {
        let transliterator = try #require(Shipped.transliterator)
        for knowledge in [Knowledge.lexiconAndModel, .modelOnly] {
            for script in TargetScript.allCases {
                let found = transliterator.candidates(for: name, to: script, TransliterationOptions(limit: 5, knowledge: knowledge))
                #expect(!found.isEmpty)
                #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
                #expect(found.reduce(0) { $0 + $1.score } < 1.0001)
                #expect(Set(found.map(\.text)).count == found.count)
            }
        }
    }

    @Test func theModelsReadingsAreThoseOfTheSpelling() throws {
        let transliterator = try #require(Shipped.transliterator)
        for line in NameLexiconTests.lines.prefix(400) {
            let letters = PersianLetters.codes(of: line.reading.persian)
            let word = PersianLetters.text(of: letters)
            for item in transliterator.readings(of: word, limit: 3, knowledge: .modelOnly) {
                #expect(PersianLetters.codes(of: item.reading.persian) == letters, "\(item.reading)")
            }
        }
    }
}
