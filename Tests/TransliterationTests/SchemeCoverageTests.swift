import NameText
import TestSupport
import Testing
import Transliteration

/// Whether the tables of cases leave any rule of a scheme's file untried: without the rule some case must come out otherwise.
@Suite struct SchemeCoverageTests {
    @Test(arguments: Scheme.ID.shipped)
    func everyRuleDecidesACase(id: Scheme.ID) throws {
        let text = try #require(contents(ofFile: checkout + "/Dictionaries/schemes/\(id).rules"))
        let cases = try Self.words()
        let whole = try Scheme(id, rules: text, file: "\(id).rules")
        let expected = cases.map { whole.romanized([$0]) }
        for rule in Self.rules(in: text) {
            var maimed = text
            maimed.removeSubrange(rule)
            // Without a variable or a directive that others need the file may not be one any more.
            guard let scheme = try? Scheme(id, rules: maimed, file: "\(id).rules") else { continue }
            #expect(zip(cases, expected).contains { scheme.romanized([$0]) != $1 }, "\(id): no case needs \(text[rule])")
        }
    }

    /// The readings of all tables of cases, each as a word of its kind.
    private static func words() throws -> [NameWord] {
        let names = try (Cases("scheme-names").rows + Cases("practical").rows).map { NameWord(try Reading($0[0]), as: kind($0[1])) }
        let letters = try (Cases("scheme-letters").rows + Cases("scheme-doubled").rows).map {
            NameWord(try Reading("tā\($0[0])ār"), as: .other)
        }
        return names + letters
    }

    private static func kind(_ name: String) -> Name.Part.Kind { Name.Part.Kind(rawValue: name) ?? .other }

    /// The rules in a scheme's text, each up to its semicolon.
    private static func rules(in text: String) -> [Range<String.Index>] {
        var rules: [Range<String.Index>] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            var start = line.startIndex
            while let end = line[start...].firstIndex(of: ";") {
                let next = line.index(after: end)
                if line[start..<end].contains(">") { rules.append(start..<next) }
                start = next
            }
        }
        return rules
    }
}
