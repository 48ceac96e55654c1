import ICU
import Testing

@testable import Alignment

struct ArticleTests {
    private let reader = ArticleReader(abbreviations: [.english: ["gen", "u.s"], .persian: ["دکتر"]])

    @Test func linesKeepTheirNumbers() {
        let article = Article(lines: "one\n\nthree\r\nfour", language: .english)
        #expect(article.sentences.map(\.range) == [0..<3, 4..<4, 5..<11, 12..<16])
    }

    @Test func pageFurnitureIsNoSentence() throws {
        let text = """
             date 2019-12-15 Iran Says Attack Defused

            12/15/19

            Source: RFE/RL

            Gen. Salami spoke. Cards had been published. https://t.co/1FDLm01dxb — New York Times (@nytimesworld) December 10, 2019

            With reporting by AP

            """
        let article = try reader.article(text, language: .english)
        #expect(
            article.sentences.map(\.text) == [
                "Iran Says Attack Defused", "Gen. Salami spoke.", "Cards had been published.", "With reporting by AP",
            ])
        #expect(article.date == CalendarDay(gregorian: 2019, 12, 15))
        let bytes = Array(text.utf8)
        for sentence in article.sentences { #expect(String(decoding: bytes[sentence.range], as: UTF8.self) == sentence.text) }
    }

    @Test func wrappedTextIsReadAcrossItsLines() throws {
        let text = """
            The canal is long and runs from the river to the old mosque in the
            middle of the city. A professor said that it may have fed the many
            public baths of the quarter, which were famous far beyond the
            borders of the province.

            Not everyone is pleased.
            """
        let article = try reader.article(text, language: .english)
        #expect(article.sentences.count == 3)
    }

    @Test func aPersianDateLineIsTheArticlesDate() throws {
        let article = try reader.article("۲۴ آذر ۱۳۹۸\n\nمتن خبر این است.\n", language: .persian)
        #expect(article.sentences.map(\.text) == ["متن خبر این است."])
        #expect(article.date == CalendarDay(persian: 1398, 9, 24))
    }
}
