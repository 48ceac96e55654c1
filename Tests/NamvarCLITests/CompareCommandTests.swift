import TestSupport
import Testing

/// `namvar compare`: what people read, what programs read, and what it does with lines that are no pairs.
@Suite struct CompareCommandTests {
    @Test func `two operands are compared, with evidence`() throws {
        let run = try Program.run(["compare", "Javad Zarif", "محمدجواد ظریف"])
        #expect(run.status == 0)
        #expect(run.lines.first?.contains("Javad Zarif") == true)
        #expect(run.lines.contains { $0.contains("family:") && $0.contains("zarif = ظریف") })
        #expect(run.lines.contains { $0.contains("often left out") })
    }

    @Test func `without evidence there is one line a pair`() throws {
        let run = try Program.run(["compare", "--no-explain"], input: Array("Ali Daei\tعلی دایی\nAli Daei\tSaeed Jalili\n".utf8))
        #expect(run.lines.count == 2)
        #expect(run.lines.map { String($0.prefix { $0 != " " }) } == ["match", "different"])
        let objects = try Program.run(["compare", "--no-explain", "--format", "jsonl", "a", "b"]).objects()
        #expect(objects.first?["evidence"] == nil)
    }

    @Test func `evidence does not change the answer`() throws {
        let pairs = Array("Ali Daei\tعلی دایی\nQasim Suleymany\tQassem Soleimani\nIRNA\tایرنا\nAli\tAli Rezaei\n".utf8)
        let with = try Program.run(["compare", "--format", "jsonl"], input: pairs).objects()
        let without = try Program.run(["compare", "--format", "jsonl", "--no-explain"], input: pairs).objects()
        #expect(with.compactMap { $0["score"] as? Double } == without.compactMap { $0["score"] as? Double })
        #expect(with.compactMap { $0["decision"] as? String } == without.compactMap { $0["decision"] as? String })
    }

    @Test func `an object a line has both names, score, decision and evidence`() throws {
        let answer = try #require(try Program.run(["compare", "--format", "jsonl", "Mohammad Khatami", "محمد خاتمی"]).objects().first)
        #expect(answer["a"] as? String == "Mohammad Khatami")
        #expect(answer["b"] as? String == "محمد خاتمی")
        #expect(answer["decision"] as? String == "match")
        #expect((answer["score"] as? Double).map { $0 > 0.9 && $0 <= 1 } == true)
        let evidence = try #require(answer["evidence"] as? [[String: Any]])
        #expect(evidence.allSatisfy { $0["part"] is String && $0["rule"] is String && $0["weight"] is Double })
    }

    @Test func `a line that is no pair gets its answer, and the rest goes through`() throws {
        let lines = "Ali Daei\tعلی دایی\nonly one name\na\tb\tc\nSaeed Jalili\tسعید جلیلی\n"
        let run = try Program.run(["compare", "--format", "jsonl"], input: Array(lines.utf8))
        #expect(run.status == 65)
        let answers = try run.objects()
        #expect(answers.count == 4)
        #expect(answers.map { $0["error"] != nil } == [false, true, true, false])
        #expect(answers.last?["decision"] as? String == "match")
        #expect(run.errors.contains("2") && run.errors.contains("3"))
    }

    @Test func `thresholds decide`() throws {
        func decision(_ options: [String]) throws -> String? {
            try Program.run(["compare", "--format", "jsonl"] + options + ["Javad Zarif", "محمدجواد ظریف"]).objects().first?["decision"]
                as? String
        }
        #expect(try decision([]) == "match")
        #expect(try decision(["--match", "1"]) == "review")
        #expect(try decision(["--match", "1", "--review", "1"]) == "different")
        #expect(try Program.run(["compare", "--match", "0.3", "--review", "0.5", "a", "b"]).status == 64)
    }

    @Test(arguments: [["one"], ["a", "b", "c"], ["--type", "planet", "a", "b"]])
    func `wrong usage is refused`(_ arguments: [String]) throws {
        #expect(try Program.run(["compare"] + arguments).status == 64)
    }
}
