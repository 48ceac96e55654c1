import TestSupport
import Testing
import Transliteration

@Suite struct ReadingTests {
    @Test(arguments: Cases("readings").rows)
    func rendersThePersianSpelling(row: [String]) throws {
        let reading = try Reading(row[0])
        #expect(Array(reading.persian.utf8) == Array(row[1].utf8))
        #expect(reading.notation == row[0])
    }
}
