public import Lexicon

/// Trains the reading models: from the tables of names, or from a user's own pairs.
public struct ModelTraining: Sendable {
    /// What the readers are trained for.
    public enum Direction: Sendable, CaseIterable {
        case fromPersian, fromLatin
    }

    /// The names to learn, aligned.
    let names: [TaggedName]
    private let elements: [(reading: Reading, kind: ElementKind)]
    private let aligner: ReadingAligner
    /// How much an element's reading weighs beside a name's: what is learnt from elements is how words sound, not how people spell.
    public var elementWeight: Float = 0.4
    /// Readings of elements that are no held-out name, spelt as is most usual.
    var elementNames: [TaggedName] = []
    /// N-grams whose logarithm backing off gives within this are left out: the larger, the smaller the models.
    public var pruning: Float = 0.5

    /// How the readers' networks are trained.
    var network = NetworkTrainer()

    /// The shipped models' names: those of the tables in `folder` that are not held out, and its elements.
    public init(folder: String) throws {
        let lines = try NameTable.lines(folder: folder)
        aligner = .trained(on: lines)
        names = TaggedName.names(of: lines, aligner: aligner) { line, count in Self.weight(line, count) }
        elements = try Self.elements(folder: folder, lines)
        let heldOut = Set(lines.filter(\.heldOut).map { PersianLetters.codes(of: $0.reading.persian) })
        for (reading, kind) in elements where kind != .suffix && kind != .prefix {
            guard let sounds = LetterSounds(reading), sounds.letters.count > 2, !heldOut.contains(sounds.letters),
                let tags = LatinReaderTrainer.usualSpellings(sounds, aligner, limit: 1).first
            else { continue }
            var name = TaggedName(sounds.letters, tags, weight: 1)
            name.isElement = true
            elementNames.append(name)
        }
    }

    /// How much a spelling that was seen `count` times weighs: a habit counts more often than once, but not as often as it is seen.
    private static func weight(_ line: NameTableLine, _ count: Int) -> Float {
        let weight = Float(count).squareRoot().squareRoot()
        switch line.kind {
        case .place, .title, .common, .particle: return 0
        case .foreign: return 0.1 * weight
        case .given, .family, .name:
            switch line.source {
            case "wikidata-af": return 0.3 * weight
            // Written by us, by rule: how the name sounds, not how people spell it.
            case "namvar": return 0.4 * weight
            default: return weight
            }
        }
    }

    private static func elements(folder: String, _ lines: [NameTableLine]) throws -> [(reading: Reading, kind: ElementKind)] {
        let path = "\(folder)/names/elements.tsv"
        var elements: [(reading: Reading, kind: ElementKind)] = []
        for row in try TableFile(path: path, columns: ["reading", "kind", "source"], optional: ["gloss", "latin"]).rows {
            do {
                elements.append((try Reading(row[0]), ElementKind(code: row[1])))
            } catch {
                throw NameTableError.reading(file: path, line: row.line, found: row[0], because: "\(error)")
            }
        }
        for line in lines where line.kind == .place && !line.heldOut { elements.append((line.reading, .place)) }
        return elements
    }

    /// A user's own pairs: a Persian and a Latin spelling, and how often they were seen together.
    ///
    /// - Parameter elements: the folder of dictionaries whose elements the readers may see, if any.
    public init(pairs: [(persian: String, latin: String, count: Int)], elements folder: String? = nil) throws {
        let seen = pairs.map { pair in
            let (latin, breaks) = LatinLetters.folded(pair.latin)
            return SpellingPair(
                letters: PersianLetters.codes(of: pair.persian), latin: latin, breaks: breaks, weight: Float(pair.count).squareRoot())
        }
        let aligner = ReadingAligner.trained(on: seen)
        var spellings: [[UInt8]: [AttestedSpelling]] = [:]
        for (pair, seen) in zip(pairs, seen) where !seen.letters.isEmpty {
            spellings[seen.letters, default: []].append(AttestedSpelling(pair.latin, count: pair.count))
        }
        var lines: [NameTableLine] = []
        for letters in spellings.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            for reading in ReadingConsensus(letters, spellings[letters] ?? [], aligner).readings {
                guard let built = ReadingBuilder.reading(letters, reading.sounds.sounds) else { continue }
                lines.append(
                    NameTableLine(
                        reading: built, kind: .name, count: reading.count, latin: reading.spellings, heldOut: false, source: "pairs"))
            }
        }
        self.aligner = aligner
        names = TaggedName.names(of: lines, aligner: aligner) { Self.weight($0, $1) }
        self.elements = try folder.map { try Self.elements(folder: $0, []) } ?? []
    }

    /// How many spellings there are to learn.
    public var count: Int { names.count }

    /// The models as an archive: the same names give the same bytes.
    public func archive(_ directions: [Direction] = Direction.allCases) -> ArchiveBuilder {
        archive(directions, weighedNames)
    }

    /// Names and elements to learn.
    var weighedNames: [TaggedName] { (names + elementNames.map { $0.weighing(elementWeight) }).filter { $0.weight > 0 } }

    /// Models that learn from `names` only.
    func archive(_ directions: [Direction], _ names: [TaggedName]) -> ArchiveBuilder {
        var builder = ArchiveBuilder()
        for direction in directions {
            switch direction {
            case .fromPersian:
                var trie = ElementTrieBuilder(width: 2)
                for (reading, kind) in elements { trie.add(reading, kind) }
                var trainer = PersianReaderTrainer(network: network)
                trainer.pruning = pruning
                trainer.add(names, elements: trie, to: &builder)
            case .fromLatin:
                var trainer = LatinReaderTrainer(network: network)
                trainer.pruning = pruning
                trainer.add(names, elements: LatinReaderTrainer.latinElements(elements, aligner: aligner), to: &builder)
            }
        }
        return builder
    }
}
