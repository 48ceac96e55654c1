import Alignment

/// An alignment for a person at a terminal: English on the left, Persian on the right and from the right, names below each bead.
///
/// Where there is no room for two columns the sides stand one above the other.
struct AlignmentText {
    private let alignment: ArticleAlignment
    private let terminal: Terminal
    private let width: Int

    init(_ alignment: ArticleAlignment, _ terminal: Terminal, width: Int) {
        self.alignment = alignment
        self.terminal = terminal
        self.width = width
    }

    var text: String { alignment.beads.map(block).joined(separator: "\n") }

    private var isSideBySide: Bool { width >= 60 }
    private var column: Int { isSideBySide ? (width - 3) / 2 : width - 2 }

    private func block(_ bead: Bead) -> String {
        let sides = [bead.english, bead.persian].map { $0.isEmpty ? "–" : $0.map { "\($0 + 1)" }.joined(separator: ", ") }
        let confidence = bead.isTwoSided ? "\(Int((bead.score * 100).rounded())) %" : "alone"
        var lines = [terminal.styled("en \(sides[0])   fa \(sides[1])   \(confidence)", bead.isTwoSided ? .bold : .yellow)]
        let english = bead.english.flatMap { TextColumn.lines(of: alignment.english.sentences[$0].text, width: column) }
        let persian = bead.persian.flatMap { TextColumn.lines(of: alignment.persian.sentences[$0].text, width: column) }
        if isSideBySide {
            for row in 0..<max(english.count, persian.count) {
                let left = row < english.count ? english[row] : "", right = row < persian.count ? persian[row] : ""
                let space = String(repeating: " ", count: max(0, column - TextColumn.width(of: left)))
                lines.append(left + space + terminal.styled(right.isEmpty ? " │" : " │ ", .dim) + rightAligned(right))
            }
        } else {
            lines += english.map { "  " + $0 } + persian.map { "  " + rightAligned($0) }
        }
        for name in bead.names {
            let entity = name.entity.map { "  \($0)" } ?? ""
            lines.append(
                terminal.styled("    \(name.kind.rawValue): ", .dim) + "\(TextColumn.oneLine(name.english.text)) = "
                    + terminal.isolated(TextColumn.oneLine(name.persian.text)) + terminal.styled(entity, .dim))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func rightAligned(_ line: String) -> String {
        if line.isEmpty { return "" }
        return String(repeating: " ", count: max(0, column - TextColumn.width(of: line))) + terminal.rightToLeft(line)
    }
}

/// Text in a column of a terminal.
enum TextColumn {
    /// The lines of a text, broken between words; a word that is wider than the column is broken inside.
    static func lines(of text: String, width limit: Int) -> [String] {
        var lines: [String] = [], line = "", used = 0
        for word in text.unicodeScalars.split(whereSeparator: isSpace) {
            var rest = word[...]
            while true {
                let needed = width(of: rest)
                if used > 0, used + 1 + needed <= limit {
                    line += " " + String(rest)
                    used += 1 + needed
                    break
                }
                if used > 0 {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                guard needed > limit else {
                    (line, used) = (String(rest), needed)
                    break
                }
                var end = rest.startIndex, taken = 0
                while taken + width(of: rest[end]) <= limit {
                    taken += width(of: rest[end])
                    end = rest.index(after: end)
                }
                lines.append(String(rest[..<end]))
                rest = rest[end...]
            }
        }
        if used > 0 { lines.append(line) }
        return lines
    }

    /// The text with single spaces, on one line.
    static func oneLine(_ text: String) -> String {
        text.unicodeScalars.split(whereSeparator: isSpace).map(String.init).joined(separator: " ")
    }

    /// How many columns a text takes.
    static func width(of text: String) -> Int { width(of: text.unicodeScalars[...]) }

    private static func width(of scalars: Substring.UnicodeScalarView) -> Int { scalars.reduce(0) { $0 + width(of: $1) } }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    /// None for marks, joiners and marks of direction; two for what East Asian text writes in full width.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E, 0x620...0x64A, 0x66E...0x6D3: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: 0
        default: 1
        }
    }
}
