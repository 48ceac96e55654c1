/// RDF in JSON-LD 1.1, with a context of prefixes: written so, and read where the context stands in the file itself.
enum JSONLD {
    static func write(_ concepts: [[Triple]], _ put: (String) throws -> Void) throws {
        let context = JSONObject(Vocabularies.prefixes.map { JSONObject.Member($0.0, .string($0.1)) })
        try put("{\"@context\":\(JSON.object(context).text),\"@graph\":[")
        for (index, triples) in concepts.enumerated() { try put((index == 0 ? "\n" : ",\n") + JSON.object(node(triples)).text) }
        try put("\n]}\n")
    }

    private static func node(_ triples: [Triple]) -> JSONObject {
        var node = JSONObject()
        guard let first = triples.first else { return node }
        node["@id"] = .string(first.subject)
        for triple in triples {
            let isType = triple.predicate == Vocabularies.rdf + "type"
            let key = isType ? "@type" : compact(triple.predicate)
            var value = RDFJSON.json(triple.object)
            if isType, case .iri(let iri) = triple.object { value = .string(compact(iri)) }
            if case .literal(let text, nil, nil) = triple.object { value = .string(text) }
            switch node[key] {
            case nil: node[key] = value
            case .array(let values)?: node[key] = .array(values + [value])
            case let other?: node[key] = .array([other, value])
            }
        }
        return node
    }

    private static func compact(_ iri: String) -> String {
        for (prefix, start) in Vocabularies.prefixes where iri.hasPrefix(start) {
            let local = iri.dropFirst(start.count)
            if !local.isEmpty, local.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) { return "\(prefix):\(local)" }
        }
        return iri
    }

    static func triples(in bytes: [UInt8], file: String) throws(ExchangeProblem) -> [Triple] {
        let document: JSON
        do { document = try JSON(bytes) } catch { throw ExchangeProblem(.malformed(expected: error.expected), file: file) }
        var terms: [String: String] = [:], triples: [Triple] = []
        let nodes: [JSON]
        switch document {
        case .array(let elements): nodes = elements
        case .object(let object):
            for member in object["@context"]?.object?.members ?? [] {
                if let iri = member.value.string ?? member.value.object?["@id"]?.string { terms[member.key] = iri }
            }
            if object["@context"]?.string != nil {
                throw ExchangeProblem(.malformed(expected: "a context in the file itself, not one elsewhere,"), file: file)
            }
            nodes = object["@graph"]?.array ?? [document]
        default: throw ExchangeProblem(.malformed(expected: "an object or a list"), file: file)
        }
        for node in nodes {
            guard let object = node.object, let id = object["@id"]?.string else { continue }
            for member in object.members where member.key != "@id" && member.key != "@context" {
                let isType = member.key == "@type"
                let predicate = isType ? Vocabularies.rdf + "type" : expanded(member.key, terms)
                // A term without an IRI says nothing in JSON-LD.
                guard predicate.contains(":") else { continue }
                for value in member.value.array ?? [member.value] {
                    if isType, let type = value.string {
                        triples.append(Triple(subject: id, predicate: predicate, object: .iri(expanded(type, terms))))
                    } else if let object = expanded(RDFJSON.object(value), terms) {
                        triples.append(Triple(subject: id, predicate: predicate, object: object))
                    }
                }
            }
        }
        return triples
    }

    private static func expanded(_ object: Triple.Object?, _ terms: [String: String]) -> Triple.Object? {
        switch object {
        case .iri(let iri)?: .iri(expanded(iri, terms))
        case .literal(let text, let language, let datatype?)?: .literal(text, language: language, datatype: expanded(datatype, terms))
        case let other: other
        }
    }

    private static func expanded(_ name: String, _ terms: [String: String]) -> String {
        if let iri = terms[name] {
            return iri.contains("://") || iri.hasPrefix("urn:") ? iri : expanded(iri, terms.filter { $0.key != name })
        }
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, !parts[1].hasPrefix("//"), let start = terms[String(parts[0])] { return start + parts[1] }
        return name
    }
}
