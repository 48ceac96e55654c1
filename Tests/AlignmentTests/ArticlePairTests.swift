import Alignment
import ICU
import Namvar
import Testing

/// The pairs of `Cases/articles`, with floors a little under what is reached: a fall below one is a loss for every article.
struct ArticlePairTests {
    private static let studied = [
        "01-book-fair", "02-flood-relief", "03-burnt-archive", "04-football", "05-cinema", "06-telescope", "07-saffron-rail",
        "08-rudaki-evening", "09-chess", "10-glacier",
    ]
    /// Written to be held out; their misses were looked at once, after the first figures were taken.
    private static let heldOut = ["11-wrestling", "12-rial", "13-court", "14-earthquake", "15-obituary"]

    /// Opened once: the pairs are linked to the shipped dictionary.
    private static let workbench = Result { try Workbench.shipped() }

    private func score(_ names: [String]) throws -> ArticleScore {
        ArticleScore(try names.map { try ArticlePair($0) }, try Self.workbench.get().aligner)
    }

    @Test func studiedPairs() throws {
        let score = try score(Self.studied)
        #expect(score.beads.f1 > 0.935)
        #expect(score.names.precision > 0.975)
        #expect(score.names.recall > 0.975)
        #expect(score.kinds.precision > 0.94)
    }

    @Test func heldOutPairs() throws {
        let score = try score(Self.heldOut)
        #expect(score.beads.f1 > 0.96)
        #expect(score.names.precision > 0.975)
        #expect(score.names.recall > 0.95)
        #expect(score.kinds.precision > 0.93)
    }

    @Test func aBareSurnameIsTheManWhomTheArticleHasIntroduced() throws {
        let aligner = try Self.workbench.get().aligner
        let english = Article(
            lines:
                "Engineer Ardavan Azari-Khoshkhabar of the University of Zabol designed it.\nAzari-Khoshkhabar was proud.\nKhoshkhabar left.",
            language: .english)
        let persian = Article(
            lines: "اردوان آذری خوش‌خبر، مهندس دانشگاه زابل، آن را طراحی کرد.\nآذری خوش‌خبر سرافراز بود.\nخوش‌خبر رفت.", language: .persian)
        let links = aligner.align(english, persian).beads.flatMap(\.names)
        #expect(links.map(\.english.text) == ["Ardavan Azari-Khoshkhabar", "University of Zabol", "Azari-Khoshkhabar", "Khoshkhabar"])
        #expect(links.map(\.persian.text) == ["اردوان آذری خوش‌خبر", "دانشگاه زابل", "آذری خوش‌خبر", "خوش‌خبر"])
        #expect(Set(links.filter { $0.kind == .person }.map(\.group)).count == 1)
        #expect(links.count { $0.kind == .person } == 3)
    }
}
