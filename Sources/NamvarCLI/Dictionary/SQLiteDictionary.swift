import Entities
import GRDB
import Glibc
import ICU
import Lexicon
import NameText

/// A dictionary as an SQLite database that is useful without Namvar: `sqlite3 names.sqlite` finds a name in it.
///
/// It is here, and not among the library's formats, so that who uses the library need not build SQLite's.
struct SQLiteDictionary {
    private static let schema = """
        CREATE TABLE entity (id TEXT PRIMARY KEY, type TEXT, label TEXT NOT NULL, label_fa TEXT, properties TEXT, sources TEXT, fields TEXT);
        CREATE TABLE name (rowid INTEGER PRIMARY KEY, entity TEXT NOT NULL REFERENCES entity (id), text TEXT NOT NULL, folded TEXT NOT NULL, printed TEXT NOT NULL,
          role TEXT NOT NULL, script TEXT NOT NULL, language TEXT, count INTEGER NOT NULL, sources TEXT, properties TEXT);
        CREATE TABLE ref (entity TEXT NOT NULL REFERENCES entity (id), kind TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (entity, kind));
        CREATE TABLE redirect (old TEXT PRIMARY KEY, new TEXT NOT NULL);
        CREATE TABLE removed (id TEXT PRIMARY KEY);
        CREATE VIRTUAL TABLE search USING fts5 (text, folded, printed, content='name', content_rowid='rowid', tokenize="unicode61 remove_diacritics 2");
        """

    let path: String

    // MARK: Writing

    /// Writes the database beside its path and puts it in place when it is whole. Names are found as they stand,
    /// as an editor would print them, and in their search form.
    func write(_ dictionary: EntityCollection, normalizer: Normalizer) throws {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { throw FileError.unwritable(path: path, errno: EINVAL) }
        let partial = "\(path).\(getpid()).partial"
        unlink(partial)
        defer { unlink(partial) }
        do {
            var configuration = Configuration()
            // Nobody sees the file before it is whole, so nothing need be undone in it.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
            let queue = try DatabaseQueue(path: partial, configuration: configuration)
            try queue.write { database in
                try database.execute(sql: Self.schema)
                for entity in dictionary.entities { try Self.insert(entity, normalizer, into: database) }
                for (from, to) in dictionary.redirects.sorted(by: { $0.key < $1.key }) {
                    try database.cachedStatement(sql: "INSERT INTO redirect VALUES (?, ?)").execute(arguments: [from.rawValue, to.rawValue])
                }
                for id in dictionary.removed.sorted() {
                    try database.cachedStatement(sql: "INSERT INTO removed VALUES (?)").execute(arguments: [id.rawValue])
                }
                try database.execute(
                    sql: """
                        INSERT INTO search (search) VALUES ('rebuild');
                        CREATE INDEX name_entity ON name (entity);
                        CREATE INDEX name_text ON name (text);
                        CREATE INDEX name_folded ON name (folded);
                        """)
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw error.resultCode == .SQLITE_FULL ? FileError.noSpace(path: path) : FileError.unwritable(path: path, errno: EIO)
        }
        let descriptor = open(partial, O_RDONLY | O_CLOEXEC)
        let isSafe = descriptor >= 0 && fsync(descriptor) == 0
        close(descriptor)
        guard isSafe, rename(partial, path) == 0 else { throw FileError.unwritable(path: path, errno: errno) }
    }

    private static func insert(_ entity: Entity, _ normalizer: Normalizer, into database: Database) throws {
        func list(_ texts: [String]) -> String? { texts.isEmpty ? nil : JSON.array(texts.map(JSON.string)).text }
        func object(_ object: JSONObject) -> String? { object.isEmpty ? nil : JSON.object(object).text }
        try database.cachedStatement(sql: "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            entity.id.rawValue, entity.type == .unstated ? nil : entity.type.text, entity.label, entity.label(in: .arabic),
            object(entity.properties), list(entity.sources), object(entity.fields),
        ])
        for alias in entity.names {
            try database.cachedStatement(
                sql: """
                    INSERT INTO name (entity, text, folded, printed, role, script, language, count, sources, properties)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                entity.id.rawValue, alias.text, normalizer.normalized(alias.text, for: .search),
                normalizer.normalized(alias.text, for: .display), alias.role.rawValue, alias.script.code,
                alias.language, alias.count, list(alias.sources), object(alias.properties),
            ])
        }
        for (kind, value) in entity.refs.sorted(by: { $0.key < $1.key }) {
            try database.cachedStatement(sql: "INSERT INTO ref VALUES (?, ?, ?)").execute(arguments: [entity.id.rawValue, kind, value])
        }
    }

    // MARK: Reading

    /// Gives every entity and redirect of a database that `write` made; columns that were added to its tables are kept with the entity or name.
    func read(_ report: (ExchangeProblem) -> Void, each: (EntityLine) throws -> Void) throws {
        guard access(path, R_OK) == 0 else { throw FileError.missing(path: path) }
        var lines: [EntityLine] = []
        do {
            var configuration = Configuration()
            configuration.readonly = true
            lines = try DatabaseQueue(path: path, configuration: configuration).read { try self.lines(in: $0, report) }
        } catch let error as DatabaseError {
            let expected = "a database that --to sqlite wrote (\(error.message ?? "\(error.resultCode)"))"
            throw ExchangeProblem(.malformed(expected: expected), file: path)
        }
        for line in lines { try each(line) }
    }

    private func lines(in database: Database, _ report: (ExchangeProblem) -> Void) throws -> [EntityLine] {
        var lines: [EntityLine] = []
        let entities = try Row.fetchCursor(database, sql: "SELECT * FROM entity ORDER BY rowid")
        while let row = try entities.next() {
            let id: String = row["id"]
            var entity = Entity(id: EntityID(id), type: EntityType(row["type"] ?? ""), names: [])
            entity.properties = Self.object(row["properties"])
            entity.fields = Self.object(row["fields"])
            entity.sources = Self.list(row["sources"])
            for (column, value) in Self.further(row, than: ["id", "type", "label", "label_fa", "properties", "sources", "fields"]) {
                entity.fields[column] = value
            }
            for name in try Row.fetchAll(database, sql: "SELECT * FROM name WHERE entity = ? ORDER BY rowid", arguments: [id]) {
                entity.names.append(Self.alias(name))
            }
            for ref in try Row.fetchAll(database, sql: "SELECT kind, value FROM ref WHERE entity = ?", arguments: [id]) {
                entity.refs[ref["kind"]] = ref["value"]
            }
            if entity.names.isEmpty { report(ExchangeProblem(.nameless(id: id), file: path)) } else { lines.append(.entity(entity)) }
        }
        for row in try Row.fetchAll(database, sql: "SELECT old, new FROM redirect ORDER BY old") {
            lines.append(.redirect(from: EntityID(row["old"]), to: EntityID(row["new"])))
        }
        // A database of ours from before there were any has no such table.
        if try database.tableExists("removed") {
            for row in try Row.fetchAll(database, sql: "SELECT id FROM removed ORDER BY id") { lines.append(.removed(EntityID(row["id"]))) }
        }
        return lines
    }

    private static func alias(_ row: Row) -> Alias {
        let role: String = row["role"], script: String = row["script"]
        var alias = Alias(
            row["text"], role: Alias.Role(rawValue: role) ?? .alias, script: Script(code: script), language: row["language"],
            sources: list(row["sources"]), count: row["count"], properties: object(row["properties"]))
        let known = ["rowid", "entity", "text", "folded", "printed", "role", "script", "language", "count", "sources", "properties"]
        for (column, value) in further(row, than: known) { alias.properties[column] = value }
        return alias
    }

    private static func further(_ row: Row, than known: [String]) -> [(String, JSON)] {
        row.compactMap { column, value in
            guard !known.contains(column), !value.isNull else { return nil }
            if let number = Int.fromDatabaseValue(value) { return (column, .number(number)) }
            return String.fromDatabaseValue(value).map { (column, .string($0)) }
        }
    }

    private static func object(_ text: String?) -> JSONObject { text.flatMap { try? JSON($0).object } ?? [:] }

    private static func list(_ text: String?) -> [String] { text.flatMap { try? JSON($0).array?.compactMap(\.string) } ?? [] }
}
