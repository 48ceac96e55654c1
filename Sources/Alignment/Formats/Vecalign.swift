/// Beads as Vecalign writes them: `[0]:[0, 1]` a line, indices from 0.
public enum VecalignFormat {
    /// The lines, each with its line end.
    public static func text(of alignment: ArticleAlignment) -> String {
        var text = ""
        for bead in alignment.beads { text += "\(bead.english):\(bead.persian)\n" }
        return text
    }
}
