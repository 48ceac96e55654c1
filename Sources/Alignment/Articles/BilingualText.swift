internal import ICU

/// A file that holds both sides already cut into pairs: TMX 1.1 to 1.4b, XLIFF 1.2, XLIFF 2.
///
/// Every segment is one sentence, whatever it holds. Codes inside segments are left out, marks keep their text.
public struct BilingualText: Sendable {
    /// The English side; its text is the segments, a line each.
    public let english: Article
    /// The Persian side.
    public let persian: Article
    /// The pairs in the order of the file, by index in `english` and `persian`; a segment without a counterpart stands alone.
    public let units: [(english: Int?, persian: Int?)]

    /// Reads a file.
    /// - Throws: `ArticleError.malformed` when it breaks off, `.noSegments` when it holds neither language.
    public init(_ bytes: [UInt8], path: String = "") throws(ArticleError) {
        var reader = BilingualReader(bytes)
        guard reader.read() else { throw .malformed(path: path, expected: "the end of <\(reader.open)>") }
        guard reader.units.contains(where: { $0.english != nil || $0.persian != nil }) else { throw .noSegments(path: path) }
        var english = Side(), persian = Side(), units: [(english: Int?, persian: Int?)] = []
        for unit in reader.units {
            let pair = (english: english.add(unit.english), persian: persian.add(unit.persian))
            if pair.english != nil || pair.persian != nil { units.append(pair) }
        }
        self.units = units
        self.english = english.article(.english)
        self.persian = persian.article(.persian)
    }

    private struct Side {
        var text = MappedText()
        var sentences: [Range<Int>] = []

        mutating func add(_ segment: MappedText?) -> Int? {
            guard let segment, !segment.isEmpty else { return nil }
            let start = text.bytes.count
            text.append(segment)
            sentences.append(start..<text.bytes.count)
            text.append(lineBreaks: 1)
            return sentences.count - 1
        }

        func article(_ language: Language) -> Article {
            var article = Article(text: text.text, language: language, sentences: sentences)
            article.origin = text.map
            return article
        }
    }

    /// The units that have both sides, as text.
    public var pairs: [(english: String, persian: String)] {
        units.compactMap { unit in
            guard let e = unit.english, let f = unit.persian else { return nil }
            return (english.sentences[e].text, persian.sentences[f].text)
        }
    }

    /// The pairs as beads, as the file has them.
    public var beads: [Bead] {
        units.map { unit in
            Bead(english: unit.english.map { [$0] } ?? [], persian: unit.persian.map { [$0] } ?? [], score: 1)
        }
    }
}

/// Follows the elements of a TMX or XLIFF file.
private struct BilingualReader {
    private var scanner: MarkupScanner
    private(set) var units: [(english: MappedText?, persian: MappedText?)] = []
    /// The unit that has not been closed, when the file breaks off.
    private(set) var open = ""

    private var languages = (source: Language?.none, target: Language?.none)
    private var unit: (english: MappedText?, persian: MappedText?)?
    private var language: Language?
    private var segment: MappedText?
    private var space: Range<Int>?
    /// How deep inside elements whose content is no text.
    private var skipped = 0

    init(_ bytes: [UInt8]) { scanner = MarkupScanner(bytes, .xml) }

    /// Whether the file is whole.
    mutating func read() -> Bool {
        while let token = scanner.next() {
            switch token {
            case .text(let range): if segment != nil, skipped == 0 { append(range, isLiteral: false) }
            case .literal(let range): if segment != nil, skipped == 0 { append(range, isLiteral: true) }
            case .open(let tag): begin(tag)
            case .close(let name): end(name)
            }
        }
        return open.isEmpty
    }

    private mutating func begin(_ tag: MarkupScanner.Tag) {
        if skipped > 0 || segment != nil && Self.codes.contains(tag.name) || segment == nil && Self.annotations.contains(tag.name) {
            if !tag.isEmpty { skipped += 1 }
            return
        }
        switch tag.name {
        case "xliff": languages = (language("srcLang", tag), language("trgLang", tag))
        case "file" where languages.source == nil || tag.attributes.contains { $0.name == "source-language" }:
            languages = (language("source-language", tag), language("target-language", tag))
        case "tu", "trans-unit", "segment":
            if !tag.isEmpty {
                unit = (nil, nil)
                open = tag.name
            }
        case "tuv": language = language("lang", tag)
        case "seg": if unit != nil, language != nil, !tag.isEmpty { segment = MappedText() }
        case "source", "target":
            guard unit != nil, !tag.isEmpty else { return }
            language = language("lang", tag) ?? (tag.name == "source" ? languages.source : languages.target)
            if language != nil { segment = MappedText() }
        case "cp":
            // XLIFF 2 writes characters that XML cannot hold by number; none of them belongs in an article.
            break
        default: break
        }
    }

    private mutating func end(_ name: String) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch name {
        case "seg", "source", "target":
            guard var text = segment else { return }
            text.trimEnd()
            if language == .english, unit?.english == nil { unit?.english = text }
            if language == .persian, unit?.persian == nil { unit?.persian = text }
            segment = nil
            space = nil
        case "tu", "trans-unit", "segment":
            if let unit { units.append(unit) }
            unit = nil
            open = ""
        default: break
        }
    }

    private mutating func append(_ range: Range<Int>, isLiteral: Bool) {
        let bytes = scanner.bytes
        var at = range.lowerBound, start = at
        func flush(_ text: inout MappedText, _ space: inout Range<Int>?) {
            if let place = space, !text.isEmpty { text.append([0x20], for: place) }
            space = nil
        }
        while at < range.upperBound {
            if MarkupScanner.isSpace(bytes[at]) {
                segment!.append(start..<at, of: bytes)
                if space == nil { space = at..<at + 1 }
                at += 1
                start = at
            } else if !isLiteral, bytes[at] == UInt8(ascii: "&"),
                let (scalar, width) = CharacterReference.read(bytes[at..<range.upperBound])
            {
                segment!.append(start..<at, of: bytes)
                if scalar.value <= 0x20 {
                    if space == nil { space = at..<at + width }
                } else {
                    flush(&segment!, &space)
                    segment!.append(UTF8.encode(scalar)!, for: at..<at + width)
                }
                at += width
                start = at
            } else {
                if start == at { flush(&segment!, &space) }
                at += 1
            }
        }
        segment!.append(start..<at, of: bytes)
    }

    private func language(_ attribute: String, _ tag: MarkupScanner.Tag) -> Language? {
        guard let code = scanner.value(attribute, of: tag)?.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first else {
            return nil
        }
        return switch code {
        case "en", "eng": .english
        case "fa", "fas", "per", "prs", "pes": .persian
        default: nil
        }
    }

    /// What stands for formatting inside a segment; its content is not the sentence's.
    private static let codes: Set<String> = ["bpt", "ept", "ph", "it", "ut", "sub", "x", "bx", "ex", "sc", "ec", "sm", "em"]
    /// What holds sources and targets that are not the unit's own.
    private static let annotations: Set<String> = [
        "alt-trans", "matches", "match", "glossary", "seg-source", "note", "notes", "metadata", "originalData", "header",
    ]
}
