import Lexicon
import Reconciliation
import TestSupport
import Testing

@Suite struct DelimitedTableTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func reader(_ text: String) throws -> DelimitedReader { try DelimitedReader.open(try folder.write("t.csv", text)) }

    /// The table with a cell behind each row.
    private func extended(_ text: String) throws -> String {
        var table = try reader(text)
        let width = table.header.cells.count
        var bytes = table.bytesBeforeHeader + table.header.extended(with: ["n"], width: width)
        while let row = try table.next() { bytes += row.isBlank ? row.bytes : row.extended(with: ["q"], width: width) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("a,b\r\n1,\"x\"\"y, z\"\r\n", "a,b,n\r\n1,\"x\"\"y, z\",q\r\n"),
        ("\u{FEFF}a;b\n1;2", "\u{FEFF}a;b;n\n1;2;q"),
        ("a\tb\n1\n", "a\tb\tn\n1\t\tq\n"),
        ("a,b\n\"two\nlines\",2\n", "a,b,n\n\"two\nlines\",2,q\n"),
        ("a\r\n\r\n1\r\n", "a,n\r\n\r\n1,q\r\n"),
        ("a", "a,n"), ("a,b\n5\" tall,2\n", "a,b,n\n5\" tall,2,q\n"),
    ])
    func keepsEveryByte(_ file: String, _ extended: String) throws {
        #expect(try self.extended(file) == extended)
    }

    /// Rows that lie across the blocks in which the file is read.
    @Test func keepsEveryByteOfALongFile() throws {
        let rows = (0..<20_000).map { "\($0),\"\(String(repeating: "سطر \"\"", count: $0 % 7))\n\"\r\n" }
        let table = try extended("a,b\r\n" + rows.joined())
        #expect(table == "a,b,n\r\n" + rows.map { $0.dropLast() + ",q\r\n" }.joined())
    }

    @Test func unquotesCells() throws {
        var table = try reader("a,b\n1,\"x\"\"y, z\"\n")
        let row = try #require(try table.next())
        #expect(row.texts == ["1", "x\"y, z"])
        #expect(row.line == 2)
        #expect(row.text(ofCell: 5) == "")
    }

    @Test(arguments: ["a\n1\n\"x\n", "a\n1\n\"" + String(repeating: "x,\n", count: 1 << 19)])
    func refusesAQuoteThatIsNeverClosed(_ text: String) throws {
        var table = try reader(text)
        _ = try table.next()
        do {
            _ = try table.next()
            Issue.record("no error")
        } catch let problem as DelimitedReader.Problem {
            #expect(problem == .openQuote(file: folder.path("t.csv"), line: 3))
        }
    }

    @Test func refusesNothingAtAll() throws {
        let path = try folder.write("t.csv", "")
        #expect(throws: DelimitedReader.Problem.empty(file: path)) { _ = try DelimitedReader.open(path) }
    }
}
