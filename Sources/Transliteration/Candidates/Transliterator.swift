public import Lexicon
internal import NameText

/// Writes names in the other script: the lexicon's readings first, the models' for the rest.
public struct Transliterator: Sendable {
    /// The names that are known.
    public let names: NameLexicon
    /// Tells by which reading one spelling spells another.
    public let aligner: ReadingAligner
    let vocabulary: Vocabulary?
    let models: ReadingModels?
    let plain: PlainReader
    let desks = ReadingDesks()

    /// A transliterator over a compiled lexicon and, when there are any, compiled models.
    public init(lexicon: Archive, models: Archive?) throws(ArchiveError) {
        names = try NameLexicon(lexicon)
        aligner = ReadingAligner(lexicon)
        plain = PlainReader(aligner: aligner)
        vocabulary = try? Vocabulary(lexicon)
        self.models = models.map(ReadingModels.init)
    }

    /// Whether there are trained models; without them unknown names are read letter by letter.
    public var hasModels: Bool { models?.persian != nil }

    /// How a whole name is written in `script`, best first.
    ///
    /// The score is the probability that the whole name is written so: the product of its words'.
    public func candidates(for name: String, to script: TargetScript, _ options: TransliterationOptions = .init()) -> [Candidate] {
        var desk = desks.take(), memory = WordMemory.none, list = CandidateList()
        swap(&list, &desk.list)
        defer {
            swap(&list, &desk.list)
            desks.put(back: desk)
        }
        list.removeAll()
        transliterate(name, to: script, options, &memory, on: &desk, into: &list)
        let candidates = (0..<list.count).map { list.candidate($0, names) }
        guard let scheme = options.scheme, script == .latin else { return candidates }
        return Array(romanized(candidates, name, scheme).prefix(options.limit))
    }

    /// Appends the candidates for a whole name to `list`.
    func transliterate(
        _ name: String, to script: TargetScript, _ options: TransliterationOptions, _ memory: inout WordMemory, on desk: inout ReadingDesk,
        into list: inout CandidateList
    ) {
        var count = 0
        for piece in pieces(of: name, options) {
            if desk.pieces.count == count { desk.pieces.append(WordChoices()) }
            var choices = WordChoices()
            swap(&choices, &desk.pieces[count])
            choose(piece, to: script, options, &memory, into: &choices, on: &desk)
            swap(&choices, &desk.pieces[count])
            count += 1
        }
        if count == 0 {
            list.append(Candidate(text: name, score: 1, reading: nil, origin: .copied))
            return
        }
        // A scheme may write the same what differs in the spelling of the press.
        let limit = options.scheme != nil && script == .latin ? max(options.limit, 5) : options.limit
        desk.combinations.combine(desk.pieces[..<count], limit: max(options.limit, 5))
        for end in desk.combinations.ends.prefix(limit) {
            let (score, origin) = desk.combinations.follow(end)
            list.append(desk.pieces[..<count], desk.combinations.choices, score: score, origin: origin)
        }
    }

    /// The words of a name; words that the lexicon knows as one name stay together.
    private func pieces(of name: String, _ options: TransliterationOptions) -> [Substring] {
        let words = name.split(omittingEmptySubsequences: true) { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
        guard words.count > 1, options.knowledge == .lexiconAndModel else { return words }
        var pieces: [Substring] = []
        var index = 0
        while index < words.count {
            if index + 1 < words.count {
                let pair = name[words[index].startIndex..<words[index + 1].endIndex]
                let letters = PersianLetters.codes(of: String(pair))
                if letters.contains(PersianLetters.space), names.isSpelt(letters) {
                    pieces.append(pair)
                    index += 2
                    continue
                }
            }
            pieces.append(words[index])
            index += 1
        }
        return pieces
    }

    /// Compiles the tables of names under `folder` into the lexicon's archive.
    public static func compile(folder: String, into builder: inout ArchiveBuilder) throws(NameTableError) {
        let lines = try NameTable.lines(folder: folder)
        NameLexicon.compile(lines + (try NameTable.foreignElements(folder: folder)), into: &builder)
        builder.add(ReadingAligner.section, ReadingAligner.trained(on: lines).bytes)
    }
}

extension Transliterator {
    /// The candidates in a scheme's letters; those that come out the same are one.
    private func romanized(_ candidates: [Candidate], _ name: String, _ scheme: Scheme) -> [Candidate] {
        let kinds = vocabulary.map { Name(name, $0).parts } ?? []
        var result: [Candidate] = []
        for candidate in candidates {
            var romanized = candidate
            let words = candidate.words.map { word in
                let kind = kinds.first { $0.text.contains(word.given) }?.kind ?? .other
                return word.reading.map { NameWord($0, as: kind) } ?? NameWord(.text(word.given), as: kind)
            }
            romanized.text = scheme.romanized(words)
            if let known = result.firstIndex(where: { $0.text == romanized.text }) {
                result[known].score += romanized.score
            } else {
                result.append(romanized)
            }
        }
        return result
    }
}
