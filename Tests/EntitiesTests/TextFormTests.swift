import Entities
import Lexicon
import TestSupport
import Testing

@Suite struct TextFormTests {
    private static let place = EntityProblem.Place(file: "d.jsonl", line: 3)

    private func parsed(_ line: String) -> (line: EntityLine?, problems: [EntityProblem]) {
        var problems: [EntityProblem] = []
        let line = EntityParser().line(Array(line.utf8), at: Self.place) { problems.append($0) }
        return (line, problems)
    }

    @Test(arguments: Cases("text-form").rows)
    func lineIsWrittenInItsCanonicalForm(row: [String]) {
        let (line, problems) = parsed(row[1])
        #expect(problems == [])
        #expect(line?.json == row[2], "\(row[0])")
        // What is written is read as the same.
        #expect(parsed(row[2]).line == line, "\(row[0])")
        #expect(parsed(row[2]).line?.json == row[2], "\(row[0])")
    }

    @Test(arguments: Cases("problems").rows)
    func problemIsSaidAndTheRestKept(row: [String]) {
        let (line, problems) = parsed(row[1])
        let said = problems.map { "\($0.kind.message); \($0.kind.remedy)" }.joined(separator: " | ")
        #expect(said == row[2], "\(row[0])")
        #expect(line?.json ?? "" == row[3], "\(row[0])")
        #expect(problems.allSatisfy { $0.description.hasPrefix("d.jsonl:3: ") })
    }

    @Test func aliasOfTenThousandLettersIsLeftOut() {
        let (line, problems) = parsed(#"{"id":"1","names":["Reza","\#(String(repeating: "ر", count: 10_000))"]}"#)
        #expect(line?.json == #"{"id":"1","names":[{"text":"Reza","role":"preferred"}]}"#)
        #expect(problems.count == 1)
        #expect(problems.first?.description.hasPrefix("d.jsonl:3: a name of 10000 letters, and 500 is the most: \"ررر") == true)
    }

    @Test func otherEncodingIsLeftOut() {
        var problems: [EntityProblem] = []
        let line = EntityParser().line(Array(#"{"id":""#.utf8) + [0xE6, 0xED] + Array("\"}".utf8), at: Self.place) { problems.append($0) }
        #expect(line == nil)
        #expect(problems.map(\.kind) == [.notUTF8])
    }

    @Test func tooLongALineIsLeftOut() {
        let (line, problems) = parsed(#"{"id":"1","names":["Reza"],"note":"\#(String(repeating: "x", count: 5_000_000))"}"#)
        #expect(line == nil)
        #expect(problems.map(\.kind) == [.lineTooLong(bytes: 5_000_037, limit: 4 << 20)])
    }

    @Test func idSeenBeforeIsNamedWithBothPlaces() throws {
        let folder = try Folder()
        let first = folder.path("a.jsonl"), second = folder.path("b.jsonl")
        try writeFile(Array("\n{\"id\":\"1\",\"names\":[\"Reza\"]}\n".utf8), to: first)
        try writeFile(Array("{\"id\":\"2\",\"names\":[\"Ali\"]}\n\n{\"id\":\"1\",\"names\":[\"Riza\"]}".utf8), to: second)
        var file = EntityFile([first, second]), ids: [EntityID] = [], said: [String] = []
        while let next = try file.next({ said.append($0.description) }) { ids.append(next.line.id) }
        #expect(ids == ["1", "2"])
        #expect(said == ["\(second):3: id \"1\" again, first in \(first):2; merge the two, or give one another id"])
    }
}
