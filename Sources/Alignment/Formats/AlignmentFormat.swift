/// The forms in which an alignment is written for other programs.
public enum AlignmentFormat: String, Sendable, CaseIterable {
    /// A JSON object a bead.
    case jsonl
    /// A row a bead, with the sentences themselves.
    case tsv
    /// Translation memory, TMX 1.4b.
    case tmx
    /// XLIFF 2.0 with its glossary module for names.
    case xliff
    /// One self-contained page.
    case html
    /// `[0]:[0, 1]` a line.
    case vecalign
    /// Hunalign's ladder: sentence, sentence, score a line.
    case hunalign

    /// The whole file.
    ///
    /// - Parameter title: what the articles are called where the form has a place for it.
    public func text(of alignment: ArticleAlignment, title: String = "") -> String {
        switch self {
        case .jsonl: JSONLinesFormat.text(of: alignment)
        case .tsv: TableFormat.text(of: alignment)
        case .tmx: TMXFormat.text(of: alignment)
        case .xliff: XLIFFFormat.text(of: alignment, title: title)
        case .html: PageFormat(alignment, title: title).text
        case .vecalign: LadderFormats.vecalign(alignment)
        case .hunalign: LadderFormats.hunalign(alignment)
        }
    }
}

extension ArticleAlignment {
    /// The English sentences of a bead, with a space between.
    func englishText(_ bead: Bead) -> String { bead.english.map { english.sentences[$0].text.withoutLineBreaks }.joined(separator: " ") }

    /// The Persian sentences of a bead, with a space between.
    func persianText(_ bead: Bead) -> String { bead.persian.map { persian.sentences[$0].text.withoutLineBreaks }.joined(separator: " ") }
}

extension String {
    /// On one line: a line break inside a sentence is a space.
    var withoutLineBreaks: String {
        guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
        return unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }.joined(separator: " ")
    }
}

extension Double {
    /// With three digits after the point, as every format writes scores.
    var threeDigits: String {
        let thousandths = Int((self * 1000).rounded())
        let digits = "\(abs(thousandths) % 1000)"
        return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    }
}
