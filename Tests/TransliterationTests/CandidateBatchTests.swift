import TestSupport
import Testing

@testable import Transliteration

/// A batch says of many names what is said of each alone.
@Suite struct CandidateBatchTests {
    static let names =
        Cases("transliterator").rows.map { $0[0] } + [
            "محمد رضا کریمی", "«جهرمی»، علی", "مُلکی", "مَلکی", "خامنه‌ای", "۱۲۳", "", "  ", "«»", "ژژژ", "Karimabadi", "Angela  Merkel",
            "(Jahromi), 5", "O’Neill", "زرین‌کلک",
        ]

    private static func same(_ a: Candidate, _ b: Candidate) -> Bool {
        a.text == b.text && abs(a.score - b.score) < 1e-9 && a.reading == b.reading && a.origin == b.origin
            && a.words.map(\.given) == b.words.map(\.given) && a.words.map(\.reading) == b.words.map(\.reading)
    }

    @Test(arguments: TargetScript.allCases, [1, 5])
    func aBatchIsItsNamesOneByOne(_ script: TargetScript, limit: Int) throws {
        let transliterator = try #require(Shipped.transliterator)
        for knowledge in [Knowledge.lexiconAndModel, .modelOnly] {
            let options = TransliterationOptions(limit: limit, knowledge: knowledge)
            // With a memory so small that it is forgotten again and again, and twice, so that what is remembered counts.
            for remembering in [0, 3, 1000] {
                var batch = transliterator.batch(to: script, options, remembering: remembering)
                for name in Self.names + Self.names { batch.append(name) }
                #expect(batch.count == 2 * Self.names.count)
                for (index, name) in (Self.names + Self.names).enumerated() {
                    let alone = transliterator.candidates(for: name, to: script, options)
                    let found = batch.candidates(of: index)
                    #expect(found.count == alone.count && zip(found, alone).allSatisfy { Self.same(batch[$0], $1) }, "\(name)")
                    #expect(zip(found, alone).allSatisfy { String(decoding: batch.texts[batch.text(of: $0)], as: UTF8.self) == $1.text })
                }
            }
        }
    }

    @Test func whatWasRemovedLeavesNothingBehind() throws {
        let transliterator = try #require(Shipped.transliterator)
        var batch = transliterator.batch(to: .latin, TransliterationOptions(limit: 3))
        for name in Self.names {
            batch.removeAll()
            batch.append(name)
            let alone = transliterator.candidates(for: name, to: .latin, TransliterationOptions(limit: 3))
            #expect(batch.count == 1 && batch.candidates(of: 0).map { batch[$0].text } == alone.map(\.text), "\(name)")
        }
    }

    @Test func aSchemeWritesTheBatchToo() throws {
        let transliterator = try #require(Shipped.transliterator)
        let scheme = try #require(try SchemeSet(folder: "\(checkout)/Dictionaries/schemes")[.alaLC])
        let options = TransliterationOptions(limit: 2, scheme: scheme)
        var batch = transliterator.batch(to: .latin, options)
        for name in Self.names { batch.append(name) }
        for (index, name) in Self.names.enumerated() {
            let alone = transliterator.candidates(for: name, to: .latin, options).map(\.text)
            #expect(batch.candidates(of: index).map { batch[$0].text } == alone, "\(name)")
        }
    }
}
