import Lexicon
import TestSupport
import Testing

@testable import Transliteration

/// The models' tables say, read where they lie, what was put into them.
@Suite struct PackedModelTests {
    @Test(arguments: [Float(0), 0.5])
    func probabilitiesAfterEveryHistoryAddUpToOne(_ pruning: Float) {
        var random = SplitMix(seed: 5)
        let symbols = 12
        var trainer = NGramTrainer(order: 4, discount: 0.9)
        for _ in 0..<300 {
            let first = Int.random(in: 1...4, using: &random)
            let count = Int.random(in: 1...8, using: &random)
            trainer.add((0..<count).map { (first + $0 * $0) % symbols + 1 }, weight: Float.random(in: 0.3...2, using: &random))
        }
        let model = NGramModel(Bytes(trainer.bytes(pruning: pruning)))
        var seen = Set<UInt32>(), states = [model.start]
        while let state = states.popLast() {
            guard seen.insert(state).inserted else { continue }
            var sum: Float = 0
            for symbol in 0...symbols {
                let (score, next) = model.step(state, symbol)
                sum += exponential(score)
                if symbol > 0 { states.append(next) }
            }
            // Scores are kept in steps of 1/16; what is pruned leaves its rest of the probability.
            #expect(abs(sum - 1) < (pruning == 0 ? 0.1 : 0.4), "state \(state)")
        }
        #expect(seen.count > 20)
    }

    @Test func everyElementInAWordIsFound() {
        var random = SplitMix(seed: 7)
        var builder = ElementTrieBuilder(width: 2)
        var elements: [[UInt8]: [UInt8]] = [:]
        for _ in 0..<400 {
            let letters = (0..<Int.random(in: 1...5, using: &random)).map { _ in UInt8.random(in: 1...5, using: &random) }
            elements[letters] = letters.flatMap { [$0 * 3, $0 + 100] }
        }
        for (letters, sounds) in elements { builder.add(letters, sounds, .word) }
        let trie = ElementTrie(Bytes(builder.bytes()))
        for _ in 0..<100 {
            let word = (0..<Int.random(in: 1...9, using: &random)).map { _ in UInt8.random(in: 1...6, using: &random) }
            var matches: [ElementTrie.Match] = []
            trie.find(in: word, into: &matches)
            var expected: [[Int]] = []
            for start in word.indices {
                for end in start + 1..<word.count + 1 where elements[Array(word[start..<end])] != nil { expected.append([start, end]) }
            }
            #expect(matches.map { [$0.start, $0.end] } == expected)
            for match in matches {
                for place in match.start..<match.end {
                    #expect(trie.sound(match, at: place, slot: false) == UInt64(word[place] * 3))
                    #expect(trie.sound(match, at: place, slot: true) == UInt64(word[place] + 100))
                }
            }
        }
    }

    @Test func theLettersOfTheGrammarAreThoseOfTheAlphabet() {
        let letters: [(UInt8, Unicode.Scalar)] = [
            (WordShape.alef, "ا"), (WordShape.khe, "خ"), (WordShape.lam, "ل"), (WordShape.vav, "و"), (WordShape.he, "ه"),
            (WordShape.yeh, "ی"),
        ]
        for (code, scalar) in letters { #expect(PersianLetters.code(scalar) == code) }
    }
}
