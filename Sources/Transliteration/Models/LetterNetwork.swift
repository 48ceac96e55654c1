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
        var gates: [Lanes] = []
        /// For each direction the memory before the first letter and after each, in the direction of writing; then the same as single numbers.
        var memory: [Lanes] = []
        var memoryScalars: [Float] = []
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
        let memory = shape.memory, count = trace.count
        trace.inputScalars.spread(trace.input)
        trace.gates.reset(to: .zero, count: 2 &* count &* 4 &* memory)
        trace.memory.reset(to: .zero, count: 2 &* (count &+ 1) &* memory)
        trace.memoryScalars.reset(to: 0, count: 2 &* (count &+ 1) &* shape.memoryWidth)
        for step in 0..<count {
            readLetter(step, 0, &trace)
            readLetter(count &- 1 &- step, 1, &trace)
        }
        trace.output.removeAll(keepingCapacity: true)
        for place in 0..<count {
            for lane in 0..<memory { trace.output.append(trace.memory[(place &+ 1) &* memory &+ lane]) }
            for lane in 0..<memory { trace.output.append(trace.memory[(count &+ 1 &+ place) &* memory &+ lane]) }
            for lane in 0..<shape.input { trace.output.append(trace.input[place &* shape.input &+ lane]) }
        }
    }

    /// One step of the recurrence: the memory after the letter at `place` from the memory before it.
    @inline(__always)
    private func readLetter(_ place: Int, _ direction: Int, _ trace: inout Trace) {
        let memory = shape.memory, inputWidth = shape.inputWidth, memoryWidth = shape.memoryWidth
        let first = direction &* (trace.count &+ 1)
        let before = first &+ place &+ direction, after = first &+ place &+ 1 &- direction
        let gates = (direction &* trace.count &+ place) &* 4 &* memory, biases = shape.biases(direction)
        for lane in 0..<memory {
            let heard = sums(
                of: trace.inputScalars, from: place &* inputWidth, count: inputWidth,
                weights: shape.inputWeights(direction) &+ 3 &* lane &* inputWidth)
            let remembered = sums(
                of: trace.memoryScalars, from: before &* memoryWidth, count: memoryWidth,
                weights: shape.memoryWeights(direction) &+ 3 &* lane &* memoryWidth)
            let update = (parameters[biases &+ lane] + heard.update + remembered.update).logistic
            let reset = (parameters[biases &+ memory &+ lane] + heard.reset + remembered.reset).logistic
            let old = parameters[biases &+ 3 &* memory &+ lane] + remembered.new
            let new = (parameters[biases &+ 2 &* memory &+ lane] + heard.new + reset * old).hyperbolicTangent
            trace.gates[gates &+ lane] = update
            trace.gates[gates &+ memory &+ lane] = reset
            trace.gates[gates &+ 2 &* memory &+ lane] = new
            trace.gates[gates &+ 3 &* memory &+ lane] = old
            let kept = trace.memory[before &* memory &+ lane]
            let memorized = new + update * (kept - new)
            trace.memory[after &* memory &+ lane] = memorized
            for scalar in 0..<NetworkShape.lane {
                trace.memoryScalars[after &* memoryWidth &+ lane &* NetworkShape.lane &+ scalar] = memorized[scalar]
            }
        }
    }

    /// What `count` numbers add to a lane of each gate; the weights of the three gates stand together.
    /// Never inlined: twelve sums stay in registers only where there is nothing else.
    @inline(never)
    private func sums(of scalars: [Float], from start: Int, count: Int, weights: Int) -> (update: Lanes, reset: Lanes, new: Lanes) {
        var update = Lanes.zero, reset = Lanes.zero, new = Lanes.zero
        var row = weights
        for index in start..<start &+ count {
            let scalar = scalars[index]
            update += parameters[row] * scalar
            reset += parameters[row &+ 1] * scalar
            new += parameters[row &+ 2] * scalar
            row &+= 3
        }
        return (update, reset, new)
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
            lattice.normalize(decision)
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
