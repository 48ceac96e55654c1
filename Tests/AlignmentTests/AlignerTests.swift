import ICU
import Lexicon
import TestSupport
import Testing

@testable import Alignment

struct AlignerTests {
    private func english(_ lines: String) -> Article { Article(lines: lines, language: .english) }
    private func persian(_ lines: String) -> Article { Article(lines: lines, language: .persian) }

    private func beads(_ alignment: ArticleAlignment) -> [String] { alignment.beads.map { "\($0.english):\($0.persian)" } }

    private let story = (
        english: "Sturridge scored 3 goals in London.\nKovacic met Nugroho on May 14.\nHazard lives in Naples.\n",
        persian: "کواچیچ در ۱۴ مه با نوگروهو دیدار کرد.\nاستوریج در لندن ۳ گل زد.\nهازارد در ناپل زندگی می‌کند.\n"
    )

    @Test func namesAndNumbersAloneFindSwappedSentences() {
        #expect(beads(Aligner(words: nil).align(english(story.english), persian(story.persian))) == ["[0]:[1]", "[1]:[0]", "[2]:[2]"])
    }

    @Test func filesInTheWrongOrderAreExchanged() {
        let alignment = Aligner(words: nil).align(
            Article(lines: story.persian, language: .english), Article(lines: story.english, language: .persian))
        #expect(alignment.remarks == [.swapped])
        #expect(beads(alignment) == ["[0]:[1]", "[1]:[0]", "[2]:[2]"])
    }

    @Test func theSameLanguageTwiceIsSaid() {
        let alignment = Aligner(words: nil).align(english(story.english), english(story.english))
        #expect(alignment.remarks == [.sameLanguage(.english)])
        #expect(alignment.beads.allSatisfy { !$0.isTwoSided })
    }

    @Test func anEmptySideIsSaid() {
        let alignment = Aligner(words: nil).align(english(""), persian(story.persian))
        #expect(alignment.remarks == [.emptySide])
        #expect(beads(alignment) == ["[]:[0]", "[]:[1]", "[]:[2]"])
    }

    @Test func nothingInCommonIsSaid() {
        let other = persian("هوا امروز بارانی است.\nقیمت نان در بازار بالا رفت.\nتیم فوتبال شهر باخت.\n")
        let alignment = Aligner(words: nil).align(english(story.english), other)
        #expect(alignment.remarks == [.nothingInCommon])
    }

    @Test func aBlockThatWasMovedIsFound() {
        let names = [
            "Sturridge|استوریج", "Kovacic|کواچیچ", "Nugroho|نوگروهو", "Hazard|هازارد", "Rouhani|روحانی", "Khamenei|خامنه‌ای", "Trump|ترامپ",
            "Putin|پوتین",
        ]
        let pairs = names.map { $0.split(separator: "|").map(String.init) }
        let left = pairs.enumerated().map { "On the day \($1[0]) saw \(17 + $0 * 13) people in the hall.\n" }.joined()
        let order = [3, 4, 5, 6, 7, 0, 1, 2]
        let right = order.map { "آن روز \(pairs[$0][1]) \(17 + $0 * 13) نفر را در تالار دید.\n" }.joined()
        let alignment = Aligner(words: nil).align(english(left), persian(right))
        #expect(alignment.beads.map(\.english) == (0..<8).map { [$0] })
        #expect(alignment.beads.map(\.persian) == [[5], [6], [7], [0], [1], [2], [3], [4]])
    }

    @Test(arguments: ["", "\n", "\n\n\n", "…\n", "a\n\nb\n", "۱\n"])
    func everySentenceIsInOneBead(_ text: String) {
        for (left, right) in [(text, story.persian), (story.english, text), (text, text)] {
            let alignment = Aligner(words: nil).align(english(left), persian(right))
            #expect(alignment.beads.flatMap(\.english).sorted() == Array(alignment.english.sentences.indices))
            #expect(alignment.beads.flatMap(\.persian).sorted() == Array(alignment.persian.sentences.indices))
        }
    }

    @Test func theSamplePairIsAlignedAsItsGoldSays() throws {
        var builder = ArchiveBuilder()
        try WordLexicon.compile(folder: "\(checkout)/Dictionaries", into: &builder)
        let aligner = Aligner(words: try WordLexicon(try Archive(bytes: builder.bytes())))
        let reader = ArticleReader(abbreviations: [:])
        let folder = "\(checkout)/Examples/articles"
        let alignment = aligner.align(
            try reader.article(try #require(contents(ofFile: "\(folder)/isfahan.en.txt")), language: .english),
            try reader.article(try #require(contents(ofFile: "\(folder)/isfahan.fa.txt")), language: .persian))
        let gold = try #require(contents(ofFile: "\(folder)/isfahan.gold")).split(separator: "\n").map(String.init)
        #expect(Set(beads(alignment)).intersection(gold).count >= gold.count - 2)
        let links = alignment.beads.flatMap(\.names)
        let wanted = try #require(contents(ofFile: "\(folder)/isfahan.names.tsv")).split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t")
        }
        for row in wanted where row[2] == "person" || row[2] == "date" {
            #expect(links.contains { $0.english.text == row[0] && $0.persian.text == row[1] }, "\(row[0]) = \(row[1])")
        }
        let tabatabaei = links.filter { $0.english.text.hasSuffix("Tabatabaei") }.map(\.group)
        #expect(tabatabaei.count == 2 && Set(tabatabaei).count == 1)
        for link in links {
            #expect(String(decoding: Array(alignment.persian.text.utf8)[link.persian.range], as: UTF8.self) == link.persian.text)
        }
    }
}
