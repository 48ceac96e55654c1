/// Something in a dictionary's text form that needs a person's eye, with its place.
public struct EntityProblem: Hashable, Sendable {
    /// What is done about it.
    public enum Severity: Hashable, Sendable, Comparable {
        /// It is kept.
        case warning
        /// The line, or the spelling, is left out; the rest goes through.
        case error
    }

    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        case notUTF8
        case json(JSONError)
        case notAnObject(found: String)
        case lineTooLong(bytes: Int, limit: Int)
        case doubleMember(String)
        case wrongKind(member: String, expected: String, found: String)
        case missingID
        case unusableID(String)
        case duplicateID(EntityID, first: Place)
        case unknownType(String)
        case unknownRole(String, text: String)
        case unknownScript(String, text: String)
        case noNames
        case emptyName
        case nameTooLong(letters: Int, limit: Int, beginning: String)
        case onlyTitles(String)
        case noLetters(String)
        case hiddenCharacter(String, text: String)
        case mixedScripts(String, lookAlikes: [String])
        case pictograph(String)
        case doubleName(String)
        case severalPreferred(script: String, texts: [String])
        case redirectToNothing(EntityID, to: EntityID)
        case redirectInCircle([EntityID])
        // Found only by looking at the whole dictionary.
        case sharedRef(String, value: String, other: EntityID, Place?)
        case malformedRef(String, value: String, expected: String)
        case sharedName(String, other: EntityID, Place?)
        case implausibleYear(String, value: String)
        case deathBeforeBirth(birth: Int, death: Int)
        case unsorted(EntityID, previous: EntityID)
        case unsourcedName(String)
    }

    /// A file and a line of it.
    public struct Place: Hashable, Sendable, CustomStringConvertible {
        /// The path as it was given.
        public var file: String
        /// From 1; 0 where no line is meant.
        public var line: Int

        /// A line of a file.
        public init(file: String, line: Int) {
            self.file = file
            self.line = line
        }

        /// `file:line`, or the file alone where no line is meant.
        public var description: String { line > 0 ? "\(file):\(line)" : file }
    }

    /// Where.
    public var place: Place
    /// What.
    public var kind: Kind

    /// A problem at a place.
    public init(_ kind: Kind, at place: Place) {
        self.kind = kind
        self.place = place
    }

    /// What is done about it.
    public var severity: Severity {
        switch kind {
        case .unknownType, .mixedScripts, .pictograph, .doubleName, .severalPreferred, .hiddenCharacter, .unknownScript, .unknownRole,
            .sharedName, .onlyTitles:
            .warning
        default: .error
        }
    }
}
