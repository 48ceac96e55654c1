internal import Lexicon

/// Trains a `WindowTagger` by stochastic gradient with a rate of its own for each weight.
struct WindowTrainer {
    /// One decision: the features seen, how many choices there were, the right one, and how much it counts.
    struct Decision {
        var features: [UInt64] = []
        /// Whether each feature is a stretch that extends the one before.
        var extends: [Bool] = []
        var choices: Int
        var right: Int
        var weight: Float

        /// The decision at `place` of `letters`, among `choices`.
        init(
            _ letters: [UInt8], at place: Int, kind: WindowTagger.Kind, _ evidence: ElementEvidence, _ elements: ElementTrie,
            choices: Int, right: Int, weight: Float
        ) {
            self.choices = choices
            self.right = right
            self.weight = weight
            var features: [UInt64] = [], extends: [Bool] = []
            let group = WindowTagger.group(of: kind, letters[place])
            WindowTagger.stretches(letters, at: place, kind: kind) { feature, first in
                features.append(feature &+ group)
                extends.append(!first)
                return true
            }
            evidence.visitFeatures(at: place, slot: kind == .slot, in: elements) {
                features.append($0 &+ group)
                extends.append(false)
            }
            self.features = features
            self.extends = extends
        }
    }

    var rate: Float = 0.1
    var decay: Float = 1e-5
    var epochs = 8
    /// Weights below this are left out.
    var threshold: Float = 0.2

    /// A feature's weights start at a place of their own, one for each choice.
    private struct Compiled {
        var places: [Int32]
        var choices: Int
        var right: Int
        var weight: Float
    }

    /// The weights as a table; the order in which decisions are looked at is fixed by `seed`.
    func bytes(_ decisions: [Decision], seed: UInt64 = 1) -> [UInt8] {
        var numbers: [UInt64: Int32] = [:]
        /// By number: the feature, where its weights start, how many, and the stretch that it extends.
        var features: [(feature: UInt64, start: Int32, choices: Int, shorter: Int32)] = []
        var size: Int32 = 0
        var compiled: [Compiled] = []
        compiled.reserveCapacity(decisions.count)
        for decision in decisions {
            var places: [Int32] = []
            places.reserveCapacity(decision.features.count)
            var previous: Int32 = -1
            for (feature, extends) in zip(decision.features, decision.extends) {
                let number: Int32
                if let known = numbers[feature] {
                    number = known
                } else {
                    number = Int32(features.count)
                    numbers[feature] = number
                    features.append((feature, size, decision.choices, extends ? previous : -1))
                    size += Int32(decision.choices)
                }
                places.append(features[Int(number)].start)
                previous = number
            }
            compiled.append(Compiled(places: places, choices: decision.choices, right: decision.right, weight: decision.weight))
        }
        var weights = [Float](repeating: 0, count: Int(size))
        var squares = [Float](repeating: 1e-2, count: Int(size))
        var sequence = Array(decisions.indices)
        var random = SplitMix(seed: seed)
        var scores: [Float] = []
        for _ in 0..<epochs {
            sequence.shuffle(using: &random)
            for index in sequence where compiled[index].choices > 1 {
                step(compiled[index], &weights, &squares, &scores)
            }
        }
        return pack(features, weights)
    }

    /// Small weights go; a stretch without weights stays while a longer one that has some extends it.
    private func pack(_ features: [(feature: UInt64, start: Int32, choices: Int, shorter: Int32)], _ weights: [Float]) -> [UInt8] {
        var kept = features.map { item in weights[Int(item.start)..<Int(item.start) + item.choices].contains { abs($0) >= threshold } }
        for index in features.indices where kept[index] {
            var shorter = features[index].shorter
            while shorter >= 0 && !kept[Int(shorter)] {
                kept[Int(shorter)] = true
                shorter = features[Int(shorter)].shorter
            }
        }
        return FeatureTable.bytes(
            features.indices.filter { kept[$0] }.map { index in
                let item = features[index]
                return (item.feature, weights[Int(item.start)..<Int(item.start) + item.choices].map { abs($0) < threshold ? 0 : $0 })
            })
    }

    private func step(_ decision: Compiled, _ weights: inout [Float], _ squares: inout [Float], _ scores: inout [Float]) {
        let width = decision.choices
        scores.removeAll(keepingCapacity: true)
        for _ in 0..<width { scores.append(0) }
        for place in decision.places {
            for choice in 0..<width { scores[choice] += weights[Int(place) &+ choice] }
        }
        softmax(&scores)
        for choice in 0..<width { scores[choice] = decision.weight * ((choice == decision.right ? 1 : 0) - scores[choice]) }
        for place in decision.places {
            for choice in 0..<width {
                let at = Int(place) &+ choice
                let slope = scores[choice] - decay * weights[at]
                squares[at] += slope * slope
                weights[at] += rate * slope / squares[at].squareRoot()
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
