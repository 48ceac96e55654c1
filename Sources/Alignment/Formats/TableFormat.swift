/// A row a bead: indices, score, sentences, names.
enum TableFormat {
    static func text(of alignment: ArticleAlignment) -> String {
        var text = "english\tpersian\tscore\tenglish_text\tpersian_text\tnames\n"
        for bead in alignment.beads {
            let names = bead.names.map { "\(cell($0.english.text)) = \(cell($0.persian.text))" }.joined(separator: "; ")
            let indices = [bead.english, bead.persian].map { $0.map(String.init).joined(separator: ",") }.joined(separator: "\t")
            text +=
                "\(indices)\t\(bead.score.threeDigits)\t\(cell(alignment.englishText(bead)))\t\(cell(alignment.persianText(bead)))\t\(names)\n"
        }
        return text
    }

    /// A cell holds neither tab nor line break.
    private static func cell(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
    }
}
