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
}
