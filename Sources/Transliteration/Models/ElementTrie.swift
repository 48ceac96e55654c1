internal import Lexicon

/// What an element is to the words it stands in.
enum ElementKind: UInt8, Sendable {
    case word, given, prefix, suffix, pattern
    case place

    /// The kind by its name in the table of elements.
    init(code: String) {
        switch code {
        case "given", "compound-arabic": self = .given
        // A family name that is nothing but the name of a place is a whole name, and is not looked up.
        case "place", "nisba": self = .place
        case "prefix": self = .prefix
        case "suffix": self = .suffix
        case let code where code.hasPrefix("pattern"): self = .pattern
        default: self = .word
        }
    }

    /// What it costs to use an element of `length` letters in a composition.
    func cost(_ length: Int) -> Float {
        switch self {
        case .suffix: length == 1 ? 1 : 1.2
        case .prefix: 1.5
        case .given, .place: length < 3 ? 4 : 2
        case .word, .pattern: length < 3 ? 4 : 2.2
        }
    }
}

/// The elements that names are made of, as a tree of letters that is read where it lies.
struct ElementTrie: Sendable {
    private let transitions: HashSlots
    /// For each node where its elements are; 0 where it has none.
    private let places: Bytes
    /// At a node's place: how many elements; for each its kind, then two numbers a letter.
    private let elements: Bytes

    init(_ bytes: Bytes) {
        let nodes = Int(bytes.u32(at: 0)), count = Int(bytes.u32(at: 4))
        places = bytes[8..<8 + 4 * nodes]
        elements = bytes[(8 + 4 * nodes)..<(8 + 4 * nodes + count)]
        transitions = HashSlots(bytes[(8 + 4 * nodes + count)..<bytes.count])
    }

    /// A stretch of a word that is an element.
    struct Match {
        var start: Int
        var end: Int
        var kind: ElementKind
        /// Where the numbers of its letters are.
        var at: Int

        var count: Int { end - start }
    }

    /// What an element says of the letter at `place` of the word: the letter's own number, or its slot's.
    @inline(__always)
    func sound(_ match: Match, at place: Int, slot: Bool) -> UInt64 {
        UInt64(elements.u16(at: match.at &+ 4 &* (place &- match.start) &+ (slot ? 2 : 0)))
    }

    /// Every element inside `letters`, by start and end; a given name or a place is never the whole of them.
    func matches(in letters: [UInt8]) -> [Match] {
        var matches: [Match] = []
        for start in letters.indices {
            var node: UInt32 = 0
            var end = start
            while end < letters.count, let next = transitions[(node &<< 6 | UInt32(letters[end])) &+ 1] {
                node = next
                end += 1
                var at = Int(places.u32(at: 4 * Int(node)))
                if at == 0 { continue }
                let count = Int(elements[at])
                at += 1
                for _ in 0..<count {
                    let kind = ElementKind(rawValue: elements[at]) ?? .word
                    let whole = start == 0 && end == letters.count
                    let unfit =
                        whole && (kind == .given || kind == .place) || kind == .suffix && start == 0
                        || kind == .prefix && end == letters.count
                    if !unfit { matches.append(Match(start: start, end: end, kind: kind, at: at + 1)) }
                    at += 1 + 4 * (end - start)
                }
            }
        }
        return matches
    }
}

/// Makes an `ElementTrie`.
struct ElementTrieBuilder {
    private var elements: [[UInt8]: [(kind: ElementKind, sounds: [Int])]] = [:]

    /// Adds an element by its letters and what each stands for: two numbers a letter.
    mutating func add(_ letters: [UInt8], _ sounds: [Int], _ kind: ElementKind) {
        guard !letters.isEmpty, !letters.contains(PersianLetters.space) else { return }
        if elements[letters]?.contains(where: { $0.kind == kind && $0.sounds == sounds }) == true { return }
        elements[letters, default: []].append((kind, sounds))
    }

    /// Adds an element by its reading.
    mutating func add(_ reading: Reading, _ kind: ElementKind) {
        guard let sounds = LetterSounds(reading) else { return }
        add(sounds.letters, sounds.sounds, kind)
    }

    func bytes() -> [UInt8] {
        var nodes: [[UInt8]: UInt32] = [[]: 0]
        var pairs: [(key: UInt32, value: UInt32)] = []
        var places: [UInt32] = [0]
        var packed: [UInt8] = [0]
        for letters in elements.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            var node: UInt32 = 0
            for length in 1...letters.count {
                let prefix = Array(letters[..<length])
                if let known = nodes[prefix] {
                    node = known
                } else {
                    let new = UInt32(places.count)
                    pairs.append(((node << 6 | UInt32(letters[length - 1])) + 1, new))
                    nodes[prefix] = new
                    places.append(0)
                    node = new
                }
            }
            places[Int(node)] = UInt32(packed.count)
            let mine = elements[letters] ?? []
            packed.append(UInt8(mine.count))
            for (kind, sounds) in mine {
                packed.append(kind.rawValue)
                for sound in sounds { packed.append(littleEndian: UInt16(truncatingIfNeeded: sound)) }
            }
        }
        var bytes: [UInt8] = []
        bytes.append(littleEndian: UInt32(places.count))
        bytes.append(littleEndian: UInt32(packed.count))
        for place in places { bytes.append(littleEndian: place) }
        return bytes + packed + HashSlots.bytes(pairs)
    }
}
