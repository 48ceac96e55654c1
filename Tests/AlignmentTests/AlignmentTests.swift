import ICU
import Testing

@testable import Alignment

struct AlignerTests {
    @Test func namesAndNumbersAloneFindSwappedSentences() {
        let english = Article(
            lines: "Sturridge scored 3 goals in London.\nKovacic met Nugroho on May 14.\nHazard lives in Naples.\n", language: .english)
        let persian = Article(
            lines: "کواچیچ در ۱۴ مه با نوگروهو دیدار کرد.\nاستوریج در لندن ۳ گل زد.\nهازارد در ناپل زندگی می‌کند.\n", language: .persian)
        let beads = Aligner(words: nil).align(english, persian).beads.map { "\($0.english):\($0.persian)" }
        #expect(beads == ["[0]:[1]", "[1]:[0]", "[2]:[2]"])
    }
}
