import TestSupport
import Testing

@Suite struct NormalizeCommandTests {
    @Test func `one object a line, in order`() throws {
        let run = try Program.run(["normalize", "--format", "jsonl"], input: Array("محمود احمدي نژاد\nZARIF, Mohammad Javad\n".utf8))
        #expect(run.status == 0)
        let objects = try run.objects()
        #expect(objects.map { $0["input"] as? String } == ["محمود احمدي نژاد", "ZARIF, Mohammad Javad"])
        #expect(objects.map { $0["normalized"] as? String } == ["محمود احمدی\u{200C}نژاد", "Mohammad Javad Zarif"])
    }

    @Test func `search finds together what is spelled apart`() throws {
        let run = try Program.run(["normalize", "--profile", "search", "Ahmadi-Nejad", "AHMADI NEJAD", "Ahmadinejad"])
        #expect(run.lines == ["ahmadinejad", "ahmadinejad", "ahmadinejad"])
    }

    @Test func `explain names rule, place and reason`() throws {
        let run = try Program.run(["normalize", "--explain", "علي"])
        #expect(run.lines.first == "علی")
        #expect(run.lines.dropFirst().contains { $0.contains("byte 4") && $0.contains("arabic-letter: Persian has its own letter") })
    }

    @Test func `a line that is no text has its answer, and the others theirs`() throws {
        let run = try Program.run(["normalize", "--format", "jsonl"], input: [0x61, 0x0A, 0xFF, 0x0A, 0x62, 0x0A])
        #expect(run.status == 65)
        #expect(run.lines.count == 3)
        #expect(run.errors.contains("line 2"))
    }
}
