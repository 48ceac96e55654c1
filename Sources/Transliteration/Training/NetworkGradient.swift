/// How the loss of a `LetterNetwork` changes with its parameters, worked out backwards through words that it has read.
struct NetworkGradient: Sendable {
    private let shape: NetworkShape
    var parameters: [Lanes]
    /// The loss's slopes by what the choices are made from, by the input, and by the gates of one step.
    private var output: [Lanes] = []
    private var input: [Lanes] = []
    private var gates: [Lanes] = []
    private var carried: [Lanes] = []
    private var slopes: [Float] = []

    init(_ shape: NetworkShape) {
        self.shape = shape
        parameters = [Lanes](repeating: .zero, count: shape.count)
        gates = [Lanes](repeating: .zero, count: 3 * shape.memory)
        carried = [Lanes](repeating: .zero, count: shape.memory)
    }

    /// Forgets what was added up.
    mutating func reset() {
        for index in parameters.indices { parameters[index] = .zero }
    }

    /// Starts on another word.
    mutating func begin(_ trace: borrowing LetterNetwork.Trace) {
        output.reset(to: .zero, count: trace.output.count)
        input.reset(to: .zero, count: trace.input.count)
    }

    /// Adds the slopes of one decision, each of whose symbols ought to have had its target, and returns the loss.
    @discardableResult
    mutating func learn(_ network: borrowing LetterNetwork, _ trace: borrowing LetterNetwork.Trace, _ decision: NetworkWord.Decision)
        -> Float
    {
        slopes.removeAll(keepingCapacity: true)
        for choice in decision.targets.indices { slopes.append(network.score(decision.first + choice, at: decision.place, trace)) }
        softmax(&slopes)
        let total = decision.targets.reduce(0, +)
        var loss: Float = 0
        let width = shape.output, found = decision.place * width
        for (choice, target) in decision.targets.enumerated() {
            if target > 0 { loss -= target * logarithm(max(slopes[choice], 1e-9)) }
            let slope = total * slopes[choice] - target
            let symbol = decision.first + choice, row = shape.symbolWeights + symbol * width
            for lane in 0..<width {
                parameters[row + lane] += slope * trace.output[found + lane]
                output[found + lane] += slope * network.parameters[row + lane]
            }
            parameters[shape.symbolBiases + symbol / NetworkShape.lane][symbol % NetworkShape.lane] += slope
        }
        return loss
    }

    /// Carries the slopes of the word's decisions back through its letters; `kept` says what was left out.
    mutating func finish(_ network: borrowing LetterNetwork, _ trace: borrowing LetterNetwork.Trace, _ kept: borrowing NetworkDropout) {
        for index in output.indices { output[index] *= kept.output[index] }
        let memory = shape.memory, width = shape.output
        for place in 0..<trace.count {
            for lane in 0..<shape.input { input[place * shape.input + lane] += output[place * width + 2 * memory + lane] }
        }
        for direction in 0..<2 { carry(direction, network, trace) }
        var next = 0
        for (place, end) in trace.ends.enumerated() {
            for lane in 0..<shape.input {
                let slope = input[place * shape.input + lane] * kept.input[place * shape.input + lane]
                for index in next..<end { parameters[Int(trace.rows[index]) + lane] += slope }
            }
            next = end
        }
    }

    private mutating func carry(_ direction: Int, _ network: borrowing LetterNetwork, _ trace: borrowing LetterNetwork.Trace) {
        let count = trace.count, memory = shape.memory, inputWidth = shape.inputWidth, memoryWidth = shape.memoryWidth
        let biases = shape.biases(direction)
        for lane in carried.indices { carried[lane] = .zero }
        for step in (0..<count).reversed() {
            let place = direction == 0 ? step : count - 1 - step
            let before = direction * (count + 1) + place + direction
            let found = (direction * count + place) * 4 * memory
            for lane in 0..<memory {
                let slope = carried[lane] + output[place * shape.output + direction * memory + lane]
                let update = trace.gates[found + lane], reset = trace.gates[found + memory + lane]
                let new = trace.gates[found + 2 * memory + lane], old = trace.gates[found + 3 * memory + lane]
                let kept = trace.memory[before * memory + lane]
                let ofNew = slope * (1 - update) * (1 - new * new)
                gates[3 * lane] = slope * (kept - new) * update * (1 - update)
                gates[3 * lane + 1] = ofNew * old * reset * (1 - reset)
                gates[3 * lane + 2] = ofNew
                carried[lane] = slope * update
                parameters[biases + lane] += gates[3 * lane]
                parameters[biases + memory + lane] += gates[3 * lane + 1]
                parameters[biases + 2 * memory + lane] += ofNew
                parameters[biases + 3 * memory + lane] += ofNew * reset
            }
            Self.back(
                gates, shape.inputWeights(direction), trace.inputScalars, place * inputWidth, inputWidth, network, &parameters, &input,
                place * shape.input)
            for lane in 0..<memory { gates[3 * lane + 2] *= trace.gates[found + memory + lane] }
            Self.back(
                gates, shape.memoryWeights(direction), trace.memoryScalars, before * memoryWidth, memoryWidth, network, &parameters,
                &carried, 0)
        }
    }

    /// Carries the slopes of the gates back through a table of weights: to the weights, and to what they were multiplied by.
    private static func back(
        _ gates: [Lanes], _ weights: Int, _ scalars: [Float], _ start: Int, _ width: Int, _ network: borrowing LetterNetwork,
        _ parameters: inout [Lanes], _ slopes: inout [Lanes], _ slope: Int
    ) {
        for lane in 0..<gates.count / 3 {
            let update = gates[3 * lane], reset = gates[3 * lane + 1], new = gates[3 * lane + 2]
            var row = weights + 3 * lane * width
            for block in 0..<width / NetworkShape.lane {
                var sums = Lanes.zero
                for scalar in 0..<NetworkShape.lane {
                    let value = scalars[start &+ block &* NetworkShape.lane &+ scalar]
                    parameters[row] += update * value
                    parameters[row &+ 1] += reset * value
                    parameters[row &+ 2] += new * value
                    let sum = update * network.parameters[row] + reset * network.parameters[row &+ 1] + new * network.parameters[row &+ 2]
                    sums[scalar] = sum.sum()
                    row &+= 3
                }
                slopes[slope + block] += sums
            }
        }
    }
}

/// Turns scores into probabilities.
func softmax(_ scores: inout [Float]) {
    let most = scores.max() ?? 0
    var sum: Float = 0
    for index in scores.indices {
        scores[index] = exponential(scores[index] - most)
        sum += scores[index]
    }
    for index in scores.indices { scores[index] /= sum }
}
