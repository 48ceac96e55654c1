import Alignment
import ICU
import Lexicon
import Namvar

/// `namvar-benchmarks pairing [--articles N] [--seed N] [--dictionaries FOLDER]`
enum PairingCommand {
    static func run(_ arguments: [String]) throws {
        var options = ["--articles": "10000", "--seed": "1404", "--dictionaries": "Dictionaries"]
        for (name, value) in zip(arguments, arguments.dropFirst()) where name.hasPrefix("--") { options[name] = value }
        let count = Int(options["--articles"]!) ?? 10_000
        var random = SplitMix(seed: UInt64(options["--seed"]!) ?? 1404)
        var stories = try InventedStories(dictionaries: options["--dictionaries"]!, seed: random.next())
        var english: [(story: Int, text: String)] = [], persian: [(story: Int, text: String)] = []
        var story = 0
        while english.count < count || persian.count < count {
            let told = stories.next()
            // Every eighth story is told on one side alone.
            let side = random.below(16)
            if side != 0, english.count < count { english.append((story, told.english)) }
            if side != 1, persian.count < count { persian.append((story, told.persian)) }
            story += 1
        }
        english.shuffle(using: &random)
        persian.shuffle(using: &random)
        let stored = peakMemory(), start = processorTime()
        var reader = try Workbench.shipped().aligner.signatureReader()
        let left = english.map { reader.signature(of: Article(lines: $0.text, language: .english)) }
        let right = persian.map { reader.signature(of: Article(lines: $0.text, language: .persian)) }
        let read = processorTime()
        let pairs = ArticlePairing(english: left, persian: right).pairs()
        let paired = processorTime()
        let told = Set(english.map(\.story)).intersection(persian.map(\.story)).count
        let found = pairs.count { english[$0.english].story == persian[$0.persian].story }
        print(
            """
            \(english.count) × \(persian.count) articles, \(told) stories on both sides: \(pairs.count) pairs, precision \
            \(decimal(Double(found) / Double(max(pairs.count, 1)))), recall \(decimal(Double(found) / Double(max(told, 1)))); \
            read in \(decimal(read - start)) s, paired in \(decimal(paired - read)) s; \
            \(decimal(Double(peakMemory()) / 1e9)) GB at most, \(decimal(Double(stored) / 1e9)) GB of them before
            """)
    }

    private static func decimal(_ number: Double) -> String { "\((number * 1000).rounded() / 1000)" }
}
