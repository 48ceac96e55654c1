public import Entities
internal import Lexicon

/// Reads mentions from a file, one at a time: names a line, a table with a header, or an object a line.
public struct MentionFile: Sendable {
    /// Where the mentions lie; the name's ending tells the form.
    public let path: String

    /// A file of mentions: `.txt` a name a line, `.tsv` and `.csv` with a header, `.jsonl`.
    public init(_ path: String) { self.path = path }

    /// A line that has no mention, and why.
    public struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// File and line.
        public var place: EntityProblem.Place
        /// What is wrong.
        public var reason: String
        /// File, line and reason.
        public var description: String { "\(place): \(reason)" }
    }

    /// Calls `each` with every mention and its line (from 1), and `report` with every line that has none.
    public func forEach(_ each: (Mention, _ line: Int) throws -> Void, report: (Problem) -> Void) throws {
        switch path.split(separator: ".").last {
        case "csv"?, "tsv"?: try table(each, report)
        case "jsonl"?, "json"?: try lines(each, report, parse: Self.object)
        default: try lines(each, report) { Mention($0) }
        }
    }

    private struct Refusal: Error { var reason: String }

    private func lines(
        _ each: (Mention, Int) throws -> Void, _ report: (Problem) -> Void, parse: (String) throws(Refusal) -> Mention
    ) throws {
        var reader = try LineReader(path)
        while let bytes = try reader.next() {
            let line = reader.line
            func refuse(_ reason: String) { report(Problem(place: .init(file: path, line: line), reason: reason)) }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                refuse("not valid UTF-8")
                continue
            }
            if text.allSatisfy(\.isWhitespace) { continue }
            let mention: Mention
            do throws(Refusal) { mention = try parse(text) } catch {
                refuse(error.reason)
                continue
            }
            try each(mention, line)
        }
    }

    private static func object(_ line: String) throws(Refusal) -> Mention {
        let object: JSONObject?
        do { object = try JSON(line).object } catch { throw Refusal(reason: "\(error)") }
        guard let object, let name = object["name"]?.string ?? object["mention"]?.string ?? object["text"]?.string else {
            throw Refusal(reason: "no \"name\" in the object")
        }
        return Mention(
            name, id: object["id"]?.string, type: object["type"]?.string.map { EntityType($0) }, language: object["language"]?.string,
            source: object["source"]?.string, count: object["count"]?.int ?? 1)
    }

    private func table(_ each: (Mention, Int) throws -> Void, _ report: (Problem) -> Void) throws {
        let table = try DelimitedTable(try readFile(path), path: path)
        let header = table.header
        guard let name = header.firstIndex(of: "name") ?? header.firstIndex(of: "mention") else {
            throw TableError.missingColumn(file: path, column: "name", found: header)
        }
        let columns = ["id", "type", "language", "source", "count"].map { header.firstIndex(of: $0) }
        for (number, row) in table.rows.enumerated().dropFirst() where !row.isBlank {
            func cell(_ place: Int) -> String? {
                guard let column = columns[place] else { return nil }
                let text = table.cell(column, of: row)
                return text.isEmpty ? nil : text
            }
            let text = table.cell(name, of: row)
            guard !text.allSatisfy(\.isWhitespace) else {
                report(Problem(place: .init(file: path, line: number + 1), reason: "no name in the row"))
                continue
            }
            try each(
                Mention(
                    text, id: cell(0), type: cell(1).map { EntityType($0) }, language: cell(2), source: cell(3),
                    count: cell(4).flatMap { Int($0) } ?? 1), number + 1)
        }
    }
}
