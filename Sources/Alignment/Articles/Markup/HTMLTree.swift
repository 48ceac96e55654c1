/// The elements of a page and what is inside them, as far as reading needs it: closing tags that pages leave out are supplied, what is
/// nested too deep stays in the last element that is not.
struct HTMLTree {
    struct Element {
        var name: String
        var attributes: [String: String] = [:]
        var parent: Int
        var depth = 0
        var children: [Child] = []
    }

    enum Child {
        case element(Int)
        case text(Range<Int>)
    }

    let bytes: [UInt8]
    /// The first is the page itself.
    private(set) var elements = [Element(name: "", parent: 0)]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var scanner = MarkupScanner(bytes, .html)
        var open = 0
        while let token = scanner.next() {
            switch token {
            case .text(let range), .literal(let range): elements[open].children.append(.text(range))
            case .open(let tag):
                open = implicitlyClosed(by: tag.name, from: open)
                let index = elements.count
                var element = Element(name: tag.name, parent: open, depth: elements[open].depth + 1)
                for (name, value) in tag.attributes where Self.wanted.contains(name) && element.attributes[name] == nil {
                    element.attributes[name] = CharacterReference.resolved(bytes[value])
                }
                elements.append(element)
                elements[open].children.append(.element(index))
                if !tag.isEmpty, !Self.void.contains(tag.name), element.depth < Self.deepest { open = index }
            case .close(let name):
                // A closing tag without an opening one closes nothing.
                if let match = ancestor(named: name, of: open) { open = elements[match].parent }
            }
        }
    }

    private func ancestor(named name: String, of start: Int) -> Int? {
        var at = start
        while at != 0 {
            if elements[at].name == name { return at }
            at = elements[at].parent
        }
        return nil
    }

    /// `<p>` ends the paragraph before it, `<li>` the item before it, and so on.
    private func implicitlyClosed(by name: String, from open: Int) -> Int {
        let closes: Set<String> =
            switch name {
            case "li": ["li", "p"]
            case "td", "th": ["td", "th", "p"]
            case "tr": ["tr", "td", "th", "p"]
            case "dt", "dd": ["dt", "dd", "p"]
            case "option": ["option"]
            default: Self.endParagraphs.contains(name) ? ["p"] : []
            }
        var open = open
        while closes.contains(elements[open].name) { open = elements[open].parent }
        return open
    }

    private static let wanted: Set<String> = [
        "class", "id", "role", "hidden", "aria-hidden", "style", "itemprop", "property", "name", "content", "datetime", "href", "dir",
    ]
    private static let deepest = 250
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
    private static let endParagraphs: Set<String> = [
        "p", "div", "section", "article", "ul", "ol", "dl", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "figure",
        "figcaption", "header", "footer", "nav", "aside", "form", "hr", "pre", "main",
    ]

    /// Whether an element is another one or inside it.
    func isInside(_ element: Int, _ outer: Int) -> Bool {
        var at = element
        while true {
            if at == outer { return true }
            if at == 0 { return false }
            at = elements[at].parent
        }
    }
}
