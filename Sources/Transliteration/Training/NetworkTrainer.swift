internal import Lexicon

/// Trains a `LetterNetwork` on words whose right choices are known.
struct NetworkTrainer {
    /// How often every word is looked at, and after how many words the network changes; few words are looked at more often.
    var epochs = 24
    var batch = 64
    /// The greatest rate; it rises to it over the first tenth of the training and then falls with the cosine.
    var rate: Float = 4e-3
    /// What share of the numbers, of the views of elements, and of the elements' views of any element, themselves among these, is left out.
    var dropout: Float = 0.3
    var viewDropout: Float = 0.1
    var elementDropout: Float = 0.5
    /// The width of what is told of a letter and of a direction's memory, in lanes.
    var input = 2
    var memory = 3
    var seed: UInt64 = 1

    /// The trained network of `words`: the same words give the same network.
    func network(_ words: [NetworkWord], elements: ElementTrie, letters: Int, numbers: Int, symbols: Int) -> LetterNetwork {
        let shape = NetworkShape(input: input, memory: memory, letters: letters, numbers: numbers, symbols: symbols)
        var random = SplitMix(seed: seed)
        var network = begun(shape, &random)
        var gradient = NetworkGradient(shape), optimizer = NetworkOptimizer(shape)
        var trace = LetterNetwork.Trace()
        var kept = NetworkDropout(rate: dropout)
        let rows = words.map { word in
            network.look(at: word.letters, ElementEvidence(word.letters, elements), elements, into: &trace)
            return (rows: trace.rows, ends: trace.ends)
        }
        let batch = max(4, min(batch, words.count / 40)), epochs = max(epochs, min(40, 3000 / max(words.count, 1)))
        let steps = epochs * ((words.count + batch - 1) / batch)
        var step = 0
        var sequence = Array(words.indices)
        for _ in 0..<epochs {
            sequence.shuffle(using: &random)
            for start in stride(from: 0, to: sequence.count, by: batch) {
                gradient.reset()
                var total: Float = 0
                for index in sequence[start..<min(start + batch, sequence.count)] {
                    (trace.rows, trace.ends) = rows[index]
                    leaveOutViews(&trace, shape, words[index].isElement, &random)
                    learn(words[index], network, &gradient, &trace, &kept, &random)
                    total += words[index].weight * Float(words[index].letters.count)
                }
                step += 1
                optimizer.update(&network, gradient, rate: rate(at: step, of: steps), total: total)
            }
        }
        return network
    }

    private func rate(at step: Int, of steps: Int) -> Float {
        let risen = min(1, Float(step) / Float(min(200, steps / 10 + 1)))
        return rate * risen * max(0.02, 0.5 * (1 + cosine(.pi * Float(step) / Float(steps))))
    }

    /// A network of small random numbers to begin with.
    private func begun(_ shape: NetworkShape, _ random: inout SplitMix) -> LetterNetwork {
        var network = LetterNetwork(shape)
        func fill(_ range: Range<Int>, _ size: Float) {
            for index in range {
                for scalar in 0..<NetworkShape.lane { network.parameters[index][scalar] = Float.random(in: -size...size, using: &random) }
            }
        }
        let views = shape.row(ofView: 0, number: 0, sound: 0)
        fill(0..<views, 1.5)
        fill(views..<shape.inputWeights(0), 0.15)
        fill(shape.inputWeights(0)..<shape.symbolWeights, 1 / Float(shape.memoryWidth).squareRoot())
        fill(shape.symbolWeights..<shape.symbolBiases, 1 / Float(shape.output * NetworkShape.lane).squareRoot())
        return network
    }

    /// Leaves out views of the elements, each in the whole word, so that the network can do without.
    private func leaveOutViews(_ trace: inout LetterNetwork.Trace, _ shape: NetworkShape, _ isElement: Bool, _ random: inout SplitMix) {
        let blind = isElement && Float.random(in: 0..<1, using: &random) < elementDropout
        let out = (0..<ElementEvidence.views).map { _ in Float.random(in: 0..<1, using: &random) < viewDropout || blind }
        guard out.contains(true) else { return }
        var rows: [Int32] = [], ends: [Int] = []
        var start = 0
        for end in trace.ends {
            rows += trace.rows[start..<end].filter { row in shape.view(ofRow: Int(row)).map { !out[$0] } ?? true }
            ends.append(rows.count)
            start = end
        }
        (trace.rows, trace.ends) = (rows, ends)
    }

    /// Adds the slopes of one word.
    private func learn(
        _ word: NetworkWord, _ network: borrowing LetterNetwork, _ gradient: inout NetworkGradient, _ trace: inout LetterNetwork.Trace,
        _ kept: inout NetworkDropout, _ random: inout SplitMix
    ) {
        kept.draw(word.letters.count, network.shape, using: &random)
        network.sumInput(&trace)
        for index in trace.input.indices { trace.input[index] *= kept.input[index] }
        network.read(&trace)
        for index in trace.output.indices { trace.output[index] *= kept.output[index] }
        gradient.begin(trace)
        for decision in word.decisions { gradient.learn(network, trace, decision) }
        gradient.finish(network, trace, kept)
    }
}
