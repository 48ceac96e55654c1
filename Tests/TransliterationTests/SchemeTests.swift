import NameText
import TestSupport
import Testing
import Transliteration

/// The schemes of `Dictionaries/schemes`.
let schemes = try! SchemeSet(folder: checkout + "/Dictionaries/schemes")

@Suite struct SchemeTests {
    @Test(arguments: Cases("practical").rows)
    func practicalIsThePress(row: [String]) throws {
        let scheme = try #require(schemes[.practical])
        #expect(scheme.romanized([NameWord(try Reading(row[0]), as: Name.Part.Kind(rawValue: row[1]) ?? .other)]) == row[2])
    }
}
