import ICU
import Testing

@testable import Alignment

struct FormatTests {
    private let alignment: ArticleAlignment = {
        let english = Article(lines: "A & B met \"C\".\nAlone.\nLast one.", language: .english)
        let persian = Article(lines: "الف و ب <ج> را دیدند.\nآخری.\nتنها.", language: .persian)
        let name = NameLink(
            english: .init(text: "A", range: 0..<1), persian: .init(text: "الف", range: 0..<6), kind: .person, entity: "person:a", group: 1,
            score: 0.9)
        return ArticleAlignment(
            english: english, persian: persian,
            beads: [
                Bead(english: [0], persian: [0], score: 0.95, names: [name]), Bead(english: [1], persian: [], score: 1),
                Bead(english: [2], persian: [1], score: 0.5), Bead(english: [], persian: [2], score: 1),
            ])
    }()

    @Test func vecalign() { #expect(AlignmentFormat.vecalign.text(of: alignment) == "[0]:[0]\n[1]:[]\n[2]:[1]\n[]:[2]\n") }

    @Test func hunalign() {
        #expect(AlignmentFormat.hunalign.text(of: alignment) == "0\t0\t0.950\n1\t1\t0.000\n2\t1\t0.500\n3\t2\t0.000\n3\t3\t0.000\n")
    }

    @Test func jsonLines() {
        let first = AlignmentFormat.jsonl.text(of: alignment).split(separator: "\n")[0]
        #expect(
            first
                == #"{"english":[0],"persian":[0],"score":0.950,"names":[{"english":"A","persian":"الف","kind":"person","entity":"person:a","score":0.900,"group":1,"englishRange":[0,1],"persianRange":[0,6]}],"offsets":{"english":[[0,14]],"persian":[[0,34]]}}"#
        )
    }

    @Test func translationMemoryHasNoEmptySideAndReadsBack() throws {
        let text = AlignmentFormat.tmx.text(of: alignment)
        let units = try BilingualText(Array(text.utf8)).pairs
        #expect(units.map(\.english) == ["A & B met \"C\".", "Last one."])
        #expect(units.map(\.persian) == ["الف و ب <ج> را دیدند.", "آخری."])
        #expect(!text.contains("<seg></seg>"))
    }

    @Test func xliffHasTheNamesInItsGlossary() {
        let text = AlignmentFormat.xliff.text(of: alignment, title: "a<b")
        #expect(text.contains("<gls:term>A</gls:term>"))
        #expect(text.contains("original=\"a&lt;b\""))
        #expect(text.contains("<target>الف و ب &lt;ج&gt; را دیدند.</target>"))
    }

    @Test func thePageIsRightToLeftWhereItIsPersian() {
        let text = AlignmentFormat.html.text(of: alignment, title: "pair")
        #expect(text.contains("<div class=\"persian\" lang=\"fa\" dir=\"rtl\"><p><mark class=\"person c0\""))
        #expect(!text.contains("<script") && !text.contains("http"))
    }

    @Test func scoresHaveThreeDigits() {
        #expect([0, 0.0004, 0.5, 0.9996, 1, 12.3456].map(\.threeDigits) == ["0.000", "0.000", "0.500", "1.000", "1.000", "12.346"])
    }
}
