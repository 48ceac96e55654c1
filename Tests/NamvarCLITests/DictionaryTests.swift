import TestSupport
import Testing

@Suite struct DictionaryTests {
    private let folder = try! Folder()
    private static let person =
        #"{"id":"p1","type":"person","names":[{"text":"Javad Azari"},{"text":"جواد آذری"},{"text":"Azari","role":"weak"}]}"#

    private func compiled() throws -> String {
        let text = try folder.write("people.jsonl", Self.person + "\n"), output = folder.path("people.namvar")
        let run = try Program.run(["dictionary", "compile", text, "--output", output])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "\(output): 1 entity, 3 names, 0 redirects\n")
        return output
    }

    @Test func compiledDictionaryIsWholeAndHoldsTheText() throws {
        let dictionary = try compiled()
        #expect(try Program.run(["dictionary", "check", dictionary]).output == "\(dictionary): whole: 1 entity, 3 names\n")
        let difference = try Program.run(["dictionary", "diff", folder.path("people.jsonl"), dictionary])
        #expect(difference.output == "")
        #expect(difference.status == 0)
        #expect(folder.names == ["people.jsonl", "people.namvar"])
    }

    @Test func whatIsWrongIsSaidAndTheRestGoesThrough() throws {
        let bad: [String] = [
            Self.person, "not json", Self.person, #"{"id":"p2","type":"ship","names":["Sabiti"]}"#, #"{"id":"p3","names":[{"text":""}]}"#,
            #"{"id":"p4","names":["\#(String(repeating: "ر", count: 10_000))","Reza"]}"#, "", #"{"id":"p5","names":["😀"]}"#,
        ]
        var bytes = Array(bad.joined(separator: "\n").utf8)
        bytes += Array("\n{\"id\":\"p6\",\"names\":[\"".utf8) + [0xE6, 0xED] + Array("\"]}\n{\"id\":\"p7\",\"names\":[\"Reza\0\"]}\n".utf8)
        let text = try folder.write("bad.jsonl", bytes), output = folder.path("bad.namvar")
        let run = try Program.run(["dictionary", "compile", text, "--output", output])
        #expect(run.status == 65)
        #expect(run.output == "\(output): 3 entities, 5 names, 0 redirects\n")
        let lines = run.errors.split(separator: "\n").map { $0.replacing("namvar: ", with: "").replacing(text, with: "bad") }
        #expect(
            lines.map { $0.split(separator: ";")[0].prefix(60) }
                == [
                    "bad:2: column 1: not JSON: null", "bad:3: id \"p1\" again, first in bad:1", "warning: bad:4: unknown type \"ship\"",
                    "bad:5: an empty name", "bad:5: no name left",
                    "bad:6: a name of 10000 letters, and 500 is the most: \"ررررررر", "bad:8: \"😀\" holds no letter",
                    "bad:8: no name left", "bad:9: not UTF-8",
                    "bad:10: column 26: not JSON: no bare control character in a t", "9 errors, 1 warning",
                ].map { $0.prefix(60) })
    }

    @Test func lineOfTenMegabytesIsLeftOut() throws {
        let text = try folder.write("long.jsonl", Self.person + "\n" + String(repeating: "x", count: 10_000_000) + "\n")
        let run = try Program.run(["dictionary", "check", text])
        #expect(run.status == 65)
        #expect(
            run.errors.contains("long.jsonl:2: a line of 10000000 bytes, and 4194304 is the most; put every entity on a line of its own"))
        #expect(run.output == "1 entity, 3 names: 1 error, 0 warnings\n")
    }

    @Test func emptyFileIsAnEmptyDictionary() throws {
        let text = try folder.write("empty.jsonl", "")
        let run = try Program.run(["dictionary", "compile", text, "--output", folder.path("empty.namvar")])
        #expect(run.status == 0)
        #expect(run.output == "\(folder.path("empty.namvar")): 0 entities, 0 names, 0 redirects\n")
    }

    @Test func filesThatCannotBeUsed() throws {
        let output = folder.path("out.namvar"), text = try folder.write("people.jsonl", Self.person)
        let missing = try Program.run(["dictionary", "compile", folder.path("none"), "--output", output])
        #expect(missing.status == 66)
        #expect(missing.errors == "namvar: \(folder.path("none")): no such file\n")
        let directory = try Program.run(["dictionary", "compile", "/tmp", "--output", output])
        #expect(directory.status == 66)
        #expect(directory.errors == "namvar: /tmp: is a directory; give a file in it\n")
        #expect(folder.names == ["people.jsonl"])
        let full = try Program.run(["dictionary", "compile", text, "--output", "/dev/full"])
        #expect(full.status == 73)
        #expect(full.errors == "namvar: /dev/full: no space left on the device; nothing was kept, make room and run again\n")
        let said = try Program.run(["dictionary", "check", text], output: "/dev/full")
        #expect(said.status == 73)
        #expect(said.errors == "namvar: cannot write to standard output: No space left on device\n")
        let nowhere = try Program.run(["dictionary", "compile", text, "--output", "/nowhere/out.namvar"])
        #expect(nowhere.status == 73)
        #expect(try Program.run(["dictionary", "compile", text]).status == 64)
    }

    @Test func damagedDictionaryIsRefused() throws {
        let path = try compiled(), whole = bytes(ofFile: path)!
        var flipped = whole
        flipped[whole.count / 2] ^= 1
        var later = whole
        later[8] = 7
        let cases: [(name: String, bytes: [UInt8], message: String)] = [
            ("flipped", flipped, "damaged: section "),
            ("truncated", Array(whole.dropLast(100)), "truncated: \(whole.count) bytes expected"),
            ("later", later, "format version 7, and this program reads up to 1"),
            ("other", Array("GIF89a, not a dictionary".utf8), "not a compiled dictionary"),
        ]
        for (name, bytes, message) in cases {
            let damaged = try folder.write(name, bytes)
            let run = try Program.run(["reconcile", "--dictionary", damaged, "Azari"])
            #expect(run.status == 65, "\(name)")
            #expect(run.errors.hasPrefix("namvar: \(damaged): \(message)"), "\(run.errors)")
            #expect(run.output == "", "\(name)")
        }
    }

    @Test func conflictKeepsTheMergeFromBeingWritten() throws {
        let base = try folder.write("base", #"{"id":"p","names":["Reza"],"properties":{"birthYear":1950}}"#)
        let ours = try folder.write("ours", #"{"id":"p","names":["Reza"],"properties":{"birthYear":1951}}"#)
        let theirs = try folder.write("theirs", #"{"id":"p","names":["Reza","Riza"],"properties":{"birthYear":1952}}"#)
        let output = folder.path("merged")
        let arguments = ["dictionary", "merge", "--base", base, ours, theirs, "--output", output]
        let run = try Program.run(arguments)
        #expect(run.status == 65)
        #expect(run.errors.contains("p \"Reza\": birthYear: 1951 here, 1952 there, 1950 before; edit one side, or give --prefer"))
        #expect(contents(ofFile: output) == nil)
        #expect(try Program.run(arguments + ["--prefer", "theirs"]).status == 0)
        #expect(
            contents(ofFile: output)
                == #"{"id":"p","names":[{"text":"Reza","role":"preferred"},{"text":"Riza"}],"properties":{"birthYear":1952}}"# + "\n")
    }

    @Test func exportedIsImportedAgain() throws {
        let text = try folder.write("people.jsonl", Self.person + "\n")
        for format in ["table", "csv", "openrefine", "ftm", "skos-turtle", "skos-jsonld", "tbx"] {
            let exported = folder.path("people.\(format)"), imported = folder.path("\(format).jsonl")
            #expect(try Program.run(["dictionary", "export", text, "--to", format, "--output", exported]).status == 0, "\(format)")
            #expect(try Program.run(["dictionary", "import", exported, "--from", format, "--output", imported]).status == 0, "\(format)")
            #expect(try Program.run(["dictionary", "diff", text, imported]).output == "", "\(format)")
        }
        let unknown = try Program.run(["dictionary", "export", text, "--to", "pdf"])
        #expect(unknown.status == 64)
        #expect(unknown.errors.hasPrefix("namvar: --to pdf: no such format; there are table, csv"))
    }

    @Test func closedPipeEndsQuietly() throws {
        let text = try folder.write(
            "people.jsonl", (0..<20_000).map { #"{"id":"\#($0)","names":["Reza \#($0)"]}"# }.joined(separator: "\n"))
        let run = try Program.shell("namvar dictionary export '\(text)' --to table | head -1")
        #expect(run.output == "id\ttype\tname\trole\tlanguage\tscript\tcount\tsources\tentity:sources\n")
        #expect(run.errors == "")
        #expect(run.status == 0)
    }

    @Test func statisticsAreDrawn() throws {
        let text = try folder.write("people.jsonl", Self.person)
        let run = try Program.run(["dictionary", "stats", text])
        #expect(run.lines.prefix(2) == ["1 entity, 3 names, 0 redirects", "1 entity (100 %) with a Latin and a Persian name"])
        #expect(run.lines.contains("  Latn                             2 ████████████████████████████████████████"))
        let numbers = try Program.run(["dictionary", "stats", text, "--format", "jsonl"]).objects()
        #expect(numbers.first?["names"] as? Int == 3)
    }

    @Test func entitiesThatCouldBeTakenForOneAnotherAreListed() throws {
        let lines = [
            #"{"id":"a","type":"person","names":["Saeed Jalili"],"properties":{"birthYear":"1965"}}"#,
            #"{"id":"b","type":"person","names":["Reza Karimi"]}"#,
            #"{"id":"c","type":"person","names":["Saeid Jalily"],"properties":{"birthYear":"1970"}}"#,
            #"{"id":"d","type":"person","names":["Mohammad Hosseini","محمد حسینی"]}"#,
            #"{"id":"e","type":"person","names":["محمد حسيني"]}"#,
        ]
        let text = try folder.write("people.jsonl", lines.joined(separator: "\n")), compiled = folder.path("people.namvar")
        #expect(try Program.run(["dictionary", "compile", text, "--output", compiled]).status == 0)
        let pairs = try Program.run(["dictionary", "confusables", compiled, "--format", "jsonl"]).objects()
        let found = pairs.map { "\($0["a"] ?? "") \($0["b"] ?? "") \($0["reason"] ?? "") \(($0["apart"] as? [String])?.first ?? "")" }
        #expect(found.sorted() == ["a c near-name birthYear: 1965 | 1970", "d e same-name "])
    }

    @Test func shippedDictionariesAreLookedOver() throws {
        #expect(try Program.run(["dictionary", "check", "--shipped", "\(checkout)/Dictionaries"]).status == 0)
        let names = try Program.shell("mkdir -p '\(folder.path("names"))' '\(folder.path("entities"))'")
        #expect(names.status == 0)
        try folder.write(
            "names/given.tsv", "reading\tlatin\tsource\nreżā\tReza:3\tx\nʿalī\tAli:1|Sara:1\t\nāreż\tA\tx\nʿalī\tAli:1|Sara:1\t\nqq\tQ\tx\n"
        )
        try folder.write("entities/people.jsonl", Self.person)
        let run = try Program.run(["dictionary", "check", "--shipped", folder.path("")])
        #expect(run.status == 65)
        let said = run.errors.split(separator: "\n").map { $0.replacing("namvar: \(folder.path(""))/", with: "") }
        #expect(said.contains("names/given.tsv:3: source is \"\"; expected where the line comes from"), "\(said)")
        #expect(said.contains("names/given.tsv:5: the same as line 3; take one out"))
        #expect(said.contains { $0.hasPrefix("names/given.tsv:6: \"qq\" must come before \"ʿalī\"") })
        #expect(said.contains { $0.contains("\"Sara\" does not spell ʿalī") })
        #expect(said.contains { $0.hasPrefix("entities/people.jsonl:1: \"Azari\" has no source") })
    }
}
