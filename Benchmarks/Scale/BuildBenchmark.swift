import Entities
import Glibc
import Lexicon
import Namvar
import Reconciliation

/// `namvar-benchmarks build [MENTIONS]`: makes a dictionary of invented mentions, as news has them: few people are met often, most seldom.
enum BuildBenchmark {
    static func run(_ arguments: [String]) throws {
        let count = arguments.first.flatMap { Int($0) } ?? 1_000_000
        let supply = try NameSupply(folder: "Dictionaries/names")
        var random = SplitMix(seed: 1403)
        // A fifth as many people as mentions; namesakes among them are one, as no bare mention tells them apart.
        let people = (0..<max(1, count / 5)).map { _ in (given: supply.drawnGiven(by: &random), family: supply.drawnFamily(by: &random)) }
        let start = processorTime()
        var clusterer = MentionClusterer(try Workbench.shipped().comparer), spellings: [Int: [String: Int]] = [:]
        for _ in 0..<count {
            let share = random.share(), person = people[Int(Double(people.count) * share * share)]
            let persian = person.given.persian + " " + person.family.persian
            var name = persian
            if random.happens(0.6) { name = person.given.latin.drawn(by: &random) + " " + person.family.latin.drawn(by: &random) }
            if random.happens(0.03) { name = SpellingHabits.misspelt(name, &random) }
            spellings[clusterer.add(Mention(name)), default: [:]][persian, default: 0] += 1
        }
        let inventing = processorTime() - start
        let result = try clusterer.entities()
        let seconds = processorTime() - start - inventing
        print(
            """
            \(count) mentions of \(people.count) people in \(clusterer.spellingCount) spellings: \(result.entities.count) entities in \
            \(Int(seconds)) s of processor time, \(Int(Double(count) / seconds)) mentions/s; most memory \(peakMemory() / 1_000_000) MB; \
            \(quality(result, spellings))
            """)
    }

    /// Of the pairs of mentions that were put together the share that belongs together, and the other way round.
    private static func quality(_ result: MentionClusterer.Result, _ spellings: [Int: [String: Int]]) -> String {
        var both: [String: Int] = [:], found: [Int: Int] = [:], whole: [String: Int] = [:]
        for (spelling, people) in spellings {
            let entity = result.entityOfSpelling[spelling]
            for (person, count) in people {
                both["\(entity)\t\(person)", default: 0] += count
                found[entity, default: 0] += count
                whole[person, default: 0] += count
            }
        }
        func pairs(_ counts: some Sequence<Int>) -> Double { counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 } }
        let together = pairs(both.values)
        func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
        return "pairwise precision \(percent(together / pairs(found.values))), recall \(percent(together / pairs(whole.values)))"
    }
}
