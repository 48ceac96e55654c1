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
              namvar align memory.tmx --format html --output page.html
              namvar align --pairs list.tsv --format jsonl
              namvar align --folder english persian --format tmx --output memories
              namvar align --folder english persian --mine names.jsonl

            --mine writes what the articles call things and the dictionary does not know:
            new names of its entities, and entities that it has not, a line each with the
            evidence (articles, sentences counted from 0). The lines can be checked,
            reviewed and merged: namvar dictionary merge ours.jsonl names.jsonl -o new.jsonl
            """)

    /// Every form of output; `text` is for people.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl, tsv, tmx, xliff, html, vecalign, hunalign

        /// What names of files of this form end in.
        var ending: String {
            switch self {
            case .text: "txt"
            case .xliff: "xlf"
            case .hunalign: "ladder"
            default: rawValue
            }
        }
    }

    /// Every form of input.
    enum InputForm: String, ExpressibleByArgument, CaseIterable {
        case text, html, markdown, tmx, xliff

        var form: ArticleForm? { ArticleForm(rawValue: rawValue) }
    }

    @Argument(help: "The English article, or a TMX or XLIFF file that holds both sides.", completion: .file()) var english: String?
    @Argument(help: "The Persian article.", completion: .file()) var persian: String?
    @Option(
        help: ArgumentHelp(
            "How the files are to be read; by their content and name unless given.", valueName: "text|html|markdown|tmx|xliff"))
    var input: InputForm?
    @Flag(help: "Find the pairs of a TMX or XLIFF file anew instead of keeping them.") var realign = false
    @Flag(help: "A line is a sentence.") var lines = false
    @Flag(help: "Align without the word lexicon: on names, numbers, dates and length alone.") var noLexicon = false
    @Flag(
        inversion: .prefixedNo,
        help: "With --pairs: learn words from what is sure, and align again where it is not; left alone, from 100 pairs on.")
    var learnWords: Bool?
    @Option(help: ArgumentHelp("How to write the alignment.", valueName: "form")) var format: Form = .text
    @Option(name: [.short, .long], help: "Where to write; standard output unless given.", completion: .file()) var output: String?
    @Option(help: "The columns that --format text may use; those of the terminal unless given.") var width: Int?
    @Option(
        help: ArgumentHelp(
            "Align many pairs in one run: English file, Persian file, output file a line, tab between.", valueName: "list.tsv"))
    var pairs: String?
    @Flag(
        help: ArgumentHelp(
            "The two operands are folders: find which article goes with which and align the pairs.",
            discussion: "The alignments are written into the folder --output, with pairs.tsv; without it only the pairs are listed."))
    var folder = false
    @Option(help: "Where to write new names and entities, as lines of a dictionary.", completion: .file()) var mine: String?
    @Option(help: ArgumentHelp("A compiled dictionary whose entities names are linked to; several may be given.", valueName: "file"))
    var dictionary: [String] = []

    func validate() throws {
        if pairs != nil, english != nil { throw ValidationError("give two articles or --pairs, not both") }
        if folder, persian == nil { throw ValidationError("give two folders: English articles and Persian ones") }
        if folder, output == nil, ![.text, .jsonl, .tsv].contains(format) {
            throw ValidationError("give the folder --output for the alignments; without it the pairs are listed as text, tsv or jsonl")
        }
        if pairs == nil, english == nil {
            throw ValidationError("give the English and the Persian article, one TMX or XLIFF file, or --pairs LIST.tsv")
        }
        if learnWords == true, pairs == nil { throw ValidationError("--learn-words needs many pairs: give --pairs LIST.tsv") }
        if output != nil, pairs != nil { throw ValidationError("the list of --pairs says where each alignment goes: leave out --output") }
        if let width, width < 20 { throw ValidationError("--width is a number from 20") }
        if lines, input != nil { throw ValidationError("give --lines or --input, not both") }
    }

    func run() throws {
        let workbench = try Workbench.shipped()
        // The indices alone are asked for: names, and the dictionary they need, are left out.
        let namesAreShown = format != .vecalign && format != .hunalign || mine != nil
        let dictionaries = try dictionary.map { try EntityDictionary.open($0) }
        let aligner = try namesAreShown ? workbench.aligner(over: dictionaries.isEmpty ? nil : dictionaries) : workbench.sentenceAligner
        let reading = ArticlePairInput(
            aligner: aligner, reader: try workbench.articleReader,
            options: AlignmentOptions(knowledge: noLexicon ? .withoutWords : .everything, linksNames: namesAreShown), isLines: lines,
            form: input?.form, realigns: realign)
        var mined = try mine.map { try MinedNames($0, aligner) }
        // What was aligned before a pair failed has been mined too.
        let result = Result { try align(reading, &mined) }
        try mined?.write()
        try result.get()
    }

    private func align(_ reading: ArticlePairInput, _ mined: inout MinedNames?) throws {
        if let pairs { return try alignAll(pairs, reading, &mined) }
        guard let english else { return }
        if folder, let persian { return try alignFolders(english, persian, reading, &mined) }
        let alignment = try persian.map { try reading.aligned(english, $0) } ?? reading.aligned(english)
        mined?.add(alignment, english, persian ?? english)
        let title = [english, persian].compactMap { $0.map(Self.name) }.joined(separator: " · ")
        let text = written(alignment, title: title)
        if let output { return try writeFile(Array(text.utf8), to: output) }
        try print(text)
    }

    private func print(_ text: String) throws {
        var standard = Output()
        try standard.write(Array(text.utf8))
        try standard.flush()
    }

    /// Pairs the articles of two folders and aligns the pairs.
    private func alignFolders(
        _ first: String, _ second: String, _ reading: ArticlePairInput, _ mined: inout MinedNames?
    ) throws {
        let (english, persian) = FolderAlignment.ordered(try ArticleFolder(first), try ArticleFolder(second), reading)
        if let output { try ArticleFolder.make(output) }
        var taken: Set<String> = []
        let found = try FolderAlignment(english, persian, reading) { alignment, e, p in
            mined?.add(alignment, english.path(e), persian.path(p))
            guard let output else { return nil }
            let names = (english.files[e], persian.files[p])
            var name = Self.stem(names.0)
            // Two files that differ in their ending alone.
            while !taken.insert(name).inserted { name += "+" }
            let path = "\(output)/\(name).\(format.ending)"
            try writeFile(Array(written(alignment, title: "\(names.0) · \(names.1)").utf8), to: path, .eventual)
            return path
        }
        if let output { try writeFile(Array(found.table.utf8), to: "\(output)/pairs.tsv") }
        switch format {
        case .jsonl where output == nil: try print(found.objects)
        case .tsv where output == nil: try print(found.table)
        default: try print(found.text(on: .output))
        }
        if found.failed > 0 { throw Failure(.badData, found.failed == 1 ? nil : "\(found.failed) files could not be read") }
    }

    /// A file's path without its ending, as one name.
    private static func stem(_ path: String) -> String {
        let parts = path.split(separator: "/")
        let last = parts.last ?? "", name = last.lastIndex(of: ".").map { last[..<$0] } ?? last
        return (parts.dropLast() + [name.isEmpty ? last : name]).joined(separator: "_")
    }

    /// Aligns the pairs of a list; one that cannot be aligned is named, and the rest goes on.
    private func alignAll(_ list: String, _ reading: ArticlePairInput, _ mined: inout MinedNames?) throws {
        var failed = 0, missing = 0
        guard let text = String(validating: try readFile(list), as: UTF8.self) else {
            throw Failure(.badData, "\(list): not valid UTF-8: convert it, for example with iconv")
        }
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        var bar = ProgressBar("aligning", total: rows.count)
        var sure = SureSentences(), unsure: [[String]] = []
        func align(_ cells: [String], by reading: ArticlePairInput) throws -> ArticleAlignment {
            let alignment = try reading.aligned(cells[0], cells[1])
            try writeFile(Array(written(alignment, title: "\(Self.name(cells[0])) · \(Self.name(cells[1]))").utf8), to: cells[2], .eventual)
            return alignment
        }
        for (number, row) in rows.enumerated() where !row.allSatisfy(\.isWhitespace) {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map {
                $0.last == "\r" ? String($0.dropLast()) : String($0)
            }
            do {
                guard cells.count == 3 else { throw Failure(.badData, "want English file, Persian file and output file, tab between") }
                let alignment = try align(cells, by: reading)
                mined?.add(alignment, cells[0], cells[1])
                sure.add(alignment)
                if alignment.isUnsure { unsure.append(cells) }
            } catch let error as FileError where error.isAboutWriting {
                throw error
            } catch {
                failed += 1
                if ExitStatus.of(error) == .noInput { missing += 1 }
                complain("\(list), line \(number + 1): \((error as? Failure)?.message ?? "\(error)")")
            }
            bar.update(number + 1)
        }
        bar.finish()
        if learnWords ?? (rows.count >= 100), sure.areMany {
            let learned = reading.learning(from: sure)
            for cells in unsure { _ = try align(cells, by: learned) }
        }
        if failed > 0 {
            throw Failure(missing == failed ? .noInput : .badData, failed == 1 ? nil : "\(failed) pairs could not be aligned")
        }
    }

    private static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    private func written(_ alignment: ArticleAlignment, title: String) -> String {
        guard let format = AlignmentFormat(rawValue: format.rawValue) else {
            let terminal = output == nil ? Terminal.output : Terminal(descriptor: -1)
            return AlignmentText(alignment, terminal, width: width ?? (terminal.isInteractive ? terminal.columns : 100)).text
        }
        return format.text(of: alignment, title: title)
    }
}
