/// How a scheme joins words and parts of words: what its rule file says in lines `# namvar: key = value`.
///
/// In a value `_` is a space; nothing after `=` is the empty text.
public struct SchemeStyle: Hashable, Sendable {
    /// What ezafe adds after a consonant, after a vowel, and after silent he.
    public var ezafe = Ezafe(afterConsonant: "-e", afterVowel: "-ye", afterSilentHe: "-ye")
    /// The Arabic article inside a name, with what stands around it; `*` is the article as it is heard.
    public var article = "*"
    /// The article and «الله», where they are not as other words: `_allāh`.
    public var allah: String?
    /// The article at the start of a name, where it is not as inside.
    public var articleAtStart: String?
    /// Between words.
    public var space = " "
    /// Between the parts of a compound given name: محمدرضا.
    public var compoundGiven = ""
    /// The same where the first part is this one, or the whole is this compound, by its notation.
    public var compoundGivenAfter: [String: String] = [:]
    /// Between two family names: آذری جهرمی.
    public var doubleSurname = " "
    /// Between a part and a suffix that is joined by U+200C: احمدی‌نژاد.
    public var suffix = ""
    /// Between a part and an ending that is joined by U+200C: خامنه‌ای.
    public var ending = ""
    /// Between other parts that are joined by U+200C.
    public var joiner = ""
    /// Which letters are capitals.
    public var capitals = Capitals.names

    /// What ezafe adds to a word.
    public struct Ezafe: Hashable, Sendable {
        var afterConsonant: String
        var afterVowel: String
        /// After silent he, with hamza on it or, unless the next says otherwise, with nothing.
        var afterSilentHe: String
        /// Where Persian writes ی.
        var written: String?
        /// After silent he, where nothing is written.
        var unwrittenAfterSilentHe: String?
    }

    /// The habits of capital letters.
    public enum Capitals: String, Hashable, Sendable {
        /// The first letter of each name.
        case names
        /// Every letter.
        case all
        /// No letter.
        case none
    }

    /// The style that the directives of a rule file say.
    init(rules: String, file: String) throws(SchemeError) {
        var number = 0
        for line in rules.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            guard line.hasPrefix(Self.mark) else { continue }
            let text = line.dropFirst(Self.mark.count)
            guard let equals = text.firstIndex(of: "="),
                set(trimmed(text[..<equals]), to: trimmed(text[text.index(after: equals)...]))
            else { throw .directive(file: file, line: number, text: trimmed(text)) }
        }
    }

    private static let mark = "# namvar:"

    private mutating func set(_ key: String, to value: String) -> Bool {
        let text = value.replacing("_", with: " ")
        switch key {
        case "ezafe":
            let forms = text.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
            guard (3...5).contains(forms.count) else { return false }
            ezafe = Ezafe(
                afterConsonant: forms[0], afterVowel: forms[1], afterSilentHe: forms[2], written: forms.count > 3 ? forms[3] : nil,
                unwrittenAfterSilentHe: forms.count > 4 ? forms[4] : nil)
        case "article": article = text
        case "article-initial": articleAtStart = text
        case "allah": allah = text
        case "space": space = text
        case "compound-given": compoundGiven = text
        case "double-surname": doubleSurname = text
        case "suffix": suffix = text
        case "ending": ending = text
        case "joiner": joiner = text
        case "capitals":
            guard let known = Capitals(rawValue: value) else { return false }
            capitals = known
        default:
            guard key.hasPrefix("compound-given ") else { return false }
            compoundGivenAfter[String(key.dropFirst("compound-given ".count))] = text
        }
        return true
    }
}

/// The text without spaces around it.
private func trimmed(_ text: Substring) -> String {
    var rest = text
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
}
