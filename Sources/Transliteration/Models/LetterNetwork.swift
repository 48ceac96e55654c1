internal import Lexicon

/// A small recurrent network (gated recurrent units, one layer, both directions) that reads the letters of a word and what the elements say about
/// them, and tells how likely every choice is at every letter.
struct LetterNetwork: Sendable {
    let shape: NetworkShape
    /// Every parameter; `NetworkShape` tells which is where.
    var parameters: [Lanes]

    /// A network of nothing but noughts.
    init(_ shape: NetworkShape) {
        self.shape = shape
        parameters = [Lanes](repeating: .zero, count: shape.count)
    }

    /// What is worked out on the way through one word; used again from word to word.
    struct Trace: Sendable {
        /// Rows of the tables that tell of the letters, all letters' one after another, and where each letter's end.
        var rows: [Int32] = []
        var ends: [Int] = []
        /// For each letter the sum of its rows; then the same as single numbers.
        var input: [Lanes] = []
        var inputScalars: [Float] = []
        /// For each direction and letter: update gate, reset gate, new memory, and the old memory's share in it before the reset.
        var gates: [[Lanes]] = [[], []]
        /// For each direction the memory before the first letter and after each, in the direction of writing.
        var memory: [[Lanes]] = [[], []]
        var memoryScalars: [[Float]] = [[], []]
        /// For each letter what the choices are made from.
        var output: [Lanes] = []

        var count: Int { ends.count }
    }

    /// Notes in `trace` which rows tell of the letters.
    func look(at letters: [UInt8], _ evidence: borrowing ElementEvidence, _ elements: ElementTrie, into trace: inout Trace) {
        trace.rows.removeAll(keepingCapacity: true)
        trace.ends.removeAll(keepingCapacity: true)
        for place in letters.indices {
            trace.rows.append(Int32(truncatingIfNeeded: shape.row(ofLetter: letters[place])))
            evidence.visitViews(at: place) { view, match, quality in
                for number in 0..<shape.numbers {
                    let sound = Int(elements.sound(match, at: place, slot: number == 1))
                    trace.rows.append(Int32(truncatingIfNeeded: shape.row(ofView: view, number: number, sound: sound)))
                }
                trace.rows.append(Int32(truncatingIfNeeded: shape.row(ofView: view, quality: quality)))
            }
            trace.ends.append(trace.rows.count)
        }
    }

    /// Adds up the rows of each letter.
    func sumInput(_ trace: inout Trace) {
        let width = shape.input
        trace.input.removeAll(keepingCapacity: true)
        var next = 0
        for end in trace.ends {
            for lane in 0..<width {
                var sum = Lanes.zero
                for index in next..<end { sum += parameters[Int(trace.rows[index]) &+ lane] }
                trace.input.append(sum)
            }
            next = end
        }
    }

    /// Reads the word in both directions.
    func read(_ trace: inout Trace) {
        trace.inputScalars.spread(trace.input)
        for direction in 0..<2 { read(direction, &trace) }
        trace.output.removeAll(keepingCapacity: true)
        let memory = shape.memory
        for place in 0..<trace.count {
            for lane in 0..<memory { trace.output.append(trace.memory[0][(place &+ 1) &* memory &+ lane]) }
            for lane in 0..<memory { trace.output.append(trace.memory[1][place &* memory &+ lane]) }
            for lane in 0..<shape.input { trace.output.append(trace.input[place &* shape.input &+ lane]) }
        }
    }

    private func read(_ direction: Int, _ trace: inout Trace) {
        let count = trace.count, memory = shape.memory, inputWidth = shape.inputWidth, memoryWidth = shape.memoryWidth
        let inputWeights = shape.inputWeights(direction), memoryWeights = shape.memoryWeights(direction), biases = shape.biases(direction)
        trace.gates[direction].reset(to: .zero, count: count &* 4 &* memory)
        trace.memory[direction].reset(to: .zero, count: (count &+ 1) &* memory)
        trace.memoryScalars[direction].reset(to: 0, count: (count &+ 1) &* memoryWidth)
        for step in 0..<count {
            let place = direction == 0 ? step : count &- 1 &- step
            let before = direction == 0 ? place : place &+ 1
            let after = direction == 0 ? place &+ 1 : place
            let gates = place &* 4 &* memory
            for lane in 0..<memory {
                var update = parameters[biases &+ lane], reset = parameters[biases &+ memory &+ lane]
                var new = parameters[biases &+ 2 &* memory &+ lane], old = parameters[biases &+ 3 &* memory &+ lane]
                var row = inputWeights &+ lane &* inputWidth
                let gap = memory &* inputWidth
                for index in 0..<inputWidth {
                    let input = trace.inputScalars[place &* inputWidth &+ index]
                    update += parameters[row] * input
                    reset += parameters[row &+ gap] * input
                    new += parameters[row &+ 2 &* gap] * input
                    row &+= 1
                }
                row = memoryWeights &+ lane &* memoryWidth
                let wide = memory &* memoryWidth
                for index in 0..<memoryWidth {
                    let remembered = trace.memoryScalars[direction][before &* memoryWidth &+ index]
                    update += parameters[row] * remembered
                    reset += parameters[row &+ wide] * remembered
                    old += parameters[row &+ 2 &* wide] * remembered
                    row &+= 1
                }
                update = update.logistic
                reset = reset.logistic
                new = (new + reset * old).hyperbolicTangent
                trace.gates[direction][gates &+ lane] = update
                trace.gates[direction][gates &+ memory &+ lane] = reset
                trace.gates[direction][gates &+ 2 &* memory &+ lane] = new
                trace.gates[direction][gates &+ 3 &* memory &+ lane] = old
                let kept = trace.memory[direction][before &* memory &+ lane]
                let memorized = new + update * (kept - new)
                trace.memory[direction][after &* memory &+ lane] = memorized
                for scalar in 0..<NetworkShape.lane {
                    trace.memoryScalars[direction][after &* memoryWidth &+ lane &* NetworkShape.lane &+ scalar] = memorized[scalar]
                }
            }
        }
    }

    /// Sets the scores of every decision of `lattice` to the logarithms of the choices' probabilities.
    func score(
        _ lattice: inout Lattice, _ letters: [UInt8], _ evidence: borrowing ElementEvidence, _ elements: ElementTrie, _ trace: inout Trace
    ) {
        look(at: letters, evidence, elements, into: &trace)
        sumInput(&trace)
        read(&trace)
        for index in lattice.decisions.indices {
            let decision = lattice.decisions[index]
            if decision.count < 2 { continue }
            for choice in 0..<decision.count {
                lattice.scores[decision.scores &+ choice] = score(decision.first &+ choice, at: decision.place, trace)
            }
            lattice.normalize(decision, scale: 1)
        }
    }

    /// The score of a symbol at a letter, before the scores are made probabilities.
    @inline(__always)
    func score(_ symbol: Int, at place: Int, _ trace: borrowing Trace) -> Float {
        let width = shape.output
        let row = shape.symbolWeights &+ symbol &* width, output = place &* width
        var sum = Lanes.zero
        for lane in 0..<width { sum += parameters[row &+ lane] * trace.output[output &+ lane] }
        return sum.sum() + parameters[shape.symbolBiases &+ symbol / NetworkShape.lane][symbol % NetworkShape.lane]
    }
}

extension [Float] {
    /// The single numbers of `lanes`.
    @inline(__always)
    mutating func spread(_ lanes: [Lanes]) {
        removeAll(keepingCapacity: true)
        for lane in lanes {
            for scalar in 0..<NetworkShape.lane { append(lane[scalar]) }
        }
    }
}

extension Array {
    /// `count` times the same, in the storage that is there.
    @inline(__always)
    mutating func reset(to value: Element, count: Int) {
        removeAll(keepingCapacity: true)
        for _ in 0..<count { append(value) }
    }
}
