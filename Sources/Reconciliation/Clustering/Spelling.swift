internal import Entities

/// A spelling, with all that was said of it.
struct Spelling: Sendable {
    var text: String
    var id: String?
    var type: EntityType?
    var birthYear: Int?
    var gender = NameGender.unknown
    var language: String?
    var sources: Set<String> = []
    var count = 0

    init(_ mention: Mention) {
        text = mention.name
        id = mention.id
        type = mention.type
        birthYear = mention.birthYear
        language = mention.language
        switch mention.gender?.lowercased() {
        case "m"?, "male"?: gender = .male
        case "f"?, "female"?: gender = .female
        default: break
        }
    }

    /// Spellings are one where everything is that may tell two bearers apart.
    struct Key: Hashable, Sendable {
        var text: String.UTF8ViewCopy
        var id: String?
        var type: EntityType?
        var birthYear: Int?
        var gender: NameGender

        init(_ spelling: Spelling) {
            text = .init(spelling.text)
            (id, type, birthYear, gender) = (spelling.id, spelling.type, spelling.birthYear, spelling.gender)
        }
    }

    /// An order that does not depend on how the spellings came.
    static func precedes(_ a: Spelling, _ b: Spelling) -> Bool {
        if a.text != b.text { return a.text < b.text }
        // To String a precomposed letter and its parts are equal.
        if !a.text.utf8.elementsEqual(b.text.utf8) { return a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
        if a.id != b.id { return a.id ?? "" < b.id ?? "" }
        if a.type != b.type { return a.type?.text ?? "" < b.type?.text ?? "" }
        return (a.birthYear ?? .min, a.gender.rawValue) < (b.birthYear ?? .min, b.gender.rawValue)
    }
}

extension String {
    /// A text that is compared by its bytes, so that «آ» in one scalar and in two are two spellings.
    struct UTF8ViewCopy: Hashable, Sendable {
        private let bytes: [UInt8]
        init(_ text: String) { bytes = Array(text.utf8) }
    }
}
