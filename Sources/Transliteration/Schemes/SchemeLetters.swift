internal import ICU
internal import Synchronization

/// The letters of a scheme, by ICU's rules.
final class SchemeLetters: Sendable {
    private let rules: RuleTransliterator
    private let reverse = Mutex<PieceTable?>(nil)

    init(rules text: String, file: String) throws(SchemeError) {
        do throws(ICUError) {
            rules = try RuleTransliterator(id: file, rules: text)
        } catch .rules(_, let line, let column, let near, _) {
            throw .rules(file: file, line: line, column: column, near: near)
        } catch {
            throw .failed(file: file, status: "\(error)")
        }
    }

    /// The Latin of each segment of a word.
    func latin(of segments: [Segment]) -> [String] { rewritten(segments.ruleInput) }

    /// The Latin of each segment of a word in notation.
    func rewritten(_ input: String) -> [String] {
        // ICU's rules fail on no text; what they cannot rewrite they leave.
        let output = (try? rules(input)) ?? input
        return output.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "+" || $0 == "=" }.map(String.init)
    }

    /// What the scheme's Latin may stand for, found at the first use.
    func pieces(of scheme: Scheme) -> PieceTable {
        if let table = reverse.withLock({ $0 }) { return table }
        let table = PieceTable(scheme)
        reverse.withLock { $0 = table }
        return table
    }
}
