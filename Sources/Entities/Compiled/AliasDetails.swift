internal import ICU

/// What of an alias its record cannot hold, as members of an object in the entity's details.
enum AliasDetails {
    static func needed(for alias: Alias) -> Bool {
        alias.language != nil || !alias.sources.isEmpty || !alias.properties.isEmpty || alias.count > Int(UInt16.max)
            || !hasRecordedScript(alias)
    }

    /// Whether the record, or else the letters, give the alias's script.
    private static func hasRecordedScript(_ alias: Alias) -> Bool {
        EntityLayout.scripts.contains(alias.script) || alias.script == Script(mostOf: alias.text)
    }

    static func write(_ alias: Alias, to json: inout JSONWriter) {
        if !hasRecordedScript(alias) { json.member("script", alias.script.code) }
        if let language = alias.language { json.member("language", language) }
        if !alias.sources.isEmpty { json.member("sources", alias.sources) }
        if alias.count > Int(UInt16.max) { json.member("count", alias.count) }
        if !alias.properties.isEmpty { json.member("properties", object: { $0.members(of: alias.properties) }) }
    }

    static func apply(_ details: JSONObject, to alias: inout Alias) {
        if let script = details["script"]?.string.flatMap(Script.init(code:)) { alias.script = script }
        alias.language = details["language"]?.string
        alias.sources = details["sources"]?.array?.compactMap(\.string) ?? []
        if let count = details["count"]?.int { alias.count = count }
        alias.properties = details["properties"]?.object ?? [:]
    }
}
