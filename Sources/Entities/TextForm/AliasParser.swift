internal import ICU

/// Reads one element of `names`.
enum AliasParser {
    /// The spelling and the role that is stated for it, or nil when it must be left out.
    static func alias(_ element: JSON, _ problem: (EntityProblem.Kind) -> Void) -> (Alias, Alias.Role?)? {
        if let text = element.string { return (Alias(text), nil) }
        guard var object = element.object else {
            problem(.wrongKind(member: "names", expected: "a list of objects with \"text\"", found: "a list with \(element.kind)"))
            return nil
        }
        if let key = object.doubledKey {
            problem(.doubleMember("names.\(key)"))
            return nil
        }
        func take(_ key: String) -> JSON? {
            defer { object[key] = nil }
            return object[key]
        }
        guard let value = take("text") else {
            problem(.emptyName)
            return nil
        }
        guard let text = value.string else {
            problem(.wrongKind(member: "names.text", expected: "a text", found: value.kind))
            return nil
        }
        let role = take("role"), script = take("script"), language = take("language"), sources = take("sources"), count = take("count")
        var alias = Alias(text)
        alias.language = string(language, "names.language", problem)
        alias.sources = strings(sources, "names.sources", problem)
        alias.count = self.count(count, problem)
        alias.properties = object
        if let code = string(script, "names.script", problem) {
            if let script = Script(code: code) {
                alias.script = script
            } else {
                problem(.unknownScript(code, text: text))
                alias.properties["script"] = .string(code)
            }
        }
        guard let stated = string(role, "names.role", problem) else { return (alias, nil) }
        guard let known = Alias.Role(rawValue: stated) else {
            problem(.unknownRole(stated, text: text))
            alias.properties["role"] = .string(stated)
            return (alias, .alias)
        }
        return (alias, known)
    }

    private static func string(_ value: JSON?, _ member: String, _ problem: (EntityProblem.Kind) -> Void) -> String? {
        guard let value, value != .null else { return nil }
        if value.string == nil { problem(.wrongKind(member: member, expected: "a text", found: value.kind)) }
        return value.string
    }

    static func strings(_ value: JSON?, _ member: String, _ problem: (EntityProblem.Kind) -> Void) -> [String] {
        guard let value, value != .null else { return [] }
        if let text = value.string { return [text] }
        guard let elements = value.array, elements.allSatisfy({ $0.string != nil }) else {
            problem(.wrongKind(member: member, expected: "a list of texts", found: value.kind))
            return []
        }
        return elements.compactMap(\.string)
    }

    private static func count(_ value: JSON?, _ problem: (EntityProblem.Kind) -> Void) -> Int {
        guard let value, value != .null else { return 1 }
        guard let count = value.int, count >= 0 else {
            problem(.wrongKind(member: "names.count", expected: "a whole number from 0", found: value.text))
            return 1
        }
        return count
    }
}

extension Alias {
    /// The roles of names of which some are not stated: the first of a script that states no preferred one is preferred, the others
    /// are aliases.
    static func inferredRoles(stated: [(script: Script, role: Role?)]) -> [Role] {
        var taken = Set(stated.lazy.filter { $0.role == .preferred }.map(\.script))
        return stated.map { name in
            if let role = name.role { return role }
            return taken.insert(name.script).inserted ? .preferred : .alias
        }
    }
}
