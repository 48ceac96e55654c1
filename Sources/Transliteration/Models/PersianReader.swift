internal import Lexicon

/// Reads Persian words: an n-gram model of tags and a window tagger, which sees the elements too, in one beam search.
struct PersianReader: Sendable {
    /// The tags of each letter that were seen in training, those of the slot last.
    private let choices: [[Int]]
    private let ngrams: NGramModel
    private let tagger: WindowTagger
    let elements: ElementTrie
    private let shapes = TagSet.standard.shapes
    var ngramWeight: Float = 0.5
    var temperature: Float = 1.5
    /// How far behind the best a hypothesis may fall.
    var threshold: Float = 8

    static let prefix = "persian"

    /// The reader in compiled models; `nil` when they have none.
    init?(_ models: Archive) {
        guard let tags = models.section("\(Self.prefix).tags"), let ngrams = models.section("\(Self.prefix).ngrams"),
            let tagger = models.section("\(Self.prefix).window"), let elements = models.section("\(Self.prefix).elements")
        else { return nil }
        choices = Self.choices(tags)
        self.ngrams = NGramModel(ngrams)
        self.tagger = WindowTagger(tagger)
        self.elements = ElementTrie(elements)
    }

    /// Lists of tags, one after another: how many, then each.
    private static func choices(_ bytes: Bytes) -> [[Int]] {
        var lists: [[Int]] = []
        var at = 0
        while at < bytes.count {
            let count = Int(bytes.u16(at: at))
            lists.append((0..<count).map { Int(bytes.u16(at: at + 2 + 2 * $0)) })
            at += 2 + 2 * count
        }
        return lists
    }

    private struct Hypothesis {
        var score: Float
        var state: UInt32
        var back: Int32
        var tag: Int16
        var shape: WordShape.State
        var open: Bool
    }

    /// One way to read and spell a word: tags, a letter's and for consonants its slot's, and their score.
    struct Way {
        var tags: [Int]
        var score: Float
    }

    /// The best ways to read a word, best first.
    func read(_ letters: [UInt8], width: Int, threshold: Float? = nil) -> [Way] {
        let threshold = threshold ?? self.threshold
        let evidence = ElementEvidence(letters, elements)
        var arena: [Hypothesis] = []
        arena.reserveCapacity(letters.count * 2 * width + 1)
        arena.append(Hypothesis(score: 0, state: ngrams.start, back: -1, tag: -1, shape: .start, open: false))
        var beam = 0..<1
        var next: [Hypothesis] = []
        next.reserveCapacity(width * 24)
        var scores: [Float] = []
        let slots = choices[choices.count - 1]
        for (place, letter) in letters.enumerated() {
            let tags = choices[Int(letter)]
            scores.removeAll(keepingCapacity: true)
            tagger.appendScores(letters, at: place, kind: .letter, group: letter, evidence, choices: tags.count, to: &scores)
            next.removeAll(keepingCapacity: true)
            var floor = -Float.infinity
            for index in beam {
                let from = arena[index]
                for choice in tags.indices {
                    let reached = from.score + scores[choice]
                    if reached < floor { continue }
                    let tag = tags[choice]
                    guard let shape = WordShape.after(from.shape, shapes[tag], in: letters, at: place) else { continue }
                    let (score, state) = ngrams.step(from.state, tag + 1)
                    let open = shape == .bare && (shapes[tag].kind == .consonant || shapes[tag].kind == .lam)
                    let total = reached + ngramWeight * score
                    if total < floor { continue }
                    floor = max(floor, total - threshold)
                    next.append(Hypothesis(score: total, state: state, back: Int32(index), tag: Int16(tag), shape: shape, open: open))
                }
            }
            beam = Self.keep(&next, width, floor, &arena)
            if !arena[beam].contains(where: \.open) { continue }
            scores.removeAll(keepingCapacity: true)
            tagger.appendScores(letters, at: place, kind: .slot, group: 0, evidence, choices: slots.count, to: &scores)
            next.removeAll(keepingCapacity: true)
            floor = -Float.infinity
            for index in beam {
                let from = arena[index]
                guard from.open else {
                    // Nothing to decide: the hypothesis goes on as it is.
                    next.append(from)
                    floor = max(floor, from.score - threshold)
                    continue
                }
                for choice in slots.indices {
                    let reached = from.score + scores[choice]
                    if reached < floor { continue }
                    let tag = slots[choice]
                    guard let shape = WordShape.afterSlot(shapes[tag], in: letters, at: place) else { continue }
                    let (score, state) = ngrams.step(from.state, tag + 1)
                    let total = reached + ngramWeight * score
                    if total < floor { continue }
                    floor = max(floor, total - threshold)
                    next.append(Hypothesis(score: total, state: state, back: Int32(index), tag: Int16(tag), shape: shape, open: false))
                }
            }
            beam = Self.keep(&next, width, floor, &arena)
        }
        var ways: [Way] = []
        for index in beam where WordShape.mayEnd(arena[index].shape) {
            let end = arena[index].score + ngramWeight * ngrams.step(arena[index].state, NGramModel.end).score
            var tags: [Int] = []
            tags.reserveCapacity(letters.count * 2)
            var at = index
            while at > 0 {
                tags.append(Int(arena[at].tag))
                at = Int(arena[at].back)
            }
            tags.reverse()
            ways.append(Way(tags: tags, score: end))
        }
        ways.sort { $0.score > $1.score }
        return ways
    }

    private static func keep(_ next: inout [Hypothesis], _ width: Int, _ floor: Float, _ arena: inout [Hypothesis]) -> Range<Int> {
        let first = arena.count
        if next.count > width {
            next.sort { $0.score > $1.score }
        }
        for hypothesis in next.prefix(width) where hypothesis.score >= floor { arena.append(hypothesis) }
        return first..<arena.count
    }
}
