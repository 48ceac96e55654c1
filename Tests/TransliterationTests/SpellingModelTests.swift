import Lexicon
import Testing

@testable import Transliteration

@Suite struct SpellingModelTests {
    private static func model(_ spellings: [[UInt8]]) -> SpellingModel {
        var trainer = SpellingTrainer(order: 4)
        for spelling in spellings { trainer.add(spelling, weight: 1) }
        return SpellingModel(Bytes(trainer.bytes(pruning: 0)))
    }

    private static func latin(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

    @Test func whatLooksLikeTheNamesLearntIsLikelier() {
        let model = Self.model(["karimi", "rahimi", "salimi", "hashemi"].map { Array($0.utf8) })
        #expect(model.score(Self.latin("halimi")) > model.score(Self.latin("halimy")))
        #expect(model.score(Self.latin("rahemi")) > model.score(Self.latin("rhaemi")))
    }

    @Test func theSeatOfAHamzaTellsNothing() {
        let model = Self.model(["رضایی", "مومنی"].map { PersianLetters.codes(of: $0) })
        let plain = model.score(PersianLetters.codes(of: "مومنی")[...])
        #expect(model.score(PersianLetters.codes(of: "مؤمنی")[...]) == plain)
        #expect(model.score(PersianLetters.codes(of: "مو منی")[...]) == plain)
        #expect(model.score(PersianLetters.codes(of: "مئمنی")[...]) < plain)
    }

    @Test func howASpellingLooksOutweighsALittle() {
        let model = Self.model(["karimi", "rahimi"].map { Array($0.utf8) })
        func first(_ shares: (karimi: Double, carimi: Double), _ weights: Spellings.Weights) -> String {
            var spellings = Spellings()
            spellings.removeAll()
            for (text, share) in [("carimi", shares.carimi), ("karimi", shares.karimi)] {
                spellings.letters += Array(text.utf8)
                spellings.close(share, BeamSearch.End(hypothesis: 0, score: 0))
            }
            spellings.weigh(by: model, weights)
            spellings.rank(limit: 5)
            #expect(abs(spellings.items.reduce(0) { $0 + $1.share } - 1) < 1e-6)
            return String(decoding: spellings[0], as: UTF8.self)
        }
        #expect(first((0.4, 0.6), .init(found: 1, spelling: 0, letter: 0)) == "carimi")
        #expect(first((0.4, 0.6), .init(found: 1, spelling: 0.3, letter: 0)) == "karimi")
        #expect(first((0.001, 0.999), .init(found: 1, spelling: 0.3, letter: 0)) == "carimi")
    }
}
