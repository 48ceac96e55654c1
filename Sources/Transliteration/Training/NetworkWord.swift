/// A word, and how much each choice at its letters is to be learnt.
struct NetworkWord: Sendable {
    struct Decision: Sendable {
        var place: Int
        /// The first of its symbols.
        var first: Int
        /// For each symbol from `first` how much it weighs.
        var targets: [Float]
    }

    var letters: [UInt8]
    var decisions: [Decision] = []
    var weight: Float = 0
    /// Whether the word is an element, which does not always see itself.
    var isElement = false
}

/// Words to learn, the ways to read one word put together.
struct NetworkWords: Sendable {
    private(set) var words: [NetworkWord] = []
    private var numbers: [[UInt8]: Int] = [:]

    /// Adds one way to read a word: for each decision its letter's place, its symbols, and the right one.
    mutating func add(_ letters: [UInt8], _ choices: [(place: Int, symbols: Range<Int>, right: Int)], weight: Float, isElement: Bool) {
        let number = numbers[letters] ?? words.count
        if number == words.count {
            numbers[letters] = number
            words.append(NetworkWord(letters: letters, isElement: isElement))
        }
        if !isElement { words[number].isElement = false }
        words[number].weight += weight
        for (place, symbols, right) in choices {
            let known = words[number].decisions.firstIndex { $0.place == place && $0.first == symbols.lowerBound }
            let at = known ?? words[number].decisions.count
            if known == nil {
                words[number].decisions.append(
                    NetworkWord.Decision(place: place, first: symbols.lowerBound, targets: [Float](repeating: 0, count: symbols.count)))
            }
            words[number].decisions[at].targets[right - symbols.lowerBound] += weight
        }
    }
}
