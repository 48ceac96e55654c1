import Alignment

/// An alignment for a person at a terminal: each bead's sentences one above the other, its names below.
struct AlignmentText {
    private let alignment: ArticleAlignment
    private let terminal: Terminal

    init(_ alignment: ArticleAlignment, _ terminal: Terminal) {
        self.alignment = alignment
        self.terminal = terminal
    }

    var text: String { alignment.beads.map(block).joined(separator: "\n") }

    private func block(_ bead: Bead) -> String {
        let sides = [bead.english, bead.persian].map { $0.isEmpty ? "–" : $0.map { "\($0 + 1)" }.joined(separator: ", ") }
        let confidence = bead.isTwoSided ? "\(Int((bead.score * 100).rounded())) %" : "alone"
        var lines = [terminal.styled("en \(sides[0])   fa \(sides[1])   \(confidence)", bead.isTwoSided ? .bold : .yellow)]
        for index in bead.english { lines.append("  " + alignment.english.sentences[index].text) }
        for index in bead.persian { lines.append("  " + terminal.isolated(alignment.persian.sentences[index].text)) }
        for name in bead.names {
            let entity = name.entity.map { "  \($0)" } ?? ""
            lines.append(
                terminal.styled("    \(name.kind.rawValue): ", .dim) + "\(name.english.text) = \(terminal.isolated(name.persian.text))"
                    + terminal.styled(entity, .dim))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
