import Entities
import ICU
import Lexicon
import NameText
import Reconciliation
import TestSupport
import Testing

@testable import Alignment

struct MiningTests {
    private static let lexicon = Result { try Archive.open("\(checkout)/Dictionaries/compiled/lexicon.namvar") }
    private static let comparison = Result { try Archive.open("\(checkout)/Dictionaries/compiled/comparison.namvar") }

    private func miner() throws -> AliasMiner {
        let vocabulary = try Vocabulary(Self.lexicon.get())
        let comparer = try NameComparer(Self.comparison.get(), vocabulary: vocabulary, normalizer: Normalizer(vocabulary))
        return AliasMiner(Aligner(words: nil), comparer: comparer, vocabulary: vocabulary)
    }

    /// An alignment of one bead a row, each with one name.
    private func alignment(_ names: [(english: String, persian: String, group: Int)], kind: NameLink.Kind = .person, score: Double = 0.9)
        -> ArticleAlignment
    {
        let english = Article(lines: names.map(\.english).joined(separator: "\n"), language: .english)
        let persian = Article(lines: names.map(\.persian).joined(separator: "\n"), language: .persian)
        let beads = names.enumerated().map { index, name in
            Bead(
                english: [index], persian: [index], score: score,
                names: [
                    NameLink(
                        english: .init(text: name.english, range: english.sentences[index].range),
                        persian: .init(text: name.persian, range: persian.sentences[index].range), kind: kind, group: name.group,
                        score: 0.95)
                ])
        }
        return ArticleAlignment(english: english, persian: persian, beads: beads)
    }

    @Test(arguments: Cases("mined-spellings").rows) func `names as an editor would enter them`(_ row: [String]) throws {
        #expect(try miner().spelling.persian(row[0], english: row[1], isPerson: row[2] == "yes") ?? "–" == row[3])
    }

    @Test func `a person, and the surname as a weak name`() throws {
        var miner = try miner()
        miner.add(
            alignment([("Ghobad Zereshkian", "قباد زرشکیان", 1), ("Zereshkian", "زرشکیان", 1), ("KERMANPUR", "کرمان‌پور", 2)]),
            english: "a.en",
            persian: "a.fa")
        let harvest = miner.harvest()
        #expect(harvest.newEntityCount == 1 && harvest.contradictions.isEmpty)
        let entity = try #require(harvest.entities.first)
        #expect(entity.type == .person)
        #expect(
            entity.names.map { "\($0.role) \($0.text)" } == [
                "preferred Ghobad Zereshkian", "weak Zereshkian", "preferred قباد زرشکیان", "weak زرشکیان",
            ])
        #expect(entity.names.map(\.sources) == [["a.en"], ["a.en"], ["a.fa"], ["a.fa"]])
        let evidence = try #require(entity.names[3].properties["evidence"]?.array?.first?.object)
        #expect(evidence["persianSentences"] == .array([.number(1)]))
    }

    @Test func `weak evidence adds up over pairs, not over mentions`() throws {
        let names = [("Ghobad Zereshkian", "قباد زرشکیان", 1)]
        var once = try miner(), often = try miner(), twice = try miner()
        once.add(alignment(names, score: 0.6), english: "a", persian: "b")
        #expect(once.harvest().entities.isEmpty)
        often.add(alignment(names + names + names, score: 0.6), english: "a", persian: "b")
        #expect(often.harvest().entities.isEmpty)
        for pair in ["1", "2"] { twice.add(alignment(names, score: 0.6), english: "a" + pair, persian: "b" + pair) }
        #expect(twice.harvest().entities.map { $0.names.map(\.count) } == [[2, 2]])
    }

    @Test func `the same in another order is the same`() throws {
        let pairs = [
            [("Ghobad Zereshkian", "قباد زرشکیان", 1)],
            [("Ghobad Zereshkian", "قباد زرشکیان", 1), ("Mir Wais Golrangi", "میرویس گلرنگی", 2)],
        ]
        var forwards = try miner(), backwards = try miner()
        for (index, names) in pairs.enumerated() { forwards.add(alignment(names), english: "e\(index)", persian: "p\(index)") }
        for (index, names) in pairs.enumerated().reversed() { backwards.add(alignment(names), english: "e\(index)", persian: "p\(index)") }
        func shown(_ harvest: AliasHarvest) -> [String] {
            harvest.entities.map { "\($0.id) \($0.names.map(\.text)) \($0.names.map(\.count))" }
        }
        #expect(shown(forwards.harvest()) == shown(backwards.harvest()))
        #expect(forwards.harvest().entities.count == 2)
    }

    @Test func `one name for two is a contradiction`() throws {
        var miner = try miner()
        for pair in 0..<3 { miner.add(alignment([("Ghobad Zereshkian", "قباد زرشکیان", 1)]), english: "e\(pair)", persian: "p\(pair)") }
        miner.add(alignment([("Farid Mosafer", "قباد زرشکیان", 1)]), english: "e9", persian: "p9")
        let harvest = miner.harvest()
        #expect(
            harvest.contradictions.map(\.description) == [
                "\"قباد زرشکیان\" stands for Ghobad Zereshkian (3 ×) and for Farid Mosafer (1 ×)"
            ])
        // Three against one.
        #expect(harvest.entities.map(\.label) == ["Ghobad Zereshkian"])
        #expect(harvest.entities[0].names[1].properties["contradicts"] != nil)
    }

    @Test func `one against one leaves both, and says so`() throws {
        var miner = try miner()
        miner.add(alignment([("Ghobad Zereshkian", "قباد زرشکیان", 1), ("Farid Mosafer", "قباد زرشکیان", 2)]), english: "e", persian: "p")
        let harvest = miner.harvest()
        #expect(harvest.contradictions.count == 1)
        #expect(harvest.entities.count == 2)
        for entity in harvest.entities { #expect(entity.names.contains { $0.properties["contradicts"] != nil }) }
    }
}
