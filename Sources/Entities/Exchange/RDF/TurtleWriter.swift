/// RDF in Turtle.
enum TurtleWriter {
    static func write(_ concepts: [[Triple]], _ put: (String) throws -> Void) throws {
        for (prefix, iri) in Vocabularies.prefixes { try put("@prefix \(prefix): <\(iri)> .\n") }
        for triples in concepts {
            guard let first = triples.first else { continue }
            let lines = triples.map { "\(predicate($0.predicate)) \(object($0.object))" }
            try put("\n\(iri(first.subject)) \(lines.joined(separator: " ;\n    ")) .\n")
        }
    }

    private static func predicate(_ iri: String) -> String { iri == Vocabularies.rdf + "type" ? "a" : self.iri(iri) }

    private static func object(_ object: Triple.Object) -> String {
        switch object {
        case .iri(let iri): self.iri(iri)
        case .literal(let text, let language?, _): "\(quoted(text))@\(language)"
        case .literal(let text, nil, let datatype?): "\(quoted(text))^^\(iri(datatype))"
        case .literal(let text, nil, nil): quoted(text)
        }
    }

    private static func iri(_ iri: String) -> String {
        if iri.hasPrefix("_:") { return iri }
        for (prefix, start) in Vocabularies.prefixes where iri.hasPrefix(start) {
            let local = iri.dropFirst(start.count)
            // Only names that need no escaping are shortened.
            if !local.isEmpty, local.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) { return "\(prefix):\(local)" }
        }
        return "<"
            + iri.unicodeScalars.map { scalar in
                scalar.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains(scalar)
                    ? "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count) + String(scalar.value, radix: 16)
                    : String(scalar)
            }.joined() + ">"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
