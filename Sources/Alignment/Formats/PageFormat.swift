internal import Entities

/// One self-contained page: the two articles side by side, what corresponds in one row, every name in the colour of what it names.
///
/// No script, no outside file; light and dark; readable in print and without colour.
struct PageFormat {
    private let alignment: ArticleAlignment
    private let title: String
    /// The colour of each group of mentions, in the order in which a reader meets them.
    private let colours: [Int: Int]
    /// Beads whose Persian stands before that of a bead above them.
    private let moved: Set<Int>

    init(_ alignment: ArticleAlignment, title: String) {
        self.alignment = alignment
        self.title = title
        var colours: [Int: Int] = [:]
        for link in alignment.beads.flatMap(\.names) where link.group > 0 && colours[link.group] == nil {
            colours[link.group] = colours.count % 12
        }
        self.colours = colours
        var moved: Set<Int> = [], furthest = -1
        for (index, bead) in alignment.beads.enumerated() where bead.isTwoSided {
            if bead.persian[0] < furthest { moved.insert(index) } else { furthest = bead.persian[0] }
        }
        self.moved = moved
    }

    var text: String {
        var page = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(XMLText.escaped(title.isEmpty ? "Aligned articles" : title))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <header>
            <p class="files" dir="auto">\(XMLText.escaped(title))</p>
            <p class="summary">\(summary)</p>
            \(legend)
            </header>
            <main>

            """
        for index in alignment.beads.indices { page += row(index) }
        page += "</main>\n"
        page += nameList
        return page + "</body>\n</html>\n"
    }

    // MARK: Above the articles

    private var summary: String {
        let joined = alignment.beads.filter(\.isTwoSided).count
        let english = alignment.beads.filter { $0.persian.isEmpty }.count, persian = alignment.beads.filter { $0.english.isEmpty }.count
        if joined == 0 { return "Nothing corresponds in these two articles." }
        let parts = [
            "\(joined) \(joined == 1 ? "passage corresponds" : "passages correspond")",
            english > 0 ? "\(english) only in English" : nil, persian > 0 ? "\(persian) only in Persian" : nil,
            moved.isEmpty ? nil : "\(moved.count) in another place",
        ]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    private var legend: String {
        let kinds = Set(alignment.beads.flatMap(\.names).map(\.kind))
        var items = ["sure": "sure", "likely": "likely", "unsure": "to be looked at"].sorted { $0.value < $1.value }
            .sorted { Self.order($0.key) < Self.order($1.key) }
            .map { "<li class=\"\($0.key)\"><span class=\"bar\"></span>\($0.value)</li>" }
        for kind in NameLink.Kind.allCases where kinds.contains(kind) && kind != .other {
            items.append("<li><mark class=\"\(kind.rawValue)\">\(kind.rawValue)</mark></li>")
        }
        if !moved.isEmpty { items.append("<li><span class=\"moved\">⇅</span> in another place</li>") }
        return "<ul class=\"legend\">\(items.joined())</ul>"
    }

    private static func order(_ confidence: String) -> Int { ["sure", "likely", "unsure"].firstIndex(of: confidence) ?? 3 }

    // MARK: The articles

    private func row(_ index: Int) -> String {
        let bead = alignment.beads[index]
        let kind = bead.isTwoSided ? (bead.score >= 0.9 ? "sure" : bead.score >= 0.6 ? "likely" : "unsure") : "alone"
        return """
            <section class="bead \(kind)">
            <div class="english" lang="en" dir="ltr">\(side(bead.english, of: alignment.english, bead.names.map { ($0, $0.english) }, "only in Persian"))</div>
            \(joint(bead, isMoved: moved.contains(index)))
            <div class="persian" lang="fa" dir="rtl">\(side(bead.persian, of: alignment.persian, bead.names.map { ($0, $0.persian) }, "فقط در انگلیسی"))</div>
            </section>

            """
    }

    /// What joins the two sides: their numbers, and how sure it is, as a bar and in words.
    private func joint(_ bead: Bead, isMoved: Bool) -> String {
        let numbers = [bead.english, bead.persian].map { sentences in
            guard let first = sentences.first, let last = sentences.last else { return "" }
            return first == last ? "\(first + 1)" : "\(first + 1)–\(last + 1)"
        }
        guard bead.isTwoSided else { return "<div class=\"joint\"><span class=\"numbers\">\(numbers[0])\(numbers[1])</span></div>" }
        let percent = Int((bead.score * 100).rounded())
        return "<div class=\"joint\"><span class=\"numbers\">\(numbers[0]) <b>↔</b> \(numbers[1])</span>"
            + "<span class=\"bar\" style=\"--sure:\(bead.score.threeDigits)\"></span><span class=\"percent\">\(percent) %</span>"
            + (isMoved ? "<span class=\"moved\" title=\"stands in another place of the Persian article\">⇅</span>" : "") + "</div>"
    }

    /// The sentences of one side, with marks around the names in them.
    private func side(
        _ sentences: [Int], of article: Article, _ names: [(link: NameLink, mention: NameLink.Mention)], _ nothing: String
    ) -> String {
        if sentences.isEmpty {
            // Said in the language of the side that is empty.
            return "<p class=\"nothing\"\(nothing.utf8.first! < 0x80 ? "" : " lang=\"fa\"")>\(nothing)</p>"
        }
        let ordered = names.sorted { $0.mention.range.lowerBound < $1.mention.range.lowerBound }
        return sentences.map { index in
            let sentence = article.sentences[index], start = sentence.range.lowerBound
            let bytes = Array(sentence.text.utf8)
            var html = "", at = 0
            for (link, mention) in ordered
            where mention.range.lowerBound >= start + at && mention.range.upperBound <= sentence.range.upperBound {
                let range = mention.range.lowerBound - start..<mention.range.upperBound - start
                html += XMLText.escaped(String(decoding: bytes[at..<range.lowerBound], as: UTF8.self))
                html += "<mark class=\"\(link.kind.rawValue)\(colours[link.group].map { " c\($0)" } ?? "")\" title=\"\(hint(link))\">"
                html += XMLText.escaped(String(decoding: bytes[range], as: UTF8.self)) + "</mark>"
                at = range.upperBound
            }
            return "<p>" + html + XMLText.escaped(String(decoding: bytes[at...], as: UTF8.self)) + "</p>"
        }.joined()
    }

    private func hint(_ link: NameLink) -> String {
        XMLText.escaped("\(link.english.text) = \(link.persian.text)" + (link.entity.map { " · \($0)" } ?? ""))
    }

    // MARK: Below the articles

    /// Every name once, with its counterpart and the sentences in which both stand.
    private var nameList: String {
        var places: [String: [Int]] = [:], order: [(key: String, link: NameLink)] = []
        for bead in alignment.beads {
            for link in bead.names where link.kind != .number {
                let key = "\(link.english.text)\t\(link.persian.text)"
                if places[key] == nil { order.append((key, link)) }
                places[key, default: []].append(bead.english[0] + 1)
            }
        }
        guard !order.isEmpty else { return "" }
        let rows = order.map { key, link in
            let colour = colours[link.group].map { " class=\"c\($0)\"" } ?? ""
            let sentences = places[key, default: []].map(String.init).joined(separator: ", ")
            return "<tr><td><mark\(colour)>\(XMLText.escaped(link.english.text))</mark></td>"
                + "<td dir=\"rtl\" lang=\"fa\"><mark\(colour)>\(XMLText.escaped(link.persian.text))</mark></td>"
                + "<td>\(link.kind.rawValue)</td><td>\(XMLText.escaped(link.entity ?? ""))</td><td>\(sentences)</td></tr>\n"
        }.joined()
        return """
            <section class="names">
            <h2>Names and dates</h2>
            <table>
            <thead><tr><th>English</th><th>Persian</th><th>kind</th><th>dictionary</th><th>sentences</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </section>

            """
    }
}
