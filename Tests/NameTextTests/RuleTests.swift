import NameText
import TestSupport
import Testing

struct RuleTests {
    /// The page of the rules and the rules themselves name the same ones.
    @Test func theDocumentListsEveryRule() throws {
        let page = try #require(contents(ofFile: checkout + "/docs/normalization.md"))
        let listed = page.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| rule ") }.compactMap {
            $0.split(separator: " ").dropFirst().first.map { String($0) }
        }
        #expect(listed.sorted() == Rule.all.map(\.name).sorted())
    }

    @Test(arguments: [
        ("علي", "arabic-letter", 4), ("Zаrif", "look-alike", 1), ("a  b", "space", 1), ("ZARIF, Mohammad Javad", "inverted-name", 0),
        ("بختیار نژاد", "suffix", 12), ("ﷲ", "presentation-form", 0),
    ])
    func aChangeSaysRuleAndPlace(_ text: String, _ rule: String, _ offset: Int) {
        #expect(normalizer.changes(in: text, for: .display).contains { $0.rule.name == rule && $0.range.lowerBound == offset })
    }
}
