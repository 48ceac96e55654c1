/// The tags as they are walked over: the Latin of each as one number, and the tags of a letter by the Latin letter that they begin with.
struct SpelledTags: Sendable {
    /// The Latin of each tag, its first letter lowest, and how many letters it has.
    let latin: [UInt64]
    let counts: [UInt8]
    /// How و is heard where it is a vowel.
    let vavs: [Vav]
    /// Whether a spelling tells the sound apart from every other: ey is not ī when it is spelt so, and an ending is there when it is spelt at all.
    let isHeard: [Bool]
    /// By letter, `slot` being the last, and first Latin letter: where its tags start in `tags`.
    private let starts: [Int32]
    private let tags: [Int16]

    /// How a tag lets و be heard.
    enum Vav: UInt8, Sendable { case isNoVowel, shortO, other }

    /// The row of the vowel slot.
    static let slot = PersianLetters.count
    private static let columns = 27

    static let standard = SpelledTags(.standard)

    private init(_ set: TagSet) {
        latin = set.tags.map { tag in
            precondition(tag.latin.count <= 8, "a spelling of more than eight letters")
            return tag.latin.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        counts = set.tags.map { UInt8($0.latin.count) }
        isHeard = set.tags.map { tag in
            tag.shape.vowel == .ey ? tag.latin.count > 1 && tag.latin != Array("ee".utf8) : tag.kind == .carrier
        }
        vavs = set.tags.map { tag in
            if tag.letter != WordShape.vav || tag.kind != .vowel || tag.sound == "ū" { return .isNoVowel }
            return tag.sound == "o(v)" ? .shortO : .other
        }
        var starts: [Int32] = [], tags: [Int16] = []
        for group in set.ofLetter + [set.slots] {
            for column in 0..<Self.columns {
                starts.append(Int32(tags.count))
                // What spells nothing fits everywhere.
                for tag in group where set.tags[tag].latin.first.map({ Int($0) - 96 == column }) ?? true { tags.append(Int16(tag)) }
            }
        }
        starts.append(Int32(tags.count))
        (self.starts, self.tags) = (starts, tags)
    }

    /// The tags of a letter that may spell what `window` begins with, in their order.
    @inline(__always)
    func range(_ letter: Int, _ window: UInt64) -> Range<Int> {
        let column = window == 0 ? 0 : Int(window & 31)
        let row = letter &* Self.columns &+ column
        return Int(starts[row])..<Int(starts[row &+ 1])
    }

    /// The tag at a place of such a range.
    @inline(__always)
    subscript(place: Int) -> Int { Int(tags[place]) }

    /// Whether the Latin of a tag begins `window`.
    @inline(__always)
    func fits(_ tag: Int, _ window: UInt64) -> Bool {
        window & ~(UInt64.max << (8 &* UInt64(counts[tag]))) == latin[tag]
    }

    /// Appends the Latin of a tag.
    @inline(__always)
    func append(_ tag: Int, to letters: inout [UInt8]) {
        var rest = latin[tag]
        while rest != 0 {
            letters.append(UInt8(truncatingIfNeeded: rest))
            rest = rest &>> 8
        }
    }

    /// For each place of `letters`, and the end, the letters from there on as one number, the first lowest.
    static func windows(_ letters: [UInt8]) -> [UInt64] {
        var windows = [UInt64](repeating: 0, count: letters.count + 1)
        for place in letters.indices.reversed() { windows[place] = windows[place + 1] << 8 | UInt64(letters[place]) }
        return windows
    }
}
