/// What is wrong with a scheme's rule file, and where.
public enum SchemeError: Error, Equatable, Sendable {
    /// ICU does not accept the rules; line and column count from 1.
    case rules(file: String, line: Int, column: Int, near: String)
    /// A `# namvar:` line that is not `key = value` with a known key and a value that the key has.
    case directive(file: String, line: Int, text: String)
    /// ICU failed otherwise; `status` is its own name for the failure.
    case failed(file: String, status: String)
    /// The archive holds no schemes, or what it holds is not text.
    case noSchemes
}

extension SchemeError: CustomStringConvertible {
    /// A sentence for people: lower case, says where and what to do.
    public var description: String {
        switch self {
        case .rules(let file, let line, let column, let near):
            "\(file):\(line):\(column): mistake in the transliteration rules near «\(near)»: correct that line"
        case .directive(let file, let line, let text):
            "\(file):\(line): «\(text)» is no directive: see docs/schemes.md for the keys and their values"
        case .failed(let file, let status): "\(file): transliteration failed with \(status)"
        case .noSchemes: "the archive holds no schemes: compile the dictionaries anew"
        }
    }
}
