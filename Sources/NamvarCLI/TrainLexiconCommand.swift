import Alignment
import ArgumentParser
import Lexicon

/// `namvar model train-lexicon`
struct TrainLexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-lexicon", abstract: "Learn a word lexicon from sentences that translate each other.",
        discussion: """
            Input is TMX, or a table without header whose last two columns are English and Persian.
            A corpus is named by its file's name without extensions. The output's columns are english, persian, weight, source, as in Dictionaries/words.

            Example:
              namvar model train-lexicon corpus.tmx --output learnt.tsv
            """)

    @Argument(help: "TMX files, or tables of sentence pairs.") var files: [String]
    @Option(help: "Where to write the lexicon.") var output: String
    @Option(help: "How often a pair must have been seen, as expected by the model.") var least = 1.5
    @Option(help: "The least weight a pair must have.") var weight = 0.08

    func run() throws {
        var corpora: [LexiconTrainer.Corpus] = []
        for file in files {
            var pairs: [(english: String, persian: String)] = []
            let text = String(decoding: try readFile(file), as: UTF8.self)
            if let memory = try ArticleReader.bilingual(Array(text.utf8), path: file) {
                pairs += memory.pairs
            } else {
                for line in text.split(separator: "\n") {
                    let cells = line.split(separator: "\t")
                    if cells.count >= 2 { pairs.append((String(cells[cells.count - 2]), String(cells[cells.count - 1]))) }
                }
            }
            // The file's name up to its first full stop names the corpus.
            let name = file.split(separator: "/").last?.split(separator: ".").first
            corpora.append((String(name ?? ""), pairs))
        }
        if corpora.allSatisfy(\.pairs.isEmpty) {
            throw Failure(.badData, "no sentence pairs: give TMX, or tables with English and Persian in the last two columns")
        }
        var table = "english\tpersian\tweight\tsource\n"
        for pair in LexiconTrainer(corpora).pairs(least: least) where pair.weight >= weight && !pair.sources.isEmpty {
            let rounded = (pair.weight * 1000).rounded() / 1000
            table += "\(pair.english)\t\(pair.persian)\t\(rounded)\t\(pair.sources.joined(separator: " "))\n"
        }
        try writeFile(Array(table.utf8), to: output)
    }
}

/// `namvar model locale-words`
struct LocaleWordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locale-words", abstract: "Write the words that ICU's own data gives in both languages.",
        discussion: "The output is Dictionaries/words/locale.tsv.")

    @Option(help: "Where to write the table.") var output: String

    func run() throws {
        var table = "english\tpersian\tweight\tsource\n"
        for pair in LocaleWords.pairs { table += "\(pair.english)\t\(pair.persian)\t\t\(pair.source)\n" }
        try writeFile(Array(table.utf8), to: output)
    }
}
