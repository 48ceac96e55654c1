import NameText
import TestSupport
import Testing
import Transliteration

/// The schemes of `Dictionaries/schemes`.
let schemes = try! SchemeSet(folder: checkout + "/Dictionaries/schemes")

/// A table of cases with a column a scheme: its first columns, then one case for each scheme.
private func casesOfSchemes(_ name: String, columns: Int) -> [(row: [String], id: String, latin: String)] {
    let header = contents(ofFile: checkout + "/Tests/TransliterationTests/Cases/\(name).tsv")!
        .split(separator: "\n").first { !$0.hasPrefix("#") }!.split(separator: "\t").map(String.init)
    return Cases(name).rows.flatMap { row in
        zip(header[columns...], row[columns...]).filter { $0.1 != "-" }.map { (Array(row[..<columns]), $0.0, $0.1) }
    }
}

@Suite struct SchemeTests {
    @Test(arguments: Cases("practical").rows)
    func practicalIsThePress(row: [String]) throws {
        let scheme = try #require(schemes[.practical])
        #expect(scheme.romanized([NameWord(try Reading(row[0]), as: Name.Part.Kind(rawValue: row[1]) ?? .other)]) == row[2])
    }

    @Test(arguments: casesOfSchemes("scheme-letters", columns: 1) + casesOfSchemes("scheme-doubled", columns: 1))
    func writesEachLetter(row: [String], id: String, latin: String) throws {
        let scheme = try #require(schemes[Scheme.ID(rawValue: id)])
        // b is b in every scheme: it shows what stands around.
        let around = scheme.romanized(try Reading("tābār"))
        #expect(scalars(scheme.romanized(try Reading("tā\(row[0])ār"))) == scalars(around.replacing("b", with: latin)))
    }

    @Test(arguments: casesOfSchemes("scheme-names", columns: 2))
    func writesNames(row: [String], id: String, latin: String) throws {
        let scheme = try #require(schemes[Scheme.ID(rawValue: id)])
        let kind = try #require(Name.Part.Kind(rawValue: row[1]))
        #expect(scalars(scheme.romanized([NameWord(try Reading(row[0]), as: kind)])) == scalars(latin))
    }

    /// What is remembered is what ICU would write: a scheme that has written much agrees with one that has written nothing.
    @Test func remembersWithoutChangingAnything() throws {
        let text = try #require(contents(ofFile: checkout + "/Dictionaries/schemes/practical.rules"))
        let worn = try Scheme(.practical, rules: text, file: "practical.rules")
        let readings = Array(RandomReadings(seed: 5).prefix(3000))
        for _ in 0..<2 { for reading in readings { _ = (worn.romanized(reading), worn.capitalized(reading, as: .family)) } }
        let fresh = try Scheme(.practical, rules: text, file: "practical.rules")
        for reading in readings {
            #expect(worn.romanized(reading) == fresh.romanized(reading))
            #expect(worn.capitalized(reading, as: .family) == fresh.capitalized(reading, as: .family))
        }
    }

    @Test func everySchemeSaysWhatIsNotCertain() throws {
        for id in Scheme.ID.shipped {
            let text = try #require(contents(ofFile: checkout + "/Dictionaries/schemes/\(id).rules"))
            #expect(text.contains("\n# Source: ") && text.contains("\n# Not certain: "), "\(id)")
            #expect(schemes[id]?.title.isEmpty == false)
        }
    }

    /// Compared by scalars: String takes a letter and its composed form for the same.
    private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
