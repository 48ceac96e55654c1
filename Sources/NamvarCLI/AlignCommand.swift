import Alignment
import ArgumentParser
import ICU
import Lexicon

/// `namvar align`
struct AlignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "align", abstract: "Align an English article with a Persian one: sentences, names, dates.")

    @Argument(help: "The English article.") var english: String?
    @Argument(help: "The Persian article.") var persian: String?
    @Flag(help: "A line is a sentence.") var lines = false
    @Flag(help: "Align without the word lexicon: on names, numbers, dates and length alone.") var noLexicon = false
    @Option(help: "How to write the alignment.") var format = "text"
    @Option(help: "A list of pairs: English file, Persian file, output file a line, tab between.") var pairs: String?
    @Option(help: .hidden) var words: String?

    func run() throws {
        var lexicon: WordLexicon?
        if let words {
            var builder = ArchiveBuilder()
            try WordLexicon.compile(folder: words, into: &builder)
            lexicon = try WordLexicon(try Archive(bytes: builder.bytes()))
        }
        let aligner = Aligner(words: lexicon)
        let options = AlignmentOptions(knowledge: noLexicon ? .withoutWords : .everything)
        if let pairs {
            for line in String(decoding: try readFile(pairs), as: UTF8.self).split(separator: "\n") {
                let cells = line.split(separator: "\t").map(String.init)
                let alignment = aligner.align(try article(cells[0], .english), try article(cells[1], .persian), options)
                try writeFile(Array(VecalignFormat.text(of: alignment).utf8), to: cells[2])
            }
        } else if let english, let persian {
            let alignment = aligner.align(try article(english, .english), try article(persian, .persian), options)
            print(VecalignFormat.text(of: alignment), terminator: "")
        }
    }

    private func article(_ path: String, _ language: Language) throws -> Article {
        let text = String(decoding: try readFile(path), as: UTF8.self)
        return Article(lines: text, language: language)
    }
}
