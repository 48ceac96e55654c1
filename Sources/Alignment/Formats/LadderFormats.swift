/// Forms that name sentences by number alone.
enum LadderFormats {
    /// As Vecalign writes beads: indices from 0.
    static func vecalign(_ alignment: ArticleAlignment) -> String {
        var text = ""
        for bead in alignment.beads { text += "\(bead.english):\(bead.persian)\n" }
        return text
    }

    /// Hunalign's ladder: the sentence of either side at which a bead begins, and its score; the last rung is the end of both.
    ///
    /// A ladder only goes up: beads that go back on the Persian side are left out of it.
    static func hunalign(_ alignment: ArticleAlignment) -> String {
        var text = "", next = (english: 0, persian: 0)
        for bead in alignment.beads {
            guard let first = bead.persian.first ?? Optional(next.persian), first >= next.persian else { continue }
            let english = bead.english.first ?? next.english
            text += "\(english)\t\(first)\t\(bead.isTwoSided ? bead.score.threeDigits : "0.000")\n"
            next = (max(next.english, (bead.english.last ?? english - 1) + 1), max(next.persian, (bead.persian.last ?? first - 1) + 1))
        }
        return text + "\(alignment.english.sentences.count)\t\(alignment.persian.sentences.count)\t0.000\n"
    }
}
