/// The candidates for many names, in storage that is used again: the way to transliterate lists.
///
/// ```swift
/// var batch = transliterator.batch(to: .latin, TransliterationOptions(limit: 5))
/// for name in names {
///     batch.append(name)
///     for candidate in batch.candidates(of: 0) { output += batch.texts[batch.text(of: candidate)] }
///     batch.removeAll()
/// }
/// ```
///
/// A batch belongs to one thread at a time. Its words are remembered up to a bound, so it does not grow with the list unless names are kept in it.
public struct CandidateBatch: Sendable {
    /// What the names are transliterated by.
    public let transliterator: Transliterator
    /// The script that they are written in.
    public let script: TargetScript
    /// How they are transliterated.
    public let options: TransliterationOptions

    private var list = CandidateList()
    /// Where the candidates of each name end.
    private var ends: [Int] = []
    private var desk = ReadingDesk()
    private var memory: WordMemory

    init(_ transliterator: Transliterator, _ script: TargetScript, _ options: TransliterationOptions, remembering words: Int) {
        self.transliterator = transliterator
        self.script = script
        self.options = options
        memory = WordMemory(bound: words)
    }

    /// How many names the batch holds.
    public var count: Int { ends.count }

    /// Transliterates one more name.
    public mutating func append(_ name: String) {
        if options.scheme != nil {
            for candidate in transliterator.candidates(for: name, to: script, options) { list.append(candidate) }
        } else {
            transliterator.transliterate(name, to: script, options, &memory, on: &desk, into: &list)
        }
        ends.append(list.count)
    }

    /// Forgets the names, but neither the storage nor the words that are remembered.
    public mutating func removeAll() {
        list.removeAll()
        ends.removeAll(keepingCapacity: true)
    }

    /// The candidates for a name, best first, by number.
    public func candidates(of name: Int) -> Range<Int> { (name == 0 ? 0 : ends[name - 1])..<ends[name] }

    /// The texts of all candidates, as UTF-8.
    public var texts: [UInt8] { list.texts }

    /// Where in `texts` a candidate's text is.
    public func text(of candidate: Int) -> Range<Int> { list.text(of: candidate) }

    /// The probability that the name is written so.
    public func score(of candidate: Int) -> Double { list.score(of: candidate) }

    /// Where the candidate's reading came from.
    public func origin(of candidate: Int) -> Candidate.Origin { list.origin(of: candidate) }

    /// A candidate without its readings, which take longer to put together than all the rest.
    public func unread(_ candidate: Int) -> Candidate {
        Candidate(
            text: String(decoding: list.texts[list.text(of: candidate)], as: UTF8.self), score: list.score(of: candidate), reading: nil,
            origin: list.origin(of: candidate))
    }

    /// A candidate with its text and its readings, which are put together now.
    public subscript(candidate: Int) -> Candidate { list.candidate(candidate, transliterator.names) }
}

extension Transliterator {
    /// An empty batch for names to be written in `script`.
    ///
    /// - Parameter words: how many words that had to be read by a model are remembered; when there are more, all are forgotten.
    public func batch(
        to script: TargetScript, _ options: TransliterationOptions = .init(), remembering words: Int = 8192
    ) -> CandidateBatch {
        CandidateBatch(self, script, options, remembering: words)
    }
}
