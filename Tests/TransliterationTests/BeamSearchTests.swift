import Lexicon
import TestSupport
import Testing

@testable import Transliteration

@Suite struct BeamSearchTests {
    /// No symbol twice in a row; slots are asked only after odd symbols; a word may not end in symbol 1.
    private struct Grammar: ChoiceGrammar {
        var start: UInt8 { 0 }
        func isOpen(_ state: UInt8, _ decision: Lattice.Decision) -> Bool { decision.kind != .slot || state % 2 == 1 }
        func after(_ state: UInt8, _ symbol: Int, _ decision: Lattice.Decision) -> UInt8? { symbol == state ? nil : UInt8(symbol) }
        func mayEnd(_ state: UInt8) -> Bool { state != 1 }
    }

    private static let ngrams: NGramModel = {
        var trainer = NGramTrainer(order: 3, discount: 0.9)
        for row in [[1, 5, 2, 7], [2, 5, 1], [3, 6, 2], [1, 6, 3, 8, 2], [4, 2], [2, 4, 1, 5, 2]] { trainer.add(row, weight: 1) }
        return NGramModel(Bytes(trainer.bytes(pruning: 0)))
    }()

    private static func lattice(_ random: inout SplitMix) -> Lattice {
        var lattice = Lattice()
        for place in 0..<Int.random(in: 1...3, using: &random) {
            lattice.append(.letter, at: place, 1..<5)
            lattice.append(.slot, at: place, 5..<9)
        }
        for index in lattice.scores.indices { lattice.scores[index] = Float.random(in: -6...0, using: &random) }
        return lattice
    }

    /// Every way through the lattice that the grammar admits, best first.
    private static func exhaustive(_ lattice: Lattice, weight: Float) -> [(symbols: [UInt16], score: Float)] {
        var ways: [(symbols: [UInt16], score: Float, state: UInt32, shape: UInt8)] = [([], 0, ngrams.start, 0)]
        let grammar = Grammar()
        for decision in lattice.decisions {
            var longer: [(symbols: [UInt16], score: Float, state: UInt32, shape: UInt8)] = []
            for way in ways {
                if !grammar.isOpen(way.shape, decision) {
                    longer.append(way)
                    continue
                }
                for choice in 0..<decision.count {
                    let symbol = decision.first + choice
                    guard let shape = grammar.after(way.shape, symbol, decision) else { continue }
                    let (score, state) = ngrams.step(way.state, symbol)
                    longer.append(
                        (
                            way.symbols + [UInt16(symbol)], way.score + lattice.scores[decision.scores + choice] + weight * score, state,
                            shape
                        ))
                }
            }
            ways = longer
        }
        return ways.filter { grammar.mayEnd($0.shape) }
            .map { ($0.symbols, $0.score + weight * ngrams.step($0.state, NGramModel.end).score) }.sorted { $0.score > $1.score }
    }

    @Test func aBroadBeamFindsWhatExhaustiveSearchFinds() {
        var random = SplitMix(seed: 11)
        var beam = BeamSearch()
        for _ in 0..<20 {
            let lattice = Self.lattice(&random)
            let expected = Self.exhaustive(lattice, weight: 0.5)
            beam.search(lattice, Self.ngrams, weight: 0.5, Grammar(), BeamSearch.Bounds(width: 100_000, threshold: 1000))
            #expect(beam.ends.count == expected.count)
            var symbols: [UInt16] = []
            for (end, way) in zip(beam.ends, expected) {
                #expect(abs(end.score - way.score) < 1e-3)
                beam.symbols(to: end, into: &symbols)
                #expect(expected.contains { $0.symbols == symbols && abs($0.score - end.score) < 1e-3 })
            }
        }
    }

    @Test func theBestAloneTakesNoBroaderSearch() {
        for width in [1, 8, 40] {
            let bounds = BeamSearch.Bounds(width: width, threshold: 12)
            #expect(bounds.forTheBest.width <= width && bounds.forTheBest.threshold < 12)
        }
    }

    @Test func aNarrowBeamKeepsToItsBounds() {
        var random = SplitMix(seed: 13)
        var beam = BeamSearch()
        var hits = 0
        for _ in 0..<50 {
            let lattice = Self.lattice(&random)
            let expected = Self.exhaustive(lattice, weight: 0.5)
            beam.search(lattice, Self.ngrams, weight: 0.5, Grammar(), BeamSearch.Bounds(width: 4, threshold: 8))
            #expect(beam.ends.count <= 4)
            #expect(beam.ends.map(\.score) == beam.ends.map(\.score).sorted(by: >))
            if let end = beam.ends.first, let best = expected.first, abs(end.score - best.score) < 1e-3 { hits += 1 }
        }
        #expect(hits >= 35)
    }
}
