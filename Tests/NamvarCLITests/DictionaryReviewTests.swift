import TestSupport
import Testing

@Suite struct DictionaryReviewTests {
    private let folder = try! Folder()
    private let people: String
    private let log: String

    init() throws {
        // The pairs, likeliest first: d e (the same name), a c.
        let lines = [
            #"{"id":"a","type":"person","names":["Saeed Jalili"],"properties":{"birthYear":"1965"}}"#,
            #"{"id":"b","type":"person","names":["Reza Karimi"]}"#,
            #"{"id":"c","type":"person","names":["Saeid Jalily"],"properties":{"birthYear":"1970"}}"#,
            #"{"id":"d","type":"person","names":["Mohammad Hosseini","محمد حسینی"]}"#,
            #"{"id":"e","type":"person","names":["محمد حسيني"]}"#,
        ]
        people = try folder.write("people.jsonl", lines.joined(separator: "\n"))
        log = folder.path("decisions.jsonl")
    }

    private func review(_ keys: String = "", _ more: [String] = [], decisions: String? = nil) throws -> Program.Run {
        let arguments = ["dictionary", "review", people, "--decisions", decisions ?? log, "--who", "Sara"]
        return try Program.run(arguments + more, input: Array(keys.utf8))
    }

    /// The log without its moments: `a c same Sara`.
    private func logged() throws -> [String] {
        try Program.shell("grep . '\(log)'").objects().map { object in
            ["a", "b", "decision", "who"].map { object[$0] as? String ?? "?" }.joined(separator: " ")
        }
    }

    @Test func eachKeyIsADecisionAndDecidedPairsDoNotComeAgain() throws {
        let first = try review("s")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.lines.contains { $0.hasPrefix("1 of 2  ") }, "\(first.output)")
        #expect(first.lines.contains("      محمد حسینی"))
        #expect(first.lines.contains("    the same name"))
        #expect(first.lines.last == "1 decision taken, 1 suggestion left")
        #expect(try logged() == ["d e same Sara"])
        let written = try #require(contents(ofFile: log))
        #expect(written.contains(/"when":"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ","aName":"محمد حسینی","bName":"محمد حسيني"}\n$/))

        let second = try review("xی\n")
        #expect(second.lines.contains { $0.hasPrefix("1 of 1  ") })
        #expect(second.lines.contains("  a  person · born 1965"))
        #expect(second.lines.contains("    apart by birthYear: 1965 | 1970"))
        #expect(second.lines.contains { $0.hasPrefix("no such key; s same") })
        #expect(second.lines.last == "1 decision taken, 0 suggestions left")
        #expect(try logged() == ["d e same Sara", "a c different Sara"])
        #expect(contents(ofFile: log)?.hasPrefix(written) == true)
        #expect(try review("s").output == "0 decisions taken, 0 suggestions left\n")
    }

    @Test func undoBackSkipAndQuit() throws {
        #expect(try review("q").lines.last == "0 decisions taken, 2 suggestions left")
        #expect(try review("zbkbkq").lines.filter { $0.hasPrefix("nothing of Sara's") || $0 == "this is the first" }.count == 2)
        #expect(contents(ofFile: log) == "")
        // Same; taken back, so that the pair comes again; unsure; the other pair different. Then all is answered.
        #expect(try review("szudzu").lines.last == "2 decisions taken, 0 suggestions left")
        #expect(try logged() == ["d e same Sara", "d e undo Sara", "d e unsure Sara", "a c different Sara"])
        // A later run takes back what an earlier one decided.
        try folder.write("decisions.jsonl", #"{"a":"e","b":"d","decision":"same","who":"Sara","when":"2026-11-22T16:30:00Z"}"# + "\n")
        let later = try review("zq")
        #expect(later.lines.last == "0 decisions taken, 2 suggestions left")
        #expect(later.lines.contains { $0.hasPrefix("1 of 2  ") })
        #expect(try logged() == ["e d same Sara", "e d undo Sara"])
    }

    @Test func backDecidesAgainAndTheLastDecisionCounts() throws {
        #expect(try review("sbdq").lines.contains { $0.hasPrefix("    so far same, Sara, 20") })
        #expect(try logged() == ["d e same Sara", "d e different Sara"])
        #expect(try review("q").lines.contains { $0.hasPrefix("1 of 1  ") })
    }

    @Test func onesUndoLeavesWhatAnotherSaid() throws {
        let lines = [("Sara", "same"), ("Omid", "different"), ("Sara", "undo")].map {
            #"{"a":"d","b":"e","decision":"\#($0.1)","who":"\#($0.0)","when":"2026-11-22T16:30:00Z"}"#
        }
        try folder.write("decisions.jsonl", lines.joined(separator: "\n") + "\n")
        #expect(try review("q").lines.last == "0 decisions taken, 1 suggestion left")
    }

    @Test func halfALineIsPassedOverAndLeftAlone() throws {
        let half = #"{"a":"d","b":"e","decision":"same","who":"Omid","when":"2026-11-22T16:30:00Z"}"# + "\n" + #"{"a":"a","b":"#
        try folder.write("decisions.jsonl", half)
        let run = try review("u")
        #expect(run.status == 0)
        #expect(run.errors == "namvar: \(log):2: half a line, left by a program that was stopped while writing; passed over\n")
        #expect(contents(ofFile: log)?.hasPrefix(half + "\n" + #"{"a":"a","b":"c","decision":"unsure","who":"Sara","when":"#) == true)
        let again = try review()
        #expect(again.output == "0 decisions taken, 0 suggestions left\n")
        #expect(again.errors.hasPrefix("namvar: \(log):2: not a decision: column 14: not JSON: "))
        // A whole decision of which only the line end is missing counts, and is not run into.
        try folder.write("decisions.jsonl", String(half.split(separator: "\n")[0]))
        #expect(try review("s").errors == "")
        #expect(try logged() == ["d e same Omid", "a c same Sara"])
    }

    @Test func fullDiskSaysSo() throws {
        let run = try review("s", decisions: "/dev/full")
        #expect(run.status == 73)
        #expect(run.errors.hasPrefix("namvar: /dev/full: no space left on the device"), "\(run.errors)")
        #expect(run.errors.hasSuffix("decisions taken before are in the file, this one is not\n"))
        #expect(try review("s", decisions: "/nowhere/decisions").status == 73)
        #expect(try review("s", decisions: folder.path("")).status == 66)
        #expect(try review("", ["--csv", "/dev/full"]).status == 73)
    }

    @Test func severalAtOnceLoseNothing() throws {
        let namesakes = (1...12).map { #"{"id":"\#($0)","type":"person","names":["Reza Karimi"]}"# }
        let people = try folder.write("namesakes.jsonl", namesakes.joined(separator: "\n"))
        let run = try Program.shell(
            """
            for who in A B C D; do
                yes s | head -200 | namvar dictionary review '\(people)' --decisions '\(log)' --who $who > '\(folder.path("said"))'.$who &
            done; wait; cat '\(folder.path("said"))'.*; namvar dictionary review '\(people)' --decisions '\(log)' --who E
            """)
        #expect(run.errors == "")
        #expect(run.lines.last == "0 decisions taken, 0 suggestions left")
        // Each line is whole, and there are as many as were taken.
        let lines = try logged()
        #expect(lines.count == run.lines.count { $0 == "→ same" })
        #expect(lines.count >= 50)
        #expect(lines.allSatisfy { $0.contains(" same ") })
    }

    @Test func tableGoesOutAndComesBack() throws {
        let table = folder.path("pairs.csv")
        #expect(try review("", ["--csv", table]).output == "\(table): 2 suggestions\n")
        let rows = try #require(contents(ofFile: table)).split(separator: "\n").map(String.init)
        #expect(rows[0] == "\u{FEFF}kind,a,a_names,b,b_names,score,reason,decision,why")
        #expect(rows[1].hasPrefix("merge,d,Mohammad Hosseini | محمد حسینی,e,محمد حسيني,"), "\(rows[1])")
        #expect(rows[1].hasSuffix(",the same name; nothing tells them apart,,"))
        #expect(rows[2].contains(",near names: +"))
        // As a spreadsheet of another country writes it, with mistakes.
        let filled = [
            "a;a_names;b;b_names;score;reason;decision;why", "d;\"x\ny\";e;;;;Same ;\"the \"\"same\"\" man\"", "a;;c;;;;perhaps;",
            "a;;nobody;;;;same;", "a;;a;;;;same;", "a;;b;;;;undo;", "a;;c;;;;;left open", "", "b;;c;;;;different",
        ]
        try folder.write("pairs.csv", filled.joined(separator: "\r\n"))
        let run = try review("", ["--from-csv", table])
        #expect(run.status == 65)
        #expect(run.output == "\(table): 2 decisions taken\n")
        #expect(
            run.errors.split(separator: "\n").map { $0.replacing("namvar: \(table)", with: "") } == [
                ":4: \"perhaps\" is no decision; write same, different, unsure or undo", ":5: no entity \"nobody\" in the dictionary",
                ":6: \"a\" twice; a decision is about two entities", ":7: nothing to undo: it has no decision", ": 4 rows left out",
            ])
        #expect(try logged() == ["d e same Sara", "b c different Sara"])
        #expect(contents(ofFile: log)?.contains(#""why":"the \"same\" man","aName""#) == true)
        #expect(try review("", ["--from-csv", table]).output == "\(table): 0 decisions taken, 2 known before\n")
        #expect(try review("q").lines.last == "0 decisions taken, 1 suggestion left")
    }

    @Test func compiledAndSeveralFilesAreOneDictionary() throws {
        let compiled = folder.path("people.namvar")
        #expect(try Program.run(["dictionary", "compile", people, "--output", compiled]).status == 0)
        let more = try folder.write("more.jsonl", #"{"id":"f","type":"person","names":["Reza Karimy"]}"#)
        let arguments = ["--decisions", log, "--who", "Sara"]
        #expect(try Program.run(["dictionary", "review", compiled] + arguments).lines.last == "0 decisions taken, 2 suggestions left")
        let both = try Program.run(["dictionary", "review", compiled, more] + arguments)
        #expect(both.lines.last == "0 decisions taken, 3 suggestions left", "\(both.errors)")
        let limited = try Program.run(["dictionary", "review", compiled, "--limit", "1"] + arguments)
        #expect(limited.lines.last == "0 decisions taken, 1 suggestion left")
        #expect(try Program.run(["dictionary", "review", "-"] + arguments).status == 64)
    }
}
