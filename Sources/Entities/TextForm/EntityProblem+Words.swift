extension EntityProblem: CustomStringConvertible {
    /// File, line, what is wrong, and what to do about it.
    public var description: String { "\(place): \(kind.message); \(isInTable ? tableRemedy : kind.remedy)" }

    /// Whether a table was given for a dictionary in text form, by its name.
    private var isInTable: Bool {
        guard case .json = kind else { return false }
        return [".csv", ".tsv"].contains { place.file.hasSuffix($0) }
    }

    private var tableRemedy: String { "make a dictionary of a table with `namvar dictionary import --from csv` or `--from table`" }
}

extension EntityProblem.Kind {
    /// What is wrong.
    public var message: String {
        switch self {
        case .notUTF8: "not UTF-8"
        case .json(let error): error.description
        case .notAnObject(let found): "the line is \(found)"
        case .lineTooLong(let bytes, let limit): "a line of \(bytes) bytes, and \(limit) is the most"
        case .doubleMember(let member): "\"\(member)\" stands twice"
        case .wrongKind(let member, let expected, let found): "\"\(member)\" is \(found), not \(expected)"
        case .missingID: "no \"id\""
        case .unusableID(let id): "the id \"\(Self.visible(id))\" cannot be used"
        case .duplicateID(let id, let first): "id \"\(id)\" again, first in \(first)"
        case .unknownType(let type): "unknown type \"\(type)\""
        case .unknownRole(let role, let text): "unknown role \"\(role)\" of \"\(text)\""
        case .unknownScript(let script, let text): "unknown script \"\(script)\" of \"\(text)\""
        case .noNames: "no name left"
        case .emptyName: "an empty name"
        case .nameTooLong(let letters, let limit, let beginning):
            "a name of \(letters) letters, and \(limit) is the most: \"\(beginning)…\""
        case .onlyTitles(let text): "\"\(text)\" holds only titles"
        case .noLetters(let text): "\"\(Self.visible(text))\" holds no letter"
        case .hiddenCharacter(let character, let text): "\"\(Self.visible(text))\" hides \(character)"
        case .mixedScripts(let text, let lookAlikes): "\"\(text)\" mixes scripts: \(lookAlikes.joined(separator: ", "))"
        case .pictograph(let text): "\"\(text)\" holds a picture"
        case .doubleName(let text): "\"\(text)\" stands twice"
        case .severalPreferred(let script, let texts):
            "several preferred names in \(script): \(texts.map { "\"\($0)\"" }.joined(separator: ", "))"
        case .redirectToNothing(let from, let to): "\"\(from)\" redirects to \"\(to)\", which is not there"
        case .redirectInCircle(let ids): "redirects in a circle: \(ids.map(\.rawValue).joined(separator: " → "))"
        case .sharedRef(let ref, let value, let other, let place): "\(ref) \(value) is also that of \(other)\(Self.at(place))"
        case .malformedRef(let ref, let value, let expected): "\(ref) is \"\(Self.visible(value))\", not \(expected)"
        case .sharedName(let text, let other, let place):
            "\"\(text)\" also names \(other)\(Self.at(place)), and nothing tells the two apart"
        case .implausibleYear(let member, let value): "\(member) is \(value)"
        case .deathBeforeBirth(let birth, let death): "born in \(birth), dead in \(death)"
        case .unsorted(let id, let previous): "id \"\(id)\" after \"\(previous)\""
        case .unsourcedName(let text): "\"\(text)\" has no source"
        }
    }

    private static func at(_ place: EntityProblem.Place?) -> String { place.map { ", \($0)" } ?? "" }

    /// What to do about it.
    public var remedy: String {
        switch self {
        case .notUTF8: "save the file as UTF-8"
        case .json: "correct the line; every line is one JSON object"
        case .notAnObject: "write one JSON object a line"
        case .lineTooLong: "put every entity on a line of its own"
        case .doubleMember: "keep one of them"
        case .wrongKind: "write it so"
        case .missingID: "give every entity an id of its own"
        case .unusableID: "use letters, digits and signs, without spaces at the ends and control characters"
        case .duplicateID: "merge the two, or give one another id"
        case .unknownType: "kept as it is; known are name, organization, person, place"
        case .unknownRole: "taken as alias; known are \(Alias.Role.allCases.map(\.rawValue).joined(separator: ", "))"
        case .unknownScript: "its letters decide; write a code of ISO 15924 such as Latn or Arab"
        case .noNames: "give the entity a name, or take the line out"
        case .emptyName: "take it out"
        case .nameTooLong: "left out; shorten it"
        case .onlyTitles: "kept; add the name itself"
        case .noLetters: "left out; write the name in letters"
        case .hiddenCharacter: "kept; take the character out unless it belongs there"
        case .mixedScripts: "kept; write the name in one script"
        case .pictograph: "kept; take it out unless it belongs to the name"
        case .doubleName: "counted once; take one out"
        case .severalPreferred: "the first is printed; make the others alias"
        case .redirectToNothing: "left out; add the entity or correct the id"
        case .redirectInCircle: "left out; let the last one name an entity"
        case .sharedRef: "merge the two, or correct one"
        case .malformedRef: "correct it or take it out"
        case .sharedName: "merge them, make the spelling weak, or state a year of birth, a role or a country"
        case .implausibleYear: "write a year of the Gregorian calendar"
        case .deathBeforeBirth: "correct one of them"
        case .unsorted: "sort the lines by the bytes of their ids"
        case .unsourcedName: "say where it comes from, in \"sources\""
        }
    }

    /// The text with its control and formatting characters escaped and its end cut, so that it can be shown.
    static func visible(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars.prefix(60) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return text.unicodeScalars.count > 60 ? result + "…" : result
    }
}
