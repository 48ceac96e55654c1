/// Reads Turtle (W3C, 2014) into triples. Blank nodes in brackets are read; collections in parentheses are refused.
struct TurtleReader {
    private let scalars: [Unicode.Scalar]
    private let file: String
    private var position = 0
    private var line = 1
    private var prefixes: [String: String] = [:]
    private var base = ""
    private var blankNodes = 0
    private(set) var triples: [Triple] = []

    /// The triples of a document.
    static func triples(in bytes: [UInt8], file: String) throws(ExchangeProblem) -> [Triple] {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw ExchangeProblem(.malformed(expected: "UTF-8"), file: file) }
        var reader = TurtleReader(scalars: Array(text.unicodeScalars), file: file)
        try reader.document()
        return reader.triples
    }

    private init(scalars: [Unicode.Scalar], file: String) {
        self.scalars = scalars
        self.file = file
        if scalars.first == "\u{FEFF}" { position = 1 }
    }

    private func wanted(_ expected: String) -> ExchangeProblem { ExchangeProblem(.malformed(expected: expected), file: file, line: line) }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func advance() {
        if scalars[position] == "\n" { line += 1 }
        position += 1
    }

    private mutating func skipSpace() {
        while let scalar = next {
            if scalar == "#" {
                while let scalar = next, scalar != "\n" { _ = scalar; advance() }
            } else if scalar.properties.isWhitespace {
                advance()
            } else {
                return
            }
        }
    }

    private mutating func take(_ text: String) -> Bool {
        skipSpace()
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private mutating func document() throws(ExchangeProblem) {
        while true {
            skipSpace()
            guard let first = next else { return }
            if first == "@" || isKeyword("PREFIX") || isKeyword("BASE") {
                try directive()
            } else {
                let subject = try subject()
                skipSpace()
                // A node in brackets may have said everything already.
                if !(subject.hasPrefix("_:") && next == ".") { try predicates(of: subject) }
                guard take(".") else { throw wanted("a full stop") }
            }
        }
    }

    private func isKeyword(_ word: String) -> Bool {
        let end = position + word.unicodeScalars.count
        guard end < scalars.count, scalars[end].properties.isWhitespace else { return false }
        return String(String.UnicodeScalarView(scalars[position..<end])).uppercased() == word
    }

    private mutating func directive() throws(ExchangeProblem) {
        let isTurtle = next == "@"
        if isTurtle { advance() }
        var word = ""
        while let scalar = next, scalar.properties.isAlphabetic {
            word.unicodeScalars.append(scalar)
            advance()
        }
        skipSpace()
        switch word.lowercased() {
        case "prefix":
            let name = try prefixName()
            guard take(":") else { throw wanted("a colon after the prefix") }
            skipSpace()
            prefixes[name] = try bracketedIRI()
        case "base": base = try bracketedIRI()
        default: throw wanted("@prefix or @base")
        }
        if isTurtle, !take(".") { throw wanted("a full stop") }
    }

    private mutating func prefixName() throws(ExchangeProblem) -> String {
        var name = String.UnicodeScalarView()
        while let scalar = next,
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_" || scalar == "."
        {
            name.append(scalar)
            advance()
        }
        return String(name)
    }

    private mutating func bracketedIRI() throws(ExchangeProblem) -> String {
        guard next == "<" else { throw wanted("an IRI in < >") }
        advance()
        var iri = String.UnicodeScalarView()
        while let scalar = next, scalar != ">" {
            if scalar == "\\" {
                advance()
                iri.append(try escaped())
            } else {
                iri.append(scalar)
                advance()
            }
        }
        guard next != nil else { throw wanted("the IRI's closing >") }
        advance()
        let text = String(iri)
        return text.unicodeScalars.contains(":") ? text : base + text
    }

    private mutating func name() throws(ExchangeProblem) -> String {
        if next == "<" { return try bracketedIRI() }
        if take("_:") { return "_:" + (try localName()) }
        let prefix = try prefixName()
        guard next == ":" else { throw wanted("an IRI or a name with a prefix") }
        advance()
        guard let start = prefixes[prefix] else { throw wanted("a declared prefix, not \(prefix):") }
        return start + (try localName())
    }

    private mutating func localName() throws(ExchangeProblem) -> String {
        var name = String.UnicodeScalarView()
        while let scalar = next {
            if scalar == "\\" {
                advance()
                guard let escaped = next else { break }
                name.append(escaped)
                advance()
                continue
            }
            let isInside =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_:%".unicodeScalars.contains(scalar)
                || (scalar == "." && position + 1 < scalars.count && scalars[position + 1].properties.isAlphabetic)
            guard isInside else { break }
            name.append(scalar)
            advance()
        }
        return String(name)
    }

    private mutating func subject() throws(ExchangeProblem) -> String {
        skipSpace()
        return next == "[" ? try bracketed() : try name()
    }

    private mutating func bracketed() throws(ExchangeProblem) -> String {
        advance()
        blankNodes += 1
        let node = "_:b\(blankNodes)"
        skipSpace()
        if next != "]" { try predicates(of: node) }
        guard take("]") else { throw wanted("a closing ]") }
        return node
    }

    private mutating func predicates(of subject: String) throws(ExchangeProblem) {
        while true {
            skipSpace()
            let predicate: String
            if next == "a", position + 1 < scalars.count, scalars[position + 1].properties.isWhitespace {
                advance()
                predicate = Vocabularies.rdf + "type"
            } else {
                predicate = try name()
            }
            repeat { triples.append(Triple(subject: subject, predicate: predicate, object: try object())) } while take(",")
            var hasMore = false
            while take(";") { hasMore = true }
            skipSpace()
            if !hasMore || next == "." || next == "]" { return }
        }
    }

    private mutating func object() throws(ExchangeProblem) -> Triple.Object {
        skipSpace()
        switch next {
        case "\""?, "'"?: return try literal()
        case "["?: return .iri(try bracketed())
        case "("?: throw wanted("no collection")
        case let scalar? where ("0"..."9").contains(scalar) || scalar == "+" || scalar == "-": return number()
        default:
            if isWord("true") || isWord("false") {
                return .literal(take("true") ? "true" : take("false") ? "false" : "", language: nil, datatype: Vocabularies.xsd + "boolean")
            }
            return .iri(try name())
        }
    }

    private func isWord(_ word: String) -> Bool {
        let end = position + word.unicodeScalars.count
        return scalars[position...].starts(with: word.unicodeScalars)
            && (end == scalars.count || !(scalars[end].properties.isAlphabetic || scalars[end] == ":"))
    }

    private mutating func number() -> Triple.Object {
        var text = String.UnicodeScalarView()
        while let scalar = next,
            ("0"..."9").contains(scalar) || "+-eE".unicodeScalars.contains(scalar) || (scalar == "." && isDigit(position + 1))
        {
            text.append(scalar)
            advance()
        }
        let isDouble = text.contains("e") || text.contains("E")
        return .literal(
            String(text), language: nil, datatype: Vocabularies.xsd + (isDouble ? "double" : text.contains(".") ? "decimal" : "integer"))
    }

    private func isDigit(_ position: Int) -> Bool { position < scalars.count && ("0"..."9").contains(scalars[position]) }

    private mutating func literal() throws(ExchangeProblem) -> Triple.Object {
        let quote = next!
        let isLong = position + 2 < scalars.count && scalars[position + 1] == quote && scalars[position + 2] == quote
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        var text = String.UnicodeScalarView()
        while true {
            guard let scalar = next else { throw wanted("the literal's closing quote") }
            if scalar == quote, !isLong || scalars[position...].prefix(3).count(where: { $0 == quote }) == 3 { break }
            if scalar == "\\" {
                advance()
                text.append(try escaped())
            } else if scalar == "\n", !isLong {
                throw wanted("the literal's closing quote")
            } else {
                text.append(scalar)
                advance()
            }
        }
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        if next == "@" {
            advance()
            return .literal(String(text), language: try prefixName(), datatype: nil)
        }
        if take("^^") { return .literal(String(text), language: nil, datatype: try name()) }
        return .literal(String(text), language: nil, datatype: nil)
    }

    private mutating func escaped() throws(ExchangeProblem) -> Unicode.Scalar {
        guard let scalar = next else { throw wanted("a character after the backslash") }
        advance()
        switch scalar {
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "\"", "'", "\\": return scalar
        case "u", "U":
            let count = scalar == "u" ? 4 : 8
            guard position + count <= scalars.count,
                let value = UInt32(String(String.UnicodeScalarView(scalars[position..<position + count])), radix: 16),
                let result = Unicode.Scalar(value)
            else { throw wanted("\(count) hexadecimal digits") }
            position += count
            return result
        default: throw wanted("an escape such as \\n or \\u0622")
        }
    }
}
