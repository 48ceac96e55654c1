/// The spellings that the ways through a lattice give, the shares of those that give the same one added up.
///
/// The arrays are used again from word to word.
struct Spellings: Sendable {
    /// One spelling.
    struct Item: Sendable {
        /// Where its letters are.
        var letters: Range<Int>
        /// The probability that this is how the word is spelt.
        var share: Double
        /// The best of its ways through the lattice that was searched last.
        var way: BeamSearch.End
    }

    /// The letters of all, one after another: small Latin ones, or the numbers of Persian ones.
    var letters: [UInt8] = []
    /// Best first, once ranked.
    private(set) var items: [Item] = []
    private var total = 0.0
    /// Whether Persian spellings that differ in the seat of a hamza are one; the likelier then stands for both.
    private var foldsHamza = false

    mutating func removeAll(foldingHamza: Bool = false) {
        foldsHamza = foldingHamza
        letters.removeAll(keepingCapacity: true)
        items.removeAll(keepingCapacity: true)
        total = 0
    }

    /// Counts the spelling whose letters were appended since the last one.
    mutating func close(_ share: Double, _ way: BeamSearch.End) {
        total += share
        let start = items.last?.letters.upperBound ?? 0
        let range = start..<letters.count
        for index in items.indices where holdsSame(items[index].letters, range) {
            items[index].share += share
            letters.removeLast(range.count)
            return
        }
        items.append(Item(letters: range, share: share, way: way))
    }

    private func holdsSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        if foldsHamza { return holdsSameButForHamza(a, b) }
        guard a.count == b.count else { return false }
        for offset in 0..<a.count where letters[a.lowerBound &+ offset] != letters[b.lowerBound &+ offset] { return false }
        return true
    }

    private func holdsSameButForHamza(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        var first = a.lowerBound, second = b.lowerBound
        while true {
            while first < a.upperBound && letters[first] == PersianLetters.hamza { first &+= 1 }
            while second < b.upperBound && letters[second] == PersianLetters.hamza { second &+= 1 }
            if first == a.upperBound || second == b.upperBound { return first == a.upperBound && second == b.upperBound }
            if PersianLetters.withoutHamza(letters[first]) != PersianLetters.withoutHamza(letters[second]) { return false }
            first &+= 1
            second &+= 1
        }
    }

    /// How much counts that a spelling was found, and how much that it looks like a name.
    struct Weights: Sendable {
        var found: Float
        var spelling: Float
        /// For every letter, that the longer spellings need not be the worse ones.
        var letter: Float
    }

    /// Weighs every spelling also by how well it is spelt.
    mutating func weigh(by model: SpellingModel, _ weights: Weights) {
        guard items.count > 1 else { return }
        var first: Float = 0
        total = 0
        for index in items.indices {
            let letters = letters[items[index].letters]
            let score =
                weights.found * logarithm(Float(items[index].share)) + weights.spelling * model.score(letters)
                + weights.letter * Float(letters.count)
            if index == 0 { first = score }
            items[index].share = Double(exponential(score - first))
            total += items[index].share
        }
    }

    /// Keeps the likeliest, with their shares of the whole.
    mutating func rank(limit: Int) {
        // Almost in order already: the ways came best first.
        for index in items.indices {
            let item = items[index]
            var place = index
            while place > 0 && items[place - 1].share < item.share {
                items[place] = items[place - 1]
                place -= 1
            }
            items[place] = item
        }
        if items.count > limit { items.removeLast(items.count - limit) }
        for index in items.indices { items[index].share /= total }
    }

    /// The letters of an item.
    subscript(item: Int) -> ArraySlice<UInt8> { letters[items[item].letters] }
}
