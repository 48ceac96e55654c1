import NameText
import TestSupport
import Testing
import Transliteration

@Suite struct ReverseTests {
    @Test(arguments: Cases("reverse").rows)
    func readsScholarlySpellingsBack(row: [String]) throws {
        let scheme = try #require(schemes[Scheme.ID(rawValue: row[1])])
        let persian = scheme.readings(of: row[0], limit: 1).first?.persian
        #expect(persian.map { Array($0.unicodeScalars) } == Array(row[2].unicodeScalars), "\(persian ?? "none")")
    }

    /// What a scheme writes, it reads back to the same letters, where it tells them apart; and whatever it reads, it writes so.
    @Test(arguments: [Scheme.ID.alaLC, .dmg, .bgnPCGN1958, .ijmes])
    func readsWhatItWrites(id: Scheme.ID) throws {
        let scheme = try #require(schemes[id])
        for row in Cases("readings").rows {
            let reading = try Reading(row[0])
            let latin = scheme.romanized(reading)
            let found = scheme.readings(of: latin, limit: 8)
            for other in found { #expect(scheme.romanized(other) == latin || scheme.capitalized(other, as: .family).lowercased() == latin) }
            if reading.isToldApart { #expect(found.contains { $0.letters == reading.letters }, "\(latin): \(found)") }
        }
    }

    @Test func readsNothingThatNoPersianNameIs() throws {
        let scheme = try #require(schemes[.alaLC])
        #expect(scheme.readings(of: "123").isEmpty)
        #expect(scheme.readings(of: "").isEmpty)
    }
}

extension Reading {
    /// The Persian letters without spaces and joiners, which no scheme keeps for certain.
    fileprivate var letters: [Unicode.Scalar] { persian.unicodeScalars.filter { $0 != " " && $0 != "\u{200C}" } }

    /// Whether it has no letter that Latin leaves out: a silent one, but for he at the end and vav after khe, or a hamza at the start.
    fileprivate var isToldApart: Bool {
        !units.indices.contains { index in
            switch units[index] {
            case .silent(.he): index + 1 < units.count && units[index + 1].letter != nil
            case .silent(.teMarbuta), .silent(.alef): true
            default: false
            }
        } && notation != "gerd+āvar" && units.first?.letter?.sound != .hamza || units.first == .consonant(.eyn)
    }
}
