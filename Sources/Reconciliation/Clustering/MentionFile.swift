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
        func text(_ key: String) -> String? { object[key]?.string ?? object[key]?.int.map(String.init) }
        return Mention(
            name, id: text("id"), type: text("type").map { EntityType($0) }, birthYear: text("birthYear").flatMap(year),
            gender: text("gender"), language: text("language"), source: text("source"), count: text("count").flatMap { Int($0) } ?? 1)
    }

    /// The year that a text begins with: 1965, 1965-09-06.
    private static func year(_ text: String) -> Int? { Int(text.prefix { $0.isASCII && $0.isNumber }) }

    private func table(_ each: (Mention, Int) throws -> Void, _ report: (Problem) -> Void) throws {
        var rows = try CSVReader(path, separator: path.hasSuffix(".tsv") ? "\t" : nil)
        let header = try rows.next()?.cells ?? []
        guard let name = header.firstIndex(of: "name") ?? header.firstIndex(of: "mention") else {
            throw TableError.missingColumn(file: path, column: "name", found: header)
        }
        let columns = ["id", "type", "birthYear", "gender", "language", "source", "count"].map { header.firstIndex(of: $0) }
        while let row = try rows.next() {
            func cell(_ place: Int) -> String? {
                guard let column = columns[place], column < row.cells.count, !row.cells[column].isEmpty else { return nil }
                return row.cells[column]
            }
            guard name < row.cells.count, !row.cells[name].allSatisfy(\.isWhitespace) else {
                report(Problem(place: .init(file: path, line: row.line), reason: "no name in the row"))
                continue
            }
            try each(
                Mention(
                    row.cells[name], id: cell(0), type: cell(1).map { EntityType($0) }, birthYear: cell(2).flatMap(Self.year),
                    gender: cell(3), language: cell(4), source: cell(5), count: cell(6).flatMap { Int($0) } ?? 1), row.line)
        }
    }
}
