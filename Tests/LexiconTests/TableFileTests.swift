import Lexicon
import Testing

@Suite struct TableFileTests {
    private func table(_ text: String, optional: [String] = []) throws(TableError) -> TableFile {
        try TableFile(Array(text.utf8), path: "names.tsv", columns: ["reading", "source"], optional: optional)
    }

    @Test func rowsComeInTheOrderAskedFor() throws {
        let found = try table("\u{FEFF}# names\nsource\treading\r\n\nours\treżā\n# more\nours\tʿalī\n")
        #expect(found.rows.map(\.cells) == [["reżā", "ours"], ["ʿalī", "ours"]])
        #expect(found.rows.map(\.line) == [4, 6])
    }

    @Test func optionalColumnMayBeLeftOut() throws {
        #expect(try table("reading\tsource\na\tb\n", optional: ["count"]).rows[0].cells == ["a", "b", ""])
        #expect(try table("reading\tcount\tsource\na\t3\tb\n", optional: ["count"]).rows[0].cells == ["a", "b", "3"])
    }

    @Test(arguments: [
        ("", "names.tsv: no header; begin the table with the columns reading, source, a tab between"),
        ("reading\na\n", "names.tsv: no column \"source\"; the header has reading"),
        ("reading\tsource\tnote\n", "names.tsv:1: unknown column \"note\"; known are reading, source"),
        ("reading\tsource\tsource\n", "names.tsv:1: column \"source\" twice; keep one"),
        ("reading\tsource\na\n", "names.tsv:2: 1 cells where the header has 2; put a tab between cells, also before an empty one"),
    ])
    func mistakeSaysWhereAndWhat(text: String, message: String) {
        let error = #expect(throws: TableError.self) { try table(text) }
        #expect(error?.description == message)
    }

    @Test func otherEncodingIsRefused() {
        #expect(throws: TableError.notUTF8(file: "names.tsv", line: 2)) {
            try TableFile(
                Array("reading\tsource\n".utf8) + [0xE6, 0xED, 9, 65], path: "names.tsv", columns: ["reading", "source"])
        }
    }
}
