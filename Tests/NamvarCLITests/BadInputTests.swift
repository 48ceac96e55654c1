import TestSupport
import Testing

/// What a person's or a pipeline's mistakes get: a clear message, the right exit status, nothing half written.
@Suite struct BadInputTests {
    /// The commands that answer items from standard input.
    static let batches = [
        ["normalize"], ["transliterate", "--to", "latin"], ["transliterate", "--to", "persian"], ["reconcile"], ["compare"],
    ]

    /// A good item before and after each bad one, so that it is seen that nothing else is lost.
    private func input(_ command: [String], bad: [UInt8]) -> [UInt8] {
        let good = Array((command[0] == "compare" ? "رضا\tReza" : "رضا").utf8)
        return good + [10] + bad + [10] + good + [10]
    }

    private func expectOneBadAnswer(_ command: [String], bad: [UInt8], saying word: String) throws {
        let run = try Program.run(command + ["--format", "jsonl"], input: input(command, bad: bad))
        #expect(run.status == 65)
        let answers = try run.objects()
        #expect(answers.count == 3)
        #expect(answers.map { $0["error"] != nil } == [false, true, false])
        #expect((answers.dropFirst().first?["error"] as? String)?.contains(word) == true)
        #expect(run.errors.contains("line 2"))
    }

    @Test(arguments: batches) func `invalid UTF-8`(command: [String]) throws {
        try expectOneBadAnswer(command, bad: [0xD8, 0x20, 0xFF], saying: "UTF-8")
    }

    @Test(arguments: batches) func `a NUL`(command: [String]) throws {
        try expectOneBadAnswer(command, bad: [0x61, 0x00, 0x62], saying: "NUL")
    }

    @Test(arguments: batches.dropFirst()) func `a line of ten megabytes is no name`(command: [String]) throws {
        try expectOneBadAnswer(command, bad: [UInt8](repeating: 0x61, count: 10 << 20), saying: "line break")
    }

    @Test func `a line of ten megabytes is text to normalize`() throws {
        let text = [UInt8](repeating: 0x61, count: 10 << 20)
        let run = try Program.run(["normalize", "--format", "jsonl"], input: text + [10])
        #expect(run.status == 0)
        #expect(try run.objects().first?["normalized"] as? String == String(decoding: text, as: UTF8.self))
    }

    @Test(arguments: batches) func `empty input`(command: [String]) throws {
        let run = try Program.run(command + ["--format", "jsonl"])
        #expect(run.status == 0)
        #expect(run.output.isEmpty && run.errors.isEmpty)
    }

    @Test(arguments: batches) func `a full disk`(command: [String]) throws {
        let run = try Program.run(command + ["--format", "jsonl"], input: input(command, bad: Array("x\ty".utf8)), output: "/dev/full")
        #expect(run.status == 73)
        #expect(run.errors.contains("cannot write to standard output"))
    }

    @Test(arguments: batches) func `a closed pipe`(command: [String]) throws {
        let item = command[0] == "compare" ? "رضا\\tReza" : "رضا"
        let words = command.joined(separator: " ")
        let run = try Program.shell("for i in $(seq 20000); do printf '\(item)\\n'; done | namvar \(words) --format jsonl | head -1")
        #expect(run.lines.count == 1)
        #expect(run.errors.isEmpty)
        #expect(run.status == 0 || run.status == 141)  // 141: the shell's loop, whose reader has gone
    }

    @Test func `articles that are not there, or folders`() throws {
        let folder = try Folder()
        let article = try folder.write("a.txt", "A man spoke.\n")
        let missing = try Program.run(["align", article, folder.path("none.txt")])
        #expect(missing.status == 66)
        #expect(missing.errors.contains("none.txt: no such file"))
        let directory = try Program.run(["align", "/", article])
        #expect(directory.status == 66)
        #expect(directory.errors.contains("is a directory"))
    }

    @Test func `an empty article`() throws {
        let folder = try Folder()
        let english = try folder.write("a.txt", "A man spoke.\n")
        let persian = try folder.write("b.txt", "")
        let run = try Program.run(["align", english, persian, "--format", "jsonl"])
        #expect(run.status == 0 || run.status == 1)
        #expect(run.errors.contains("no sentence"))
    }

    @Suite struct CompiledDictionaries {
        /// A small dictionary, compiled.
        private func compiled(in folder: Folder) throws -> [UInt8] {
            let text = #"{"id":"p1","type":"person","names":[{"text":"Javad Azari"},{"text":"جواد آذری"}]}"# + "\n"
            let source = try folder.write("people.jsonl", text)
            let run = try Program.run(["dictionary", "compile", source, "--output", folder.path("good.namvar")])
            #expect(run.status == 0, "\(run.errors)")
            return try #require(bytes(ofFile: folder.path("good.namvar")))
        }

        private func reconcile(_ bytes: [UInt8], in folder: Folder) throws -> Program.Run {
            try Program.run(["reconcile", "--dictionary", try folder.write("bad.namvar", bytes), "Javad Azari"])
        }

        @Test func `the whole one is good`() throws {
            let folder = try Folder()
            let run = try reconcile(try compiled(in: folder), in: folder)
            #expect(run.status == 0)
            #expect(run.output.contains("p1"))
        }

        @Test func `a flipped byte anywhere`() throws {
            let folder = try Folder()
            let good = try compiled(in: folder)
            for place in stride(from: 0, to: good.count, by: max(good.count / 23, 1)) {
                var bad = good
                bad[place] ^= 0x10
                let run = try reconcile(bad, in: folder)
                #expect(run.status == 65, "byte \(place) of \(good.count): \(run.errors)")
                #expect(run.errors.contains("bad.namvar"))
            }
        }

        @Test func `truncated anywhere`() throws {
            let folder = try Folder()
            let good = try compiled(in: folder)
            for count in [0, 1, 7, 8, 40, good.count / 2, good.count - 1] {
                let run = try reconcile(Array(good[..<count]), in: folder)
                #expect(run.status == 65, "\(count) bytes: \(run.errors)")
                #expect(run.errors.contains("bad.namvar"))
            }
        }

        @Test func `a file that is no dictionary`() throws {
            let folder = try Folder()
            let run = try reconcile(Array("Reza\nHasan\n".utf8), in: folder)
            #expect(run.status == 65)
        }

        @Test func `not there`() throws {
            let run = try Program.run(["reconcile", "--dictionary", "/no/such.namvar", "Reza"])
            #expect(run.status == 66)
            #expect(run.errors.contains("/no/such.namvar"))
        }

        @Test func `a full disk leaves nothing behind`() throws {
            let folder = try Folder()
            _ = try compiled(in: folder)
            let run = try Program.run(["dictionary", "compile", folder.path("people.jsonl"), "--output", "/dev/full"])
            #expect(run.status == 73)
            #expect(!run.errors.isEmpty)
        }

        @Test func `an output folder that is not there`() throws {
            let folder = try Folder()
            _ = try compiled(in: folder)
            let run = try Program.run(["dictionary", "compile", folder.path("people.jsonl"), "--output", folder.path("none/x.namvar")])
            #expect(run.status == 73)
            #expect(folder.names == ["good.namvar", "people.jsonl"])
        }
    }

    @Test func `a mistake in line 7 of a scheme`() throws {
        let folder = try Folder()
        let rules = ["# my scheme", "#", "# namvar: ezafe = |-e|-ye", "", "š > sh ;", "č > ch ;", "x > [ ;", "ž > zh ;", ""]
        let file = try folder.write("mine.rules", rules.joined(separator: "\n"))
        let run = try Program.run(["transliterate", "--to", "latin", "--scheme-file", file, "شیراز"])
        #expect(run.status == 65)
        #expect(run.errors.contains("mine.rules:7"))
    }
}
