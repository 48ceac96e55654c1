import ICU
import Lexicon
import NameText
import TestSupport
import Testing

@testable import Entities

@Suite struct EntityDictionaryTests {
    private let folder = try! Folder()
    private let normalizer = Normalizer(Vocabulary())

    private static let lines = [
        #"{"id":"p1","type":"person","names":[{"text":"Javad Azari","role":"preferred"},{"text":"جواد آذری","role":"preferred","language":"fa"},{"text":"Azari","role":"weak","sources":["news"],"count":70000}],"refs":{"wikidata":"Q1"},"properties":{"birthYear":"1981","gender":"male"},"sources":["a"]}"#,
        #"{"id":"x","type":"ship","names":[{"text":"Azari","role":"preferred"},{"text":"Ρέζα","role":"historical","script":"Latn"}]}"#,
        #"{"id":"n","names":[{"text":"Աբովյան","role":"preferred"},{"text":"გორი","role":"preferred"}],"note":[1,{"a":"b"}]}"#,
        #"{"id":"old","redirect":"older"}"#,
        #"{"id":"older","redirect":"p1"}"#,
    ]

    private func compiled(_ lines: [String]) throws -> (EntityDictionary, EntityCompiler.Summary, said: [String]) {
        let text = folder.path("d.jsonl"), output = folder.path("d.namvar")
        try writeFile(Array(lines.joined(separator: "\n").utf8), to: text)
        var archive = ArchiveBuilder(), said: [String] = []
        let summary = try EntityCompiler(normalizer).compile([text], into: &archive, report: { said.append($0.description) })
        try archive.write(to: output)
        return (try EntityDictionary.open(output), summary, said)
    }

    @Test func everythingComesBack() throws {
        let (dictionary, summary, said) = try compiled(Self.lines)
        #expect(said == [folder.path("d.jsonl") + ":2: unknown type \"ship\"; kept as it is; known are name, organization, person, place"])
        #expect(summary == EntityCompiler.Summary(entities: 3, aliases: 7, redirects: 2, errors: 0, warnings: 1))
        #expect((0..<dictionary.count).map { EntityLine.entity(dictionary.entity(at: $0)).json } == Array(Self.lines.prefix(3)))
        #expect(dictionary.redirects.map { [$0.from, $0.to] } == [["old", "p1"], ["older", "p1"]])
    }

    @Test func entitiesAreFoundByIDAndByMergedID() throws {
        let (dictionary, _, _) = try compiled(Self.lines)
        #expect(dictionary.entity("p1")?.label == "Javad Azari")
        #expect(dictionary.entity("older")?.id == "p1")
        #expect(dictionary.entity("old")?.birthYear == 1981)
        #expect(dictionary.birthYear(at: 0) == 1981)
        #expect(dictionary.birthYear(at: 1) == nil)
        #expect(dictionary.entity("p2") == nil)
        #expect(dictionary.type(at: 1) == .other("ship"))
        #expect(dictionary.type(at: 2) == .unstated)
    }

    @Test func aliasesAreFoundBySpelling() throws {
        let (dictionary, _, _) = try compiled(Self.lines)
        #expect(dictionary.entities(named: "Azari", by: normalizer).map(\.id) == ["p1", "x"])
        #expect(dictionary.entities(named: "جواد آذری", by: normalizer).map(\.id) == ["p1"])
        #expect(dictionary.entities(named: "Reza", by: normalizer) == [])
        let found = Array(dictionary.aliases(spelled: Array(normalizer.normalized("Azari", for: .search).utf8)))
        #expect(found == [2, 3])
        #expect(dictionary.alias(at: 2) == dictionary.entity(at: 0).names[2])
        #expect(dictionary.alias(at: 2).count == 70_000)
        #expect(dictionary.role(ofAlias: 2) == .weak)
        #expect(dictionary.alias(at: 4).script == .latin)
        #expect(dictionary.entity(ofAlias: 4) == 1)
        #expect(dictionary.text(ofAlias: 4).string == "Ρέζα")
    }

    @Test func redirectsThatLeadNowhereAreReported() throws {
        let (dictionary, summary, said) = try compiled([
            #"{"id":"p","names":["Reza"]}"#, #"{"id":"a","redirect":"b"}"#, #"{"id":"b","redirect":"a"}"#, #"{"id":"c","redirect":"d"}"#,
        ])
        let path = folder.path("d.jsonl")
        #expect(
            said == [
                "\(path):2: redirects in a circle: a → b → a; left out; let the last one name an entity",
                "\(path):3: redirects in a circle: b → a → b; left out; let the last one name an entity",
                "\(path):4: \"c\" redirects to \"d\", which is not there; left out; add the entity or correct the id",
            ])
        #expect(summary.errors == 3)
        #expect(dictionary.redirects.isEmpty)
    }

    @Test func valuesAreTextsWhereverTheyStand() {
        let entity = Entity(
            id: "a", names: [], refs: ["wikidata": "Q1"],
            properties: ["role": .array([.string("poet"), .number(3), .null]), "birthYear": .number(1981)],
            fields: ["country": .string("IR")])
        #expect(entity.values(of: "role") == ["poet", "3"])
        #expect(entity.values(of: "birthYear") == ["1981"])
        #expect(entity.values(of: "country") == ["IR"])
        #expect(entity.values(of: "wikidata") == ["Q1"])
        #expect(entity.values(of: "gender") == [])
        #expect(entity.birthYear == 1981)
        #expect(entity.roles == ["poet"])
    }

    @Test func emptyDictionaryIsOne() throws {
        let (dictionary, _, _) = try compiled([])
        #expect(dictionary.count == 0)
        #expect(dictionary.entity("p") == nil)
        #expect(dictionary.entities(named: "Reza", by: normalizer) == [])
    }

    @Test func sameTextGivesTheSameBytes() throws {
        _ = try compiled(Self.lines)
        let first = try readFile(folder.path("d.namvar"))
        _ = try compiled(Self.lines)
        #expect(try readFile(folder.path("d.namvar")) == first)
    }

    @Test func otherArchiveIsRefused() throws {
        var builder = ArchiveBuilder()
        builder.add("words", [1])
        let archive = try Archive(bytes: builder.bytes(), named: "w.namvar")
        #expect(throws: ArchiveError.missingSection(path: "w.namvar", section: "entities.ids")) { try EntityDictionary(archive) }
    }
}
