internal import ICU

/// SQL that makes an SQLite database useful without Namvar: `sqlite3 names.db < names.sql`; it begins with a query that finds a name.
enum SQLScript {
    static func write(_ dictionary: EntityCollection, _ put: (String) throws -> Void) throws {
        try put(
            """
            -- Tables: entity, name (one a spelling), ref (ids elsewhere), redirect (ids that were merged); search is the full-text index.
            -- Find a name, whatever its marks and capitals:
            --   SELECT entity.id, entity.label FROM search JOIN name ON name.rowid = search.rowid JOIN entity ON entity.id = name.entity
            --   WHERE search MATCH 'Jahromi';
            BEGIN;
            CREATE TABLE entity (id TEXT PRIMARY KEY, type TEXT, label TEXT NOT NULL, label_fa TEXT, properties TEXT, sources TEXT) WITHOUT ROWID;
            CREATE TABLE name (rowid INTEGER PRIMARY KEY, entity TEXT NOT NULL REFERENCES entity (id), text TEXT NOT NULL, role TEXT NOT NULL,
              script TEXT NOT NULL, language TEXT, count INTEGER NOT NULL, sources TEXT);
            CREATE TABLE ref (entity TEXT NOT NULL REFERENCES entity (id), kind TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (entity, kind)) WITHOUT ROWID;
            CREATE TABLE redirect (old TEXT PRIMARY KEY, new TEXT NOT NULL) WITHOUT ROWID;
            CREATE VIRTUAL TABLE search USING fts5 (text, content='name', content_rowid='rowid', tokenize="unicode61 remove_diacritics 2");

            """)
        var row = 0
        for entity in dictionary.entities {
            let members = JSONObject(entity.properties.members + entity.fields.members)
            try put(
                "INSERT INTO entity VALUES (\(quoted(entity.id.rawValue)), \(quoted(entity.type == .unstated ? nil : entity.type.text)), "
                    + "\(quoted(entity.label)), \(quoted(entity.label(in: .arabic))), "
                    + "\(quoted(members.isEmpty ? nil : JSON.object(members).text)), \(list(entity.sources)));\n")
            for alias in entity.names {
                row += 1
                try put(
                    "INSERT INTO name VALUES (\(row), \(quoted(entity.id.rawValue)), \(quoted(alias.text)), \(quoted(alias.role.rawValue)), "
                        + "\(quoted(alias.script.code)), \(quoted(alias.language)), \(alias.count), \(list(alias.sources)));\n")
            }
            for (kind, value) in entity.refs.sorted(by: { $0.key < $1.key }) {
                try put("INSERT INTO ref VALUES (\(quoted(entity.id.rawValue)), \(quoted(kind)), \(quoted(value)));\n")
            }
        }
        for (from, to) in dictionary.redirects.sorted(by: { $0.key < $1.key }) {
            try put("INSERT INTO redirect VALUES (\(quoted(from.rawValue)), \(quoted(to.rawValue)));\n")
        }
        try put(
            """
            INSERT INTO search (search) VALUES ('rebuild');
            CREATE INDEX name_entity ON name (entity);
            CREATE INDEX name_text ON name (text);
            COMMIT;

            """)
    }

    private static func list(_ texts: [String]) -> String { quoted(texts.isEmpty ? nil : texts.joined(separator: "|")) }

    private static func quoted(_ text: String?) -> String {
        guard let text else { return "NULL" }
        // A NUL ends a statement for sqlite3; it belongs in no name.
        return "'" + text.unicodeScalars.filter { $0 != "\0" }.reduce(into: "") { $0 += $1 == "'" ? "''" : String($1) } + "'"
    }
}
