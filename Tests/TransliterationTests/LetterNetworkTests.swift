import Lexicon
import Testing

@testable import Transliteration

@Suite struct LetterNetworkTests {
    private static let shape = NetworkShape(input: 1, memory: 1, letters: 6, numbers: 1, symbols: 8)

    private static func random(_ seed: UInt64) -> LetterNetwork {
        var random = SplitMix(seed: seed)
        var network = LetterNetwork(shape)
        for index in network.parameters.indices {
            for scalar in 0..<NetworkShape.lane { network.parameters[index][scalar] = Float.random(in: -0.5...0.5, using: &random) }
        }
        return network
    }

    private static func read(_ network: LetterNetwork, _ letters: [UInt8]) -> LetterNetwork.Trace {
        var trace = LetterNetwork.Trace()
        trace.rows = letters.map { Int32(shape.row(ofLetter: $0)) }
        trace.ends = Array(1...letters.count)
        network.sumInput(&trace)
        network.read(&trace)
        return trace
    }

    @Test func theTangentIsNearEnough() {
        for step in -60...60 {
            let x = Float(step) / 6
            let e = exponential(2 * x)
            #expect(abs(Lanes(repeating: x).hyperbolicTangent[7] - (e - 1) / (e + 1)) < 2e-4)
            #expect(abs(Lanes(repeating: x).logistic[3] - 1 / (1 + exponential(-x))) < 2e-4)
        }
    }

    /// The slopes worked out backwards are what the loss changes by when a parameter changes a little.
    @Test func slopesAreThoseOfTheLoss() {
        let letters: [UInt8] = [1, 4, 2, 0]
        let decisions = [
            NetworkWord.Decision(place: 0, first: 1, targets: [0, 1, 0]),
            NetworkWord.Decision(place: 2, first: 4, targets: [0.5, 0, 1.5, 0]),
            NetworkWord.Decision(place: 3, first: 1, targets: [1, 0, 0]),
        ]
        func loss(_ network: LetterNetwork, _ gradient: inout NetworkGradient) -> Float {
            let trace = Self.read(network, letters)
            gradient.begin(trace)
            let loss = decisions.reduce(Float(0)) { $0 + gradient.learn(network, trace, $1) }
            var kept = NetworkDropout(rate: 0)
            var random = SplitMix(seed: 1)
            kept.draw(letters.count, Self.shape, using: &random)
            gradient.finish(network, trace, kept)
            return loss
        }
        var network = Self.random(5)
        var gradient = NetworkGradient(Self.shape), ignored = gradient
        _ = loss(network, &gradient)
        let shape = Self.shape
        let starts =
            [shape.row(ofLetter: 4), shape.symbolWeights + 2 * shape.output, shape.symbolBiases]
            + (0..<2).flatMap { [shape.inputWeights($0) + 20, shape.memoryWeights($0) + 37, shape.biases($0), shape.biases($0) + 3] }
        for index in starts {
            for scalar in [2, 5] {
                let step: Float = 0.02, before = network.parameters[index][scalar]
                network.parameters[index][scalar] = before + step
                let above = loss(network, &ignored)
                network.parameters[index][scalar] = before - step
                let below = loss(network, &ignored)
                network.parameters[index][scalar] = before
                let slope = (above - below) / (2 * step)
                #expect(abs(slope - gradient.parameters[index][scalar]) < 0.003 + 0.02 * abs(slope), "parameter \(index), \(scalar)")
            }
        }
    }

    @Test func aNetworkComesBackFromItsBytes() throws {
        let network = Self.random(9)
        let again = try #require(LetterNetwork(Bytes(network.bytes)))
        #expect(again.shape == network.shape)
        #expect(again.parameters == network.parameters)
        #expect(LetterNetwork(Bytes(Array(network.bytes.dropLast(4)))) == nil)
    }

    /// What a letter stands for depends on the letters after it, which only reading backwards can know.
    @Test func whatComesLaterIsLearnt() throws {
        var words = NetworkWords()
        for first in UInt8(1)...4 {
            for last in UInt8(1)...2 {
                words.add([first, 0, last], [(place: 0, symbols: 1..<3, right: Int(last))], weight: 1, isElement: false)
            }
        }
        var trainer = NetworkTrainer()
        (trainer.input, trainer.memory, trainer.dropout, trainer.rate) = (1, 1, 0, 0.02)
        let elements = ElementTrie(Bytes(ElementTrieBuilder(width: 1).bytes()))
        let network = trainer.network(words.words, elements: elements, letters: 6, numbers: 1, symbols: 3)
        for word in words.words {
            let trace = Self.read(network, word.letters)
            let scores = [1, 2].map { network.score($0, at: 0, trace) }
            #expect((scores[1] > scores[0]) == (word.letters[2] == 2))
        }
    }
}
