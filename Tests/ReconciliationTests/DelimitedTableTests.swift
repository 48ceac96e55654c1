import Reconciliation
import Testing

@Suite struct DelimitedTableTests {
    @Test(arguments: [
        ("a,b\r\n1,\"x\"\"y, z\"\r\n", "a,b,n\r\n1,\"x\"\"y, z\",q\r\n"),
        ("\u{FEFF}a;b\n1;2", "\u{FEFF}a;b;n\n1;2;q"),
        ("a\tb\n1\n", "a\tb\tn\n1\t\tq\n"),
        ("a,b\n\"two\nlines\",2\n", "a,b,n\n\"two\nlines\",2,q\n"),
    ])
    func keepsEveryByte(_ file: String, _ extended: String) throws {
        let table = try DelimitedTable(Array(file.utf8), path: "t.csv")
        var bytes = table.bytesBeforeHeader
        for (number, row) in table.rows.enumerated() { bytes += table.extended(row, with: [number == 0 ? "n" : "q"]) }
        #expect(String(decoding: bytes, as: UTF8.self) == extended)
    }

    @Test func unquotesCells() throws {
        let table = try DelimitedTable(Array("a,b\n1,\"x\"\"y, z\"\n".utf8), path: "t.csv")
        #expect(table.cell(1, of: Array(table.rows)[1]) == "x\"y, z")
    }

    @Test func refusesAQuoteThatIsNeverClosed() {
        #expect(throws: DelimitedTable.Problem.openQuote(file: "t.csv", row: 2)) {
            try DelimitedTable(Array("a\n\"x\n".utf8), path: "t.csv")
        }
    }
}
