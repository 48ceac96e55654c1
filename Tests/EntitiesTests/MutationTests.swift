import Entities
import Lexicon
import NameText
import TestSupport
import Testing

/// Damaged input is refused or read in part; it never stops the program.
@Suite struct MutationTests {
    private let folder = try! Folder()
    private static let lists = checkout + "/Tests/EntitiesTests/Cases/lists/"

    private static let dictionary = EntityCollection(
        [
            Entity(
                id: "p:1", type: .person,
                names: [
                    Alias("Javad \"Jay\" <Azari>", role: .preferred, language: "en", count: 3), Alias("جواد آذری‌جهرمی", role: .preferred),
                ],
                refs: ["wikidata": "Q1", "geonames": "12"], properties: ["birthYear": .string("1981")], sources: ["x"]),
            Entity(id: "o", names: [Alias("ایرنا", role: .preferred)]),
        ], redirects: ["old": "p:1"])

    /// Bytes with a few taken out, doubled, changed, or cut off.
    private static func mutated(_ bytes: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
        let signs = Array("\"'<>{}[]();,.:@\\\n\t&#/= ".utf8)
        var result = bytes
        for _ in 0..<(1 + generator.below(4)) where !result.isEmpty {
            let place = generator.below(result.count)
            switch generator.below(6) {
            case 0: result.remove(at: place)
            case 1: result[place] = UInt8(generator.below(256))
            case 2: result[place] = signs[generator.below(signs.count)]
            case 3: result.removeSubrange(place...)
            case 4: result.insert(contentsOf: result[place...].prefix(generator.below(30)), at: place)
            default: result.removeSubrange(place..<min(result.count, place + generator.below(20)))
            }
        }
        return result
    }

    private func readAll(_ format: ExchangeFormat, _ bytes: [UInt8], _ name: String) {
        var names = 0
        do {
            let path = try folder.write(name, bytes)
            try format.read([path], report: { _ = $0.description }) { if case .entity(let entity) = $0 { names += entity.names.count } }
        } catch {
            #expect(error is ExchangeProblem || error is FileError, "\(error)")
        }
    }

    @Test(arguments: ExchangeFormat.allCases.filter(\.isWritten))
    func damagedExportsAreSafe(format: ExchangeFormat) throws {
        var text = ""
        try format.write(Self.dictionary, report: { _ in }) { text += $0 }
        var generator = SplitMix(seed: 11)
        for _ in 0..<300 { readAll(format, Self.mutated(Array(text.utf8), &generator), "file") }
    }

    @Test(arguments: Cases("lists").rows)
    func damagedListsAreSafe(row: [String]) throws {
        let format = try #require(ExchangeFormat(rawValue: row[0]))
        let path = try #require(row[1].split(separator: "|").first)
        let whole = try readFile(Self.lists + path)
        var generator = SplitMix(seed: 13)
        for _ in 0..<200 { readAll(format, Self.mutated(whole, &generator), String(path)) }
    }

    @Test func damagedLinesAreSafe() {
        let place = EntityProblem.Place(file: "f", line: 1)
        let lines = Self.dictionary.lines.map { Array($0.json.utf8) }
        var generator = SplitMix(seed: 17), kept = 0
        for round in 0..<3000 {
            let line = EntityParser().line(Self.mutated(lines[round % lines.count], &generator), at: place) { _ = $0.description }
            // What is kept can be written and read again.
            if let line {
                kept += 1
                #expect(EntityParser().line(Array(line.json.utf8), at: place, { _ in })?.json == line.json)
            }
        }
        #expect((1..<3000).contains(kept))
    }

    /// Every archive with a changed byte is refused, or holds what it held: the byte was between two sections.
    @Test func damagedArchivesAreSafe() throws {
        var builder = ArchiveBuilder(), generator = SplitMix(seed: 19)
        let text = try folder.write("d.jsonl", Self.dictionary.lines.map(\.json).joined(separator: "\n"))
        _ = try EntityCompiler(Normalizer(Vocabulary())).compile([text], into: &builder) { _ in }
        let whole = builder.bytes(), expected = Self.dictionary.lines
        for _ in 0..<300 {
            guard let archive = try? Archive(bytes: Self.mutated(whole, &generator)) else { continue }
            #expect(EntityCollection(try EntityDictionary(archive)).lines == expected)
        }
    }
}

extension SplitMix {
    fileprivate mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
