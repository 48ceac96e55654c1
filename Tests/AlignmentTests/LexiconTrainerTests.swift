import ICU
import Testing

@testable import Alignment

struct LexiconTrainerTests {
    private let corpus: LexiconTrainer.Corpus = (
        "toy",
        [
            ("the red house", "خانه سرخ"), ("a red book", "کتاب سرخ"), ("the big house", "خانه بزرگ"), ("big books", "کتابهای بزرگ"),
            ("a big garden", "باغ بزرگ"), ("the red garden", "باغ سرخ"), ("houses and books", "خانه‌ها و کتاب‌ها"), ("books", "کتاب‌ها"),
            ("my book", "کتاب من"), ("big", "بزرگ"), ("a garden", "باغی"),
            ("his book", "کتاب او"), ("her book", "کتاب او"),
        ]
    )

    @Test func wordsThatMeetAreLearnt() {
        let pairs = LexiconTrainer([corpus]).pairs(least: 0.9)
        let best = Dictionary(grouping: pairs, by: \.english).mapValues { $0.max { $0.weight < $1.weight }!.persian }
        #expect(best == ["red": "سرخ", "house": "خانه", "book": "کتاب", "big": "بزرگ", "garden": "باغ"])
        #expect(pairs.allSatisfy { $0.sources == ["toy"] })
    }

    @Test func theSameTextGivesTheSameLexicon() {
        let runs = (0..<3).map { _ in LexiconTrainer([corpus]).pairs().map { "\($0.english) \($0.persian) \($0.weight)" } }
        #expect(Set(runs).count == 1)
    }

    @Test func namesThatAreSeldomAreLeftOutUnlessAskedFor() {
        let named: LexiconTrainer.Corpus = (
            "toy",
            corpus.pairs + [
                ("the house of Abishur", "خانه ابیشور"), ("a book of Abishur", "کتاب ابیشور"), ("the garden of Abishur", "باغ ابیشور"),
            ]
        )
        func names(_ keeps: Bool) -> [String] { LexiconTrainer([named]).pairs(least: 0.9, keepsNames: keeps).map(\.english) }
        #expect(!names(false).contains("abishur"))
        #expect(names(true).contains("abishur"))
    }

    @Test func sureSentencesTeachWordsToAnAligner() throws {
        var sure = SureSentences()
        let english = Article(
            lines: "Zarrinkafsh saw the drum in Kashan.\nKhoshkeshtian sold 14 drums in Tabriz.\nWijetunge built a drum in Zabol.",
            language: .english)
        let persian = Article(
            lines: "زرین‌کفش در کاشان دهل را دید.\nخوش‌کشتیان در تبریز ۱۴ دهل فروخت.\nویجه‌تونگه در زابل دهل ساخت.", language: .persian)
        let aligner = Aligner(words: nil)
        for _ in 0..<40 { sure.add(aligner.align(english, persian)) }
        #expect(sure.areMany)
        let learnt = try #require(aligner.learning(from: sure).learnt)
        let drum = try #require(learnt.persian("دهل"))
        #expect(learnt.translations(of: "drum").contains { $0.word == drum })
    }
}
