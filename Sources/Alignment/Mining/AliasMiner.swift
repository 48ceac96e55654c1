internal import ICU
public import NameText
public import Reconciliation

/// Gathers from aligned articles how things are called in both languages: new names of entities that a dictionary has, and entities
/// that it has not.
///
/// What is added may come in any order and from any number of pairs: evidence adds up, and what does not fit together shows.
public struct AliasMiner: Sendable {
    /// A spelling, with all that speaks for it.
    struct Spelling: Sendable {
        var texts: [String: Int] = [:]
        var evidence: [MinedEvidence] = []
        /// The spellings of the other language that it stood beside, by their keys.
        var counterparts: [String: Int] = [:]

        /// As it is met most often; with small letters where it is met so.
        var text: String { texts.max { ($0.value, $1.key) < ($1.value, $0.key) }!.key }
        var count: Int { evidence.count }
    }

    /// Something that is named.
    struct Thing: Sendable {
        var entity: String?
        var kind: NameLink.Kind
        /// By the key of the spelling.
        var english: [String: Spelling] = [:]
        var persian: [String: Spelling] = [:]
        /// How often a pair of keys met, English first.
        var pairs: [[String]: Int] = [:]

        /// The pair of spellings that says most: of most words, then met most often.
        var fullest: (english: String, persian: String)? {
            let best = pairs.max { a, b in
                func rank(_ pair: [String], _ count: Int) -> (Int, Int, Int) {
                    (Self.words(pair[0]) + Self.words(pair[1]), count, -pair[0].utf8.count)
                }
                let (x, y) = (rank(a.key, a.value), rank(b.key, b.value))
                return x != y ? x < y : b.key.joined(separator: "\t") < a.key.joined(separator: "\t")
            }
            return best.map { ($0.key[0], $0.key[1]) }
        }

        static func words(_ key: String) -> Int { key.split(separator: " ").count }

        mutating func take(_ other: Thing) {
            if entity == nil { entity = other.entity }
            if kind == .other { kind = other.kind }
            english.merge(other.english) { $0.joined($1) }
            persian.merge(other.persian) { $0.joined($1) }
            pairs.merge(other.pairs, uniquingKeysWith: +)
        }
    }

    let spelling: MinedSpelling
    let comparer: NameComparer
    let gazetteer: Gazetteer?
    /// Things by what tells them apart: their id or their full names.
    private(set) var things: [String: Thing] = [:]

    /// A miner that takes names as new when the aligner's dictionaries do not have them.
    public init(_ aligner: Aligner, comparer: NameComparer, vocabulary: Vocabulary) {
        spelling = MinedSpelling(vocabulary: vocabulary, normalizer: Normalizer(vocabulary))
        self.comparer = comparer
        gazetteer = aligner.gazetteer
    }

    /// Takes in what an alignment shows; `english` and `persian` are what the articles are called in the evidence.
    public mutating func add(_ alignment: ArticleAlignment, english: String, persian: String) {
        var found: [Int: Thing] = [:]
        for bead in alignment.beads where bead.isTwoSided && bead.score >= 0.5 {
            for link in bead.names where link.group > 0 && link.score >= 0.5 {
                let isPerson = link.kind == .person
                guard let left = spelling.english(link.english.text, isPerson: isPerson),
                    let right = spelling.persian(link.persian.text, english: left, isPerson: isPerson), isPersian(right)
                else { continue }
                let evidence = MinedEvidence(
                    english: english, persian: persian, englishSentences: bead.english, persianSentences: bead.persian,
                    // Where the dictionary knows the two as one, their sound is not all that speaks for them.
                    score: bead.score * (link.entity == nil ? link.score : max(link.score, 0.9)))
                var thing = found[link.group] ?? Thing(entity: link.entity, kind: link.kind)
                let keys = (spelling.key(left), spelling.key(right))
                thing.english[keys.0, default: Spelling()].add(left, evidence, beside: keys.1)
                thing.persian[keys.1, default: Spelling()].add(right, evidence, beside: keys.0)
                thing.pairs[[keys.0, keys.1], default: 0] += 1
                found[link.group] = thing
            }
        }
        for (_, thing) in found.sorted(by: { $0.key < $1.key }) {
            guard let key = key(of: thing) else { continue }
            things[key, default: Thing(entity: thing.entity, kind: thing.kind)].take(thing)
        }
    }

    private func isPersian(_ text: String) -> Bool { text.unicodeScalars.contains { Letters.isArabicScript($0) } }

    private func key(of thing: Thing) -> String? {
        if let entity = thing.entity { return "=" + entity }
        guard let full = thing.fullest else { return nil }
        return "\(thing.kind.rawValue)\t\(full.english)\t\(full.persian)"
    }
}

extension AliasMiner.Spelling {
    mutating func add(_ text: String, _ evidence: MinedEvidence, beside other: String) {
        texts[text, default: 0] += 1
        self.evidence.append(evidence)
        counterparts[other, default: 0] += 1
    }

    func joined(_ other: Self) -> Self {
        var result = self
        result.texts.merge(other.texts, uniquingKeysWith: +)
        result.evidence += other.evidence
        result.counterparts.merge(other.counterparts, uniquingKeysWith: +)
        return result
    }
}
