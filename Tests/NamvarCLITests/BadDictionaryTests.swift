import TestSupport
import Testing

/// What is wrong in a dictionary's text is said with file and line, and the rest goes through.
@Suite struct BadDictionaryTests {
    @Test(arguments: [
        (#"{"id":"good","names":["Somebody Else"]}"#, "id \"good\" again, first in", 65),
        (#"{"id":"b","type":"ghost","names":["Behnam Tashakkori"]}"#, "unknown type \"ghost\"; kept as it is", 0),
        (#"{"id":"b","names":["\#(String(repeating: "ب", count: 10_000))"]}"#, "a name of 10000 letters", 65),
        (#"{"id":"b","names":["","Behnam Tashakkori"]}"#, "an empty name", 65),
        (#"{"id":"b","type":"person","names":["جناب آقای دکتر"]}"#, "holds only titles", 0),
        (#"{"id":"b","names":["🙂🙃"]}"#, "holds no letter", 65),
        (#"{"id":"b","names":["Behnam 🙂"]}"#, "holds a picture", 0),
        (#"{"id":"b","names":["Веhnam Tashakkori"]}"#, "mixes scripts", 0),
        (#"{"id":"b","names":["Behnam \u202eirokkahsaT"]}"#, #"hides the direction mark U+202E"#, 0),
        (#"{"id":"b","names":["بهنام\u200f تشکری"]}"#, #"hides the direction mark U+200F"#, 0),
        (#"{"id":"b","names":["\u0000"]}"#, "", 65),
    ])
    func `what is wrong is said with its line`(line: String, message: String, status: Int32) throws {
        let folder = try Folder()
        let text =
            #"{"id":"good","type":"person","names":["Javad Azari"]}"# + "\n" + line + "\n" + #"{"id":"last","names":["Parviz Sayyad"]}"#
            + "\n"
        let source = try folder.write("people.jsonl", text), compiled = folder.path("people.namvar")
        let run = try Program.run(["dictionary", "compile", source, "--output", compiled])
        #expect(run.status == status, "\(run.errors)")
        #expect(run.errors.contains("people.jsonl:2: "), "\(run.errors)")
        #expect(run.errors.contains(message), "\(run.errors)")
        for (name, id) in [("Javad Azari", "good"), ("Parviz Sayad", "last")] {
            let found = try Program.run(["reconcile", "--dictionary", compiled, "--format", "jsonl", name])
            #expect(found.output.contains("\"id\":\"\(id)\""), "\(found.output)")
        }
    }

    @Test(arguments: [
        ("a.jsonl", #"{"id":"a","redirect":"b"}|{"id":"b","redirect":"a"}"#, #"a.jsonl:2: redirects in a circle: b → a → b; left out"#),
        ("a.jsonl", #"{"id":"a","redirect":"nowhere"}"#, #"a.jsonl:1: "a" redirects to "nowhere", which is not there; left out"#),
        ("a.csv", "id,name|1,Reza", "a.csv:1: column 1: not JSON: a value; make a dictionary of a table with `namvar dictionary import"),
        (
            "a.jsonl", #"{"id":"a","names":["Reza"],"refs":{"wikidata":"Q1"}}|{"id":"b","names":["Ali"],"refs":{"wikidata":"Q1"}}"#,
            "a.jsonl:2: wikidata Q1 is also that of a, a.jsonl:1; merge the two, or correct one"
        ),
        (
            "a.jsonl", #"{"id":"a","names":["Reza"],"birthYear":1960,"deathYear":1950}"#,
            "a.jsonl:1: born in 1960, dead in 1950; correct one of them"
        ),
    ])
    func `what is wrong with a whole dictionary is said with line and remedy`(name: String, lines: String, message: String) throws {
        let folder = try Folder()
        try folder.write(name, lines.split(separator: "|").joined(separator: "\n"))
        let run = try Program.shell("cd '\(folder.path(""))'; namvar dictionary check \(name)")
        #expect(run.status == 65)
        #expect(run.errors.contains(message), "\(run.errors)")
        // Counted once.
        #expect(run.output.contains(" error") && !run.errors.contains(" error,"))
    }

    @Test(arguments: [
        "🙂", "\u{202E}", "دکتر", "   ", "'", "Веhnam", "\u{202E}ilA", "a\u{0301}\u{0301}\u{0301}\u{0301}", "ـــ", "محمد Ali محمد Ali",
        String(repeating: "آذری ", count: 1_900), String(repeating: "x", count: 10_000), String(repeating: "م م ", count: 2_000),
    ])
    func `any name may be asked for`(name: String) throws {
        let run = try Program.run(["reconcile", "--format", "jsonl", name])
        #expect(run.status == 0 || run.status == 65)
        #expect(try run.objects().count == 1)
    }

    @Test func `direction marks in a query count for nothing`() throws {
        let plain = try Program.run(["reconcile", "--format", "jsonl", "محمدجواد آذری جهرمی"]).objects()
        let marked = try Program.run(["reconcile", "--format", "jsonl", "\u{202B}محمدجواد\u{200F} آذری جهرمی\u{202C}"]).objects()
        #expect(plain[0]["decision"] as? String == "match")
        #expect(marked[0]["decision"] as? String == "match")
    }
}
