import TestSupport
import Testing

@testable import Transliteration

@Suite struct ReadingAlignerTests {
    @Test(arguments: Cases("aligner").rows)
    func findsTheReadingBehindTwoSpellings(_ row: [String]) {
        let found = ReadingAligner().reading(persian: row[0], latin: row[1])
        #expect(found?.reading.notation ?? "–" == row[2])
    }

    @Test(arguments: Cases("aligner").rows.filter { $0[2] != "–" })
    func spellingCostsTheSameFromTheReading(_ row: [String]) throws {
        let aligner = ReadingAligner()
        let reading = try Reading(row[2])
        let cost = aligner.cost(of: reading, latin: row[1])
        #expect(try #require(cost) < 2.5)
    }
}
