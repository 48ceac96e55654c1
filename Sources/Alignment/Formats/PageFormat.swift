internal import Entities

/// One self-contained page: the two articles side by side, what corresponds in one row, names in colour by what they name.
///
/// No script, no outside file; light and dark; readable in print.
struct PageFormat {
    private let alignment: ArticleAlignment
    private let title: String

    init(_ alignment: ArticleAlignment, title: String) {
        self.alignment = alignment
        self.title = title.isEmpty ? alignment.english.sentences.first?.text ?? "" : title
    }

    var text: String {
        var page = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(XMLText.escaped(title))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <h1 dir="auto">\(XMLText.escaped(title))</h1>
            <p class="summary">\(summary)</p>
            <main>

            """
        for bead in alignment.beads { page += row(bead) }
        page += "</main>\n"
        page += nameList
        return page + "</body>\n</html>\n"
    }

    private var summary: String {
        let joined = alignment.beads.filter(\.isTwoSided).count
        let english = alignment.beads.filter { $0.persian.isEmpty }.count, persian = alignment.beads.filter { $0.english.isEmpty }.count
        let moved = movedBeads.count
        return "\(joined) beads with both sides, \(english) English and \(persian) Persian sentences alone"
            + (moved > 0 ? ", \(moved) out of order" : "")
    }

    /// Beads whose Persian stands before that of a bead above them.
    private var movedBeads: Set<Int> {
        var moved: Set<Int> = [], furthest = -1
        for (index, bead) in alignment.beads.enumerated() where bead.isTwoSided {
            if bead.persian[0] < furthest { moved.insert(index) } else { furthest = bead.persian[0] }
        }
        return moved
    }

    private func row(_ bead: Bead) -> String {
        let kind = bead.isTwoSided ? (bead.score >= 0.9 ? "sure" : bead.score >= 0.6 ? "likely" : "unsure") : "alone"
        let numbers = [bead.english, bead.persian].map { $0.map { "\($0 + 1)" }.joined(separator: "–") }
        return """
            <section class="bead \(kind)">
            <div class="english" lang="en" dir="ltr">\(side(bead.english, of: alignment.english, bead.names.map { ($0, $0.english) }))</div>
            <div class="joint" title="confidence \(bead.score.threeDigits)"><span>\(numbers[0])</span><i style="--sure:\(bead.isTwoSided ? bead.score.threeDigits : "0")"></i><span>\(numbers[1])</span></div>
            <div class="persian" lang="fa" dir="rtl">\(side(bead.persian, of: alignment.persian, bead.names.map { ($0, $0.persian) }))</div>
            </section>

            """
    }

    /// The sentences of one side, with marks around the names in them.
    private func side(_ sentences: [Int], of article: Article, _ names: [(link: NameLink, mention: NameLink.Mention)]) -> String {
        let bytes = Array(article.text.utf8)
        let ordered = names.sorted { $0.mention.range.lowerBound < $1.mention.range.lowerBound }
        return sentences.map { index in
            let range = article.sentences[index].range
            var html = "", at = range.lowerBound
            for (link, mention) in ordered where mention.range.lowerBound >= at && mention.range.upperBound <= range.upperBound {
                html += XMLText.escaped(String(decoding: bytes[at..<mention.range.lowerBound], as: UTF8.self))
                let colour = link.group > 0 ? " c\(link.group % 8)" : ""
                let title = XMLText.escaped("\(link.english.text) = \(link.persian.text)" + (link.entity.map { " · \($0)" } ?? ""))
                html += "<mark class=\"\(link.kind.rawValue)\(colour)\" title=\"\(title)\">"
                html += XMLText.escaped(String(decoding: bytes[mention.range], as: UTF8.self)) + "</mark>"
                at = mention.range.upperBound
            }
            return "<p>" + html + XMLText.escaped(String(decoding: bytes[at..<range.upperBound], as: UTF8.self)) + "</p>"
        }.joined()
    }

    /// Every name once, with its counterpart.
    private var nameList: String {
        var seen: Set<String> = [], rows = ""
        for link in alignment.beads.flatMap(\.names) where link.kind != .number {
            guard seen.insert("\(link.english.text)\t\(link.persian.text)").inserted else { continue }
            rows +=
                "<tr><td><bdi>\(XMLText.escaped(link.english.text))</bdi></td><td dir=\"rtl\" lang=\"fa\">\(XMLText.escaped(link.persian.text))</td>"
            rows += "<td>\(link.kind.rawValue)</td><td>\(XMLText.escaped(link.entity ?? ""))</td></tr>\n"
        }
        guard !rows.isEmpty else { return "" }
        return
            "<table>\n<thead><tr><th>English</th><th>Persian</th><th>kind</th><th>entity</th></tr></thead>\n<tbody>\n\(rows)</tbody>\n</table>\n"
    }

    private static let style = """
        :root { color-scheme: light dark; --page: #fff; --ink: #1c1c1a; --faint: #77756f; --line: #dddbd5; --alone: #f4f2ec; --sure: 0;
          --c0: #ffe2b8; --c1: #cfe8ff; --c2: #d8f0cd; --c3: #f6d3e4; --c4: #e3dcff; --c5: #c9efe9; --c6: #fbd7cc; --c7: #eee8a9; --date: #e9e7e0; }
        @media (prefers-color-scheme: dark) { :root { --page: #191917; --ink: #eceae4; --faint: #9b988f; --line: #3b3a35; --alone: #23221f;
          --c0: #5d4216; --c1: #1d4467; --c2: #2d4f20; --c3: #5e2a45; --c4: #41367a; --c5: #1b504a; --c6: #653021; --c7: #524d15; --date: #38362f; } }
        body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem; background: var(--page); color: var(--ink);
          font: 1rem/1.6 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
        h1 { font-size: 1.5rem; line-height: 1.3; } .summary, th { color: var(--faint); }
        .bead { display: grid; grid-template-columns: 1fr 4.5rem 1fr; border-top: 1px solid var(--line); }
        .bead > div { padding: .5rem .75rem; } .bead p { margin: 0 0 .25rem; } .alone { background: var(--alone); color: var(--faint); }
        .persian { font-family: "Vazirmatn", "Noto Naskh Arabic", "Noto Sans Arabic", "Segoe UI", Tahoma, sans-serif; font-size: 1.06rem; line-height: 1.9; text-align: right; }
        .joint { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: .2rem; font-size: .75rem; color: var(--faint); }
        .joint span:empty { display: none; }
        .joint i { display: block; width: 100%; height: .35rem; border-radius: .2rem; background: linear-gradient(to right, #3f8f5f calc(var(--sure) * 100%), var(--line) 0); }
        .likely .joint i { background: linear-gradient(to right, #c58f1c calc(var(--sure) * 100%), var(--line) 0); }
        .unsure .joint i { background: linear-gradient(to right, #c2482f calc(var(--sure) * 100%), var(--line) 0); }
        .alone .joint i { background: none; }
        mark { background: var(--date); color: inherit; border-radius: .25rem; padding: 0 .15rem; }
        .c0 { background: var(--c0); } .c1 { background: var(--c1); } .c2 { background: var(--c2); } .c3 { background: var(--c3); }
        .c4 { background: var(--c4); } .c5 { background: var(--c5); } .c6 { background: var(--c6); } .c7 { background: var(--c7); }
        table { border-collapse: collapse; margin-top: 2rem; } th, td { text-align: left; padding: .2rem .75rem; border-top: 1px solid var(--line); }
        td[dir=rtl] { text-align: right; }
        @media (max-width: 45rem) { .bead { grid-template-columns: 1fr; } .joint { flex-direction: row; } .joint i { width: 40%; } }
        @media print { body { margin: 0; max-width: none; font-size: 9.5pt; } .bead { break-inside: avoid; } mark { border-bottom: 1px solid #888; } }
        """
}
