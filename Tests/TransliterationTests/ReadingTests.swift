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

    @Test(arguments: Cases("readings").rows)
    func vowelledPersianIsExact(row: [String]) throws {
        let reading = try Reading(row[0])
        #expect(try Reading(vowelled: reading.vowelled) == reading)
        #expect(reading.admits(reading.vowelled))
    }

    @Test(arguments: Cases("reading-errors").rows)
    func saysWhatIsWrongAndWhere(row: [String]) {
        let error = #expect(throws: ReadingError.self) { try Reading(row[0]) }
        #expect(error?.description == row[1])
    }

    @Test func partsWords() throws {
        #expect(try Reading("moḥammad javād āẕarī").words.map(\.notation) == ["moḥammad", "javād", "āẕarī"])
    }
}
