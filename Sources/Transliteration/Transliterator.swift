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
        var whole: [Candidate] = []
        for word in pieces(of: name, options) {
            let choices = candidates(forWord: word, to: script, options)
            if whole.isEmpty {
                whole = choices
                continue
            }
            var longer: [Candidate] = []
            longer.reserveCapacity(whole.count * choices.count)
            for start in whole {
                for choice in choices { longer.append(start.followed(by: choice)) }
            }
            longer.sort { $0.score > $1.score }
            whole = Array(longer.prefix(max(options.limit, 5)))
        }
        if whole.isEmpty { whole = [Candidate(text: name, score: 1, reading: nil, origin: .copied)] }
        if let scheme = options.scheme, script == .latin { whole = romanized(whole, name, scheme) }
        return Array(whole.prefix(options.limit))
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
                if letters.contains(PersianLetters.space), names.ways(of: letters, limit: 1).total > 0 {
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

    /// The readings that one part of a name may have, in either script, likeliest first.
    public func readings(of word: String, limit: Int, knowledge: Knowledge = .lexiconAndModel) -> [ReadCandidate] {
        let letters = PersianLetters.codes(of: word)
        return letters.isEmpty ? readings(ofLatin: word, limit, knowledge) : readings(ofPersian: word, letters, limit, knowledge)
    }

    /// Compiles the tables of names under `folder` into the lexicon's archive.
    public static func compile(folder: String, into builder: inout ArchiveBuilder) throws(NameTableError) {
        let lines = try NameTable.lines(folder: folder)
        NameLexicon.compile(lines + (try NameTable.foreignElements(folder: folder)), into: &builder)
        builder.add(ReadingAligner.section, ReadingAligner.trained(on: lines).bytes)
    }
}

extension Candidate {
    /// This candidate and, after a space, another.
    fileprivate func followed(by next: Candidate) -> Candidate {
        let reading: Reading? =
            switch (reading, next.reading) {
            case (let a?, let b?): Reading(checked: a.units + [.boundary(.space)] + b.units)
            default: nil
            }
        return Candidate(
            text: text + " " + next.text, score: score * next.score, reading: reading, origin: Origin.weaker(origin, next.origin),
            words: words + next.words)
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
