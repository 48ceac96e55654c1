internal import Glibc
internal import Lexicon

/// Learns the weights of a `DecisionModel` from bearers of names that are attested in several spellings.
///
/// Spellings of one bearer are the same name; near names of other bearers, found as the reconciler finds candidates, are not.
struct DecisionModelTrainer {
    /// Somebody or something with all spellings of the name; bearers with the same `key` are namesakes and never told apart.
    struct Bearer {
        var key: String
        var spellings: [String]
    }

    private struct Example {
        var values: [Double]
        var isSame: Bool
        /// Every fifth bearer's pairs are kept to measure by.
        var isHeldOut: Bool
    }

    let comparer: NameComparer
    let kind: ComparableName.Kind
    private var examples: [Example] = []

    init(_ comparer: NameComparer, kind: ComparableName.Kind) {
        self.comparer = comparer
        self.kind = kind
    }

    /// The weights that the bearers teach, and how well weights learnt from four fifths of them do on the others.
    mutating func learn(_ bearers: [Bearer]) throws -> (weights: [Double], report: CalibrationReport) {
        try gather(bearers)
        let trial = fitted(examples.filter { !$0.isHeldOut })
        var report = CalibrationReport()
        for example in examples where example.isHeldOut { report.add(Self.probability(example, trial), isSame: example.isSame) }
        return (fitted(examples), report)
    }

    /// How well the comparer's own weights do on all pairs of the bearers' names.
    mutating func measure(_ bearers: [Bearer]) throws -> CalibrationReport {
        try gather(bearers)
        let weights = comparer.models[kind].weights
        var report = CalibrationReport()
        for example in examples { report.add(Self.probability(example, weights), isSame: example.isSame) }
        return report
    }

    private mutating func gather(_ bearers: [Bearer]) throws {
        var builder = NameIndexBuilder()
        var owner: [Int] = []
        for (index, bearer) in bearers.enumerated() {
            for spelling in bearer.spellings {
                builder.add(comparer.preparer.prepare(spelling, kind: kind))
                owner.append(index)
            }
        }
        var archive = ArchiveBuilder()
        builder.finish(into: &archive)
        let index = try NameIndex(try Archive(bytes: archive.bytes()))
        var random = SplitMix(seed: 1)
        let memory = TokenMemory(index)
        for (number, bearer) in bearers.enumerated() {
            let isHeldOut = number % 5 == 4
            addSame(bearer.spellings, isHeldOut, &random)
            // Of many people both scripts ask in turn; of the fewer organizations and places every name does.
            let asked = kind == .person ? [bearer.spellings[number % bearer.spellings.count]] : bearer.spellings
            for spelling in asked {
                let query = comparer.preparer.prepare(spelling, kind: kind)
                guard !query.isEmpty else { continue }
                var taken: Set<Int> = [number]
                for name in CandidateSearch(spelling, query, index, comparer).nearest(20) {
                    for other in index.aliases(ofName: name).map({ owner[Int($0)] }) where bearers[other].key != bearer.key {
                        guard taken.insert(other).inserted else { continue }
                        add(query, memory.name(index.entry(name), comparer.words), isSame: false, isHeldOut, &random)
                    }
                }
            }
        }
    }

    private mutating func addSame(_ spellings: [String], _ isHeldOut: Bool, _ random: inout SplitMix) {
        let names = spellings.map { comparer.preparer.prepare($0, kind: kind) }.filter { !$0.isEmpty }
        for (i, a) in names.enumerated() {
            for b in names[..<i] {
                add(a, b, isSame: true, isHeldOut, &random)
                guard kind == .person else { continue }
                // A leading Mohammad is often left out, more often than lists show.
                if random.next() % 2 == 0, a.family > 1, a.tokens[0].isLead {
                    var shorter = a
                    shorter.tokens.removeFirst()
                    shorter.family -= 1
                    add(shorter, b, isSame: true, isHeldOut, &random)
                }
                // Many lists put the family name first.
                if random.next() % 8 == 0, a.family > 0 {
                    var turned = a
                    turned.tokens = Array(a.tokens[a.family...] + a.tokens[..<a.family])
                    turned.family = turned.tokens.count - 1
                    add(turned, b, isSame: true, isHeldOut, &random)
                }
            }
        }
    }

    private mutating func add(_ a: ComparableName, _ b: ComparableName, isSame: Bool, _ isHeldOut: Bool, _ random: inout SplitMix) {
        guard kind == .person else {
            let comparison = OrganizationComparison(a, b, comparer)
            // What shares no word is never weighed.
            if !comparison.links.isEmpty {
                examples.append(Example(values: comparison.features.array, isSame: isSame, isHeldOut: isHeldOut))
            }
            return
        }
        var a = a, b = b
        // Names that the lexicon lacks must be weighed too: some words are taken as never seen.
        if random.next() % 3 == 0 {
            for index in a.tokens.indices where random.next() % 2 == 0 { a.tokens[index].forget() }
            for index in b.tokens.indices where random.next() % 2 == 0 { b.tokens[index].forget() }
        }
        let comparison = PersonComparison(a, b, comparer)
        if comparison.cap != nil { return }
        examples.append(Example(values: comparison.features.array, isSame: isSame, isHeldOut: isHeldOut))
    }

    private func fitted(_ examples: [Example]) -> [Double] {
        var examples = examples
        var weights = fit([Double](repeating: 0, count: DecisionModels.features(kind).count), examples)
        // Some bearers are listed under another name altogether; those pairs teach nothing about spelling.
        for _ in 0..<2 {
            examples.removeAll { $0.isSame && Self.probability($0, weights) < (kind == .person ? 0.1 : 0.3) }
            weights = fit(weights, examples)
        }
        return weights
    }

    private static func probability(_ example: Example, _ weights: [Double]) -> Double {
        var sum = 0.0
        for index in weights.indices { sum += weights[index] * example.values[index] }
        return 1 / (1 + exp(-sum))
    }

    /// Gradient descent on the log loss, with momentum and a little weight decay.
    private func fit(_ start: [Double], _ examples: [Example]) -> [Double] {
        let width = start.count, bounds = DecisionModels.bounds(kind)
        var scale = [Double](repeating: 0, count: width)
        for example in examples { for index in 0..<width { scale[index] += example.values[index] * example.values[index] } }
        scale = scale.map { $0 > 0 ? ($0 / Double(examples.count)).squareRoot() : 1 }
        var weights = zip(start, scale).map { $0 * $1 }, speed = [Double](repeating: 0, count: width)
        for _ in 0..<800 {
            var gradient = [Double](repeating: 0, count: width)
            for example in examples {
                var sum = 0.0
                for index in 0..<width { sum += weights[index] * example.values[index] / scale[index] }
                let error = (example.isSame ? 1 : 0) - 1 / (1 + exp(-sum))
                for index in 0..<width { gradient[index] += error * example.values[index] / scale[index] }
            }
            for index in 0..<width {
                speed[index] = 0.9 * speed[index] + 0.3 * (gradient[index] / Double(examples.count) - 1e-5 * weights[index])
                weights[index] += speed[index]
                weights[index] = min(max(weights[index], bounds[index].lowerBound * scale[index]), bounds[index].upperBound * scale[index])
            }
        }
        return zip(weights, scale).map { $0 / $1 }
    }
}

extension ComparableToken {
    /// Takes away what the lexicon knows of the word.
    mutating func forget() {
        // The runs of bytes stay where they are; with counts of zero nobody reads them.
        knownCount = 0
        readingCount = 0
        gender = .unknown
    }
}
