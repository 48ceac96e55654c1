internal import ICU

/// The story of a saved news page: title, date line, paragraphs and captions; menus, share bars, related links and comments left out.
///
/// Found by rules that hold from page to page: what elements and their classes are called, how much of a block is links, and where
/// the paragraphs stand together (after the idea of Readability: paragraphs vote for what holds them).
struct HTMLStory {
    /// Blocks in the order of the page, an empty line between.
    private(set) var text = MappedText()
    /// When the page says it was published.
    private(set) var date: CalendarDay?

    init(_ bytes: [UInt8]) {
        let tree = HTMLTree(bytes)
        let pageTitle = Self.title(of: tree)
        let furniture = HTMLFurniture(tree)
        let blocks = HTMLBlockReader(tree, leavingOut: { furniture.isLeftOut($0) }).blocks
        let body = Self.body(blocks, tree)
        let inBody = blocks.indices.filter { tree.isInside(blocks[$0].element, body) }
        let title = Self.headline(blocks, before: inBody.first { blocks[$0].heading == 0 } ?? blocks.count, like: pageTitle.text)
        var kept: [Int] = []
        let start = min(title ?? .max, inBody.first ?? .max), end = (inBody.last ?? title ?? -1) + 1
        for index in min(start, end)..<end {
            let block = blocks[index]
            let isInside = inBody.contains(index)
            if index == title || block.heading > 0 || (!block.isMostlyLinks && (isInside || Self.leadsIn(block))) {
                kept.append(index)
            }
        }
        kept = Self.withoutBareHeadings(kept, blocks, title: title)
        if title == nil, !pageTitle.isEmpty { text.append(pageTitle) }
        for index in kept {
            if !text.isEmpty { text.append(lineBreaks: 2) }
            text.append(blocks[index].text)
        }
        date = Self.date(of: tree)
    }

    /// Between the title and the story stand the lead, captions and the date; single words there are labels.
    private static func leadsIn(_ block: HTMLBlock) -> Bool {
        block.isCaption || block.letters >= 40
            || block.letters > 3 && block.text.bytes.contains { (0x30...0x39).contains($0) || $0 == 0xDB }
    }

    /// A heading over nothing that was kept, such as "Related stories", goes with what was under it.
    private static func withoutBareHeadings(_ kept: [Int], _ blocks: [HTMLBlock], title: Int?) -> [Int] {
        kept.enumerated().filter { place, index in
            guard blocks[index].heading > 0, index != title else { return true }
            let next = place + 1 < kept.count ? kept[place + 1] : nil
            return next.map { blocks[$0].heading == 0 || blocks[$0].heading > blocks[index].heading } ?? false
        }.map(\.1)
    }

    // MARK: Where the story is

    /// The element that holds most of the paragraphs.
    private static func body(_ blocks: [HTMLBlock], _ tree: HTMLTree) -> Int {
        var votes: [Int: Double] = [:]
        for block in blocks where block.heading == 0 && !block.isMostlyLinks && block.letters >= 20 {
            var element = block.element
            if ["p", "li", "figcaption", "pre", "dd", "td"].contains(tree.elements[element].name) {
                element = tree.elements[element].parent
            }
            var share = Double(block.letters - block.linkedLetters)
            for _ in 0..<4 {
                votes[element, default: 0] += share
                if element == 0 { break }
                element = tree.elements[element].parent
                share /= 2
            }
        }
        guard let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return 0 }
        // The article around it holds the captions and the lead too.
        var at = best
        while at != 0 {
            let element = tree.elements[at]
            if element.name == "article" || element.attributes["itemprop"] == "articleBody" { return at }
            at = element.parent
        }
        return best
    }

    /// The heading of the highest level before the story, the one that the page itself is called by first.
    private static func headline(_ blocks: [HTMLBlock], before end: Int, like title: String) -> Int? {
        let headings = blocks.indices.filter { $0 <= end && (1...2).contains(blocks[$0].heading) && blocks[$0].letters > 3 }
        if let same = headings.last(where: { title.contains(blocks[$0].text.text) }) { return same }
        return headings.last { blocks[$0].heading == 1 } ?? headings.last { !blocks[$0].isMostlyLinks }
    }

    /// The page's own title, without the name of the site behind it.
    private static func title(of tree: HTMLTree) -> MappedText {
        guard let element = tree.elements.first(where: { $0.name == "title" }) else { return MappedText() }
        let text = HTMLBlockReader.text(of: element, in: tree)
        let separators = [" | ", " - ", " – ", " — ", " :: ", " » "].map { Array($0.utf8) }
        let cut = separators.compactMap { text.bytes.firstRange(of: $0)?.lowerBound }.filter { $0 > 15 }.min()
        return cut.map { text.prefix($0) } ?? text
    }

    // MARK: The date

    private static func date(of tree: HTMLTree) -> CalendarDay? {
        let named: Set<String> = [
            "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate", "sailthru.date",
        ]
        for element in tree.elements {
            let attributes = element.attributes
            let says = [attributes["property"], attributes["name"], attributes["itemprop"]].contains {
                named.contains($0?.lowercased() ?? "")
            }
            let value = element.name == "time" ? attributes["datetime"] : says ? attributes["content"] ?? attributes["datetime"] : nil
            if let day = value.flatMap({ DateReader.date(ofFigure: Array($0.unicodeScalars.prefix(10))) })?.day(writtenOn: nil) {
                return day
            }
        }
        return nil
    }
}

extension HTMLBlockReader {
    /// The text directly inside an element.
    static func text(of element: HTMLTree.Element, in tree: HTMLTree) -> MappedText {
        var reader = HTMLBlockReader(tree, leavingOut: { _ in true })
        for case .text(let range) in element.children { reader.addAlone(range) }
        return reader.alone
    }
}

extension MappedText {
    /// The text up to a byte.
    func prefix(_ count: Int) -> MappedText {
        var result = MappedText()
        for run in map.runs where run.text.lowerBound < count {
            if run.isCopy {
                let length = min(run.text.count, count - run.text.lowerBound)
                result.append(
                    bytes[run.text.lowerBound..<run.text.lowerBound + length],
                    for: run.source.lowerBound..<run.source.lowerBound + length)
            } else if run.text.upperBound <= count {
                result.append(bytes[run.text], for: run.source)
            }
        }
        result.trimEnd()
        return result
    }
}
