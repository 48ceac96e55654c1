internal import Entities
internal import Lexicon

/// Acronyms that the dictionary of organizations has beside the full name: IRGC, IRNA and «ایرنا», «نداجا».
///
/// Short words coincide with the first letters of many names; only those that somebody has attested are taken for the name itself.
struct AttestedAcronyms: Sendable {
    private let keys: KeyTable
    private let names: StringTable

    private enum Section {
        static let keys = "reconciliation.acronyms"
        static let names = "reconciliation.acronyms.names"
    }

    init(_ archive: Archive) throws(ArchiveError) {
        keys = KeyTable(try archive.required(Section.keys))
        names = StringTable(try archive.required(Section.names))
    }

    /// The full name that a word in search form stands for; nil for none, or for several.
    func name(of word: [UInt8]) -> String? {
        guard word.count > 2, word.count < 20 else { return nil }
        let found = keys[FoldedWord.key(word)]
        return found.count == 1 ? names.string(Int(found[0])) : nil
    }

    /// Adds the sections from a file of organizations in text form.
    static func compile(_ path: String, into archive: inout ArchiveBuilder) throws(FileError) {
        var keys = KeyTableBuilder(), names = StringTableBuilder()
        var file = EntityFile([path])
        while let (line, _) = try file.next({ _ in }) {
            guard case .entity(let entity) = line else { continue }
            let full = entity.names.filter { $0.role != .weak }.map(\.text).filter { words($0).count > 1 }
            var latin: [(letters: String, number: UInt32)] = []
            func add(_ acronym: String, _ name: String) {
                let key = FoldedWord.key(acronym.lowercased()), number = UInt32(names.index(of: name))
                keys.insert(key, number)
                if isLatin(key) { latin.append((key, number)) }
            }
            let short = entity.names.map(\.text).filter { words($0).count == 1 && (3...7).contains($0.unicodeScalars.count) }
            for acronym in short where isLatin(acronym) && acronym.utf8.count(where: { $0 < 0x60 }) > 1 {
                if let name = full.filter(isLatin).max(by: { fit(acronym, $0) < fit(acronym, $1) }), fit(acronym, name) > 0.5 {
                    add(acronym, name)
                }
            }
            for acronym in short where !isLatin(acronym) {
                if let name = full.filter({ !isLatin($0) }).max(by: { fit(acronym, $0) < fit(acronym, $1) }), fit(acronym, name) > 0.6 {
                    add(acronym, name)
                } else if let sounded = latin.first(where: {
                    SoundClass.skeleton(of: $0.letters) == SoundClass.skeleton(of: FoldedWord.key(acronym))
                }) {
                    // «ایرنا» is read as IRNA is.
                    keys.insert(FoldedWord.key(acronym), sounded.number)
                }
            }
        }
        archive.add(Section.keys, keys.bytes())
        archive.add(Section.names, names.bytes())
    }

    private static func isLatin(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "-" || $0 == "\u{200C}" || $0 == "/" }.map { FoldedWord.key($0.lowercased()) }.filter {
            !$0.isEmpty
        }
    }

    private static let skippable: Set<String> = ["of", "the", "and", "for", "in", "on", "to", "de", "e", "و", "در", "برای", "به", "از"]

    private static func fit(_ acronym: String, _ name: String) -> Double {
        let words = words(name)
        return Acronym.fit(
            letters(FoldedWord.key(acronym.lowercased())), words.map(letters), skippable: words.map(skippable.contains))
    }

    /// A byte a letter, in either script.
    private static func letters(_ word: String) -> [UInt8] { word.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}
