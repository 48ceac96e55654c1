import TestSupport
import Testing

/// Dictionaries made of bare mentions, as a newsroom makes them from month to month.
@Suite struct DictionaryBuildTests {
    private let folder = try! Folder()

    private func namvar(_ line: String) throws -> Program.Run {
        try Program.shell("cd '\(folder.path(""))'; \(line)")
    }

    private static let names = [
        "Saeed Jalili", "سعید جلیلی", "Saeid Jalily", "Shahram Nazeri", "شهرام ناظری", "Reza Karimi", "رضا کریمی", "Bank Melli Iran",
        "بانک ملی ایران",
    ]

    @Test func theOrderOfMentionsDoesNotMatter() throws {
        try folder.write("m.txt", Self.names.joined(separator: "\n") + "\n")
        let run = try namvar(
            """
            tac m.txt > r.txt; sort m.txt > s.txt
            for f in m r s; do namvar dictionary build $f.txt --output $f.jsonl || exit; done
            cmp m.jsonl r.jsonl && cmp m.jsonl s.jsonl && wc -l < m.jsonl
            """)
        #expect(run.output == "4\n", "\(run.errors)")
    }

    @Test func nextMonthKeepsLastMonthsIDs() throws {
        try folder.write("march.csv", "name,source\nSaeed Jalili,\"a\nb\"\nسعید جلیلی,b\nReza Karimi,a\n")
        try folder.write("april.txt", "S'eed Jalili\nsaeid jalily\nReza Karimi\nRiza Karimi\n")
        let run = try namvar(
            """
            namvar dictionary build march.csv --output people.jsonl && cp people.jsonl march.jsonl
            namvar dictionary build march.csv april.txt --output people.jsonl
            namvar dictionary diff march.jsonl people.jsonl | grep -v '^    '
            grep -c 'a\\\\nb' people.jsonl
            """)
        #expect(run.lines.count == 3 && run.lines.dropLast().allSatisfy { $0.hasPrefix("~ ") }, "\(run.output)\(run.errors)")
        #expect(run.lines.last == "1")
    }

    @Test func decisionsAreFollowedUntilTheyAreTakenBack() throws {
        try folder.write("m.txt", "Saeed Jalili\nSaeid Jalily\nReza Karimi\n")
        let run = try namvar(
            """
            namvar dictionary build m.txt --output a.jsonl
            id() { grep "$1" a.jsonl | cut -d'"' -f4; }
            namvar dictionary decide $(id Jalili) --name 'Saeid Jalily' different --who Sara --dictionary a.jsonl > /dev/null
            namvar dictionary decide $(id Jalili) $(id Karimi) same --who Sara --dictionary a.jsonl > /dev/null
            namvar dictionary build m.txt --output b.jsonl --decisions decisions.jsonl --assignments b.tsv; cut -f3 b.tsv
            namvar dictionary undo --who Sara > /dev/null; namvar dictionary undo --who Sara > /dev/null
            namvar dictionary build m.txt --output c.jsonl --decisions decisions.jsonl; cmp a.jsonl c.jsonl && echo as before; id Jalili
            """)
        let lines = run.lines
        #expect(lines.count == 6, "\(run.output)\(run.errors)")
        #expect(lines[0] == "entity" && lines[1] == lines[5] && lines[3] == lines[1] && lines[2] != lines[1])
        #expect(lines[4] == "as before")
        #expect(contents(ofFile: folder.path("b.jsonl"))?.contains(#""redirect":"\#(lines[1])""#) == true)
    }

    @Test func aFullDiskSaysSoAndAKilledBuildLeavesTheOldFile() throws {
        try folder.write("m.txt", (0..<3000).map { "Reza Karimi\($0 % 2 == 0 ? "an" : "pour") \($0)" }.joined(separator: "\n"))
        let full = try namvar("namvar dictionary build m.txt --output /dev/full")
        #expect(full.status == 73)
        #expect(full.errors == "namvar: /dev/full: no space left on the device; nothing was kept, make room and run again\n")
        // A file that may not grow any more stops the program no more than a full disk does.
        let limited = try namvar(
            "echo old > l.jsonl; (ulimit -f 8; namvar dictionary build m.txt --output l.jsonl); echo $?; cat l.jsonl; ls")
        #expect(limited.output == "73\nold\nl.jsonl\nm.txt\n")
        #expect(limited.errors.contains("l.jsonl: cannot be written: File too large"))
        let killed = try namvar(
            """
            echo '{"id":"old","names":["Old"]}' > people.jsonl
            timeout -s KILL 0.3 "$NAMVAR" dictionary build m.txt --output people.jsonl 2>/dev/null; echo $?; cat people.jsonl
            """)
        #expect(killed.output == "137\n{\"id\":\"old\",\"names\":[\"Old\"]}\n")
    }

    @Test func badMentionsAreToldAndTheRestGoesThrough() throws {
        try folder.write("m.jsonl", "{\"name\":\"Reza Karimi\",\"birthYear\":\"1965-02-01\"}\n{\"no\":1}\nnothing\n\u{FFFE}\n")
        let run = try namvar("namvar dictionary build m.jsonl --output out.jsonl; cat out.jsonl")
        #expect(run.errors.contains("m.jsonl:2: no \"name\""))
        #expect(run.errors.contains("m.jsonl:3: "))
        #expect(run.output.contains(#""properties":{"birthYear":1965}"#))
        #expect(try namvar("namvar dictionary build m.jsonl --output out.jsonl").status == 65)
        try folder.write("open.csv", "name\n\"Reza Karimi\nAli")
        let open = try namvar("namvar dictionary build open.csv --output out.jsonl")
        #expect(open.status == 65)
        #expect(open.errors.contains("open.csv:2: a closing quote expected"))
        try folder.write("wrong.csv", "who\nReza\n")
        #expect(try namvar("namvar dictionary build wrong.csv --output out.jsonl").errors.contains("column \"name\""))
    }

    @Test func whatABuildTakesItsOwnCheckAdmits() throws {
        let long = String(repeating: "x", count: 3000)
        try folder.write(
            "m.csv", "name,count,birthYear,url\nReza Karimi,-5,abc,u\n...,1,,\n\(long),1,,\nKarimi, Reza,1,,\nReza\0,1\nAli Jalili\n")
        let run = try namvar("namvar dictionary build m.csv --output out.jsonl; namvar dictionary check out.jsonl")
        for said in [
            "m.csv: not used: url", "m.csv:2: birthYear is \"abc\", not a year; taken without it",
            "m.csv:2: count is \"-5\", not a number from 1; counted once", "m.csv:3: \"...\" holds no letter",
            "m.csv:4: a name of 3000 letters, and 500 is the most", "m.csv:5: 5 cells, and the header has 4: put a name",
            "m.csv:6: holds a NUL character", "6 problems in the mentions; 2 entities written",
        ] {
            #expect(run.errors.contains(said), "\(said): \(run.errors)")
        }
        #expect(run.lines == ["2 entities, 2 names: 0 errors, 0 warnings"])
    }
}
