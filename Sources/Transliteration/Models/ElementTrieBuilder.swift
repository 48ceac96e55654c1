internal import Lexicon

/// Makes an `ElementTrie`.
struct ElementTrieBuilder {
    /// How many numbers a letter has.
    private let width: Int
    private var elements: [[UInt8]: [(kind: ElementKind, sounds: [UInt8])]] = [:]

    init(width: Int) { self.width = width }

    /// Adds an element by its letters and what each stands for: `width` numbers a letter.
    mutating func add(_ letters: [UInt8], _ sounds: [UInt8], _ kind: ElementKind) {
        guard !letters.isEmpty, !letters.contains(PersianLetters.space) else { return }
        precondition(sounds.count == width * letters.count)
        if elements[letters]?.contains(where: { $0.kind == kind && $0.sounds == sounds }) == true { return }
        elements[letters, default: []].append((kind, sounds))
    }

    /// Adds an element by its reading.
    mutating func add(_ reading: Reading, _ kind: ElementKind) {
        guard let sounds = LetterSounds(reading) else { return }
        add(sounds.letters, sounds.sounds.map { UInt8($0) }, kind)
    }

    /// The section's bytes: nodes breadth first, so that a node's children stand together.
    func bytes() -> [UInt8] {
        var prefixes: Set<[UInt8]> = [[]]
        for letters in elements.keys {
            for last in letters.indices { prefixes.insert(Array(letters[...last])) }
        }
        let nodes = prefixes.sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
        precondition(nodes.count < 1 << 20, "more than a million nodes of elements")
        // The parents come in the same order as their children.
        var child = 1
        var records: [UInt8] = [], ranks: [UInt8] = [], starts: [UInt8] = [], packed: [UInt8] = []
        var bits: UInt32 = 0, before: UInt32 = 0, ranked: UInt32 = 0
        for (number, letters) in nodes.enumerated() {
            var record = UInt32(child) | UInt32(letters.last ?? 0) << 24
            while child < nodes.count, nodes[child].dropLast().elementsEqual(letters) { child += 1 }
            if let mine = elements[letters] {
                record |= 1 << 20
                bits |= 1 << UInt32(number & 31)
                ranked += 1
                starts.append(littleEndian: UInt32(packed.count))
                packed.append(UInt8(mine.count))
                for (kind, sounds) in mine { packed += [kind.rawValue] + sounds }
            }
            records.append(littleEndian: record)
            if number & 31 == 31 || number == nodes.count - 1 {
                ranks.append(littleEndian: UInt64(bits) | UInt64(before) << 32)
                (bits, before) = (0, ranked)
            }
        }
        records.append(littleEndian: UInt32(child))
        var bytes: [UInt8] = []
        bytes.append(littleEndian: [UInt32(nodes.count), UInt32(width), ranked, 0])
        return bytes + records + ranks + starts + packed
    }
}
