import TestSupport
import Testing

@Suite struct ReconcileCommandTests {
    private let folder: Folder
    private let dictionary: String

    init() throws {
        folder = try Folder()
        dictionary = folder.path("people.namvar")
        let text = """
            {"id":"z","type":"person","names":[{"text":"Mohammad Javad Zarif"},{"text":"محمدجواد ظریف"}],"properties":{"birthYear":1960,"role":"minister"}}
            {"id":"a1","type":"person","names":[{"text":"Kambiz Forouzandeh"},{"text":"کامبیز فروزنده"}],"properties":{"birthYear":1950,"role":"footballer","birthPlace":"تهران"}}
            {"id":"a2","type":"person","names":[{"text":"کامبیز فروزنده"},{"text":"Kambiz Forouzandeh"}],"properties":{"birthYear":1980,"role":"judge","birthPlace":"شیراز"}}

            """
        try compile("people", text)
    }

    @discardableResult private func compile(_ name: String, _ text: String, _ more: [String] = []) throws -> Program.Run {
        let source = try folder.write("\(name).jsonl", text)
        return try Program.run(["dictionary", "compile", source, "--output", folder.path("\(name).namvar")] + more)
    }

    private func reconcile(_ arguments: [String], _ input: String = "") throws -> Program.Run {
        try Program.run(["reconcile", "--dictionary", dictionary] + arguments, input: Array(input.utf8))
    }

    private func ids(_ run: Program.Run) throws -> [[String]] {
        try run.objects().map { ($0["candidates"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String } }
    }

    // MARK: Queries

    @Test(arguments: [
        (#"{"name":"Kambiz Forouzande","birthYear":1980}"#, "a2"), (#"{"name":"Kambiz Forouzande","birthYear":"۱۹۵۰"}"#, "a1"),
        (#"{"name":"Kambiz Forouzande","birthDate":"1950-03-01"}"#, "a1"), (#"{"name":"Kambiz Forouzande","role":"Judge"}"#, "a2"),
        (#"{"name":"Kambiz Forouzande","birthPlace":"Shiraz"}"#, "a2"),
        (#"{"query":"کامبیز فروزنده","type":"person","role":"footballer","birthPlace":null,"gender":""}"#, "a1"),
    ])
    func `properties decide between namesakes`(line: String, id: String) throws {
        let answer = try #require(try reconcile(["--format", "jsonl"], line + "\n").objects().first)
        #expect(answer["decision"] as? String == "match")
        #expect((answer["candidates"] as? [[String: Any]])?.first?["id"] as? String == id)
    }

    @Test func `namesakes are for a person to tell apart`() throws {
        let answer = try #require(try reconcile(["--format", "jsonl", "Kambiz Forouzande"]).objects().first)
        #expect(answer["decision"] as? String == "review")
        #expect(try ids(reconcile(["--format", "jsonl", "Kambiz Forouzande"]))[0].sorted() == ["a1", "a2"])
    }

    @Test(arguments: [
        (#"{"nom":"Zarif"}"#, "no \"name\" in the query"), (#"{"name":"Zarif","birthYear":"old"}"#, "write a year of four digits"),
        (#"{"name":"Zarif","roles":["a"]}"#, "properties of a query are texts and numbers"), (#"{"name":"Zarif""#, "not JSON"),
    ])
    func `a query that is none has its answer, and the next one too`(line: String, message: String) throws {
        let run = try reconcile(["--format", "jsonl"], line + "\nJavad Zarif\n"), answers = try run.objects()
        #expect(run.status == 65)
        #expect((answers.first?["error"] as? String)?.contains(message) == true, "\(run.output)")
        #expect(answers.last?["decision"] as? String == "match")
        #expect(run.errors.contains("line 1: "))
    }

    @Test func `explain says why`() throws {
        let run = try reconcile(["--explain", "Javad Zareef"])
        #expect(run.lines.first == "Javad Zareef: match")
        #expect(run.output.contains("zareef = "))
        #expect(run.output.contains("often left out"))
        #expect(!(try reconcile(["Javad Zareef"]).output.contains("zareef = ")))
    }

    // MARK: Tables

    @Test(arguments: [
        // Quotes, doubled quotes, CRLF, a mark of byte order, line breaks in cells, short and blank rows stay as they were.
        (
            "\u{FEFF}nr,name,note\r\n1,\"Zarif, Mohammad Javad\",\"said \"\"no\"\"\r\ntwice\"\r\n\r\n2,Nobody Atall\r\n",
            "\u{FEFF}nr,name,note,namvar_id,namvar_decision\r\n1,\"Zarif, Mohammad Javad\",\"said \"\"no\"\"\r\ntwice\",z,match\r\n\r\n2,Nobody Atall,,,none\r\n"
        ),
        ("name;born\nجواد ظریف;1960", "name;born;namvar_id;namvar_decision\nجواد ظریف;1960;z;match"),
        ("name\n \n", "name,namvar_id,namvar_decision\n ,,none\n"),
    ])
    func `a table keeps every byte and gets columns`(table: String, expected: String) throws {
        let run = try reconcile(["--csv", try folder.write("t.csv", table), "--column", "name", "--add", "id,decision"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == expected)
    }

    @Test func `columns of a table are properties`() throws {
        let table = try folder.write("t.csv", "who,born,job\nKambiz Forouzande,1980,\nKambiz Forouzande,,footballer\nKambiz Forouzande,,\n")
        let options = ["--column", "who", "--property", "birthYear=born", "--property", "role=job", "--add", "id, name,decision"]
        let run = try reconcile(["--csv", table] + options)
        #expect(run.lines.dropFirst().map { $0.split(separator: ",").last.map(String.init) } == ["match", "match", "review"])
        #expect(run.lines[1].contains(",a2,Kambiz Forouzandeh,"))
        #expect(run.lines[2].contains(",a1,Kambiz Forouzandeh,"))
    }

    @Test func `a row that cannot be answered is said, and the rest goes on`() throws {
        let long = String(repeating: "ا", count: 10_000)
        let table = try folder.write("t.csv", "name,born\n\(long),\nJavad Zarif,1960\nJavad Zarif,long ago\n")
        let run = try reconcile(["--csv", table, "--column", "name", "--property", "birthYear=born", "--add", "decision"])
        #expect(run.status == 65)
        #expect(run.lines.dropFirst().map { $0.split(separator: ",").last.map(String.init) } == ["error", "match", "error"])
        #expect(run.errors.contains("t.csv:2: 20000 bytes"))
        #expect(run.errors.contains("t.csv:4: birthYear \"long ago\""))
    }

    @Test func `a row that is not UTF-8 is said and kept`() throws {
        let table = Array("name\nJavad Zarif\n".utf8) + [0xFF, 0x2C, 0x31, 0x0A] + Array("Javad Zarif".utf8)
        let run = try reconcile([
            "--csv", try folder.write("t.csv", table), "--column", "name", "--add", "decision", "--output", folder.path("o.csv"),
        ])
        #expect(run.status == 65)
        #expect(run.errors.contains("t.csv:3: not valid UTF-8"))
        let expected = Array("name,namvar_decision\nJavad Zarif,match\n".utf8) + [0xFF] + Array(",1,error\nJavad Zarif,match".utf8)
        #expect(bytes(ofFile: folder.path("o.csv")) == expected)
    }

    @Test func `a table that cannot be read to its end leaves no output`() throws {
        let table = try folder.write("t.csv", "name\nJavad Zarif\n\"open\n")
        let run = try reconcile(["--csv", table, "--column", "name", "--output", folder.path("o.csv")])
        #expect(run.status == 65)
        #expect(run.errors.contains("t.csv:3: a quote that opens in this row is never closed"))
        #expect(!folder.names.contains { $0.hasPrefix("o.csv") })
    }

    @Test(arguments: [
        (["Javad Zarif"], "match"), (["--match", "0.999999", "Javad Zarif"], "review"),
        (["--match", "0.9999999", "--review", "0.999999", "Javad Zarif"], "none"),
    ])
    func `thresholds are for the asker to set`(arguments: [String], decision: String) throws {
        #expect(try reconcile(["--candidates", "3", "--format", "jsonl"] + arguments).objects().first?["decision"] as? String == decision)
    }

    @Test(arguments: [["--match", "0.1", "--review", "0.5"], ["--match", "1.5"], ["--review", "-1"], ["--output", "x.csv"]])
    func `thresholds that make no sense are refused`(arguments: [String]) throws {
        #expect(try reconcile(arguments + ["Javad Zarif"]).status == 64)
    }

    @Test(arguments: [
        "64 --column name", "64 --csv t.csv", "64 --csv t.csv --column name --add colour", "64 --csv t.csv --column name --property born",
        "66 --csv /no/such.csv --column name",
    ])
    func `a table is asked for as the help says`(line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        #expect(try reconcile(Array(words.dropFirst())).status == Int32(words[0]))
    }

    @Test func `a column that is not there`() throws {
        let run = try reconcile(["--csv", try folder.write("t.csv", "a,b\n1,2\n"), "--column", "name"])
        #expect(run.status == 65)
        #expect(run.errors.contains("t.csv: no column \"name\"; the header has a, b"))
    }

    // MARK: Several dictionaries

    @Test func `changes go in front of a dictionary that stays as it is`() throws {
        let changes = """
            {"id":"z","names":["Zarif Khonsari"],"properties":{"role":"professor"}}
            {"id":"a1","redirect":"a2"}
            {"id":"n","type":"person","names":["Golnaz Parsamanesh"]}
            {"id":"gone","removed":true}

            """
        let run = try compile("changes", changes, ["--add-to", dictionary])
        #expect(run.status == 0, "\(run.errors)")
        let both = ["--format", "jsonl", "--dictionary", folder.path("changes.namvar"), "--dictionary", dictionary]
        func found(_ name: String) throws -> [String] { try ids(Program.run(["reconcile"] + both + [name]))[0] }
        #expect(try found("Zarif Khonsari") == ["z"])
        #expect(try found("محمدجواد ظریف") == ["z"])
        #expect(try found("Kambiz Forouzandeh") == ["a2"])
        #expect(try found("Golnaz Parsamanesh") == ["n"])
        let second = try compile(
            "second", #"{"id":"z","removed":true}"# + "\n", ["--add-to", folder.path("changes.namvar"), "--add-to", dictionary])
        #expect(second.status == 0, "\(second.errors)")
        #expect(try ids(Program.run(["reconcile", "--dictionary", folder.path("second.namvar")] + both + ["Javad Zarif"])) == [[]])
    }

    @Test func `a redirect to what no dictionary has is said`() throws {
        let run = try compile("changes", #"{"id":"a1","redirect":"nobody"}"# + "\n", ["--add-to", dictionary])
        #expect(run.status == 65)
        #expect(run.errors.contains("changes.jsonl:1: \"a1\" redirects to \"nobody\", which is not there"))
    }
}
