import ICU
import TestSupport
import Testing

@Suite struct SegmentationTests {
    static let abbreviations = ["Gen.", "Dr.", "Mr.", "U.S.", "ه", "ش"]

    @Test(arguments: Cases("sentences").rows)
    func `sentences`(row: [String]) throws {
        let breaker = SentenceBreaker(Language(rawValue: row[0])!, abbreviations: Self.abbreviations)
        let utf8 = Array(row[1].utf8)
        let found = try breaker.sentences(in: row[1]).map { String(decoding: utf8[$0], as: UTF8.self) }
        #expect(found == row[2].split(separator: "|").map(String.init))
    }

    @Test func `white space alone is no sentence`() throws {
        #expect(try SentenceBreaker(.english, abbreviations: []).sentences(in: " \n\u{A0}\u{FEFF} ").isEmpty)
        #expect(try SentenceBreaker(.persian, abbreviations: []).sentences(in: "").isEmpty)
    }

    @Test(arguments: [
        (Language.persian, "علی خامنه\u{200C}ای، ۲۴ آذر", ["علی", "خامنه\u{200C}ای", "۲۴", "آذر"]),
        (.english, "Iran's 2015 deal (JCPOA)", ["Iran's", "2015", "deal", "JCPOA"]),
    ])
    func `words`(language: Language, text: String, expected: [String]) throws {
        let utf8 = Array(text.utf8)
        #expect(try WordBreaker(language).words(in: text).map { String(decoding: utf8[$0], as: UTF8.self) } == expected)
    }
}
