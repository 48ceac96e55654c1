public import Entities
internal import Lexicon

/// Reads mentions from a file, one at a time: names a line, a table with a header, or an object a line.
public struct MentionFile: Sendable {
    /// Where the mentions lie; the name's ending tells the form.
    public let path: String

    /// A file of mentions: `.txt` a name a line, `.tsv` and `.csv` with a header, `.jsonl`.
    public init(_ path: String) { self.path = path }

    /// Something wrong in a line, and what became of it.
    public struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// File and line.
        public var place: EntityProblem.Place
        /// What is wrong.
        public var reason: String
        /// File, line and reason.
        public var description: String { "\(place): \(reason)" }
    }

    /// Calls `each` with every mention and its line (from 1), and `report` with every line that has none, or of which something was left out.
    public func forEach(_ each: (Mention, _ line: Int) throws -> Void, report: (Problem) -> Void) throws {
        switch path.split(separator: ".").last {
        case "csv"?, "tsv"?: try table(each, report)
        case "jsonl"?, "json"?:
            try lines(each, report) { line throws(JSONError) in
                guard let object = try JSON(line).object else { throw JSONError(column: 1, expected: "an object") }
                return try Self.fields(of: object)
            }
        default: try lines(each, report) { line in ["name": line] }
        }
    }

    /// Columns of a table, and members of an object, that say something of a mention.
    private static let known: Set<String> = ["name", "mention", "id", "type", "birthYear", "gender", "language", "source", "count"]

    private func lines(
        _ each: (Mention, Int) throws -> Void, _ report: (Problem) -> Void, parse: (String) throws(JSONError) -> [String: String]
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
            let fields: [String: String]
            do throws(JSONError) { fields = try parse(text) } catch {
                refuse("\(error)")
                continue
            }
            if let mention = Self.mention(fields, refuse) { try each(mention, line) }
        }
    }

    private func table(_ each: (Mention, Int) throws -> Void, _ report: (Problem) -> Void) throws {
        var rows = try CSVReader(path, separator: path.hasSuffix(".tsv") ? "\t" : nil)
        let columns = try rows.next()?.cells ?? []
        guard columns.contains("name") || columns.contains("mention") else {
            throw TableError.missingColumn(file: path, column: "name", found: columns)
        }
        while let row = try rows.next() {
            func refuse(_ reason: String) { report(Problem(place: .init(file: path, line: row.line), reason: reason)) }
            // A comma that should stand in quotes would give the name's end for an id.
            guard row.cells.count <= columns.count else {
                refuse("\(row.cells.count) cells, and the header has \(columns.count): put a name that holds the separator in quotes")
                continue
            }
            let fields = Dictionary(zip(columns, row.cells).filter { Self.known.contains($0.0) }) { first, _ in first }
            if let mention = Self.mention(fields, refuse) { try each(mention, row.line) }
        }
    }

    /// The members of an object that say something, as texts.
    private static func fields(of object: JSONObject) throws(JSONError) -> [String: String] {
        var fields: [String: String] = [:]
        for member in object.members where known.contains(member.key) || member.key == "text" {
            switch member.value {
            case .string(let text), .number(let text): fields[member.key] = text
            case .null: break
            default: throw JSONError(column: 1, expected: "a text or a number as \"\(member.key)\"")
            }
        }
        fields["name"] = fields["name"] ?? fields["mention"] ?? fields["text"]
        return fields
    }

    /// The mention that fields make; a field that cannot be used is told and left out, a name that cannot be used leaves out the mention.
    private static func mention(_ fields: [String: String], _ refuse: (String) -> Void) -> Mention? {
        func field(_ key: String) -> String? { fields[key].flatMap { $0.isEmpty ? nil : $0 } }
        guard let name = field("name") ?? field("mention") else {
            refuse("no \"name\"")
            return nil
        }
        if let refusal = EntityParser.refusal(ofName: name) {
            refuse(refusal.message)
            return nil
        }
        if name.utf8.contains(0) {
            refuse("holds a NUL character: this is not text")
            return nil
        }
        var mention = Mention(name)
        (mention.id, mention.type) = (field("id"), field("type").map { EntityType($0) })
        (mention.gender, mention.language, mention.source) = (field("gender"), field("language"), field("source"))
        if let text = field("birthYear") {
            // 1965, 1965-09-06
            mention.birthYear = Int(text.prefix { $0.isASCII && $0.isNumber })
            if mention.birthYear == nil { refuse("birthYear is \"\(text)\", not a year; taken without it") }
        }
        if let text = field("count") {
            if let count = Int(text), count > 0 {
                mention.count = count
            } else {
                refuse("count is \"\(text)\", not a number from 1; counted once")
            }
        }
        return mention
    }

    /// The columns of a table that say nothing of a mention.
    public func unusedColumns() throws -> [String] {
        guard ["csv", "tsv"].contains(path.split(separator: ".").last ?? "") else { return [] }
        var rows = try CSVReader(path, separator: path.hasSuffix(".tsv") ? "\t" : nil)
        return try rows.next()?.cells.filter { !Self.known.contains($0) } ?? []
    }
}
