import Lexicon
import Testing

@testable import Transliteration

@Suite struct ModelTrainingTests {
    private static let pairs: [(persian: String, latin: String, count: Int)] = [
        ("محمد", "Mohammad", 9), ("محمدی", "Mohammadi", 3), ("احمد", "Ahmad", 5), ("احمدی", "Ahmadi", 4), ("حسن", "Hassan", 4),
        ("حسنی", "Hassani", 2),
        ("کریم", "Karim", 2), ("کریمی", "Karimi", 2), ("رحیم", "Rahim", 2), ("رحیمی", "Rahimi", 1), ("رضا", "Reza", 8),
        ("رضایی", "Rezaei", 3),
    ]

    /// A training of small networks, which a build without optimization is through with in time.
    private static func training(_ pairs: [(persian: String, latin: String, count: Int)] = pairs) throws -> ModelTraining {
        var training = try ModelTraining(pairs: pairs)
        (training.network.input, training.network.memory) = (1, 1)
        training.pruning = 0
        return training
    }

    @Test func theSamePairsGiveTheSameModel() throws {
        let first = try Self.training(Array(Self.pairs.prefix(4))).archive().bytes()
        let second = try Self.training(Array(Self.pairs.prefix(4))).archive().bytes()
        #expect(first == second)
    }

    @Test func whatWasLearntIsRead() throws {
        let training = try Self.training()
        let models = ReadingModels(try Archive(bytes: training.archive().bytes()))
        var desk = ReadingDesk()
        let persian = try #require(models.persian), latin = try #require(models.latin)
        for pair in Self.pairs {
            let letters = PersianLetters.codes(of: pair.persian)
            let folded = LatinLetters.folded(pair.latin).letters
            persian.spell(letters, limit: 1, on: &desk)
            #expect(Array(desk.spellings[0]) == folded)
            latin.spell(folded, breaks: [], limit: 1, on: &desk)
            #expect(Array(desk.spellings[0]) == letters)
        }
    }

    @Test func anUnseenNameIsReadByItsParts() throws {
        let training = try Self.training()
        let models = ReadingModels(try Archive(bytes: training.archive([.fromPersian]).bytes()))
        var desk = ReadingDesk()
        try #require(models.persian).spell(PersianLetters.codes(of: "رحیم احمدی"), limit: 1, on: &desk)
        #expect(String(decoding: desk.spellings[0], as: UTF8.self) == "rahimahmadi")
        #expect(models.latin == nil)
    }

    @Test func aMisalignedPairIsNotLearnt() throws {
        let right = try ModelTraining(pairs: Self.pairs)
        let wrong = try ModelTraining(pairs: Self.pairs + [("رضا", "Mohammad", 1)])
        #expect(right.count == wrong.count)
    }

    @Test func spellingsThatDifferInSpacesAreHeldOutTogether() {
        let solid = TaggedName(PersianLetters.codes(of: "علیرضا"), [], weight: 1)
        let apart = TaggedName(PersianLetters.codes(of: "علی رضا"), [], weight: 1)
        #expect(solid.fold == apart.fold)
        let folds = Set(Self.pairs.map { TaggedName(PersianLetters.codes(of: $0.persian), [], weight: 1).fold })
        #expect(folds.count > 2 && folds.allSatisfy { 0..<ModelTraining.folds ~= $0 })
    }

    @Test func everyNameOfAFoldIsHeldOut() throws {
        let training = try Self.training()
        let report = try training.crossValidated(.fromPersian, folds: 2)
        #expect(report.count == Self.pairs.count { TaggedName(PersianLetters.codes(of: $0.persian), [], weight: 1).fold < 2 })
        #expect(report.first <= report.firstFive && report.firstFive <= report.count)
        #expect(report.calibration.reduce(0) { $0 + $1.right } == report.firstFive)
    }
}
