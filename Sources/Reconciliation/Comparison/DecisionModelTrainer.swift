internal import Glibc
internal import Lexicon

/// Learns the weights of `DecisionModel` from people whose names are attested in several spellings.
///
/// Spellings of one person are the same name; near names of other people, found as the reconciler finds candidates, are not.
struct DecisionModelTrainer {
    private struct Example {
        var features: PersonFeatures
        var values: [Double]
        var isSame: Bool
        var weight = 1.0
    }

    let comparer: NameComparer
    private var examples: [Example] = []

    init(_ comparer: NameComparer) { self.comparer = comparer }

    /// People, each with all spellings of the name; those with the same `key` are namesakes and never told apart.
    mutating func learn(_ people: [(key: String, spellings: [String])]) throws -> [Double] {
        var builder = NameIndexBuilder()
        var owner: [Int] = []
        for (index, person) in people.enumerated() {
            for spelling in person.spellings {
                builder.add(comparer.preparer.prepare(spelling, kind: .person))
                owner.append(index)
            }
        }
        var archive = ArchiveBuilder()
        builder.finish(into: &archive)
        let index = try NameIndex(try Archive(bytes: archive.bytes()))
        var random = SplitMix(seed: 1)
        for (index, person) in people.enumerated() { addSame(person.spellings, index, &random) }
        let memory = TokenMemory(index)
        for (number, person) in people.enumerated() {
            // Both scripts ask in turn.
            let spelling = person.spellings[number % person.spellings.count]
            let query = comparer.preparer.prepare(spelling, kind: .person)
            guard !query.isEmpty else { continue }
            var taken: Set<Int> = [number]
            for name in CandidateSearch(spelling, query, index, comparer).nearest(20) {
                for other in index.aliases(ofName: name).map({ owner[Int($0)] }) where people[other].key != person.key {
                    guard taken.insert(other).inserted else { continue }
                    add(query, memory.name(index.entry(name), comparer.words), isSame: false, &random)
                }
            }
        }
        var weights = fit([Double](repeating: 0, count: PersonFeatures.count))
        // Some people are listed under another name altogether; those pairs teach nothing about spelling.
        for _ in 0..<2 {
            let model = DecisionModel(weights: weights)
            examples.removeAll { $0.isSame && model.probability($0.features) < 0.1 }
            weights = fit(weights)
        }
        return weights
    }

    private mutating func addSame(_ spellings: [String], _ number: Int, _ random: inout SplitMix) {
        let names = spellings.map { comparer.preparer.prepare($0, kind: .person) }.filter { !$0.isEmpty }
        for (i, a) in names.enumerated() {
            for b in names[..<i] {
                add(a, b, isSame: true, &random)
                // A leading Mohammad is often left out, more often than lists show.
                if random.next() % 2 == 0, a.family > 1, a.tokens[0].isLead {
                    var shorter = a
                    shorter.tokens.removeFirst()
                    shorter.family -= 1
                    add(shorter, b, isSame: true, &random)
                }
                // Many lists put the family name first.
                if random.next() % 8 == 0, a.family > 0 {
                    var turned = a
                    turned.tokens = Array(a.tokens[a.family...] + a.tokens[..<a.family])
                    turned.family = turned.tokens.count - 1
                    add(turned, b, isSame: true, &random)
                }
            }
        }
    }

    private mutating func add(_ a: ComparableName, _ b: ComparableName, isSame: Bool, _ random: inout SplitMix) {
        var a = a, b = b
        // Names that the lexicon lacks must be weighed too: some words are taken as never seen.
        if random.next() % 3 == 0 {
            for index in a.tokens.indices where random.next() % 2 == 0 { a.tokens[index].forget() }
            for index in b.tokens.indices where random.next() % 2 == 0 { b.tokens[index].forget() }
        }
        let comparison = PersonComparison(a, b, comparer)
        if comparison.cap != nil { return }
        examples.append(Example(features: comparison.features, values: comparison.features.array, isSame: isSame))
    }

    /// Gradient descent on the log loss, with momentum and a little weight decay.
    private func fit(_ start: [Double]) -> [Double] {
        let width = start.count
        var scale = [Double](repeating: 0, count: width)
        for example in examples { for index in 0..<width { scale[index] += example.values[index] * example.values[index] } }
        scale = scale.map { $0 > 0 ? ($0 / Double(examples.count)).squareRoot() : 1 }
        var weights = zip(start, scale).map { $0 * $1 }, speed = [Double](repeating: 0, count: width)
        for _ in 0..<1500 {
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
                // That words are written joined speaks for nothing by itself, though lists have it mostly in names that are the same.
                if index == PersonFeatures.Feature.joined.rawValue { weights[index] = min(0, weights[index]) }
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
