internal import Glibc

/// Finds which English article goes with which Persian one.
///
/// Articles are looked up in an inverted index by what they hold, rare things first, so that not all pairs are compared; of the
/// candidates the pairs are taken that stand out from the neighbours of both sides (cross-domain similarity local scaling: Conneau and
/// others, "Word Translation Without Parallel Data", 2018), each article once.
public struct ArticlePairing {
    /// An English and a Persian article that tell the same story.
    public struct Pair: Hashable, Sendable {
        /// Place among the English articles.
        public var english: Int
        /// Place among the Persian articles.
        public var persian: Int
        /// How sure it is, 0...1.
        public var confidence: Double
    }

    private let english: [ArticleSignature]
    private let persianCount: Int
    /// Persian articles by key, and how much a meeting in it is worth.
    private var postings: [UInt64: Posting] = [:]
    private var norms: [Float]

    private struct Posting {
        var articles: [Int32] = []
        var rarity: Float = 0
    }

    /// A pairing of articles by their signatures.
    public init(english: [ArticleSignature], persian: [ArticleSignature]) {
        self.english = english
        persianCount = persian.count
        norms = [Float](repeating: 0, count: persian.count)
        var wanted: Set<UInt64> = []
        for signature in english { wanted.formUnion(signature.keys) }
        // Keys that no English article has can meet nothing.
        for (index, signature) in persian.enumerated() {
            for key in signature.keys where wanted.contains(key) && postings[key]?.articles.last != Int32(index) {
                postings[key, default: Posting()].articles.append(Int32(index))
            }
        }
        for key in postings.keys {
            let count = postings[key]!.articles.count
            postings[key]!.rarity = logf(1 + Float(persian.count) / Float(count))
        }
        // Summed in the order of each article's keys, so that no run differs from another in the last digit.
        for (index, signature) in persian.enumerated() {
            var seen: Set<UInt64> = []
            var sum: Float = 0
            for key in signature.keys where seen.insert(key).inserted {
                if let rarity = postings[key]?.rarity { sum += rarity * rarity }
            }
            norms[index] = max(sum, 1).squareRoot()
        }
    }

    private static let neighbours = 10

    private struct Candidate {
        var english: Int
        var persian: Int
        var score: Float
    }

    /// The pairs that are likelier right than not, the surest first.
    /// - Complexity: the meetings of rare keys; neither time nor memory goes with the product of the two sides.
    public func pairs(least: Double = 0.5) -> [Pair] {
        guard !english.isEmpty, persianCount > 0 else { return [] }
        var candidates: [Candidate] = []
        var best = [(first: Float, second: Float, sum: Float, count: Int)](repeating: (0, 0, 0, 0), count: persianCount)
        var own = [(first: Float, second: Float, mean: Float)](repeating: (0, 0, 0), count: english.count)
        var sums = [Float](repeating: 0, count: persianCount), touched: [Int32] = []
        for (index, signature) in english.enumerated() {
            let found = neighbours(of: signature, &sums, &touched).map { Candidate(english: index, persian: $0.0, score: $0.1) }
            guard let first = found.first else { continue }
            own[index] = (
                first.score, found.dropFirst().first?.score ?? 0, found.dropFirst().reduce(0) { $0 + $1.score } / Float(Self.neighbours - 1)
            )
            for candidate in found {
                let score = candidate.score
                var other = best[candidate.persian]
                if score > other.first {
                    (other.first, other.second) = (score, other.first)
                } else if score > other.second {
                    other.second = score
                }
                other.sum += score
                other.count += 1
                best[candidate.persian] = other
            }
            candidates += found
        }
        func standing(_ candidate: Candidate) -> Float {
            let other = best[candidate.persian], mine = own[candidate.english]
            let around = other.count > 1 ? (other.sum - other.first) / Float(max(Self.neighbours, other.count) - 1) : 0
            return 2 * candidate.score - mine.mean - around
        }
        let order = candidates.map { ($0, standing($0)) }.sorted {
            ($1.1, $0.0.english, $0.0.persian) < ($0.1, $1.0.english, $1.0.persian)
        }
        var takenEnglish = [Bool](repeating: false, count: english.count), takenPersian = [Bool](repeating: false, count: persianCount)
        var pairs: [Pair] = []
        for (candidate, _) in order where !takenEnglish[candidate.english] && !takenPersian[candidate.persian] {
            let mine = own[candidate.english], other = best[candidate.persian]
            let rival = max(
                mine.first == candidate.score ? mine.second : mine.first, other.first == candidate.score ? other.second : other.first)
            let confidence = Self.confidence(score: Double(candidate.score), rival: Double(rival))
            guard confidence >= least else { continue }
            takenEnglish[candidate.english] = true
            takenPersian[candidate.persian] = true
            pairs.append(Pair(english: candidate.english, persian: candidate.persian, confidence: confidence))
        }
        return pairs.sorted { ($1.confidence, $0.english) < ($0.confidence, $1.english) }
    }

    /// A logistic curve over how much is shared and how far behind the next best article is.
    ///
    /// Its numbers are from articles made of two public-domain parallel texts (TICO-19, the Bible), in collections of 12 to 400: right pairs
    /// share .5 to 1 and leave the next one half of that behind, wrong ones seldom share .35.
    static func confidence(score: Double, rival: Double) -> Double {
        let lead = max(-1, min(0.6, (score - rival) / max(score, 0.01)))
        return 1 / (1 + exp(-(12 * (score - 0.36) + 5 * lead)))
    }

    /// The Persian articles that share most with an English one, and how much: a cosine, 0...1.
    private func neighbours(of signature: ArticleSignature, _ sums: inout [Float], _ touched: inout [Int32]) -> [(Int, Float)] {
        // What is in more articles than this says nothing that rarer keys do not.
        let most = max(30, persianCount / 12)
        touched.removeAll(keepingCapacity: true)
        var norm: Float = 0
        for unit in signature.units {
            var worth: Float = 0
            for at in unit.keys {
                guard let posting = postings[signature.keys[at]] else { continue }
                let value = unit.weight * signature.strengths[at] * posting.rarity
                worth = max(worth, value)
                guard posting.articles.count <= most else { continue }
                for article in posting.articles {
                    if sums[Int(article)] == 0 { touched.append(article) }
                    sums[Int(article)] += value * posting.rarity
                }
            }
            // What the other side cannot say is missed all the same, as a name that all articles lack.
            norm += worth > 0 ? worth * worth : unit.weight * unit.weight
        }
        let length = max(norm, 1).squareRoot()
        var found: [(Int, Float)] = []
        var least: Float = 0
        for article in touched {
            let score = sums[Int(article)] / (length * norms[Int(article)])
            sums[Int(article)] = 0
            guard score > least || found.count < Self.neighbours else { continue }
            let place = found.firstIndex { $0.1 < score || $0.1 == score && $0.0 > Int(article) } ?? found.count
            found.insert((Int(article), score), at: place)
            if found.count > Self.neighbours { found.removeLast() }
            if found.count == Self.neighbours { least = found[found.count - 1].1 }
        }
        return found
    }
}
