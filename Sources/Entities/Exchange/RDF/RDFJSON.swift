/// An object of a triple as a JSON value, to be kept among an entity's members.
enum RDFJSON {
    static func json(_ object: Triple.Object) -> JSON {
        switch object {
        case .iri(let iri): return .object(["@id": .string(iri)])
        case .literal(let text, let language, let datatype):
            var value: JSONObject = ["@value": .string(text)]
            if let language { value["@language"] = .string(language) }
            if let datatype { value["@type"] = .string(datatype) }
            return .object(value)
        }
    }

    static func object(_ json: JSON) -> Triple.Object? {
        switch json {
        case .string(let text): return .literal(text, language: nil, datatype: nil)
        case .number(let text):
            return .literal(text, language: nil, datatype: Vocabularies.xsd + (Int(text) == nil ? "decimal" : "integer"))
        case .bool(let flag): return .literal(flag ? "true" : "false", language: nil, datatype: Vocabularies.xsd + "boolean")
        case .object(let object):
            if let iri = object["@id"]?.string { return .iri(iri) }
            guard let value = object["@value"] else { return nil }
            return .literal(
                value.string ?? value.text, language: object["@language"]?.string, datatype: object["@type"]?.string)
        case .array, .null: return nil
        }
    }
}
