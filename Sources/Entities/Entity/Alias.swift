public import ICU

/// One spelling of an entity's name.
public struct Alias: Hashable, Sendable {
    /// How good a spelling is as a name of its entity.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// The one to print, in its script.
        case preferred
        /// Another spelling that means this entity.
        case alias
        /// A spelling that may mean others as well: a bare surname, an abbreviation.
        case weak
        /// What the entity was called before.
        case historical
        /// A mistake that is met often enough to be worth finding.
        case misspelling
    }

    /// The spelling.
    public var text: String
    /// How good it is.
    public var role: Role
    /// The script that most of its letters are in.
    public var script: Script
    /// The language as a BCP 47 tag, where it is stated.
    public var language: String?
    /// Where the spelling was found.
    public var sources: [String]
    /// How often it was met; 1 when the dictionary does not say.
    public var count: Int
    /// Further members of the text form, kept as they came.
    public var properties: JSONObject

    /// A spelling; its script is seen from its letters unless it is given.
    public init(
        _ text: String, role: Role = .alias, script: Script? = nil, language: String? = nil, sources: [String] = [], count: Int = 1,
        properties: JSONObject = [:]
    ) {
        self.text = text
        self.role = role
        self.script = script ?? Script(mostOf: text)
        self.language = language
        self.sources = sources
        self.count = count
        self.properties = properties
    }
}

extension Script {
    /// The script that most letters of a text are in; common where there is no letter. Of two as frequent, the one that comes first.
    public init(mostOf text: String) {
        var counts: [(script: Script, count: Int)] = []
        for scalar in text.unicodeScalars {
            guard let script = Self.ofLetter(scalar) else { continue }
            if let index = counts.firstIndex(where: { $0.script == script }) {
                counts[index].count += 1
            } else {
                counts.append((script, 1))
            }
        }
        var most = (script: Script.common, count: 0)
        for entry in counts where entry.count > most.count { most = entry }
        self = most.script
    }

    private static func ofLetter(_ scalar: Unicode.Scalar) -> Script? {
        switch scalar {
        case "a"..."z", "A"..."Z": return .latin
        case "\0"..."@": return nil
        case "ء"..."غ", "ف"..."ي", "ٱ"..."ۓ": return .arabic
        default:
            let script = Script(of: scalar)
            return script == .common || script == .inherited ? nil : script
        }
    }
}
