import TestSupport
import Testing

@Suite struct AlignCommandTests {
    private let english = "\(checkout)/Examples/articles/isfahan.en.txt"
    private let persian = "\(checkout)/Examples/articles/isfahan.fa.txt"

    @Test func `a bead a line, with its names`() throws {
        let run = try Program.run(["align", english, persian, "--format", "jsonl"])
        #expect(run.status == 0)
        let beads = try run.objects()
        #expect(beads.flatMap { $0["english"] as? [Int] ?? [] }.sorted() == Array(0..<15))
        let names = beads.flatMap { $0["names"] as? [[String: Any]] ?? [] }
        #expect(
            names.contains {
                $0["english"] as? String == "IRNA" && $0["persian"] as? String == "ایرنا" && $0["entity"] as? String == "organization:irna"
            })
        #expect(names.contains { $0["english"] as? String == "May 12" && $0["persian"] as? String == "۲۲ اردیبهشت ۱۴۰۴" })
    }

    @Test func `files in the wrong order are said and exchanged`() throws {
        let right = try Program.run(["align", english, persian, "--format", "vecalign"])
        let wrong = try Program.run(["align", persian, english, "--format", "vecalign"])
        #expect(wrong.status == 0)
        #expect(wrong.lines == right.lines)
        #expect(wrong.errors.contains("taken the other way round"))
    }

    @Test func `the same language twice is said`() throws {
        let run = try Program.run(["align", english, english, "--format", "vecalign"])
        #expect(run.errors.contains("both English"))
        #expect(run.lines.allSatisfy { $0.hasSuffix("[]") || $0.hasPrefix("[]") })
    }

    @Test func `two articles or a list, not both and not neither`() throws {
        #expect(try Program.run(["align", english]).status == 64)
        #expect(try Program.run(["align", english, persian, "--pairs", "list.tsv"]).status == 64)
    }
}
