/// A paragraph, heading, caption, item or cell of a page, as a reader sees it.
struct HTMLBlock {
    /// The element whose direct content it is.
    var element: Int
    /// 1 to 6 for headings, 0 for all else.
    var heading = 0
    var isCaption = false
    var text = MappedText()
    /// Letters and digits in it, and how many of them are in links.
    var letters = 0
    var linkedLetters = 0

    var isMostlyLinks: Bool { linkedLetters * 10 > letters * 6 }
}

/// Reads the text of a page block by block; space is collapsed as browsers do, `<br>` ends a line.
struct HTMLBlockReader {
    private let tree: HTMLTree
    private let isLeftOut: (Int) -> Bool
    private(set) var blocks: [HTMLBlock] = []
    private var current: HTMLBlock
    private var space: Range<Int>?
    private var pendingBreaks = 0

    /// - Parameter isLeftOut: whether an element, with all inside it, is no part of the text.
    init(_ tree: HTMLTree, leavingOut isLeftOut: @escaping (Int) -> Bool) {
        self.tree = tree
        self.isLeftOut = isLeftOut
        current = HTMLBlock(element: 0)
        read(0, inLink: false, isVerbatim: false)
        endBlock(next: 0)
    }

    private mutating func read(_ index: Int, inLink: Bool, isVerbatim: Bool) {
        let element = tree.elements[index]
        if element.name == "br" {
            pendingBreaks += 1
            return
        }
        if index != 0, isLeftOut(index) { return }
        let isBlock = !Self.inline.contains(element.name)
        let inLink = inLink || element.name == "a", isVerbatim = isVerbatim || element.name == "pre"
        if isBlock { endBlock(next: index) }
        if element.name == "q" { add("“", for: index) }
        for child in element.children {
            switch child {
            case .text(let range): add(range, inLink: inLink, isVerbatim: isVerbatim)
            case .element(let child):
                read(child, inLink: inLink, isVerbatim: isVerbatim)
                if isBlock, current.text.isEmpty { current = HTMLBlock(element: index) }
            }
        }
        if element.name == "q" { add("”", for: index) }
        if isBlock { endBlock(next: element.parent) }
    }

    /// Reads a stretch of text by itself; `alone` is what it says.
    mutating func addAlone(_ range: Range<Int>) { add(range, inLink: false, isVerbatim: false) }

    /// What has been read by `addAlone`.
    var alone: MappedText {
        var text = current.text
        text.trimEnd()
        return text
    }

    /// Quotation marks that the page leaves to the browser.
    private mutating func add(_ mark: String, for element: Int) {
        let place = current.text.map.runs.last?.source.upperBound ?? 0
        flushSpace(before: place)
        current.text.append(Array(mark.utf8), for: place..<place)
    }

    private mutating func endBlock(next: Int) {
        current.text.trimEnd()
        if !current.text.isEmpty {
            let name = tree.elements[current.element].name
            if name.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()) { current.heading = level }
            current.isCaption = name == "figcaption" || name == "caption"
            blocks.append(current)
        }
        current = HTMLBlock(element: next)
        space = nil
        pendingBreaks = 0
    }

    private mutating func flushSpace(before place: Int) {
        if pendingBreaks > 0 {
            if !current.text.isEmpty { current.text.append(lineBreaks: min(pendingBreaks, 2)) }
        } else if let space, !current.text.isEmpty {
            current.text.append([0x20], for: space)
        }
        pendingBreaks = 0
        space = nil
    }

    private mutating func add(_ range: Range<Int>, inLink: Bool, isVerbatim: Bool) {
        let bytes = tree.bytes
        var at = range.lowerBound, start = at
        func isLetter(_ byte: UInt8) -> Bool { byte > 0xC1 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) }
        while at < range.upperBound {
            let byte = bytes[at]
            if MarkupScanner.isSpace(byte) {
                current.text.append(start..<at, of: bytes)
                if isVerbatim, byte == UInt8(ascii: "\n") { pendingBreaks += 1 } else if space == nil { space = at..<at + 1 }
                at += 1
                start = at
            } else if byte == UInt8(ascii: "&"), let (scalar, width) = CharacterReference.read(bytes[at..<range.upperBound]) {
                current.text.append(start..<at, of: bytes)
                if scalar.value <= 0x20 {
                    if space == nil { space = at..<at + width }
                } else if !Self.isDropped(scalar) {
                    flushSpace(before: at)
                    current.text.append(UTF8.encode(scalar)!, for: at..<at + width)
                    if isLetter(UTF8.encode(scalar)!.first!) { count(inLink) }
                }
                at += width
                start = at
            } else if byte >= 0xC2, let width = Self.droppedWidth(bytes[at..<range.upperBound]) {
                current.text.append(start..<at, of: bytes)
                at += width
                start = at
            } else {
                if start == at { flushSpace(before: at) }
                if isLetter(byte) { count(inLink) }
                at += 1
            }
        }
        current.text.append(start..<at, of: bytes)
    }

    private mutating func count(_ inLink: Bool) {
        current.letters += 1
        if inLink { current.linkedLetters += 1 }
    }

    /// Marks of direction, soft hyphens and byte-order marks lay out a page and are no part of what it says; the joiner is.
    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool { Letters.isInvisible(scalar) && !joiners.contains(scalar) }
    private static let joiners: Set<Unicode.Scalar> = ["\u{200C}", "\u{200D}"]

    private static func droppedWidth(_ bytes: ArraySlice<UInt8>) -> Int? {
        let start = bytes.startIndex
        guard bytes.count >= 2 else { return nil }
        switch (bytes[start], bytes[start + 1], bytes.count > 2 ? bytes[start + 2] : 0) {
        case (0xC2, 0xAD, _): return 2  // soft hyphen
        case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0x8B):
            return 3
        default: return nil
        }
    }

    private static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
        "kbd",
        "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p",
        "center",
    ]
}
