internal import Lexicon

/// One slip of the hand, or of a program that reads print: neighbours in the wrong order, or a letter taken for one that looks like it.
enum Slip {
    /// Letters that a reader of print takes for one another.
    private static let latinLookAlikes: [(UInt64, UInt64)] = [
        ("rn", "m"), ("nn", "m"), ("in", "m"), ("ri", "n"), ("cl", "d"), ("ii", "u"), ("vv", "w"), ("li", "h"),
        ("c", "e"), ("l", "i"), ("l", "t"), ("i", "t"), ("f", "t"), ("h", "b"), ("u", "n"), ("j", "i"), ("g", "q"),
    ]
    .map { (key(Array($0.0.utf8)), key(Array($0.1.utf8))) }

    /// Persian letters of one shape, which dots and strokes tell apart.
    private static let persianShapes: [[UInt8]] = [
        ["ب", "پ", "ت", "ث", "ن", "ی"], ["ج", "چ", "ح", "خ"], ["د", "ذ"], ["ر", "ز", "ژ"], ["س", "ش"], ["ص", "ض"], ["ط", "ظ"], ["ع", "غ"],
        ["ف", "ق"], ["ک", "گ"],
    ]
    .map { $0.map(SpellingUnit.code) }

    private static let shapes: [UInt8] = {
        var shapes = [UInt8](repeating: 0, count: SpellingUnit.count)
        for (number, shape) in persianShapes.enumerated() { for unit in shape { shapes[Int(unit)] = UInt8(number + 1) } }
        return shapes
    }()

    /// Letters of a Latin word, or of a Persian one, that a slip needs around it to be told for one.
    private static let leastLetters = 5, leastPersianLetters = 4

    /// Whether no more than one slip tells two words of one script apart; the first letter is the same.
    static func tellsApart(_ a: ComparableToken, _ x: Bytes, _ b: ComparableToken, _ y: Bytes) -> Bool {
        guard a.isPersian == b.isPersian else { return false }
        let left = a.isPersian ? a.letters : a.text, right = a.isPersian ? b.letters : b.text
        guard abs(left.count - right.count) < 2, min(left.count, right.count) >= (a.isPersian ? leastPersianLetters : leastLetters),
            x[left.lowerBound] == y[right.lowerBound]
        else { return false }
        var start = 0, end = 0
        let most = min(left.count, right.count)
        while start < most, x[left.lowerBound + start] == y[right.lowerBound + start] { start += 1 }
        while end < most - start, x[left.upperBound - end - 1] == y[right.upperBound - end - 1] { end += 1 }
        let first = left.lowerBound + start..<left.upperBound - end, second = right.lowerBound + start..<right.upperBound - end
        // Two letters in the wrong order, also around a third one: dazeh, zadeh.
        if first.count == second.count, first.count == 2 || first.count == 3 {
            let last = second.upperBound - 1
            if x[first.lowerBound] == y[last], x[first.upperBound - 1] == y[second.lowerBound],
                first.count == 2 || x[first.lowerBound + 1] == y[second.lowerBound + 1]
            {
                return true
            }
        }
        guard first.count < 3, second.count < 3 else { return false }
        if a.isPersian {
            guard first.count == 1, second.count == 1 else { return false }
            let shape = shapes[Int(x[first.lowerBound])]
            return shape != 0 && shape == shapes[Int(y[second.lowerBound])]
        }
        let keys = (key(x[first].array), key(y[second].array))
        return latinLookAlikes.contains { $0 == keys || $0 == (keys.1, keys.0) }
    }

    /// Up to two letters as one number.
    private static func key(_ letters: [UInt8]) -> UInt64 { letters.reduce(0) { $0 << 8 | UInt64($1) } }
}
