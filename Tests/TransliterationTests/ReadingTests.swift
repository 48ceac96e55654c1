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

    @Test(arguments: Cases("vowelled").rows)
    func readsVowelledPersian(row: [String]) throws {
        #expect(try Reading(vowelled: row[0]).notation == row[1])
    }

    @Test(arguments: Cases("admits").rows)
    func obeysTheMarksThatAreThere(row: [String]) throws {
        #expect(try Reading(row[0]).admits(row[1]) == (row[2] == "yes"))
    }
}
