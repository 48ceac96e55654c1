import Alignment
import ICU
import Lexicon
import Namvar

/// How articles are read and aligned, the same for one pair, a list and a folder.
struct ArticlePairInput {
    var aligner: Aligner
    let reader: ArticleReader
    let options: AlignmentOptions
    /// Every line is a sentence.
    let isLines: Bool
    /// How files are read; by their content and name when nil.
    let form: ArticleForm?
    /// Whether the pairs of a translation memory are found anew.
    let realigns: Bool
    /// Whether nothing is said of what is odd about the files.
    var isQuiet = false

    /// The same, with the words that sure sentences teach; what is odd about the files has been said already.
    func learning(from sentences: SureSentences) -> ArticlePairInput {
        var input = self
        input.aligner = aligner.learning(from: sentences)
        input.isQuiet = true
        return input
    }

    /// One side of a pair.
    func article(_ path: String, _ language: Language) throws -> Article {
        let bytes = try readFile(path)
        return isLines
            ? try ArticleReader.lines(bytes, path: path, language: language)
            : try reader.article(bytes, path: path, form: form, language: language)
    }

    /// A pair in two files; what is odd about them is said on standard error.
    func aligned(_ english: String, _ persian: String) throws -> ArticleAlignment {
        let alignment = aligner.align(try article(english, .english), try article(persian, .persian), options)
        if !isQuiet { for remark in alignment.remarks { complain(Self.sentence(remark, english, persian)) } }
        return alignment
    }

    /// Both sides in one file.
    func aligned(_ path: String) throws -> ArticleAlignment {
        guard !isLines, let both = try ArticleReader.bilingual(try readFile(path), path: path, form: form) else {
            throw Failure(.usage, "\(path) holds one article: give the other side too, or a TMX or XLIFF file, which holds both")
        }
        let paired = both.pairs.count
        let alignment = realigns || paired == 0 ? aligner.align(both.english, both.persian, options) : aligner.names(in: both)
        let (english, persian) = ("the English side of \(path)", "the Persian side")
        for remark in alignment.remarks { complain(Self.sentence(remark, english, persian)) }
        return alignment
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
}
