internal import Lexicon

/// Writes Latin words in Persian letters: an n-gram model and a window tagger, which sees the elements too, in one beam search; one tag a
/// Latin letter.
struct LatinReader: Sendable {
    /// What each tag writes: a Latin letter's share of the Persian spelling, mostly none to two letters.
    private let tags: [[UInt8]]
    /// The tags that each Latin letter had.
    private let choices: [[Int]]
    private let ngrams: NGramModel
    private let tagger: WindowTagger
    private let elements: ElementTrie
    var ngramWeight: Float = 0.8
    var temperature: Float = 2.2
    var threshold: Float = 12

    static let prefix = "latin"
    /// The number of a hyphen or space inside a word.
    static let hyphen: UInt8 = 27

    /// The reader in compiled models; `nil` when they have none.
    init?(_ models: Archive) {
        guard let tags = models.section("\(Self.prefix).tags"), let ngrams = models.section("\(Self.prefix).ngrams"),
            let tagger = models.section("\(Self.prefix).window"), let elements = models.section("\(Self.prefix).elements")
        else { return nil }
        (self.tags, choices) = Self.tags(tags)
        self.ngrams = NGramModel(ngrams)
        self.tagger = WindowTagger(tagger)
        self.elements = ElementTrie(elements)
    }

    /// For each tag its Latin letter, how many Persian letters it writes, and these.
    private static func tags(_ bytes: Bytes) -> ([[UInt8]], [[Int]]) {
        var tags: [[UInt8]] = []
        var choices = [[Int]](repeating: [], count: 28)
        var at = 0
        while at < bytes.count {
            let count = Int(bytes[at + 1])
            choices[Int(bytes[at])].append(tags.count)
            tags.append(bytes[at + 2..<at + 2 + count].array)
            at += 2 + count
        }
        return (tags, choices)
    }

    /// The Latin letters as numbers from 1, with breaks as letters of their own.
    static func codes(_ letters: [UInt8], breaks: [Int]) -> [UInt8] {
        var codes: [UInt8] = []
        codes.reserveCapacity(letters.count + breaks.count)
        for (index, letter) in letters.enumerated() {
            if breaks.contains(index) { codes.append(hyphen) }
            codes.append(letter - UInt8(ascii: "a") + 1)
        }
        return codes
    }

    private struct Hypothesis {
        var score: Float
        var state: UInt32
        var back: Int32
        var tag: Int16
    }

    /// The best Persian spellings of a word with their scores, best first; a spelling may come more than once.
    func write(_ codes: [UInt8], width: Int) -> [(letters: [UInt8], score: Float)] {
        let evidence = ElementEvidence(codes, elements)
        var arena: [Hypothesis] = []
        arena.reserveCapacity(codes.count * width + 1)
        arena.append(Hypothesis(score: 0, state: ngrams.start, back: -1, tag: -1))
        var beam = 0..<1
        var next: [Hypothesis] = []
        next.reserveCapacity(width * 24)
        var scores: [Float] = []
        for (place, code) in codes.enumerated() {
            let mine = choices[Int(code)]
            scores.removeAll(keepingCapacity: true)
            tagger.appendScores(codes, at: place, kind: .latin, group: code, evidence, choices: mine.count, to: &scores)
            next.removeAll(keepingCapacity: true)
            var floor = -Float.infinity
            for index in beam {
                let from = arena[index]
                for choice in mine.indices {
                    let reached = from.score + scores[choice]
                    if reached < floor { continue }
                    let (score, state) = ngrams.step(from.state, mine[choice] + 1)
                    let total = reached + ngramWeight * score
                    if total < floor { continue }
                    floor = max(floor, total - threshold)
                    next.append(Hypothesis(score: total, state: state, back: Int32(index), tag: Int16(mine[choice])))
                }
            }
            let first = arena.count
            if next.count > width { next.sort { $0.score > $1.score } }
            for hypothesis in next.prefix(width) where hypothesis.score >= floor { arena.append(hypothesis) }
            beam = first..<arena.count
        }
        var written: [(letters: [UInt8], score: Float)] = []
        for index in beam {
            var path: [Int] = []
            var at = index
            while at > 0 {
                path.append(Int(arena[at].tag))
                at = Int(arena[at].back)
            }
            var letters: [UInt8] = []
            for tag in path.reversed() { letters += tags[tag] }
            if letters.isEmpty { continue }
            written.append((letters, arena[index].score + ngramWeight * ngrams.step(arena[index].state, NGramModel.end).score))
        }
        written.sort { $0.score > $1.score }
        return written
    }
}
