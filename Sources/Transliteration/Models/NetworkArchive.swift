internal import Lexicon

/// A network where it lies in an archive: five sizes, zeros to sixteen numbers, then every parameter.
extension LetterNetwork {
    /// The network that `bytes` hold; `nil` when their length is not that of its sizes.
    init?(_ bytes: Bytes) {
        guard bytes.count >= 64 else { return nil }
        let sizes = (0..<5).map { Int(bytes.u32(at: 4 * $0)) }
        guard sizes.allSatisfy({ 1...4096 ~= $0 }) else { return nil }
        let shape = NetworkShape(input: sizes[0], memory: sizes[1], letters: sizes[2], numbers: sizes[3], symbols: sizes[4])
        guard bytes.count == 64 * (shape.count + 1) else { return nil }
        self.init(shape)
        for index in parameters.indices {
            var lane = Lanes.zero
            for scalar in 0..<NetworkShape.lane { lane[scalar] = bytes.f32(at: 64 * (index + 1) + 4 * scalar) }
            parameters[index] = lane
        }
    }

    /// The network's bytes.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64 * (shape.count + 1))
        for size in [shape.input, shape.memory, shape.letters, shape.numbers, shape.symbols] + [Int](repeating: 0, count: 11) {
            bytes.append(littleEndian: UInt32(size))
        }
        for lane in parameters {
            for scalar in 0..<NetworkShape.lane { bytes.append(littleEndian: lane[scalar].bitPattern) }
        }
        return bytes
    }
}
