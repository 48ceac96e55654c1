import Alignment
import ArgumentParser
import Entities
import ICU
import Lexicon
import Namvar

/// `namvar align`
struct AlignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "align",
        abstract: "Align an English article with a Persian one: sentences, names, dates.",
        discussion: """
            Examples:
              namvar align article.en.txt article.fa.txt
              namvar align article.en.txt article.fa.txt --format html > page.html
              namvar align en.txt fa.txt --lines --format tmx > memory.tmx
              namvar align --pairs list.tsv --format jsonl
            """)

    /// Every form of output; `text` is for people.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl, tsv, tmx, xliff, html, vecalign, hunalign
    }

    @Argument(help: "The English article.") var english: String?
    @Argument(help: "The Persian article.") var persian: String?
    @Flag(help: "A line is a sentence.") var lines = false
    @Flag(help: "Align without the word lexicon: on names, numbers, dates and length alone.") var noLexicon = false
    @Option(help: ArgumentHelp("How to write the alignment.", valueName: "form")) var format: Form = .text
    @Option(
        help: ArgumentHelp(
            "Align many pairs in one run: English file, Persian file, output file a line, tab between.", valueName: "list.tsv"))
    var pairs: String?
    @Option(help: ArgumentHelp("A compiled dictionary whose entities names are linked to; several may be given.", valueName: "file"))
    var dictionary: [String] = []

    func validate() throws {
        if pairs != nil, english != nil { throw ValidationError("give two articles or --pairs, not both") }
        if pairs == nil, english == nil || persian == nil {
            throw ValidationError("give the English and the Persian article, or --pairs LIST.tsv")
        }
    }

    func run() throws {
        let workbench = try Workbench.shipped()
        // The indices alone are asked for: names, and the dictionary they need, are left out.
        let namesAreShown = format != .vecalign && format != .hunalign
        let dictionaries = try dictionary.map { try EntityDictionary.open($0) }
        let aligner = try namesAreShown ? workbench.aligner(over: dictionaries.isEmpty ? nil : dictionaries) : workbench.sentenceAligner
        let reader = lines ? nil : try workbench.articleReader
        let options = AlignmentOptions(knowledge: noLexicon ? .withoutWords : .everything, linksNames: namesAreShown)

        func article(_ path: String, _ language: Language) throws -> Article {
            let text = try Self.text(path)
            guard let reader else { return Article(lines: text, language: language) }
            return try reader.article(text, language: language)
        }
        func aligned(_ englishPath: String, _ persianPath: String) throws -> ArticleAlignment {
            let alignment = aligner.align(try article(englishPath, .english), try article(persianPath, .persian), options)
            for remark in alignment.remarks { complain(Self.sentence(remark, englishPath, persianPath)) }
            return alignment
        }

        if let pairs { return try alignAll(pairs, aligned) }
        guard let english, let persian else { return }
        var output = Output()
        try output.write(
            Array(Self.written(try aligned(english, persian), as: format, title: "\(Self.name(english)) · \(Self.name(persian))").utf8))
        try output.flush()
    }

    /// Aligns the pairs of a list; one that cannot be aligned is named, and the rest goes on.
    private func alignAll(_ list: String, _ align: (String, String) throws -> ArticleAlignment) throws {
        var failed = 0
        let rows = try Self.text(list).split(separator: "\n")
        var bar = ProgressBar("aligning", total: rows.count)
        for (number, row) in rows.enumerated() {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            do {
                guard cells.count == 3 else { throw Failure(.badData, "want English file, Persian file and output file, tab between") }
                let text = Self.written(try align(cells[0], cells[1]), as: format, title: "\(Self.name(cells[0])) · \(Self.name(cells[1]))")
                try writeFile(Array(text.utf8), to: cells[2], .eventual)
            } catch let error as FileError where error.isAboutWriting {
                throw error
            } catch {
                failed += 1
                complain("\(list), line \(number + 1): \((error as? Failure)?.message ?? "\(error)")")
            }
            bar.update(number + 1)
        }
        bar.finish()
        if failed > 0 { throw Failure(.badData, failed == 1 ? nil : "\(failed) pairs could not be aligned") }
    }

    private static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    private static func text(_ path: String) throws -> String {
        let bytes = try readFile(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, "\(path): not valid UTF-8: convert it, for example with iconv")
        }
        if bytes.contains(0) { throw Failure(.badData, "\(path): holds a NUL character: this is not text") }
        return text
    }

    private static func sentence(_ remark: ArticleAlignment.Remark, _ english: String, _ persian: String) -> String {
        switch remark {
        case .swapped: "\(english) is Persian and \(persian) is English: taken the other way round"
        case .sameLanguage(.english): "\(english) and \(persian) are both English: nothing to align"
        case .sameLanguage(.persian): "\(english) and \(persian) are both Persian: nothing to align"
        case .emptySide: "\(english) or \(persian) has no sentence: nothing to align"
        case .nothingInCommon: "\(english) and \(persian) have nothing in common: no sentence of one corresponds to any of the other"
        }
    }

    private static func written(_ alignment: ArticleAlignment, as form: Form, title: String) -> String {
        guard let format = AlignmentFormat(rawValue: form.rawValue) else { return AlignmentText(alignment, .output).text }
        return format.text(of: alignment, title: title)
    }
}
