import ICU
import Lexicon
import TestSupport
import Testing

@testable import Alignment

struct PairingTests {
    private static let folder = "\(checkout)/Tests/AlignmentTests/Cases/articles"
    private static let numbers = [
        "01-book-fair", "02-flood-relief", "03-burnt-archive", "04-football", "05-cinema", "06-telescope", "07-saffron-rail",
        "08-rudaki-evening", "09-chess", "10-glacier",
    ]

    private func signatures(_ knowledge: AlignmentOptions.Knowledge) throws -> (english: [ArticleSignature], persian: [ArticleSignature]) {
        let words = try WordLexicon(try Archive.open("\(checkout)/Dictionaries/compiled/comparison.namvar"))
        var reader = Aligner(words: words).signatureReader(knowledge)
        func read(_ language: Language) throws -> [ArticleSignature] {
            try Self.numbers.map { number in
                let text = try #require(contents(ofFile: "\(Self.folder)/\(number).\(language.rawValue).txt"))
                return reader.signature(of: Article(lines: text, language: language))
            }
        }
        return (try read(.english), try read(.persian))
    }

    @Test(arguments: [AlignmentOptions.Knowledge.everything, .withoutWords])
    func `shuffled articles find their counterparts, and decoys none`(_ knowledge: AlignmentOptions.Knowledge) throws {
        let all = try signatures(knowledge)
        // Stories 0 and 1 are told in Persian alone, 8 and 9 in English alone.
        let english = [7, 3, 9, 2, 8, 5, 6, 4], persian = [1, 4, 6, 0, 2, 7, 5, 3]
        let pairs = ArticlePairing(english: english.map { all.english[$0] }, persian: persian.map { all.persian[$0] }).pairs()
        #expect(Set(pairs.map { [english[$0.english], persian[$0.persian]] }) == Set((2...7).map { [$0, $0] }))
        // In another order they find each other just as surely.
        let again = ArticlePairing(
            english: english.reversed().map { all.english[$0] }, persian: persian.reversed().map { all.persian[$0] }
        ).pairs()
        #expect(Set(again.map { [7 - $0.english, 7 - $0.persian] }) == Set(pairs.map { [$0.english, $0.persian] }))
    }

    @Test func `nothing pairs with nothing`() {
        let empty = ArticleSignature()
        #expect(ArticlePairing(english: [], persian: [empty]).pairs().isEmpty)
        #expect(ArticlePairing(english: [empty, empty], persian: []).pairs().isEmpty)
        #expect(ArticlePairing(english: [empty, empty], persian: [empty]).pairs().isEmpty)
    }

    @Test(arguments: Cases("skeletons").rows) func `a name has one skeleton in both scripts`(_ row: [String]) {
        let persian = NameSkeleton.persian(PersianForms.word(Array(row[1].unicodeScalars)))
        #expect(!persian.isEmpty)
        #expect(NameSkeleton.latin(Array(row[0].utf8)).contains(persian), "\(row)")
    }
}
