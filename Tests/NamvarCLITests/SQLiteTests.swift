import TestSupport
import Testing

/// Dictionaries as SQLite databases, looked at by the system's own sqlite3 where there is one.
@Suite struct SQLiteTests {
    private let folder = try! Folder()

    private func namvar(_ line: String) throws -> Program.Run {
        try folder.write(
            "p.jsonl",
            """
            {"id":"p:1","type":"person","names":[{"text":"Javad Āzari","role":"preferred","sources":["a","b|c"],"count":3,"note":"x"},{"text":"جواد آذري","role":"preferred","language":"fa"}],"refs":{"wikidata":"Q1"},"properties":{"birthYear":1981,"role":["minister"]},"sources":["s"],"more":{"deep":[1]}}
            {"id":"p:2","names":[{"text":"O'Neill","role":"weak"}]}
            {"id":"p:3","redirect":"p:1"}
            {"id":"p:4","removed":true}
            """)
        return try Program.shell("cd '\(folder.path(""))'; \(line)")
    }

    @Test func everythingComesBack() throws {
        let run = try namvar(
            """
            namvar dictionary export p.jsonl --to sqlite --output p.sqlite && namvar dictionary import p.sqlite --from sqlite --output q.jsonl
            cmp p.jsonl q.jsonl; ls
            """)
        #expect(run.output == "p.jsonl\np.sqlite\nq.jsonl\n", "\(run.errors)")
        // The database of last week is replaced.
        #expect(try namvar("namvar dictionary export p.jsonl --to sqlite --output p.sqlite").status == 0)
    }

    @Test func sqliteItselfFindsANameAndWhatItAddsIsKept() throws {
        let run = try namvar(
            """
            command -v sqlite3 >/dev/null || { echo none; exit; }
            namvar dictionary export p.jsonl --to sqlite --output p.sqlite
            find() { sqlite3 p.sqlite "SELECT entity FROM name JOIN search ON search.rowid = name.rowid WHERE search MATCH '$1'"; }
            find azari; find آذری; find 'جواد'
            sqlite3 p.sqlite "ALTER TABLE entity ADD COLUMN desk TEXT; UPDATE entity SET desk = 'foreign' WHERE id = 'p:1'"
            namvar dictionary import p.sqlite --from sqlite
            """)
        guard run.output != "none\n" else { return }
        #expect(run.lines.prefix(3) == ["p:1", "p:1", "p:1"], "\(run.output)\(run.errors)")
        #expect(run.lines[3].hasSuffix(#""more":{"deep":[1]},"desk":"foreign"}"#))
    }

    @Test func whatCannotBeWrittenOrReadIsSaid() throws {
        for (line, status, words) in [
            ("export p.jsonl --to sqlite", Int32(64), "give --output"),
            ("export p.jsonl --to sqlite --output /nowhere/p.sqlite", 73, "/nowhere/p.sqlite: cannot be written"),
            ("import p.jsonl --from sqlite", 65, "p.jsonl: a database that --to sqlite wrote"),
            ("import none.sqlite --from sqlite", 66, "none.sqlite: no such file"),
        ] {
            let run = try namvar("namvar dictionary \(line)")
            #expect(run.status == status, "\(line): \(run.errors)")
            #expect(run.errors.contains(words), "\(line): \(run.errors)")
        }
    }
}
