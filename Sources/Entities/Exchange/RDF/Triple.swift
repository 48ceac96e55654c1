/// What RDF says: a subject, a predicate, an object.
struct Triple: Hashable {
    /// The object of a triple.
    enum Object: Hashable {
        case iri(String)
        case literal(String, language: String?, datatype: String?)
    }

    /// An IRI, or `_:` and a label.
    var subject: String
    var predicate: String
    var object: Object
}

/// The vocabularies that a dictionary is written in.
enum Vocabularies {
    static let skos = "http://www.w3.org/2004/02/skos/core#"
    static let terms = "http://purl.org/dc/terms/"
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let xsd = "http://www.w3.org/2001/XMLSchema#"
    static let owl = "http://www.w3.org/2002/07/owl#"
    static let own = "urn:namvar:"

    static let prefixes = [("skos", skos), ("dcterms", terms), ("rdf", rdf), ("xsd", xsd), ("owl", owl), ("namvar", own)]
}
