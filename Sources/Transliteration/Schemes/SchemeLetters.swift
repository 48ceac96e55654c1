internal import ICU
internal import Synchronization

/// The letters of a scheme: ICU's rules, and the words that they have rewritten already.
///
/// ICU costs microseconds a word and holds a lock over the process, so words are remembered, up to a bound.
final class SchemeLetters: Sendable {
    private let rules: RuleTransliterator
    private let known = Mutex<[String: [String]]>([:])
    private let reverse = Mutex<PieceTable?>(nil)

    /// Words that are remembered; when there are more, all are forgotten.
    private static let bound = 1 << 15

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
    func latin(of segments: [Segment]) -> [String] {
        let input = segments.ruleInput
        if let texts = known.withLock({ $0[input] }) { return texts }
        let texts = rewritten(input)
        known.withLock { known in
            if known.count >= Self.bound { known.removeAll(keepingCapacity: true) }
            known[input] = texts
        }
        return texts
    }

    /// The Latin of each segment, by ICU.
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
