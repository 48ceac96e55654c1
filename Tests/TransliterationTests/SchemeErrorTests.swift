import Lexicon
import TestSupport
import Testing
import Transliteration

@Suite struct SchemeErrorTests {
    @Test func namesTheLineOfAMistakeInTheRules() throws {
        let rules = "# Mine\n# namvar: suffix = -\n\na > b ;\nb > c ;\n\nx > [ ;\n"
        let error = #expect(throws: SchemeError.self) { try Scheme(Scheme.ID(rawValue: "mine"), rules: rules, file: "mine.rules") }
        guard case .rules(let file, let line, _, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(file == "mine.rules" && line == 7)
    }

    @Test(arguments: ["# namvar: sufix = -", "# namvar: suffix", "# namvar: capitals = some", "# namvar: ezafe = -e"])
    func namesTheLineOfAWrongDirective(line: String) throws {
        #expect(throws: SchemeError.directive(file: "mine.rules", line: 2, text: String(line.dropFirst(10)))) {
            try Scheme(Scheme.ID(rawValue: "mine"), rules: "# Mine\n\(line)\na > b ;\n", file: "mine.rules")
        }
    }

    @Test func readsAUsersOwnScheme() throws {
        let rules = "# Mine\n# namvar: compound-given = -\nm > M ;\n"
        let scheme = try Scheme(Scheme.ID(rawValue: "mine"), rules: rules, file: "mine.rules")
        #expect(scheme.title == "Mine")
        #expect(scheme.romanized(try Reading("moḥammad+reżā")) == "MoḥaMMad-reżā")
    }

    @Test func anArchiveWithoutSchemesSaysSo() throws {
        let archive = try Archive(bytes: ArchiveBuilder().bytes())
        #expect(throws: SchemeError.noSchemes) { try SchemeSet(archive) }
    }

    @Test func anArchiveHoldsTheShippedSchemes() throws {
        var builder = ArchiveBuilder()
        try SchemeSet.compile(folder: checkout + "/Dictionaries/schemes", into: &builder)
        let set = try SchemeSet(try Archive(bytes: builder.bytes()))
        #expect(set.ids == Scheme.ID.shipped)
        #expect(set[.alaLC]?.romanized(try Reading("ḥoseyn")) == "ḥusayn")
        #expect(set[Scheme.ID(rawValue: "none")] == nil)
    }

    @Test func manyThreadsMayUseOneScheme() async throws {
        let scheme = try #require(schemes[.bgnPCGN1958])
        let readings = try Cases("readings").rows.map { try Reading($0[0]) }
        let alone = readings.map { scheme.romanized($0) }
        try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { readings.map { scheme.romanized($0) } } }
            for try await together in group { #expect(together == alone) }
        }
    }
}
