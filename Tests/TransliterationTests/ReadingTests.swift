import Lexicon
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

    @Test(arguments: [
        ("ʿabd+os=ṣamad", "ʿabd+oṣ=ṣamad"), ("ʿalī-ye javān", "ʿalī-e javān"), ("ʿīsá-ye masīḥ", "ʿīsá-e masīḥ"), ("bad·tar", "badtar"),
        ("h\u{323}oseyn", "ḥoseyn"), ("z\u{331}aker\u{12B}", "ẕakerī"), ("s\u{331}aqafī", "s̱aqafī"),
    ])
    func readsOtherWaysToWriteIt(written: String, printed: String) throws {
        #expect(Array(try Reading(written).notation.unicodeScalars) == Array(printed.unicodeScalars))
    }

    @Test(arguments: ["given", "family", "elements", "foreign"])
    func theShippedNamesComeBackFromEveryForm(file: String) throws {
        let table = try TableFile(
            path: checkout + "/Dictionaries/names/\(file).tsv", columns: ["reading"],
            optional: ["kind", "gender", "gloss", "count", "latin", "held_out", "source"])
        #expect(!table.rows.isEmpty)
        for row in table.rows {
            let reading = try Reading(row[0])
            #expect(reading.notation == row[0], "line \(row.line)")
            #expect(try Reading(vowelled: reading.vowelled) == reading, "line \(row.line)")
        }
    }
}
