/// What kind of file an article is read from.
public enum ArticleForm: String, Sendable, CaseIterable {
    /// Running text.
    case text
    /// A saved page.
    case html
    /// Markdown, front matter included.
    case markdown
    /// Translation memory: holds both sides.
    case tmx
    /// XLIFF 1.2 or 2: holds both sides.
    case xliff

    /// Whether one file holds the English and the Persian side.
    public var isBilingual: Bool { self == .tmx || self == .xliff }

    /// The form that a file is of, by what it begins with or else by the ending of its name.
    public init(path: String, content: [UInt8]) {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.contains(".") ? name.split(separator: ".").last?.lowercased() ?? "" : ""
        if let form = Self.beginning(content) {
            // A page in Markdown may begin with a tag too.
            self = ending == "md" || ending == "markdown" ? .markdown : form
            return
        }
        switch ending {
        case "html", "htm", "xhtml", "shtml": self = Self.hasTag(content) ? .html : .text
        case "md", "markdown", "mkd": self = .markdown
        case "tmx": self = .tmx
        case "xliff", "xlf", "sdlxliff", "mqxliff", "mxliff": self = .xliff
        default: self = .text
        }
    }

    /// The form that the first tag of a file shows, whatever the file is called.
    private static func beginning(_ content: [UInt8]) -> ArticleForm? {
        var scanner = MarkupScanner(Array(content.prefix(16_384)), .html)
        if let doctype = doctype(content) { return doctype }
        while let token = scanner.next() {
            switch token {
            case .text(let range) where scanner.bytes[range].allSatisfy(MarkupScanner.isSpace): continue
            case .open(let tag):
                switch tag.name {
                case "html", "head", "body": return .html
                case "tmx": return .tmx
                case "xliff": return .xliff
                default: return nil
                }
            default: return nil
            }
        }
        return nil
    }

    private static func doctype(_ content: [UInt8]) -> ArticleForm? {
        let start = String(decoding: content.prefix(200), as: UTF8.self).lowercased()
        let text = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return text.hasPrefix("<!doctype html") ? .html : nil
    }

    private static func hasTag(_ content: [UInt8]) -> Bool {
        var scanner = MarkupScanner(content, .html)
        while let token = scanner.next() { if case .open = token { return true } }
        return false
    }
}

/// Why a file cannot be read as an article.
public enum ArticleError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file is of a kind that holds no text that can be read here, such as "a PDF".
    case notText(path: String, kind: String)
    /// The bytes are no UTF-8, and no other charset is declared.
    case notUTF8(path: String)
    /// The page declares a charset that is not known.
    case unknownCharset(path: String, name: String)
    /// The markup breaks off.
    case malformed(path: String, expected: String)
    /// A translation memory without English and without Persian.
    case noSegments(path: String)

    /// A sentence for people: the file, what is wrong, what to do.
    public var description: String {
        switch self {
        case .notText(let path, let kind): "\(path): this is \(kind), not text: save it as plain text or HTML"
        case .notUTF8(let path): "\(path): not valid UTF-8: convert it, for example with iconv"
        case .unknownCharset(let path, let name): "\(path): the charset \"\(name)\" is not known: convert the file to UTF-8"
        case .malformed(let path, let expected): "\(path): the file breaks off before \(expected): get it whole"
        case .noSegments(let path): "\(path): holds no segment in English or Persian: see that xml:lang says \"en\" and \"fa\""
        }
    }
}
