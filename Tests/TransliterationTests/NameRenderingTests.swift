import NameText
import TestSupport
import Testing
import Transliteration

@Suite struct NameRenderingTests {
    @Test(arguments: Cases("whole-names").rows)
    func joinsAndCapitalizesWholeNames(row: [String]) throws {
        let scheme = try #require(schemes[Scheme.ID(rawValue: row[1])])
        let latin = scheme.romanized(try row[0].split(separator: ";").map(word))
        #expect(Array(latin.unicodeScalars) == Array(row[2].unicodeScalars), "\(latin)")
    }

    /// One part of a row: `«separator»reading/kind`.
    private func word(_ part: Substring) throws -> NameWord {
        var rest = part.drop { $0 == " " }
        var separator = " "
        if rest.first == "«", let end = rest.firstIndex(of: "»") {
            separator = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
        }
        let slash = try #require(rest.lastIndex(of: "/"))
        let kind = try #require(Name.Part.Kind(rawValue: String(rest[rest.index(after: slash)...])))
        let text = rest[..<slash]
        if text.first == "'" { return NameWord(.text(String(text.dropFirst().dropLast())), as: kind, after: separator) }
        return NameWord(try Reading(String(text)), as: kind, after: separator)
    }
}
