import ICU
import TestSupport
import Testing

@testable import Alignment

struct TermTests {
    @Test(arguments: Cases("english-forms").rows)
    func englishForms(_ row: [String]) {
        let word = EnglishForms.word(Array(row[0].unicodeScalars))
        #expect((EnglishForms.keys(of: word.bytes) + [word]).map(\.text).contains(row[1]))
    }

    @Test(arguments: Cases("persian-forms").rows)
    func persianForms(_ row: [String]) {
        let keys = PersianForms.keys(of: PersianForms.parts(of: Array(row[0].unicodeScalars)))
        #expect(keys.map(\.text).contains(row[1]))
    }

    @Test(arguments: Cases("numbers").rows)
    func numbers(_ row: [String]) throws {
        let language = try #require(Language(rawValue: row[0]))
        let terms = TermReader.terms(of: Article(lines: row[1], language: language)).terms
        #expect(terms.filter { $0.kind == .number }.map(\.value) == [try #require(Double(row[2]))])
    }

    @Test(arguments: Cases("dates").rows)
    func datesOfBothCalendarsMeet(_ row: [String]) throws {
        let written = try #require(CalendarDay(gregorian: 2019, 12, 15))
        let english = TermReader.terms(of: Article(lines: row[0], language: .english)).terms.compactMap(\.date)
        let persian = TermReader.terms(of: Article(lines: row[1], language: .persian)).terms.compactMap(\.date)
        let (a, b) = (try #require(english.first), try #require(persian.first))
        #expect((DateReading.agreement(a, b, writtenOn: written) > 0) == (row[2] == "yes"))
    }

    @Test func withoutAYearTheCalendarsStillMeet() {
        let a = DateReading.day(.gregorian, year: nil, month: 12, day: 15), b = DateReading.day(.persian, year: nil, month: 9, day: 24)
        #expect(DateReading.agreement(a, b, writtenOn: nil) > 0)
    }

    @Test(arguments: Cases("sound").rows)
    func sounds(_ row: [String]) throws {
        let match = try #require(SoundMatch(EnglishForms.fold(Array(row[0].unicodeScalars))))
        let spelling = try #require(SoundMatch.Spelling(PersianForms.word(Array(row[1].unicodeScalars))))
        #expect((match.strength(of: spelling) > 0.45) == (row[2] == "yes"))
    }

    @Test func offsetsAreOfTheArticle() {
        let article = Article(lines: "خبر\nمحمد در ۲۴ آذر ۱۳۹۸ گفت\n", language: .persian)
        let bytes = Array(article.text.utf8)
        let terms = TermReader.terms(of: article)
        let dates = terms.sentences[1].filter { terms.terms[$0.term].kind == .date }.map {
            String(decoding: bytes[$0.range], as: UTF8.self)
        }
        #expect(dates == ["۲۴ آذر ۱۳۹۸"])
    }
}
