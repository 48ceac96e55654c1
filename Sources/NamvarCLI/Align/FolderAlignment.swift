import Alignment
import Entities
import ICU
import Lexicon

/// Pairs the articles of two folders and aligns the pairs.
struct FolderAlignment {
    /// A pair, aligned.
    struct Row {
        var english: String
        var persian: String
        var confidence: Double
        /// Beads with both sides.
        var beads: Int
        /// Where the alignment was written.
        var output: String?
    }

    private(set) var rows: [Row] = []
    private(set) var unpairedEnglish: [String] = []
    private(set) var unpairedPersian: [String] = []
    /// Files that could not be read.
    private(set) var failed = 0

    /// Pairs and aligns; `each` is given every alignment and answers where it was written.
    init(
        _ english: ArticleFolder, _ persian: ArticleFolder, _ input: ArticlePairInput,
        each: (ArticleAlignment, _ english: Int, _ persian: Int) throws -> String?
    ) throws {
        var reader = input.aligner.signatureReader(input.options.knowledge)
        var bar = ProgressBar("reading", total: english.files.count + persian.files.count)
        var done = 0
        func signatures(_ folder: ArticleFolder, _ language: Language) -> (signatures: [ArticleSignature], files: [Int]) {
            var signatures: [ArticleSignature] = [], files: [Int] = []
            for file in folder.files.indices {
                do {
                    signatures.append(reader.signature(of: try input.article(folder.path(file), language)))
                    files.append(file)
                } catch {
                    failed += 1
                    complain("\((error as? Failure)?.message ?? "\(error)")")
                }
                done += 1
                bar.update(done)
            }
            return (signatures, files)
        }
        let left = signatures(english, .english), right = signatures(persian, .persian)
        bar.finish()
        let pairs = ArticlePairing(english: left.signatures, persian: right.signatures).pairs()
        var alone = (english: Set(left.files), persian: Set(right.files))
        bar = ProgressBar("aligning", total: pairs.count)
        for (number, pair) in pairs.enumerated() {
            let (e, p) = (left.files[pair.english], right.files[pair.persian])
            let alignment = input.aligner.align(
                try input.article(english.path(e), .english), try input.article(persian.path(p), .persian), input.options)
            let beads = alignment.beads.count(where: \.isTwoSided)
            bar.update(number + 1)
            // What has no sentence in common is no pair after all.
            guard beads > 0 else { continue }
            alone.english.remove(e)
            alone.persian.remove(p)
            rows.append(
                Row(
                    english: english.path(e), persian: persian.path(p), confidence: pair.confidence, beads: beads,
                    output: try each(alignment, e, p)))
        }
        bar.finish()
        unpairedEnglish = alone.english.sorted().map(english.path)
        unpairedPersian = alone.persian.sorted().map(persian.path)
    }

    /// The folders in the order in which they should be: exchanged, and said so, when most of the English ones are Persian and the other way round.
    static func ordered(_ english: ArticleFolder, _ persian: ArticleFolder, _ input: ArticlePairInput) -> (ArticleFolder, ArticleFolder) {
        func most(_ folder: ArticleFolder, _ language: Language) -> Language? {
            var counts: [Language: Int] = [:]
            for file in folder.files.indices.prefix(20) {
                if let written = (try? input.article(folder.path(file), language))?.writtenLanguage { counts[written, default: 0] += 1 }
            }
            return Language.allCases.max { counts[$0, default: 0] < counts[$1, default: 0] }.flatMap { counts[$0] == nil ? nil : $0 }
        }
        guard most(english, .english) == .persian, most(persian, .persian) == .english else { return (english, persian) }
        complain("\(english.path) is Persian and \(persian.path) is English: taken the other way round")
        return (persian, english)
    }

    /// A row a pair, and a row for every article that has none, its other side empty.
    var table: String {
        var text = "english\tpersian\tconfidence\tbeads\toutput\n"
        for row in rows {
            text += "\(row.english)\t\(row.persian)\t\(Self.digits(row.confidence))\t\(row.beads)\t\(row.output ?? "")\n"
        }
        for path in unpairedEnglish { text += "\(path)\t\t\t\t\n" }
        for path in unpairedPersian { text += "\t\(path)\t\t\t\n" }
        return text
    }

    /// An object a pair, and one for every article that has none.
    var objects: String {
        var text = "", json = JSONWriter()
        func write(_ english: String?, _ persian: String?, _ row: Row?) {
            json.removeAll()
            json.object { json in
                for (key, value) in [("english", english), ("persian", persian)] {
                    json.key(key)
                    if let value { json.value(value) } else { json.null() }
                }
                if let row {
                    json.key("confidence")
                    json.raw(Self.digits(row.confidence))
                    json.member("beads", row.beads)
                    if let output = row.output { json.member("output", output) }
                }
            }
            text += json.text + "\n"
        }
        for row in rows { write(row.english, row.persian, row) }
        for path in unpairedEnglish { write(path, nil, nil) }
        for path in unpairedPersian { write(nil, path, nil) }
        return text
    }

    /// For people.
    func text(on terminal: Terminal) -> String {
        var text = ""
        for row in rows {
            text += "\(Int((row.confidence * 100).rounded())) %  \(row.english)  \(terminal.styled("=", .dim))  \(row.persian)"
            text += terminal.styled("  (\(row.beads) \(row.beads == 1 ? "bead" : "beads"))", .dim) + "\n"
        }
        for (paths, language) in [(unpairedEnglish, "English"), (unpairedPersian, "Persian")] where !paths.isEmpty {
            text += terminal.styled("without a counterpart, \(language):", .yellow) + "\n"
            for path in paths { text += "  \(path)\n" }
        }
        return text
    }

    private static func digits(_ value: Double) -> String {
        let thousandths = String(Int((value * 1000).rounded()))
        let padded = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
        return padded.dropLast(3) + "." + padded.suffix(3)
    }
}
